/// A number beside what it was when it was last told.
public struct ValueChange: Claim {
  /// What the change is told by.
  public struct Figures: ClaimFigures {
    /// What it was.
    public var before = PrintedNumber.blank
    /// What it is.
    public var after = PrintedNumber.blank
    /// Which of the two is the greater where the digits don't tell them apart: 1 for the later, -1 for the earlier, 0 for
    /// neither.
    public var direction = 0

    /// All open.
    public static let blank = Figures()
    /// Makes figures, all open.
    public init() {}

    /// A number and what it was.
    public init(_ after: Double, before: Double, significant digits: Int) {
      self.after = PrintedNumber(after, significant: digits)
      self.before = PrintedNumber(before, significant: digits)
      direction = after > before ? 1 : after < before ? -1 : 0
    }
  }

  /// What can be said of it.
  public enum Kind: String, ClaimKind {
    case up
    case down
    case slightlyUp = "slightly-up"
    case slightlyDown = "slightly-down"
    case same
    case otherwise
  }

  /// The numbers it rests on.
  public let figures: Figures
  /// What is said.
  public let kind: Kind

  /// Says how it changed.
  public init(_ figures: Figures) {
    self.figures = figures
    let (before, after) = (figures.before, figures.after)
    if before.value.isNaN || after.value.isNaN {
      kind = .otherwise
    } else if before.text != after.text {
      kind = after > before ? .up : .down
    } else {
      kind = figures.direction > 0 ? .slightlyUp : figures.direction < 0 ? .slightlyDown : .same
    }
  }

  /// The words, longest first.
  public static func wordings(of kind: Kind, _ figures: Figures) -> [String] {
    let (before, after) = (figures.before.text, figures.after.text)
    return switch kind {
    case .up: ["\(after), up from \(before)"]
    case .down: ["\(after), down from \(before)"]
    case .slightlyUp: ["\(after), slightly up"]
    case .slightlyDown: ["\(after), slightly down"]
    case .same: ["\(after), as before"]
    case .otherwise: ["\(after), before \(before)"]
    }
  }
}

extension ValueChange.Kind {
  /// What it is about.
  public static let subject = "change"

  /// When it is true.
  public var condition: String {
    switch self {
    case .up: "it is greater as printed"
    case .down: "it is less as printed"
    case .slightlyUp: "it is greater, and printed alike"
    case .slightlyDown: "it is less, and printed alike"
    case .same: "it is the very number"
    case .otherwise: "one of the two is no number"
    }
  }

  /// Neither good nor bad.
  public var tone: ClaimTone { .neutral }
}
