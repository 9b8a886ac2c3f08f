import Foundation

/// How much of what a test could try it tries: all of it, or the share (0 to 1) that `DOWNHILL_TEST_SHARE` names.
///
/// A sanitizer makes everything many times slower, so `.ci/run` asks for a share there.
package enum TestShare {
  private static let share = ProcessInfo.processInfo.environment["DOWNHILL_TEST_SHARE"].flatMap(Double.init) ?? 1

  /// The share of a count, and at least so many.
  package static func of(_ count: Int, least: Int) -> Int { max(least, Int(Double(count) * share)) }

  /// How long something may take before it counts as hanging: ten times as long where only a share is tried.
  package static func patience(_ time: Duration) -> Duration { share < 1 ? time * 10 : time }
}
