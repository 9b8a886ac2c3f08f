import Foundation
import Plotting
import Testing

/// Screens that were looked at and kept: a test compares with them cell by cell.
///
/// `RENEW_GOLDENS=1 swift test` writes them anew; look at the difference before committing it.
enum Golden {
  static func expect(
    _ frame: Frame, _ name: String, in folder: String = #filePath, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let url = URL(filePath: folder).deletingLastPathComponent().appending(path: "Goldens/\(name).txt")
    let drawn = frame.golden
    if ProcessInfo.processInfo.environment["RENEW_GOLDENS"] == "1" {
      try Data(drawn.utf8).write(to: url, options: .atomic)
      return
    }
    let kept = try String(contentsOf: url, encoding: .utf8)
    guard kept != drawn else { return }
    let rows = zip(
      kept.split(separator: "\n", omittingEmptySubsequences: false),
      drawn.split(separator: "\n", omittingEmptySubsequences: false))
    let first = rows.enumerated().first { $0.element.0 != $0.element.1 }
    Issue.record(
      """
      \(name) is drawn differently, first in line \((first?.offset ?? 0) + 1):
      kept  \(first.map { String($0.element.0) } ?? "")
      drawn \(first.map { String($0.element.1) } ?? "")
      """, sourceLocation: sourceLocation)
  }
}
