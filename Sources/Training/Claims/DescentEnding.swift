/// How a descent has ended, and where.
package struct DescentEnding: Claim {
  /// What a descent's end is told by.
  package struct Figures: ClaimFigures {
    /// Why it makes no more steps.
    package enum Reason: Sendable, Equatable, CaseIterable {
      /// The gradient is as good as nothing, or a line search found nothing lower.
      case rest
      /// As many steps as were asked for.
      case steps
      /// The value asked for.
      case target
      /// A number ceased to be finite or went beyond all bounds.
      case divergence
    }

    /// Why it makes no more steps.
    package var reason = Reason.rest
    /// How many steps it has made.
    package var step = 0
    /// Its coordinates.
    package var place: [PrintedNumber] = [.blank]
    /// The function's value there.
    package var value = PrintedNumber.blank
    /// The value where it began, with as many digits as tell the two apart.
    package var startValue = PrintedNumber.blank
    /// The length of the gradient.
    package var slope = PrintedNumber.blank
    /// The length at which it counts as nothing.
    package var tolerance = PrintedNumber.blank
    /// The curvatures there, the smallest first.
    package var curvatures: [PrintedNumber] = []
    /// How far the place without a slope is, as slope and curvature tell: the largest of |g|/|λ|, in shares of 1 + |place|.
    package var distance = PrintedNumber.blank
    /// The radius of a circle around the place on which the function is higher everywhere, in the same shares; nil where
    /// there is none.
    package var enclosure: PrintedNumber?
    /// What is known of the minimum, if it is one.
    package var standing = MinimumStanding.unknown
    /// The value asked for.
    package var target = PrintedNumber.blank
    /// What left the bounds.
    package var quantity = "…"
    /// The value it took.
    package var excess = PrintedNumber.blank
    /// The learning rate.
    package var rate = PrintedNumber.blank
    /// Learning rate times largest curvature; nil where unknown.
    package var product: PrintedNumber?
    /// The largest such product that settles, with as many digits as tell the two apart; nil where there is none.
    package var bound: PrintedNumber?
    /// A lower rate with which the same descent was tried and neither diverged nor rose; nil for none.
    package var remedy: PrintedNumber?

    package static let blank = Figures()
    package init() {}
  }

  /// What can be said of a descent's end.
  package enum Kind: String, ClaimKind {
    case globalMinimum = "global-minimum"
    case oneGlobalMinimum = "one-global-minimum"
    case localMinimum = "local-minimum"
    case minimum
    case minimumNearby = "minimum-nearby"
    case saddle
    case maximum
    case downwardOneWay = "downward-one-way"
    case flatStart = "flat-start"
    case flat
    case nothingLower = "nothing-lower"
    case target
    case steps
    case noValue = "no-value"
    case aboveBound = "above-bound"
    case noBottom = "no-bottom"
    case outOfBounds = "out-of-bounds"
  }

  package let figures: Figures
  package let kind: Kind

  /// Says how the descent ended.
  package init(_ figures: Figures) {
    self.figures = figures
    kind = Self.kind(figures)
  }

  /// The one way from the printed numbers to what is said.
  private static func kind(_ figures: Figures) -> Kind {
    switch figures.reason {
    case .steps: .steps
    case .target: .target
    case .divergence: divergence(figures)
    case .rest: rest(figures)
    }
  }

  private static func divergence(_ figures: Figures) -> Kind {
    if !figures.value.isFinite || !figures.slope.isFinite { return .noValue }
    if let product = figures.product, let bound = figures.bound, product > bound { return .aboveBound }
    let isCurvedDown = figures.curvatures.first.map { $0.value <= 0 } ?? false
    return isCurvedDown && figures.value < figures.startValue ? .noBottom : .outOfBounds
  }

  /// So near, in shares of 1 + |place|, that the place itself is named.
  static let nearness = 0.01

  private static func rest(_ figures: Figures) -> Kind {
    guard figures.slope <= figures.tolerance else { return .nothingLower }
    guard let smallest = figures.curvatures.first, let largest = figures.curvatures.last else { return .flat }
    if smallest.value < 0, figures.distance.value <= nearness {
      return largest.value > 0 ? .saddle : largest.value < 0 ? .maximum : .downwardOneWay
    }
    guard let radius = figures.enclosure, smallest.value >= 0 else { return figures.step == 0 ? .flatStart : .flat }
    guard radius.value <= nearness else { return .minimumNearby }
    switch figures.standing {
    case .unknown: return .minimum
    case .only: return .globalMinimum
    case .oneOfSeveral: return .oneGlobalMinimum
    case .notLowest: return .localMinimum
    }
  }

  package static func wordings(of kind: Kind, _ figures: Figures) -> [String] {
    let place = figures.place.count == 1 ? "x = \(figures.place[0].text)" : figures.place.vector
    let rest = "converged at step \(figures.step): |G| = \(figures.slope.text) at \(place)"
    let short = "converged at \(figures.step)"
    let diverged = "diverged at step \(figures.step + 1)"
    let brief = "diverged at \(figures.step + 1)"
    switch kind {
    case .globalMinimum: return ["\(rest), the global minimum", "global minimum, step \(figures.step)", short]
    case .oneGlobalMinimum:
      return ["\(rest), one of the global minima", "a global minimum, step \(figures.step)", short]
    case .localMinimum:
      return [
        "\(rest): caught in a local minimum", "local minimum, step \(figures.step)", "local min., \(figures.step)",
      ]
    case .minimum: return ["\(rest), a minimum", "a minimum, step \(figures.step)", short]
    case .minimumNearby:
      return [
        "\(rest); a minimum is near, within \((figures.enclosure ?? .blank).text) of it", "near a minimum", short,
      ]
    case .saddle: return ["a saddle, not a minimum, at \(place): |G| = \(figures.slope.text)", "at a saddle"]
    case .maximum: return ["a maximum, not a minimum, at \(place): |G| = \(figures.slope.text)", "at a maximum"]
    case .downwardOneWay:
      return [
        "not a minimum: curved downward one way at \(place), |G| = \(figures.slope.text)", "no minimum",
      ]
    case .flatStart: return ["flat here: no slope to follow at \(place), |G| = \(figures.slope.text)", "flat here"]
    case .flat:
      return [
        "no slope left at step \(figures.step): |G| = \(figures.slope.text) at \(place), not known to be a minimum",
        "flat at \(figures.step)",
      ]
    case .nothingLower:
      return [
        "nothing lower along −G at \(place), though |G| = \(figures.slope.text)", "stuck at step \(figures.step)",
        "stuck at \(figures.step)",
      ]
    case .target:
      return [
        "f = \(figures.value.text): the value asked for, \(figures.target.text), is reached",
        "target at \(figures.step)",
      ]
    case .steps:
      return ["stopped after \(counted(figures.step, "step")): f = \(figures.value.text)", "ended at \(figures.step)"]
    case .noValue: return ["f has no finite value or slope at \(place)", "no value"]
    case .aboveBound:
      return [
        "\(diverged): η \(figures.rate.text) is above the stability limit here "
          + "(η·λmax = \((figures.product ?? .blank).text) > \((figures.bound ?? .blank).text))", diverged, brief,
      ]
    case .noBottom:
      let curvature = figures.curvatures.first ?? .blank
      return [
        "\(diverged): f fell from \(figures.startValue.text) to \(figures.value.text) and no bottom came "
          + "(curvature \(curvature.text))", diverged, brief,
      ]
    case .outOfBounds: return ["\(diverged): \(figures.quantity) would be \(figures.excess.text)", diverged, brief]
    }
  }

  /// What can be done.
  package static func advice(for kind: Kind, _ figures: Figures) -> [Advice] {
    switch kind {
    case .globalMinimum, .oneGlobalMinimum, .minimum, .minimumNearby, .target, .saddle, .maximum, .downwardOneWay,
      .flatStart, .flat, .nothingLower, .localMinimum, .noValue:
      return [.anotherStart]
    case .steps: return [.moreSteps(max(1, figures.step) * 2)]
    case .aboveBound, .noBottom, .outOfBounds: return figures.remedy.map { [.lowerRate($0)] } ?? [.stepBack]
    }
  }
}

