import Testing

@testable import Training

@Suite struct SpellingTests {
  @Test(
    "A word near enough is suggested, one that is not is not",
    arguments: [
      ("lerning-rate", "learning-rate"), ("optimiser", "optimizer"), ("sede", "seed"), ("DATA", "data"),
      ("epoch", "epochs"), ("learn", "learning-rate"), ("xyz", nil), ("", nil), ("e", nil),
    ])
  func nearest(text: String, expected: String?) {
    #expect(Spelling.nearest(to: text, among: Key.allCases.map(\.rawValue)) == expected)
  }

  @Test("A very long text is not compared at all")
  func long() {
    #expect(Spelling.nearest(to: String(repeating: "a", count: 1_000_000), among: ["seed"]) == nil)
  }

  @Test(
    "A command line is read as a shell would read it",
    arguments: [
      ("downhill perceptron", .perceptron, [:]),
      (
        "perceptron --data 'my file.csv' --features 'x1,x1^2'", .perceptron,
        [
          .data: .word("my file.csv"), .features: .words(["x1", "x1^2"]),
        ]
      ),
      (
        "surface himmelblau --learning-rate=0.5", .surface,
        [.function: .word("himmelblau"), .learningRate: .number(0.5)]
      ),
      ("race surface sphere", .race, [.of: .word("surface"), .function: .word("sphere")]),
      ("curve -- -x^2", .curve, [.function: .word("-x^2")]),
      (
        "race network --data it\\'s.csv --standardize", .race,
        [
          .of: .word("network"), .data: .word("it's.csv"), .standardize: .flag(true),
        ]
      ),
    ] as [(String, SceneKind, [Key: Setting])])
  func commandLines(line: String, scene: SceneKind, settings: [Key: Setting]) throws {
    var expected = Description(scene)
    for (key, setting) in settings { expected[key] = setting }
    let read = try Description(commandLine: line)
    #expect(read == expected)
    // What stands at its default is not printed.
    #expect(try Description(commandLine: read.commandLine).commandLine == read.commandLine)
  }

  @Test(
    "What is wrong in a command line is told",
    arguments: ["", "perzeptron", "perceptron --lerning-rate 1", "perceptron --data", "surface --learning-rate x"])
  func refusedLines(line: String) {
    #expect(throws: DescriptionErrors.self) { try Description(commandLine: line) }
  }
}
