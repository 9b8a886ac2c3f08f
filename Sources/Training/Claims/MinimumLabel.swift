/// What a minimum is called in a picture.
package struct MinimumLabel: Claim {
  /// What is known of it, and what is in view.
  package struct Figures: ClaimFigures {
    /// What is known of how it stands to all others.
    package var standing = MinimumStanding.unknown
    /// Whether nothing in view is lower.
    package var isLowestInView = false
    /// Whether another minimum in view is as low.
    package var hasEqualInView = false

    /// Nothing known.
    package static let blank = Figures()
    /// Makes figures of which nothing is known.
    package init() {}
  }

  /// What it can be called.
  package enum Kind: String, ClaimKind {
    case global
    case oneGlobal = "one-global"
    case local
    case lowestInView = "lowest-in-view"
    case oneLowestInView = "one-lowest-in-view"
  }

  package let figures: Figures
  package let kind: Kind

  /// Calls a minimum what it is.
  package init(_ figures: Figures) {
    self.figures = figures
    switch figures.standing {
    case .only: kind = .global
    case .oneOfSeveral: kind = .oneGlobal
    case .notLowest: kind = .local
    case .unknown:
      kind = !figures.isLowestInView ? .local : figures.hasEqualInView ? .oneLowestInView : .lowestInView
    }
  }

  package static func wordings(of kind: Kind, _ figures: Figures) -> [String] {
    switch kind {
    case .global: ["global minimum", "global"]
    case .oneGlobal: ["one of the global minima", "global"]
    case .local: ["local minimum", "local"]
    case .lowestInView: ["lowest in view", "lowest"]
    case .oneLowestInView: ["one of the lowest in view", "lowest"]
    }
  }
}

extension MinimumLabel.Kind {
  package static let subject = "minimum"

  package var condition: String {
    switch self {
    case .global: "the function is known to be higher everywhere else"
    case .oneGlobal: "the function is known to be as low elsewhere and nowhere lower"
    case .local: "the function is known to be lower elsewhere, or nothing is known and it is lower elsewhere in view"
    case .lowestInView: "nothing is known, and the function is higher everywhere else in view"
    case .oneLowestInView: "nothing is known, and the function is nowhere lower in view and at another minimum as low"
    }
  }

  package var tone: ClaimTone { isGlobal ? .good : .neutral }

  /// Whether the function is known to be nowhere lower: what a filled star says.
  package var isGlobal: Bool {
    switch self {
    case .global, .oneGlobal: true
    case .local, .lowestInView, .oneLowestInView: false
    }
  }
}
