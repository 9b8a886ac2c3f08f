import Testing

@testable import Training

@Suite struct DescriptionTests {
  @Test("With nothing set, a perceptron starts as the lecture does")
  func lectureStart() {
    let description = Description(.perceptron)
    #expect(description.data == "and")
    #expect(description.learningRate == 0.1)
    #expect(description.assignments(.weights) == ["w1": 0.2, "w2": 0, "w0": -0.1])
    #expect(!description.isShuffled)
    #expect(description.commandLine == "downhill perceptron")
  }

  @Test("A network starts as the browser playground does")
  func playgroundStart() {
    let description = Description(.network)
    #expect(description.data == "circle")
    #expect(description.hidden == [4, 2])
    #expect(description.words(.activation) == ["tanh"])
    #expect(description.learningRate == 0.03)
    #expect(description.batchSize == 10)
    #expect(description.features == [.x1, .x2])
  }

  @Test("What stands at its default is left out of the command, the rest is quoted for a shell")
  func commandLine() throws {
    var description = Description(.perceptron)
    try description.set(.learningRate, to: "0.1")
    try description.set(.data, to: "my birds' file.csv")
    try description.set(.standardize, to: "true")
    try description.set(.seed, to: "7")
    #expect(
      description.commandLine
        == #"downhill perceptron --data 'my birds'\'' file.csv' --standardize --seed 7"#)
    var surface = Description(.surface)
    try surface.set(.function, to: "x^2 + y^2")
    try surface.set(.start, to: "x=2,y=-2")
    #expect(surface.commandLine == "downhill surface 'x^2 + y^2' --start x=2,y=-2")
    try surface.set(.function, to: "-x^2")
    #expect(surface.commandLine == "downhill surface --start x=2,y=-2 -- '-x^2'")
  }

  static let pairs: [(SceneKind, [(key: String, value: String)])] = [
    (.perceptron, [("data", "penguins"), ("classes", #"Adelie,"Gentoo, big""#), ("columns", "2,3")]),
    (.perceptron, [("initializer", "uniform"), ("order", "shuffled"), ("features", "x1,x2,x1*x2")]),
    (.network, [("hidden", "none"), ("batch-size", "full"), ("optimizer", "adam"), ("beta1", "0.8")]),
    (.network, [("hidden", "8,8"), ("activation", "relu,tanh"), ("stop-at-loss", "1e-05"), ("l2", "0.001")]),
    (.curve, [("function", "double-well"), ("start", "x=-1.5"), ("steps", "0"), ("learning-rate", "1000000")]),
    (.surface, [("optimizer", "newton"), ("function", "x*y")]),
    (.graph, [("function", "sin(x^2)"), ("at", "x=1.5")]),
    (.race, [("of", "network"), ("vary", "hidden=4;8,8;none"), ("seed", "9007199254740991")]),
    (.race, [("of", "surface"), ("vary", "optimizer=sgd,adam"), ("beta1", "0.5")]),
    (.landscape, [("seed", "3"), ("data", "xor")]),
  ]

  @Test("The three spellings lead to the same description", arguments: pairs)
  func spellings(scene: SceneKind, pairs: [(key: String, value: String)]) throws {
    let written = try Description(scene, parsing: pairs)
    let read = try Description(json: try JSONParser.parse(written.json.text))
    #expect(read.json == written.json)
    #expect(read.keys.map { read[$0] } == written.keys.map { written[$0] })
    for (key, value) in pairs where value != "none" {
      #expect(Key(rawValue: key).flatMap { written[$0] }?.text == value)
    }
  }

  @Test("JSON has natural types")
  func json() throws {
    let text = try Description(.perceptron, parsing: [("standardize", "on"), ("examples", "40")]).json.text
    #expect(
      text == #"{"scene":"perceptron","data":"and","standardize":true,"flip-noise":0,"examples":40,"#
        + #""test-fraction":0,"seed":1,"features":["x1","x2"],"activation":["sign"],"#
        + #""weights":{"w1":0.2,"w2":0,"w0":-0.1},"learning-rate":0.1,"order":"given","epochs":1000}"#)
  }

  @Test("Numbers that are none or out of range are refused by name", arguments: ["nan", "inf", "-1", "-inf", "1e400"])
  func range(text: String) {
    var description = Description(.perceptron)
    #expect(throws: DescriptionError.outOfRange(.learningRate, text, .notNegative)) {
      try description.set(.learningRate, to: text)
    }
    #expect(description == Description(.perceptron))
  }

  @Test(
    "Odd numbers that mean something are taken", arguments: [("0", 0), ("1e6", 1e6), ("1e-12", 1e-12), ("+.5", 0.5)])
  func oddNumbers(text: String, value: Double) throws {
    var description = Description(.perceptron)
    try description.set(.learningRate, to: text)
    #expect(description.learningRate == value)
  }

  @Test(
    "What is no number is never silently zero", arguments: ["", "0,1", "0x10", "1 2", "ten", "1e", "--1", "٣", "1_000"])
  func noNumbers(text: String) {
    var description = Description(.perceptron)
    #expect(throws: DescriptionError.notANumber(.learningRate, text)) { try description.set(.learningRate, to: text) }
  }

  @Test("Whole numbers keep every digit, and only whole ones are taken")
  func integers() throws {
    var description = Description(.perceptron)
    try description.set(.seed, to: "9007199254740991")
    #expect(description.seed == 9_007_199_254_740_991)
    try description.set(.seed, to: "1e6")
    #expect(description.seed == 1_000_000)
    #expect(throws: DescriptionError.notAWholeNumber(.seed, "1.5")) { try description.set(.seed, to: "1.5") }
    let tooLarge = "99999999999999999999999"
    #expect(throws: DescriptionError.outOfRange(.seed, tooLarge, NumberRange(0...9_007_199_254_740_991))) {
      try description.set(.seed, to: tooLarge)
    }
  }

  @Test("All faults are told at once, with what may have been meant")
  func faults() {
    let pairs = [("learnign-rate", "1"), ("order", "shufled"), ("hidden", "4"), ("epochs", "x")]
    #expect(
      throws: DescriptionErrors(errors: [
        .unknownKey("learnign-rate", suggestion: .learningRate),
        .unknownWord(.order, "shufled", known: ["given", "shuffled"], suggestion: "shuffled"),
        .notUsed(.hidden, in: .perceptron), .notAWholeNumber(.epochs, "x"),
      ])
    ) { try Description(.perceptron, parsing: pairs.map { (key: $0.0, value: $0.1) }) }
  }