extension DescentEnding.Kind {
  package static let subject = "descent"

  package var condition: String {
    switch self {
    case .globalMinimum: "|G| ≤ tolerance, higher all around within 0.01, and known to be higher everywhere else"
    case .oneGlobalMinimum:
      "|G| ≤ tolerance, higher all around within 0.01, known to be as low elsewhere and nowhere lower"
    case .localMinimum: "|G| ≤ tolerance, higher all around within 0.01, and known to be lower elsewhere"
    case .minimum: "|G| ≤ tolerance, higher all around within 0.01, and nothing known of the rest"
    case .minimumNearby: "|G| ≤ tolerance and higher on a larger circle, so that there is a minimum inside it"
    case .saddle: "|G| ≤ tolerance, the smallest curvature below 0, the largest above, and |g|/|λ| at most 0.01"
    case .maximum: "|G| ≤ tolerance, all curvatures below 0, and |g|/|λ| at most 0.01"
    case .downwardOneWay: "|G| ≤ tolerance, the smallest curvature below 0, the largest 0, and |g|/|λ| at most 0.01"
    case .flatStart: "|G| ≤ tolerance before the first step, and no circle around on which it is higher"
    case .flat: "|G| ≤ tolerance, and no circle around on which it is higher"
    case .nothingLower: "it ended at rest, with |G| > tolerance"
    case .target: "f is at most the value asked for"
    case .steps: "it has made as many steps as were asked for"
    case .noValue: "f or its gradient is not finite at the point"
    case .aboveBound: "it left the bounds, and η·λmax at the last finite point is above the optimizer's bound"
    case .noBottom:
      "it left the bounds lower than it began, the smallest curvature there at most 0, η·λmax not above the bound"
    case .outOfBounds: "it left the bounds, and none of the above"
    }
  }

  package var tone: ClaimTone {
    switch self {
    case .globalMinimum, .oneGlobalMinimum, .minimum, .minimumNearby, .target: .good
    case .localMinimum, .saddle, .maximum, .downwardOneWay, .flatStart, .flat, .nothingLower, .steps: .warning
    case .noValue, .aboveBound, .noBottom, .outOfBounds: .bad
    }
  }
}
