import Calculus

/// How a straight boundary has moved, and what the origin has to do with it.
package struct BoundaryMovement: Claim {
  /// What the movement is told by.
  package struct Figures: ClaimFigures {
    /// Whether there was a boundary before.
    package var wasThere = true
    /// Whether there is one now.
    package var isThere = true
    /// By how many degrees its normal, which points to the first class, has turned; at least 0.
    package var turn = PrintedNumber.blank
    /// Whether it turned from the first input toward the second.
    package var isCounterclockwise = true
    /// How far it was from the origin.
    package var before = PrintedNumber.blank
    /// How far it is from the origin.
    package var after = PrintedNumber.blank
    /// The difference of the two distances.
    package var shift = PrintedNumber.blank
    /// Whether the places nearest to the origin lie on two sides of it.
    package var hasPassedOrigin = false
    /// Whether the origin has another class than before.
    package var hasChangedOrigin = false

    package static let blank = Figures()
    package init() {}
  }

  /// What can be said of it.
  package enum Kind: String, ClaimKind {
    case appeared
    case gone
    case absent
    case still
    case turned
    case shifted
    case turnedAndShifted = "turned-and-shifted"
    case passed
    case turnedAndPassed = "turned-and-passed"
  }

  package let figures: Figures
  package let kind: Kind

  /// Says how it moved.
  package init(_ figures: Figures) {
    self.figures = figures
    let turns = figures.turn.value > 0
    let shifts = figures.shift.value > 0
    kind =
      switch (figures.wasThere, figures.isThere) {
      case (false, false): .absent
      case (false, true): .appeared
      case (true, false): .gone
      case (true, true) where figures.hasPassedOrigin: turns ? .turnedAndPassed : .passed
      case (true, true): turns ? (shifts ? .turnedAndShifted : .turned) : shifts ? .shifted : .still
      }
  }

  package static func wordings(of kind: Kind, _ figures: Figures) -> [String] {
    let turn =
      "turned by \(figures.turn.text) degrees \(figures.isCounterclockwise ? "counterclockwise" : "clockwise")"
    let shift = "moved \(figures.shift.text) \(figures.after > figures.before ? "outward" : "inward")"
    let passage =
      "passed over the origin: it was \(figures.before.text) from it on one side, and is \(figures.after.text) on the other"
    let origin = figures.hasChangedOrigin ? " The origin has changed its class." : ""
    return switch kind {
    case .appeared: ["It has appeared."]
    case .gone: ["It has gone."]
    case .absent: ["It is still not there."]
    case .still: ["It has not moved.\(origin)"]
    case .turned: ["It \(turn).\(origin)"]
    case .shifted: ["It \(shift).\(origin)"]
    case .turnedAndShifted: ["It \(turn) and \(shift).\(origin)"]
    case .passed: ["It \(passage).\(origin)"]
    case .turnedAndPassed: ["It \(turn) and \(passage).\(origin)"]
    }
  }
}

extension BoundaryMovement.Kind {
  package static let subject = "boundary"

  package var condition: String {
    switch self {
    case .appeared: "there is a boundary now and there was none"
    case .gone: "there is no boundary now and there was one"
    case .absent: "there is no boundary, and there was none"
    case .still: "neither the direction of the boundary nor its place has changed"
    case .turned: "its direction has changed, its distance from the origin has not"
    case .shifted: "its distance from the origin has changed, its direction has not"
    case .turnedAndShifted: "its direction and its distance from the origin have changed"
    case .passed: "its nearest place to the origin was on one side of it and is on the other; its direction is the same"
    case .turnedAndPassed:
      "its nearest place to the origin was on one side of it and is on the other, and it has turned"
    }
  }

  /// Neither good nor bad.
  package var tone: ClaimTone { .neutral }
}
