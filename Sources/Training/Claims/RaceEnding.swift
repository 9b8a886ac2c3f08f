/// How a race has ended.
package struct RaceEnding: Claim {
  /// How many runs ended in which way.
  package struct Figures: ClaimFigures {
    /// How many runs there are.
    package var count = 0
    /// How many of them diverged.
    package var diverged = 0

    /// None at all.
    package static let blank = Figures()
    /// Makes figures of no run.
    package init() {}
  }

  /// What can be said.
  package enum Kind: String, ClaimKind {
    case ended
    case someDiverged = "some-diverged"
    case allDiverged = "all-diverged"
  }

  package let figures: Figures
  package let kind: Kind

  /// Says how the race ended.
  package init(_ figures: Figures) {
    self.figures = figures
    kind = figures.diverged == 0 ? .ended : figures.diverged < figures.count ? .someDiverged : .allDiverged
  }

  package static func wordings(of kind: Kind, _ figures: Figures) -> [String] {
    switch kind {
    case .ended: ["all runs have ended"]
    case .someDiverged: ["all runs have ended, \(figures.diverged) of \(figures.count) diverged"]
    case .allDiverged: ["all runs have diverged"]
    }
  }

  /// What can be done.
  package static func advice(for kind: Kind, _ figures: Figures) -> [Advice] { [.openOne] }
}

extension RaceEnding.Kind {
  package static let subject = "race"

  package var condition: String {
    switch self {
    case .ended: "no run goes on, and none diverged"
    case .someDiverged: "no run goes on, and some diverged, not all"
    case .allDiverged: "every run diverged"
    }
  }

  package var tone: ClaimTone {
    switch self {
    case .ended: .neutral
    case .someDiverged: .warning
    case .allDiverged: .bad
    }
  }
}
