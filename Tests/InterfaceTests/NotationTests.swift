import Learning
import Lessons
import Plotting
import Terminal
import Testing

@testable import Interface
@testable import Training

/// One order of weights, one letter for one thing, and legends that draw as the picture does.
@Suite("Notation") struct NotationTests {
  // MARK: Weights

  /// Weights by their index wherever several stand in one sentence, formula or list: w0 last.
  private func expectOneOrder(_ frame: Frame, _ place: String) {
    // Panels stand side by side: a row is read in pieces between their borders.
    for row in frame.text.split(separator: "\n", omittingEmptySubsequences: false) {
      for piece in row.split(whereSeparator: { "│┃|".contains($0) }) {
        let indices = Self.weights(in: piece)
        guard Set(indices).count == indices.count, indices.count > 1 else { continue }
        #expect(indices == Self.ordered(indices), "\(place): \(piece)")
      }
    }
    for list in lists(frame) where list.count > 1 {
      #expect(list == Self.ordered(list), "\(place): a list has \(list)")
    }
  }

  private static func ordered(_ indices: [Int]) -> [Int] {
    indices.filter { $0 != 0 }.sorted() + indices.filter { $0 == 0 }
  }

  /// The indices of the weights in a text: w₁, w₂, in ASCII w1.
  private static func weights(in text: Substring) -> [Int] {
    let scalars = Array(text.unicodeScalars)
    return scalars.indices.dropLast().compactMap { index in
      guard scalars[index] == "w", index == 0 || !scalars[index - 1].properties.isAlphabetic else { return nil }
      let next = scalars[index + 1].value
      return (0x2080...0x2089).contains(next)
        ? Int(next - 0x2080) : (0x30...0x39).contains(next) ? Int(next - 0x30) : nil
    }
  }

  /// The weights that begin rows right below one another, each with its number.
  private func lists(_ frame: Frame) -> [[Int]] {
    var lists: [[Int]] = []
    for x in 1..<max(2, frame.width - 1) {
      var list: [Int] = []
      for y in 0...frame.height {
        let isWeight = y < frame.height && frame[x, y].scalar == "w" && !frame[x - 1, y].scalar.properties.isAlphabetic
        let next = isWeight ? frame[x + 1, y].scalar.value : 0
        if (0x2080...0x2089).contains(next), hasNumber(frame, after: x + 2, y) {
          list.append(Int(next - 0x2080))
        } else {
          if list.count > 1, Set(list).count == list.count { lists.append(list) }
          list = []
        }
      }
    }
    return lists
  }

  private func hasNumber(_ frame: Frame, after x: Int, _ y: Int) -> Bool {
    let rest = (x..<frame.width).lazy.map { frame[$0, y].scalar }.first { $0 != " " && $0 != "◂" }
    return rest.map { $0 == "−" || $0.properties.numericType != nil } ?? false
  }

  @Test("on every screen with weights, in every mode", arguments: [(80, 24), (120, 40)])
  func order(size: (Int, Int)) throws {
    let starts: [[(String, String)]] = [
      [], [("features", "x1,x2,x1*x2"), ("data", "xor-gate")], [("features", "x1,x2,x1^2,x2^2"), ("data", "circle")],
    ]
    for settings in starts {
      var app = SteppedApp(
        try Description(.perceptron, parsing: settings), width: size.0, height: size.1)
      for keys: [KeyPress] in [
        [.right], [.right], [.right], [.character("w")], [.down], [.right], [.escape], [.character("P")],
        [.character("P"), .character("K")], [.tab, .tab], [.character("e")], [.character("z")],
      ] {
        for key in keys { app.press(key) }
        expectOneOrder(app.state.draw(), "perceptron \(settings) \(keys)")
      }
      var landscape = SteppedApp(
        try Description(.landscape, parsing: [("of", "perceptron")] + settings), width: size.0, height: size.1)
      for _ in 0..<4 {
        landscape.press(.right)
        expectOneOrder(landscape.state.draw(), "landscape \(settings)")
      }
    }
  }

  @Test(
    "on every page of every lesson",
    arguments: BuiltInLessons.all.map(\.name))
  func lessons(name: String) throws {
    let lesson = try #require(BuiltInLessons.all.first { $0.name == name })
    var app = SteppedApp(nil, lesson: lesson, width: 100, height: 34)
    for page in 0..<lesson.steps.count + 1 {
      expectOneOrder(app.state.draw(), "\(name), page \(page + 1)")
      app.press(.character("n"))
    }
  }

