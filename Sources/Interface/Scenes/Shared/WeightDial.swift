import Terminal

/// What the keys do while weights are turned by hand; digits are typed on a `NumberLine`.
enum WeightDial {
  /// What a key asks for.
  enum Answer: Equatable {
    /// The weight gets this value.
    case turned(to: Double)
    /// The weight so many rows further down is chosen.
    case moved(Int)
    /// Nothing more is turned.
    case left
    case notMine
  }

  /// Answers a key while a weight stands at a value.
  ///
  /// Arrows turn by 0.1, shifted by 0.01, page keys by 1. Tenths stay tenths: 0.1 three times is 0.3.
  static func press(_ key: KeyPress, value: Double) -> Answer {
    func turned(by amount: Double) -> Answer {
      let sum = value + amount
      let scaled = (sum * 1e6).rounded()
      return .turned(to: scaled.isFinite ? scaled / 1e6 : sum)
    }
    return switch key {
    case .up, .character("k"): .moved(-1)
    case .down, .character("j"), .tab: .moved(1)
    case .left, .character("h"): turned(by: -0.1)
    case .right, .character("l"): turned(by: 0.1)
    case .shiftLeft: turned(by: -0.01)
    case .shiftRight: turned(by: 0.01)
    case .pageDown: turned(by: -1)
    case .pageUp: turned(by: 1)
    case .escape, .enter, .character("w"): .left
    default: .notMine
    }
  }
}
