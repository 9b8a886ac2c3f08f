import Foundation
import TestSupport
import Testing

/// What is guessed about a file is said, what matters most first, and every guess can be overridden.
@Suite struct GuessTests {
  static func run(_ table: String, _ arguments: [String] = [], scene: String = "perceptron") throws -> Program.Outcome {
    try Program.run(
      [scene, "--data", "FILE", "--epochs", "1"] + arguments, file: "t.csv", Array(table.utf8))
  }

  @Test("All guesses are said, rows left out first")
  func order() throws {
    let outcome = try Self.run("Id;a;b;kind\n1;1,5;2;p\n2;NA;3;q\n3;2,5;1;q\n4;0,5;2;p\n")
    #expect(outcome.status == 0)
    #expect(
      outcome.messages == """
        downhill: t.csv: 1 of 4 rows left out, a value is missing
        downhill: t.csv: inputs a and b, label kind: p, q (guessed)
        downhill: t.csv: Id passed over: it names or counts the rows; --columns takes it (guessed)
        downhill: t.csv: fields are separated by semicolons (guessed)
        downhill: t.csv: the first row names the columns (guessed)
        downhill: t.csv: fractions stand behind a comma (guessed)

        """)
  }

  @Test("Who says all of it hears nothing")
  func silence() throws {
    let outcome = try Self.run(
      "Id;a;b;kind\n1;15;2;p\n3;25;1;q\n", ["--columns", "a,b", "--label", "kind", "--delimiter", "semicolon"])
    #expect(outcome.status == 0 && outcome.messages.isEmpty, "\(outcome.messages)")
  }

  typealias Override = (table: String, without: String, options: [String], with: String)

  /// What happens without an option and with it: a part of what is said, or of the records.
  static let overrides: [Override] = [
    ("x,y,label\n\"1,234\",2,a\n\"2,345\",1,b\n", "two ways", ["--thousands", "comma"], "2 examples"),
    ("x;y;label\n1.234;2;a\n2.345;1;b\n", "two ways", ["--decimal", "point"], "2 examples"),
    ("x,y,label\n\"1,5\",2,a\n\"2,5\",1,b\n", "--decimal comma", ["--decimal", "comma"], "2 examples"),
    ("0,1,2\n5,1,0\n2,3,1\n", "3 classes", ["--header", "yes"], "2 examples"),
    ("0,1,2\n5.5,1,0\n2.5,3,1\n", "2 examples", ["--header", "no", "--label", "3"], "3 classes"),
    ("x:y:label\n1:2:a\n3:4:b\n", "1 column", ["--delimiter", ":"], "2 examples"),
    ("x,y,label\n1,2,a\n%3,4,b\n5,6,b\n", "'%3' is not a number", ["--comment", "%"], "2 examples"),
    ("x,y,label\n1,2,a\n-99,4,b\n5,6,b\n", "3 examples", ["--missing", "-99,NA"], "2 examples"),
    ("x,y,label\n1,2,NA\n3,4,a\n5,6,b\n", "3 classes", ["--missing", "NA"], "2 examples"),
    ("x,y,label\n1,2,a\nNA,4,b\n", "1 example", ["--missing", "none"], "'NA' is not a number"),
    ("x,y,label\n# note\n1,2,a\n3,4,b\n", "1 line left out", ["--comment", "none"], "1 field"),
  ]

  @Test("Every guess has an option that overrides it", arguments: overrides.indices)
  func override(index: Int) throws {
    let (table, without, options, with) = Self.overrides[index]
    let guessed = try Self.run(table)
    #expect((guessed.output + guessed.messages).contains(without), "\(guessed.output + guessed.messages)")
    let told = try Self.run(table, options)
    #expect((told.output + told.messages).contains(with), "\(told.output + told.messages)")
  }

  @Test("A target can be classes or a number, as a file and as standard input alike")
  func target() throws {
    let few = "a,b,y\n1,2,3\n2,1,5\n3,3,3\n1,1,5\n2,2,4\n0,1,4\n"
    let options = ["network", "--epochs", "1", "--data"]
    for (extra, word) in [
      ([], "cross-entropy"), (["--target", "number"], "squared-error"), (["--target", "classes"], "cross-entropy"),
    ] {
      let file = try Program.run(options + ["FILE"] + extra, file: "t.csv", Array(few.utf8))
      let stream = try Program.run(options + ["-"] + extra, input: Array(few.utf8))
      #expect(file.output.contains(word), "\(file.output)\(file.messages)")
      #expect(file.output.replacing("t.csv", with: "standard input") == stream.output)
      #expect(file.messages.replacing("t.csv", with: "standard input") == stream.messages)
    }
    let many = "a,b,price\n" + (0..<30).map { "\($0 % 7),\($0 % 5),\($0 * 37 % 31 + 1000)\n" }.joined()
    let file = try Program.run(options + ["FILE"], file: "t.csv", Array(many.utf8))
    let stream = try Program.run(options + ["-"], input: Array(many.utf8))
    #expect(file.status == 0 && file.output.contains("squared-error"))
    #expect(file.output.replacing("t.csv", with: "standard input") == stream.output)
    #expect(file.messages.contains("price has numbers to predict; --target classes"))
  }

  @Test("One class, and inputs that saturate every unit, are said")
  func warnings() throws {
    let one = try Self.run("x,y,label\n1,2,a\n3,4,a\n")
    #expect(one.messages.contains("one class only, a: there is nothing to tell apart"))
    let table = "x,y,label\n" + (0..<20).map { "\(3000 + $0 * 7 % 11),\(0.5 + Double($0 % 3)),\($0 % 2)\n" }.joined()
    let large = try Self.run(table, scene: "network")
    #expect(large.messages.contains("x is about 3000: units are saturated") && large.messages.contains("--standardize"))
    let told = try Self.run(table, ["--standardize"], scene: "network")
    #expect(!told.messages.contains("saturated"))
  }

  @Test("A number in thousands is learned, and told in its own units")
  func thousands() throws {
    // y = 5000 + 800 x1 - 300 x2: the mean squared error of the best constant is the variance.
    let points = (0..<40).map { index -> (Double, Double) in (Double(index % 8) / 4 - 1, Double(index / 8) / 2 - 1) }
    let values: [Double] = points.map { x1, x2 in 5000 + 800 * x1 - 300 * x2 }
    let rows = zip(points, values).map { point, value in "\(point.0),\(point.1),\(value)\n" }
    let table = "x1,x2,price\n" + rows.joined()
    let outcome = try Program.run(
      [
        "network", "--data", "FILE", "--label", "price", "--target", "number", "--hidden", "none", "--epochs", "200",
        "--test-fraction", "0", "--format", "jsonl", "--every", "200", "--parameters",
      ], file: "t.csv", Array(table.utf8))
    let end = try #require(outcome.lines.last { $0.contains(#""event":"end""#) })
    let json = try #require(try JSONSerialization.jsonObject(with: Data(end.utf8)) as? [String: Any])
    let train = try #require(json["train"] as? [String: Double])
    #expect(train["r2"] ?? 0 > 0.999)
    let mean: Double = values.reduce(0, +) / 40
    let variance: Double = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 40
    // R² = 1 - 2 loss / variance holds in the units of the numbers.
    #expect(abs((train["r2"] ?? 0) - (1 - 2 * (train["loss"] ?? 0) / variance)) < 1e-9)
    let parameters = try #require(json["parameters"] as? [String: Any])
    let target = try #require(parameters["target"] as? [String: Double])
    #expect(abs((target["mean"] ?? 0) - mean) < 1e-9 && abs((target["deviation"] ?? 0) - variance.squareRoot()) < 1e-9)
    #expect(outcome.messages.contains("shown in its own units"))
  }

  @Test(
    "What is given twice is an error, not the last of it",
    arguments: [
      ["race", "surface", "--vary", "learning-rate=0.1,0.2", "--vary", "optimizer=sgd,adam"],
      ["perceptron", "--learning-rate", "0.1", "--learning-rate", "0.2"], ["network", "--data", "xor", "--data=moons"],
      ["curve", "--start", "x=1", "--start", "x=2"],
    ])
  func twice(arguments: [String]) throws {
    let outcome = try Program.run(arguments + ["--plain"])
    #expect(outcome.status == 64 && outcome.output.isEmpty)
    #expect(outcome.messages.contains("is given twice"))
  }

  @Test("Nothing is fetched, and other kinds of files say what to do")
  func others() throws {
    let address = try Program.run(["perceptron", "--data", "https://example.org/iris.csv"])
    #expect(address.status == 66 && address.messages.contains("nothing is fetched; curl"))
    for (bytes, word) in [
      (Array("{\"a\": [1, 2]}".utf8), "JSON"), ([0x1F, 0x8B, 8], "gunzip"), (Array("PAR1".utf8), "Parquet"),
      ([0xFF, 0xFE, 0x31, 0], "iconv"),
    ] {
      let outcome = try Program.run(["perceptron", "--data", "FILE"], file: "t.csv", bytes)
      #expect(outcome.status == 65 && outcome.messages.contains(word), "\(outcome.messages)")
      #expect(outcome.messages.split(separator: "\n").count == 1)
    }
  }
}
