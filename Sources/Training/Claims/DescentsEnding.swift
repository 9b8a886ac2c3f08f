/// How several descents of one picture have ended.
package struct DescentsEnding: Claim {
  /// How many ended in which way.
  package struct Figures: ClaimFigures {
    /// How many there are.
    package var count = 0
    /// At a minimum that is known to be the lowest, or of which nothing better is known.
    package var atMinimum = 0
    /// At a minimum that is known not to be the lowest.
    package var atLocalMinimum = 0
    /// Where there is no slope and no minimum, or none that is known.
    package var elsewhere = 0
    /// Beyond all bounds.
    package var diverged = 0
    /// By the number of steps, or at the value asked for.
    package var stopped = 0

    /// None at all.
    package static let blank = Figures()
    /// Makes figures of no descent.
    package init() {}
  }

  /// What can be said of several ends.
  package enum Kind: String, ClaimKind {
    case allWell = "all-well"
    case mixed
    case someDiverged = "some-diverged"
    case allDiverged = "all-diverged"
  }

  package let figures: Figures
  package let kind: Kind

  /// Says how they ended.
  package init(_ figures: Figures) {
    self.figures = figures
    kind =
      figures.diverged == figures.count
      ? .allDiverged
      : figures.diverged > 0 ? .someDiverged : figures.atMinimum == figures.count ? .allWell : .mixed
  }

  package static func wordings(of kind: Kind, _ figures: Figures) -> [String] {
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
  package static func advice(for kind: Kind, _ figures: Figures) -> [Advice] { [.compare] }
}

extension DescentsEnding.Kind {
  package static let subject = "descents"

  package var condition: String {
    switch self {
    case .allWell: "every one ended at a minimum that is not known to be higher than another"
    case .mixed: "none diverged, and not all ended so"
    case .someDiverged: "some diverged, not all"
    case .allDiverged: "every one diverged"
    }
  }

  package var tone: ClaimTone {
    switch self {
    case .allWell: .good
    case .mixed, .someDiverged: .warning
    case .allDiverged: .bad
    }
  }
}
