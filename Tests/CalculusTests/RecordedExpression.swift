import Foundation

@testable import Calculus

/// A line of `Recorded/expressions.tsv`, which `Tests/Oracles/expressions.py` wrote with SymPy and mpmath.
struct RecordedExpression {
  var text: String
  var x: Double
  var y: Double
  var value: Double
  var gradient: PlaneGradient
  var curvature: Curvature

  /// All recorded expressions.
  static func all() throws -> [RecordedExpression] { try all(in: "expressions") }

  /// Every function by itself, at places of its whole domain.
  static func functions() throws -> [RecordedExpression] { try all(in: "functions") }

  private static func all(in file: String) throws -> [RecordedExpression] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    let lines = try String(contentsOf: folder.appending(path: "Recorded/\(file).tsv"), encoding: .utf8)
    return lines.split(separator: "\n").map { line in
      let fields = line.split(separator: "\t")
      let numbers = fields.dropFirst().map { Double($0) ?? .nan }
      return RecordedExpression(
        text: String(fields[0]), x: numbers[0], y: numbers[1], value: numbers[2],
        gradient: PlaneGradient(x: numbers[3], y: numbers[4]),
        curvature: Curvature(xx: numbers[5], xy: numbers[6], yy: numbers[7]))
    }
  }
}

/// Whether a number is within a relative tolerance of what is expected.
///
/// Where terms cancel to exactly 0 (the second derivative of x*x/x) a few units of rounding may stay.
func isClose(_ number: Double, _ expected: Double, relative: Double) -> Bool {
  number == expected || (number - expected).magnitude <= (expected == 0 ? 1e-14 : relative * expected.magnitude)
}
