/// How several descents of one picture have ended.
public struct DescentsEnding: Claim {
  /// How many ended in which way.
  public struct Figures: ClaimFigures {
    /// How many there are.
    public var count = 0
    /// At a minimum that is known to be the lowest, or of which nothing better is known.
    public var atMinimum = 0
    /// At a minimum that is known not to be the lowest.
    public var atLocalMinimum = 0
    /// Where there is no slope and no minimum, or none that is known.
    public var elsewhere = 0
    /// Beyond all bounds.
    public var diverged = 0
    /// By the number of steps, or at the value asked for.
    public var stopped = 0

    /// None at all.
    public static let blank = Figures()
    /// Makes figures of no descent.
    public init() {}
  }

  /// What can be said of several ends.
  public enum Kind: String, ClaimKind {
    case allWell = "all-well"
    case mixed
    case someDiverged = "some-diverged"
    case allDiverged = "all-diverged"
  }

  /// The numbers it rests on.
  public let figures: Figures
  /// What is said.
  public let kind: Kind

  /// Says how they ended.
  public init(_ figures: Figures) {
    self.figures = figures
    kind =
      figures.diverged == figures.count
      ? .allDiverged
      : figures.diverged > 0 ? .someDiverged : figures.atMinimum == figures.count ? .allWell : .mixed
  }

  /// The words, longest first.
  public static func wordings(of kind: Kind, _ figures: Figures) -> [String] {
    let parts = [
      (figures.atMinimum, "at a minimum"), (figures.atLocalMinimum, "caught in a local minimum"),
      (figures.elsewhere, "at rest without a minimum"), (figures.stopped, "stopped"), (figures.diverged, "diverged"),
    ].filter { $0.0 > 0 }
    switch kind {
    case .allWell: return ["all \(figures.count) ended at a minimum"]
    case .allDiverged: return ["all \(figures.count) diverged"]
    case .mixed, .someDiverged:
      return ["of \(figures.count): " + parts.map { "\($0.0) \($0.1)" }.joined(separator: ", ")]
    }
  }

  /// What can be done.
  public static func advice(for kind: Kind, _ figures: Figures) -> [Advice] { [.compare] }
}

extension DescentsEnding.Kind {
  /// What it is about.
  public static let subject = "descents"

  /// When it is true.
  public var condition: String {
    switch self {
    case .allWell: "every one ended at a minimum that is not known to be higher than another"
    case .mixed: "none diverged, and not all ended so"
    case .someDiverged: "some diverged, not all"
    case .allDiverged: "every one diverged"
    }
  }

  /// How serious it is.
  public var tone: ClaimTone {
    switch self {
    case .allWell: .good
    case .mixed, .someDiverged: .warning
    case .allDiverged: .bad
    }
  }
}
