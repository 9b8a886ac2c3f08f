/// How a perceptron's learning has ended.
package struct PerceptronEnding: Claim {
  /// What its end is told by.
  package struct Figures: ClaimFigures {
    /// How it stands.
    package enum Reason: Sendable, Equatable, CaseIterable {
      /// There are no examples.
      case noData
      /// An epoch without a mistake.
      case converged
      /// A limit that was asked for.
      case epochs, steps, target, noImprovement
      /// The weights at an epoch's end came back.
      case cycle
      /// A number ceased to be finite.
      case divergence
    }

    /// How it stands.
    package var reason = Reason.noData
    /// How many epochs are done.
    package var epochs = 0
    /// How many steps are done.
    package var steps = 0
    /// After how many epochs the weights come back.
    package var period = 0
    /// What ceased to be finite.
    package var quantity = "…"
    /// A lower rate with which the same learning was tried and did not diverge; nil for none.
    package var remedy: PrintedNumber?

    package static let blank = Figures()
    package init() {}
  }

  /// What can be said of its end.
  package enum Kind: String, ClaimKind {
    case noData = "no-data"
    case converged
    case epochs
    case steps
    case target
    case noImprovement = "no-improvement"
    case cycle
    case notFinite = "not-finite"
  }

  package let figures: Figures
  package let kind: Kind

  /// Says how the learning ended.
  package init(_ figures: Figures) {
    self.figures = figures
    kind =
      switch figures.reason {
      case .noData: .noData
      case .converged: .converged
      case .epochs: .epochs
      case .steps: .steps
      case .target: .target
      case .noImprovement: .noImprovement
      case .cycle: .cycle
      case .divergence: .notFinite
      }
  }

  package static func wordings(of kind: Kind, _ figures: Figures) -> [String] {
    let ended = "ended at \(figures.steps)"
    switch kind {
    case .noData: return ["no data"]
    case .converged: return ["converged: epoch \(figures.epochs) had no mistake", "converged at \(figures.steps)"]
    case .epochs: return ["stopped after \(counted(figures.epochs, "epoch")), as asked for", ended]
    case .steps: return ["stopped after \(counted(figures.steps, "step")), as asked for", ended]
    case .target: return ["reached the target loss after \(counted(figures.epochs, "epoch"))", ended]
    case .noImprovement: return ["stopped improving after \(counted(figures.epochs, "epoch"))", ended]
    case .cycle:
      return [
        "it will never converge: the weights cycle with period \(counted(figures.period, "epoch"))",
        "cycles, period \(figures.period)",
      ]
    case .notFinite:
      return [
        "diverged at step \(figures.steps + 1): \(figures.quantity) left the finite numbers",
        "diverged at \(figures.steps + 1)",
      ]
    }
  }

  /// What can be done.
  package static func advice(for kind: Kind, _ figures: Figures) -> [Advice] {
    switch kind {
    case .noData: [.getPoints]
    case .converged: [.stepBack, .otherStarts]
    case .epochs, .steps, .target, .noImprovement: [.stepBack]
    case .cycle: [.proof]
    case .notFinite: (figures.remedy.map { [.lowerRate($0)] } ?? []) + [.stepBack]
    }
  }
}

extension PerceptronEnding.Kind {
  package static let subject = "perceptron"

  package var condition: String {
    switch self {
    case .noData: "there are no examples"
    case .converged: "the last epoch, a whole one, had no mistake"
    case .epochs: "it has made as many epochs as were asked for"
    case .steps: "it has made as many steps as were asked for"
    case .target: "the loss is at most the one asked for"
    case .noImprovement: "the loss has not become lower for as long as was asked for"
    case .cycle: "the weights at the end of an epoch are exactly those of the period before"
    case .notFinite: "a weight or a score ceased to be finite"
    }
  }

  package var tone: ClaimTone {
    switch self {
    case .converged, .target: .good
    case .noData, .epochs, .steps, .noImprovement: .warning
    case .cycle, .notFinite: .bad
    }
  }
}
