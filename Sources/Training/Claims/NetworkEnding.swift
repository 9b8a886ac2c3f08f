/// How a network's training has ended.
package struct NetworkEnding: Claim {
  /// What the end of a training is told by.
  package struct Figures: ClaimFigures {
    /// How it stands.
    package enum Reason: Sendable, Equatable, CaseIterable {
      /// There are no examples.
      case noData
      /// A limit that was asked for.
      case epochs, steps, target, noImprovement
      /// A number ceased to be finite.
      case divergence
    }

    /// How it stands.
    package var reason = Reason.noData
    /// How many epochs are done.
    package var epochs = 0
    /// How many steps are done.
    package var steps = 0
    /// The training loss.
    package var loss = PrintedNumber.blank
    /// The loss asked for.
    package var target = PrintedNumber.blank
    /// What ceased to be finite.
    package var quantity = "…"
    /// The learning rate.
    package var rate = PrintedNumber.blank
    /// Learning rate times λmax at the start; nil where unknown.
    package var product: PrintedNumber?
    /// The largest such product with which the optimizer settles; nil where it has none.
    package var bound: PrintedNumber?
    /// The last such product that was measured on the way, told apart from the bound; nil where none was.
    package var lastProduct: PrintedNumber?
    /// How many examples a batch has.
    package var batch = 0
    /// How many examples there are.
    package var examples = 0
    /// A lower rate with which the same training was tried and did not diverge; nil for none.
    package var remedy: PrintedNumber?

    package static let blank = Figures()
    package init() {}
  }

  /// What can be said of a training's end.
  package enum Kind: String, ClaimKind {
    case noData = "no-data"
    case epochs
    case steps
    case target
    case noImprovement = "no-improvement"
    case aboveBound = "above-bound"
    case roseAboveBound = "rose-above-bound"
    case belowBoundInBatches = "below-bound-in-batches"
    case notFinite = "not-finite"
  }

  package let figures: Figures
  package let kind: Kind

  /// Says how the training ended.
  package init(_ figures: Figures) {
    self.figures = figures
    kind = Self.kind(figures)
  }

  private static func kind(_ figures: Figures) -> Kind {
    switch figures.reason {
    case .noData: return .noData
    case .epochs: return .epochs
    case .steps: return .steps
    case .target: return .target
    case .noImprovement: return .noImprovement
    case .divergence:
      guard let bound = figures.bound else { return .notFinite }
      if let product = figures.product, product > bound { return .aboveBound }
      if let last = figures.lastProduct, last > bound { return .roseAboveBound }
      return figures.product != nil && figures.batch < figures.examples ? .belowBoundInBatches : .notFinite
    }
  }

  package static func wordings(of kind: Kind, _ figures: Figures) -> [String] {
    let diverged = "diverged at step \(figures.steps + 1)"
    let brief = "diverged at \(figures.steps + 1)"
    let bound = (figures.bound ?? .blank).text
    let product = (figures.product ?? .blank).text
    let ended = "ended at \(figures.steps)"
    let loss = "training loss \(figures.loss.text)"
    switch kind {
    case .noData: return ["no data"]
    case .epochs: return ["stopped after \(counted(figures.epochs, "epoch")), as asked for: \(loss)", ended]
    case .steps: return ["stopped after \(counted(figures.steps, "step")), as asked for: \(loss)", ended]
    case .target: return ["reached the target loss \(figures.target.text): \(loss)", "target at \(figures.steps)"]
    case .noImprovement:
      return ["stopped improving after \(counted(figures.epochs, "epoch")): \(loss)", "no better at \(figures.steps)"]
    case .aboveBound:
      return [
        "\(diverged): η \(figures.rate.text) is above the stability limit at the start "
          + "(η·λmax = \(product) > \(bound))", brief,
      ]
    case .roseAboveBound:
      return ["\(diverged): η·λmax had risen to \((figures.lastProduct ?? .blank).text) > \(bound)", brief]
    case .belowBoundInBatches:
      return [
        "\(diverged): η·λmax was \(product) on all examples, but a batch of \(figures.batch) can be more curved", brief,
      ]
    case .notFinite: return ["\(diverged): \(figures.quantity) left the finite numbers", brief]
    }
  }

  /// What can be done.
  package static func advice(for kind: Kind, _ figures: Figures) -> [Advice] {
    switch kind {
    case .noData: [.getPoints]
    case .epochs, .steps, .target, .noImprovement: [.stepBack]
    case .aboveBound, .roseAboveBound, .belowBoundInBatches, .notFinite:
      figures.remedy.map { [.lowerRate($0)] } ?? [.stepBack]
    }
  }
}

extension NetworkEnding.Kind {
  package static let subject = "network"

  package var condition: String {
    switch self {
    case .noData: "there are no examples"
    case .epochs: "it has made as many epochs as were asked for"
    case .steps: "it has made as many steps as were asked for"
    case .target: "the training loss is at most the one asked for"
    case .noImprovement: "the loss has not become lower for as many epochs as were asked for"
    case .aboveBound: "a weight ceased to be finite, and η·λmax at the start is above the optimizer's bound"
    case .roseAboveBound: "a weight ceased to be finite, and η·λmax as last measured is above the bound"
    case .belowBoundInBatches: "a weight ceased to be finite, η·λmax was not above the bound, and batches are not full"
    case .notFinite: "a weight ceased to be finite, and none of the above"
    }
  }

  package var tone: ClaimTone {
    switch self {
    case .target: .good
    case .epochs, .steps, .noImprovement: .neutral
    case .noData: .warning
    case .aboveBound, .roseAboveBound, .belowBoundInBatches, .notFinite: .bad
    }
  }
}
