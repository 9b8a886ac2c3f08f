/// What η·λmax against its bound says of the next steps.
package struct StabilityClaim: Claim {
  /// The product, the bound and the curvatures.
  package struct Figures: ClaimFigures {
    /// η·λmax.
    package var product = PrintedNumber.blank
    /// The largest such product with which the optimizer settles; nil where it has none.
    package var bound: PrintedNumber?
    /// λmax.
    package var largest = PrintedNumber.blank
    /// The smallest curvature; nil where it is not known.
    package var smallest: PrintedNumber?
    /// Whether they are estimates from some of the examples.
    package var isEstimate = false
    /// The optimizer's name.
    package var method = "…"

    package static let blank = Figures()
    package init() {}
  }

  /// What can be said.
  package enum Kind: String, ClaimKind {
    case stable
    case belowBound = "below-bound"
    case leavesSaddle = "leaves-saddle"
    case atBound = "at-bound"
    case overshoots
    case level
    case downward
    case scaled
    case unknown
  }

  package let figures: Figures
  package let kind: Kind

  /// Says what the product says.
  package init(_ figures: Figures) {
    self.figures = figures
    kind = Self.kind(figures)
  }

  private static func kind(_ figures: Figures) -> Kind {
    guard figures.largest.isFinite, figures.product.isFinite else { return .unknown }
    if figures.largest.value <= 0 { return figures.largest.value < 0 ? .downward : .level }
    guard let bound = figures.bound else { return .scaled }
    if figures.product >= bound { return figures.product > bound ? .overshoots : .atBound }
    guard let smallest = figures.smallest else { return .belowBound }
    return smallest.value > 0 ? .stable : smallest.value < 0 ? .leavesSaddle : .belowBound
  }

  /// The product, as it stands before the comparison.
  package var measured: String {
    switch kind {
    case .level, .downward: "λmax \(about)\(figures.largest.text)"
    case .unknown: "λmax is no number here"
    case .stable, .belowBound, .leavesSaddle, .atBound, .overshoots, .scaled: "η·λmax \(about)\(figures.product.text)"
    }
  }

  /// What it is compared with.
  package var comparison: String {
    let bound = (figures.bound ?? .blank).text
    switch kind {
    case .stable, .belowBound, .leavesSaddle: return "< \(bound)"
    case .atBound: return figures.isEstimate ? "≈ \(bound)" : "= \(bound)"
    case .overshoots: return "> \(bound)"
    case .level: return "not curved upward: no bound on η"
    case .downward: return "curved downward"
    case .scaled: return "no bound for \(figures.method)"
    case .unknown: return ""
    }
  }

  private var about: String { figures.isEstimate ? "≈ " : "" }

  package static func wordings(of kind: Kind, _ figures: Figures) -> [String] {
    let smallest = (figures.smallest ?? .blank).text
    switch kind {
    case .stable: return ["curved upward along every direction, and each is below the bound: stable", "stable"]
    case .belowBound: return ["below the bound: nothing is overshot", "below the bound"]
    case .leavesSaddle:
      return [
        "below the bound, but not stable: along a direction curved downward (λmin \(smallest)) it leaves", "leaves",
      ]
    case .atBound: return ["at the bound: along the most curved direction neither closer nor further", "at the bound"]
    case .overshoots: return ["along the most curved direction each step overshoots further", "overshoots"]
    case .level: return ["no direction is curved upward, so nothing is overshot", "not curved upward"]
    case .downward: return ["curved downward along every direction: nothing to settle in", "curved downward"]
    case .scaled:
      return ["\(figures.method) scales every weight for itself: η·λmax has no bound as such", "no bound"]
    case .unknown: return ["λmax is no number here"]
    }
  }
}

extension StabilityClaim.Kind {
  package static let subject = "stability"

  package var condition: String {
    switch self {
    case .stable: "0 < η·λmax < bound, and the smallest curvature is above 0"
    case .belowBound: "0 < η·λmax < bound, and the smallest curvature is 0 or not known"
    case .leavesSaddle: "0 < η·λmax < bound, and the smallest curvature is below 0"
    case .atBound: "η·λmax equals the bound"
    case .overshoots: "η·λmax is above the bound"
    case .level: "λmax is 0"
    case .downward: "λmax is below 0"
    case .scaled: "λmax is above 0, and the optimizer has no bound"
    case .unknown: "λmax is not finite"
    }
  }

  package var tone: ClaimTone {
    switch self {
    case .stable: .good
    case .belowBound, .level, .downward, .scaled, .unknown: .neutral
    case .leavesSaddle, .atBound: .warning
    case .overshoots: .bad
    }
  }
}
