import Testing
import Training

/// Numbers at the edges of what there is: a result or a line that says why not, never a trap.
@Suite struct ExtremeNumberTests {
  /// Settings that every scene that steps takes.
  static let rates = ["0", "1e-12", "10", "1e6", "-1", "nan", "inf", "1e308", "5e-324"].map { ["--learning-rate", $0] }

  static let perceptronSettings =
    rates + [
      ["--weights", "w1=1e308,w2=-1e308,w0=1e308"], ["--weights", "w1=5e-324,w2=0,w0=0"], ["--epochs", "0"],
      ["--epochs", "2147483648", "--steps", "9"], ["--epochs", "2147483648"], ["--examples", "1", "--data", "gauss"],
      ["--noise", "0"], ["--data", "xor-gate", "--learning-rate", "1e308"], ["--seed", "18446744073709551615"],
    ]

  static let networkSettings =
    rates + [
      ["--initializer", "zeros"], ["--activation", "relu", "--learning-rate", "1e6"], ["--epochs", "0"],
      ["--batch-size", "2147483647"], ["--hidden", "none"], ["--examples", "1"],
      ["--examples", "1", "--test-fraction", "0"],
      ["--l1", "1e300"], ["--l2", "1e300"], ["--data", "bumps", "--learning-rate", "1e6"],
      ["--optimizer", "adam", "--learning-rate", "1e30"], ["--optimizer", "rmsprop", "--epsilon", "0"],
      ["--dropout", "0.999"], ["--steps", "1"],
      ["--data", "blobs", "--loss", "cross-entropy", "--learning-rate", "1e4"],
    ]

  static let surfaceSettings =
    rates + [
      ["--start", "x=1e308,y=-1e308"], ["--start", "x=5e-324,y=0"], ["--steps", "0"], ["0*x"], ["1/(x-x)"], ["x^1e9"],
      ["exp(exp(x))"], ["log(x)", "--start", "x=-1,y=0"], ["sqrt(-1-x^2)"], ["1e308*x^2", "--learning-rate", "1"],
      ["abs(x)+abs(y)", "--start", "x=0,y=0"], ["1e-300*x^2"], ["x^2+1e300*y^2"], ["min(x, 0/0)"],
    ]

  /// Points that are hard to draw or to learn from.
  static let tables = [
    "x,y,c\n1,1,A\n", "x,y,c\n1,1,A\n1,1,B\n", "x,y,c\n1,1,A\n1,1,A\n1,1,A\n", "x,y,c\n0,0,A\n1,1,B\n2,2,A\n3,3,B\n",
    "x,y,c\n5,1,A\n5,2,B\n5,3,A\n", "x,y,c\n1e-300,2e-300,A\n3e-300,1e-300,B\n",
    "x,y,c\n1e300,-1e300,A\n-1e300,1e300,B\n",
    "x,y,c\n1e308,1e308,A\n-1e308,-1e308,B\n", "x,y,c\n5e-324,0,A\n0,5e-324,B\n", "x,y,c\n1,1,A\n2,2,A\n",
    "x,y,c\n1,1e300,A\n1,1e-300,B\n", "x,y,c\n0.1,0.2,A\n0.1,0.2,B\n0.1,0.2,A\n0.3,0.1,B\n",
  ]

  /// Records, and the picture, of a run of few steps: both, or one line that says why not.
  private func expectAnswer(_ arguments: [String], _ table: String? = nil) throws {
    let words = arguments + (table == nil ? [] : ["--data", "-"])
    func answer(_ form: [String], _ redirection: String = "") throws -> Program.Outcome {
      let outcome = try Program.run(words + form, input: Array((table ?? "").utf8), redirection: redirection)
      let told = "\(words) \(table ?? "") gave \(outcome.status): \(outcome.messages)"
      #expect([0, 1, 64, 65].contains(outcome.status), "\(told)")
      if outcome.status != 0 { #expect(outcome.messages.hasPrefix("downhill: "), "\(told)") }
      return outcome
    }
    // JSON has no other numbers than finite ones, so a reader of JSON finds any that are not.
    for line in try answer(["--format", "jsonl"]).lines {
      #expect(throws: Never.self, "\(words): \(line)") { try JSONParser.parse(line) }
    }
    let picture = try answer(["--picture", "picture.txt", "--size", "61x17"], "&& cat picture.txt")
    guard picture.status == 0 else { return }
    #expect(picture.output.contains { !$0.isWhitespace } && picture.lines.count <= 17, "\(words)")
    #expect(picture.lines.allSatisfy { $0.count <= 61 }, "\(words)")
  }

  @Test("perceptron", arguments: perceptronSettings) func perceptron(settings: [String]) throws {
    try expectAnswer(["perceptron"] + settings)
  }

  @Test("network", arguments: networkSettings) func network(settings: [String]) throws {
    let limit = settings.contains("--epochs") || settings.contains("--steps") ? [] : ["--epochs", "5"]
    try expectAnswer(["network"] + settings + limit)
  }

  @Test("surface", arguments: surfaceSettings) func surface(settings: [String]) throws {
    try expectAnswer(["surface"] + (settings[0].hasPrefix("--") ? ["sphere"] : []) + settings)
  }

  @Test("points", arguments: tables, ["perceptron", "network"]) func points(table: String, scene: String) throws {
    for options in [[], ["--standardize"]] {
      try expectAnswer([scene, "--epochs", "5"] + options, table)
    }
  }
}
