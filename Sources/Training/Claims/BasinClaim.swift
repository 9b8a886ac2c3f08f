/// Where the starts below a stretch of a curve lead, found by descending from each.
package struct BasinClaim: Claim {
  /// What was found.
  package struct Figures: ClaimFigures {
    /// What becomes of a start.
    package enum Outcome: Sendable, Equatable, CaseIterable {
      /// It ends in a minimum in view.
      case minimum
      /// It diverges.
      case divergence
      /// It comes to rest out of view, or where there is no minimum.
      case elsewhere
      /// It is under way after as many steps as were tried.
      case undecided
    }

    /// What becomes of every start of the stretch.
    package var outcome = Outcome.minimum
    /// What the minimum is called.
    package var label = MinimumLabel(.blank).kind
    /// The learning rate in force; nil for a method without one.
    package var rate: PrintedNumber? = .blank
    /// The method's name.
    package var method = "…"

    package static let blank = Figures()
    package init() {}
  }

  /// What can be said of a stretch.
  package enum Kind: String, ClaimKind {
    case global
    case oneGlobal = "one-global"
    case local
    case lowestInView = "lowest-in-view"
    case diverges
    case elsewhere
    case undecided
  }

  package let figures: Figures
  package let kind: Kind

  /// Says where a stretch leads.
  package init(_ figures: Figures) {
    self.figures = figures
    switch figures.outcome {
    case .divergence: kind = .diverges
    case .elsewhere: kind = .elsewhere
    case .undecided: kind = .undecided
    case .minimum:
      kind =
        switch figures.label {
        case .global: .global
        case .oneGlobal: .oneGlobal
        case .local: .local
        case .lowestInView, .oneLowestInView: .lowestInView
        }
    }
  }

  package static func wordings(of kind: Kind, _ figures: Figures) -> [String] {
    let by = figures.method == "sgd" ? "" : " by \(figures.method)"
    let rate = figures.rate.map { " at η \($0.text)" } ?? ""
    let how = by + rate
    switch kind {
    case .global: return ["leads to the global minimum\(how)", "global minimum\(how)", "global\(how)", "global"]
    case .oneGlobal: return ["leads to a global minimum\(how)", "global\(how)", "global"]
    case .local: return ["leads to a local minimum\(how)", "local minimum\(how)", "local\(how)", "local"]
    case .lowestInView: return ["leads to the lowest in view\(how)", "lowest\(how)", "lowest"]
    case .diverges: return ["diverges\(how)", "diverges"]
    case .elsewhere: return ["leads elsewhere\(how)", "elsewhere"]
    case .undecided: return ["not there yet\(how)", "not yet"]
    }
  }
}

extension BasinClaim.Kind {
  package static let subject = "basin"

  package var condition: String {
    switch self {
    case .global: "every start of the stretch came to rest at the minimum that is the global one"
    case .oneGlobal: "every start of the stretch came to rest at this one of the global minima"
    case .local: "every start of the stretch came to rest at this local minimum"
    case .lowestInView: "every start of the stretch came to rest at this minimum, which is the lowest in view"
    case .diverges: "every start of the stretch diverged"
    case .elsewhere: "every start of the stretch came to rest out of view or at no minimum"
    case .undecided: "no start of the stretch has come to rest within the steps tried"
    }
  }

  package var tone: ClaimTone {
    switch self {
    case .global, .oneGlobal: .good
    case .local, .lowestInView, .elsewhere, .undecided: .neutral
    case .diverges: .bad
    }
  }
}
