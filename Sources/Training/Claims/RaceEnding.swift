/// How a race has ended.
public struct RaceEnding: Claim {
  /// How many runs ended in which way.
  public struct Figures: ClaimFigures {
    /// How many runs there are.
    public var count = 0
    /// How many of them diverged.
    public var diverged = 0

    /// None at all.
    public static let blank = Figures()
    /// Makes figures of no run.
    public init() {}
  }

  /// What can be said.
  public enum Kind: String, ClaimKind {
    case ended
    case someDiverged = "some-diverged"
    case allDiverged = "all-diverged"
  }

  /// The numbers it rests on.
  public let figures: Figures
  /// What is said.
  public let kind: Kind

  /// Says how the race ended.
  public init(_ figures: Figures) {
    self.figures = figures
    kind = figures.diverged == 0 ? .ended : figures.diverged < figures.count ? .someDiverged : .allDiverged
  }

  /// The words, longest first.
  public static func wordings(of kind: Kind, _ figures: Figures) -> [String] {
    switch kind {
    case .ended: ["all runs have ended"]
    case .someDiverged: ["all runs have ended, \(figures.diverged) of \(figures.count) diverged"]
    case .allDiverged: ["all runs have diverged"]
    }
  }

  /// What can be done.
  public static func advice(for kind: Kind, _ figures: Figures) -> [Advice] { [.openOne] }
}

extension RaceEnding.Kind {
  /// What it is about.
  public static let subject = "race"

  /// When it is true.
  public var condition: String {
    switch self {
    case .ended: "no run goes on, and none diverged"
    case .someDiverged: "no run goes on, and some diverged, not all"
    case .allDiverged: "every run diverged"
    }
  }

  /// How serious it is.
  public var tone: ClaimTone {
    switch self {
    case .ended: .neutral
    case .someDiverged: .warning
    case .allDiverged: .bad
    }
  }
}
