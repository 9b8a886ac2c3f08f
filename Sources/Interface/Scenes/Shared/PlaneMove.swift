import Terminal

/// How far a key moves something over a plane, in steps of whoever moves it.
struct PlaneMove: Sendable, Equatable {
  /// To the right.
  let across: Double
  /// Upward.
  let up: Double

  /// Arrows and `hjkl` move by one step; nil for other keys.
  ///
  /// - Parameter shifted: By how many steps shifted arrows move.
  init?(_ key: KeyPress, shifted: Double) {
    switch key {
    case .left, .character("h"): (across, up) = (-1, 0)
    case .right, .character("l"): (across, up) = (1, 0)
    case .up, .character("k"): (across, up) = (0, 1)
    case .down, .character("j"): (across, up) = (0, -1)
    case .shiftLeft: (across, up) = (-shifted, 0)
    case .shiftRight: (across, up) = (shifted, 0)
    case .shiftUp: (across, up) = (0, shifted)
    case .shiftDown: (across, up) = (0, -shifted)
    default: return nil
    }
  }
}