  /// The update's gradient is -y x_i for a mistake: for x = (1, 1), y = +1 that is -1 for each weight and -1 for w0.
  @Test("500 random mistakes: the gradient stands in the order of the weights below it")
  func gradient() throws {
    var generator = SplitMix64(seed: 3)
    var mistakes = 0
    for _ in 0..<500 {
      func tenth() -> Double { Double(generator.index(below: 21)) / 10 - 1 }
      let weights = "w0=\(tenth()),w2=\(tenth()),w1=\(tenth())"
      var app = SteppedApp(
        try Description(.perceptron, parsing: [("weights", weights), ("data", "gauss"), ("examples", "4")]), width: 120,
        height: 40)
      app.press(.right)
      let picture = try #require(app.state.snapshot?.picture as? PerceptronPicture)
      let step = try #require(picture.lastStep)
      guard !step.isCorrect else { continue }
      mistakes += 1
      let (x1, x2) = picture.dataset.input(at: step.index)
      let y = step.target > 0 ? 1.0 : -1.0
      let math = MathText(glyphs: .braille)
      let numbers = [-y * x1, -y * x2, -y].map { math.number($0, significant: 3) }.joined(separator: ", ")
      #expect(app.state.draw().text.contains("(\(numbers))"), "\(numbers)")
    }
    #expect(mistakes > 100)
  }

  @Test("weights given in any order are written in one")
  func spelling() throws {
    let description = try Description(.perceptron, parsing: [("weights", "w0=-0.1,w2=0,w1=0.2")])
    #expect(description[.weights]?.text == "w1=0.2,w2=0,w0=-0.1")
    #expect(WeightOrder.names(count: 4) == ["w1", "w2", "w3", "w0"])
    #expect(WeightOrder.numbered(["a", "b"], bias: "c").map(\.index) == [1, 2, 0])
  }

  // MARK: Letters

  private static let methods = [
    "sgd", "momentum", "nesterov", "adagrad", "rmsprop", "adadelta", "adam", "adamw", "newton", "line-search",
  ]

  /// The variables are x and y, the slope is a on a curve and G on a surface; there is no w, and dx is the tangent's.
  @Test("a descent's formulas use the letters of its screen", arguments: methods, [(80, 24), (120, 40)])
  func letters(method: String, size: (Int, Int)) throws {
    for (scene, slope, place) in [(SceneKind.curve, "a", "x ←"), (.surface, "G", "(x, y) ←")] {
      var app = SteppedApp(
        try Description(scene, parsing: [("optimizer", method)]), width: size.0, height: size.1)
      for step in 0..<3 {
        let state = app.state
        let panels = state.scene.placedPanels(in: state.bodyArea, context: state.context)
        let rect = try #require(panels.first { $0.id == .arithmetic }).rect
        let frame = state.draw()
        let lines = (rect.y + 1..<rect.maxY - 1).map { y in
          String(String.UnicodeScalarView((rect.x + 1..<rect.maxX - 1).map { frame[$0, y].scalar }))
        }
        let text = lines.joined(separator: "\n")
        #expect(!text.contains("∂f/∂w") && !text.contains("w ←") && !text.contains("f′(x), "), "\(text)")
        #expect(!text.contains("dx"), "\(text)")
        // A method's own words end in its place letter's arrow, whole: nothing is cut off at the border.
        let rule = lines.filter { $0.contains("←") }
        #expect(!rule.isEmpty && rule.contains { $0.contains(place) }, "\(method), step \(step): \(text)")
        if method != "adamw" { #expect(rule.contains { $0.contains(slope) } || text.contains("means of \(slope)")) }
        #expect(!text.contains("λ)") && !text.contains("√a") && !text.contains("g²"), "\(text)")
        app.press(.right)
      }
    }
  }

  @Test("the next step of a curve and the tangent's dx have names of their own")
  func step() throws {
    let app = SteppedApp(try Description(.curve, parsing: [("function", "parabola")]), width: 120, height: 40)
    let text = app.state.draw().text
    for words in ["Δx = −η·a =", "f(x) + a·Δx =", "f(x + Δx)"] { #expect(text.contains(words)) }
  }

  // MARK: Legends

  @Test("what is said to be dashed is drawn, and only then")
  func dashed() throws {
    let moving = SteppedApp(
      try Description(.surface, parsing: [("function", "sphere"), ("start", "x=1,y=2")]), width: 120, height: 40)
    #expect(moving.state.draw().text.contains("dashed: −G"))
    let text = moving.state.draw().text
    // Once in the title, once at the arrow's tip.
    #expect(text.split(separator: "−G", omittingEmptySubsequences: false).count == 3)
    let resting = SteppedApp(
      try Description(.surface, parsing: [("function", "sphere"), ("start", "x=0,y=0")]), width: 120, height: 40)
    #expect(!resting.state.draw().text.contains("−G"))
    for (features, isDashed) in [("x1,x2", true), ("x1,x2,x1*x2", false)] {
      var app = SteppedApp(
        try Description(.perceptron, parsing: [("features", features)]), width: 120, height: 40)
      app.send(
        .certified(
          Certificate(try #require(app.state.dataset), features: app.state.description.features),
          generation: app.state.generation))
      app.press(.character("P"))
      let proof = app.state.draw().text
      #expect(proof.contains("margin") && proof.contains("(dashed)") == isDashed)
    }
  }
}
