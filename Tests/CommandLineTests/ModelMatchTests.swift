import Foundation
import TestSupport
import Testing

/// A saved model goes on with other data by the names of columns and classes, in the units that it was trained in.
@Suite struct ModelMatchTests {
  /// Three clouds in units of hundreds, by name.
  static let points: [(a: Double, b: Double, kind: String)] = (0..<90).map { index in
    let kind = ["ash", "birch", "cedar"][index % 3]
    let (centerA, centerB) = [(400.0, 20.0), (700, 50), (400, 80)][index % 3]
    return (centerA + Double(index * 37 % 23) * 6, centerB + Double(index * 53 % 19), kind)
  }

  static func table(_ order: [Int], swapped: Bool = false, names: [String] = ["a", "b", "kind"]) -> String {
    let header = swapped ? "\(names[2]),\(names[1]),\(names[0])\n" : names.joined(separator: ",") + "\n"
    return header
      + order.map { index in
        let (a, b, kind) = points[index]
        return swapped ? "\(kind),\(b),\(a)\n" : "\(a),\(b),\(kind)\n"
      }.joined()
  }

  struct Files {
    let folder: URL

    func write(_ name: String, _ text: String) throws { try Data(text.utf8).write(to: folder.appending(path: name)) }

    func run(_ arguments: [String]) throws -> Program.Outcome {
      try Program.run(
        arguments.map { $0.hasSuffix(".csv") || $0.hasSuffix(".json") ? folder.appending(path: $0).path : $0 })
    }

    /// The accuracy of a model on a file.
    func accuracy(_ file: String, _ further: [String] = []) throws -> Double? {
      let outcome = try run(
        ["network", "--model", "m.json", "--data", file, "--epochs", "0", "--test-fraction", "0", "--format", "jsonl"]
          + further)
      guard let end = outcome.lines.last,
        let json = try JSONSerialization.jsonObject(with: Data(end.utf8)) as? [String: Any],
        let train = json["train"] as? [String: Double]
      else { return nil }
      return train["accuracy"]
    }
  }

  static func withModel(_ body: (Files) throws -> Void) throws {
    try withScratchFolder { folder in
      let files = Files(folder: folder)
      try files.write("train.csv", table(Array(0..<90)))
      let outcome = try files.run([
        "network", "--data", "train.csv", "--columns", "a,b", "--label", "kind", "--standardize", "--epochs", "150",
        "--test-fraction", "0", "--save-model", "m.json",
      ])
      #expect(outcome.status == 0, "\(outcome.messages)")
      try body(files)
    }
  }

  @Test("Another order of rows, columns and classes changes nothing")
  func orders() throws {
    try Self.withModel { files in
      let usual = try #require(try files.accuracy("train.csv"))
      #expect(usual > 0.9)
      try files.write("reversed.csv", Self.table((0..<90).reversed()))
      try files.write("swapped.csv", Self.table((0..<90).reversed(), swapped: true))
      try files.write("sorted.csv", Self.table((0..<90).sorted { ($0 % 3, $0) > ($1 % 3, $1) }))
      for file in ["reversed.csv", "swapped.csv", "sorted.csv"] {
        #expect(try files.accuracy(file) == usual, "\(file)")
      }
      #expect(try files.accuracy("swapped.csv", ["--columns", "b,a", "--label", "kind"]) == usual)
      // One class alone: its own share of what is right, and the others are said to be missing.
      let cedars = (0..<90).filter { $0 % 3 == 2 }
      try files.write("cedars.csv", Self.table(cedars))
      #expect(try #require(try files.accuracy("cedars.csv")) > 0.8)
    }
  }

  @Test("What is saved says columns, classes and units, and comes back as it was")
  func saved() throws {
    try Self.withModel { files in
      let text = try String(contentsOf: files.folder.appending(path: "m.json"), encoding: .utf8)
      let json = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
      #expect(json["columns"] as? [String] == ["a", "b"])
      #expect(json["classes"] as? [String] == ["ash", "birch", "cedar"])
      let units = try #require(json["standardization"] as? [String: [Double]])
      // Means by hand: the centers, and what is added to them.
      let mean = Self.points.map(\.a).reduce(0, +) / 90
      #expect(abs((units["mean"]?[0] ?? 0) - mean) < 1e-9)
      let again = try files.run([
        "network", "--model", "m.json", "--data", "train.csv", "--epochs", "0", "--test-fraction", "0", "--save-model",
        "n.json",
      ])
      #expect(again.status == 0)
      #expect(try String(contentsOf: files.folder.appending(path: "n.json"), encoding: .utf8) == text)
    }
  }

  @Test("A column or a class that is missing is named, with status 65")
  func missing() throws {
    try Self.withModel { files in
      try files.write("other.csv", Self.table(Array(0..<90), names: ["a", "weight", "kind"]))
      let column = try files.run(["network", "--model", "m.json", "--data", "other.csv", "--epochs", "0"])
      #expect(column.status == 65 && column.messages.contains("column 'b'"), "\(column.messages)")
      try files.write("class.csv", Self.table(Array(0..<90)).replacing("birch", with: "beech"))
      let kind = try files.run(["network", "--model", "m.json", "--data", "class.csv", "--epochs", "0"])
      #expect(kind.status == 65 && kind.messages.contains("beech"), "\(kind.messages)")
    }
  }

  @Test("A file without names is matched by position, and that is said; names elsewhere are known")
  func position() throws {
    try withScratchFolder { folder in
      let files = Files(folder: folder)
      try files.write("train.csv", Self.table(Array(0..<30)).replacing("cedar", with: "ash"))
      let layers =
        #"[{"activation":"ReLU","weights":[[1,0]],"biases":[0]},{"activation":"logistic","weights":[[1]],"biases":[0]}]"#
      try files.write("m.json", #"{"inputs":["x1","x2"],"layers":\#(layers),"loss":"bce"}"#)
      let arguments = ["network", "--model", "m.json", "--data", "train.csv", "--epochs", "0"]
      let plain = try files.run(arguments)
      #expect(plain.status == 0, "\(plain.messages)")
      #expect(plain.messages.contains("names no columns: a, b are taken in this order"))
      #expect(plain.messages.contains("names no classes: ash, birch are taken in this order"))
      try files.write("m.json", #"{"inputs":["b","a"],"layers":\#(layers),"loss":"bce"}"#)
      let named = try files.run(arguments + ["--save-model", "n.json"])
      #expect(named.status == 0 && !named.messages.contains("names no columns"), "\(named.messages)")
      #expect(
        try String(contentsOf: folder.appending(path: "n.json"), encoding: .utf8).contains(#""columns":["b","a"]"#))
      try files.write("m.json", #"{"inputs":["width","height"],"layers":\#(layers),"loss":"bce"}"#)
      let foreign = try files.run(arguments)
      #expect(foreign.status == 0 && foreign.messages.contains("names no columns"), "\(foreign.messages)")
    }
  }
}
