/// What the last step did to the function's value.
public struct DescentChange: Claim {
  /// The value before and after, with as many digits as tell them apart.
  public struct Figures: ClaimFigures {
    /// The value before.
    public var before = PrintedNumber.blank
    /// The value after.
    public var after = PrintedNumber.blank

    /// All open.
    public static let blank = Figures()
    /// Makes figures, all open.
    public init() {}
    /// Prints two values.
    public init(from before: Double, to after: Double) {
      (self.before, self.after) = PrintedNumber.apart(before, after)
    }
  }

  /// What can be said.
  public enum Kind: String, ClaimKind {
    case falls
    case rises
    case stays
  }

  /// The numbers it rests on.
  public let figures: Figures
  /// What is said.
  public let kind: Kind

  /// Says what the step did; nil where a value is no number.
  public init?(_ figures: Figures) {
    guard figures.before.isFinite, figures.after.isFinite else { return nil }
    self.figures = figures
    kind = figures.after < figures.before ? .falls : figures.after > figures.before ? .rises : .stays
  }

  /// The words, longest first.
  public static func wordings(of kind: Kind, _ figures: Figures) -> [String] {
    let numbers = "\(figures.before.text) → \(figures.after.text)"
    switch kind {
    case .falls: return ["f falls: \(numbers)", "f  \(numbers)"]
    case .rises: return ["f rises: \(numbers)", "f  \(numbers)"]
    case .stays:
      return ["f stays at \(figures.after.text) to the digits shown", "f stays at \(figures.after.text)"]
    }
  }
}

extension DescentChange.Kind {
  /// What it is about.
  public static let subject = "change"

  /// When it is true.
  public var condition: String {
    switch self {
    case .falls: "the value after is below the value before"
    case .rises: "the value after is above the value before"
    case .stays: "both print the same with eight digits"
    }
  }

  /// How serious it is.
  public var tone: ClaimTone {
    switch self {
    case .falls: .good
    case .rises: .bad
    case .stays: .neutral
    }
  }
}