  @Test("Settings that contradict one another are refused")
  func contradictions() throws {
    func faults(_ scene: SceneKind, _ pairs: [(key: String, value: String)]) -> [DescriptionError] {
      do throws(DescriptionErrors) {
        _ = try Description(scene, parsing: pairs)
        return []
      } catch { return error.errors }
    }
    #expect(faults(.perceptron, [("epochs", "1"), ("steps", "1")]) == [.conflict(.epochs, .steps)])
    #expect(faults(.network, [("beta1", "0.5")]) == [.needs(.beta1, other: .optimizer, words: ["adam", "adamw"])])
    #expect(faults(.network, [("activation", "relu,tanh,elu")]) == [.activationCount(3, layers: 2)])
    #expect(faults(.perceptron, [("weights", "w1=0,w1=1")]) == [.repeated(.weights, "w1")])
    #expect(faults(.race, [("vary", "seed=1")]) == [.valueCount(.vary, 1, 2...16)])
    #expect(faults(.race, [("vary", "vary=1,2")]) == [.notUsed(.vary, in: .surface)])
  }

  @Test("A race is its runs, which differ in one key")
  func race() throws {
    let race = try Description(
      .race, parsing: [("vary", "learning-rate=0.1,0.5"), ("of", "curve"), ("start", "x=2")])
    #expect(race.contestants.map(\.learningRate) == [0.1, 0.5])
    #expect(race.contestants.map { $0.assignments(.start) } == [["x": 2], ["x": 2]])
    #expect(race.commandLine == "downhill race curve --vary learning-rate=0.1,0.5 --start x=2")
  }

  @Test("Every default is a value that its key would take")
  func defaults() throws {
    for scene in SceneKind.allCases {
      let description = Description(scene)
      for key in description.keys {
        guard let setting = description[key] else { continue }
        // How a landscape is looked at is its own affair, everything else that of the scene it shows.
        let shown = key == .view && scene == .landscape ? scene : description.subject
        #expect(try Setting(parsing: setting.text, for: key, in: shown) == setting)
      }
    }
  }

  @Test("Every key says what it means, in one plain line")
  func help() {
    for key in Key.allCases {
      let specification = key.specification
      #expect(!specification.help.isEmpty && !specification.help.hasSuffix(".") && specification.help.count < 100)
      #expect(!specification.scenes.isEmpty)
      #expect(specification.placeholder.isEmpty == (specification.kind == .flag))
    }
  }
}
