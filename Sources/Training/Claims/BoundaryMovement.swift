import Calculus

/// How a straight boundary has moved, and what the origin has to do with it.
public struct BoundaryMovement: Claim {
  /// What the movement is told by.
  public struct Figures: ClaimFigures {
    /// Whether there was a boundary before.
    public var wasThere = true
    /// Whether there is one now.
    public var isThere = true
    /// By how many degrees its normal, which points to the first class, has turned; at least 0.
    public var turn = PrintedNumber.blank
    /// Whether it turned from the first input toward the second.
    public var isCounterclockwise = true
    /// How far it was from the origin.
    public var before = PrintedNumber.blank
    /// How far it is from the origin.
    public var after = PrintedNumber.blank
    /// The difference of the two distances.
    public var shift = PrintedNumber.blank
    /// Whether the places nearest to the origin lie on two sides of it.
    public var hasPassedOrigin = false
    /// Whether the origin has another class than before.
    public var hasChangedOrigin = false

    /// All open.
    public static let blank = Figures()
    /// Makes figures, all open.
    public init() {}
  }

  /// What can be said of it.
  public enum Kind: String, ClaimKind {
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

  /// The numbers it rests on.
  public let figures: Figures
  /// What is said.
  public let kind: Kind

  /// Says how it moved.
  public init(_ figures: Figures) {
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

  /// The words, longest first.
  public static func wordings(of kind: Kind, _ figures: Figures) -> [String] {
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
  /// What it is about.
  public static let subject = "boundary"

  /// When it is true.
  public var condition: String {
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
  public var tone: ClaimTone { .neutral }
}
