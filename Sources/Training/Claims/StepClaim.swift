/// What plain gradient descent does next, by slope and curvature at the point.
package struct StepClaim: Claim {
  /// Slope and curvature along each principal direction; one direction for a curve.
  package struct Figures: ClaimFigures {
    /// The curvatures, the smallest first.
    package var curvatures: [PrintedNumber] = [.blank]
    /// What a step multiplies the distance to the bottom by, 1 − ηλ.
    package var factors: [PrintedNumber] = [.blank]
    /// The slopes, without sign.
    package var slopes: [PrintedNumber] = [.blank]
    /// Whether the function is a quadratic, so that it holds everywhere.
    package var isExact = true

    package static let blank = Figures()
    package init() {}
  }

  /// What can be said of the next steps.
  package enum Kind: String, ClaimKind {
    case rests
    case diverges
    case jumps
    case downwardOneWay = "downward-one-way"
    case downward
    case straight
    case overshoots
    case approaches
    case arrives
  }

  package let figures: Figures
  package let kind: Kind

  /// Says what the next steps do; nil where slope or curvature is no number.
  package init?(_ figures: Figures) {
    let numbers = figures.curvatures + figures.factors + figures.slopes
    guard !figures.factors.isEmpty, numbers.allSatisfy(\.isFinite) else { return nil }
    self.figures = figures
    kind = Self.kind(figures)
  }

  /// Only directions along which there is a slope are gone.
  private static func kind(_ figures: Figures) -> Kind {
    let active = zip(figures.factors, figures.slopes).filter { $1.value > 0 }.map(\.0.value)
    let curved = zip(figures.curvatures, figures.slopes).filter { $1.value > 0 }.map(\.0.value)
    let downward = figures.curvatures.count { $0.value < 0 }
    guard let least = active.min(), let greatest = active.max() else { return .rests }
    if least < -1 { return .diverges }
    if least == -1 { return .jumps }
    if downward > 0 { return downward < figures.curvatures.count ? .downwardOneWay : .downward }
    if curved.contains(0) { return .straight }
    if least < 0 { return .overshoots }
    return greatest > 0 ? .approaches : .arrives
  }

  package static func wordings(of kind: Kind, _ figures: Figures) -> [String] {
    let (place, short) = figures.isExact ? ("", "") : ("near here: ", "here: ")
    func both(_ words: String, _ brief: String) -> [String] { [place + words, short + brief] }
    let isCurve = figures.curvatures.count == 1
    switch kind {
    case .rests: return ["no slope here: a step changes nothing", "no slope here"]
    case .diverges: return both("each step overshoots further: it diverges", "overshoots ever more")
    case .jumps: return both("jumps to and fro between two points", "jumps between two points")
    case .downwardOneWay: return both("curved downward along one direction", "curved down one way")
    case .downward:
      return isCurve
        ? both("curved downward: each step is longer", "curved downward")
        : both("curved downward along both directions", "curved down both ways")
    case .straight:
      return isCurve
        ? both("a slope without curvature: equal steps", "slope, no curvature")
        : both("a slope without curvature along one direction", "slope, no curvature")
    case .overshoots: return both("overshoots, but less each time", "overshoots, ever less")
    case .approaches: return both("comes closer from one side", "closer from one side")
    case .arrives: return both("one step is enough", "one step is enough")
    }
  }
}

extension StepClaim.Kind {
  package static let subject = "step"

  package var condition: String {
    switch self {
    case .rests: "the slope along every direction is 0"
    case .diverges: "along a direction with a slope 1 − ηλ is below −1"
    case .jumps: "along a direction with a slope 1 − ηλ is −1, along none below"
    case .downwardOneWay: "one of two curvatures is below 0, and 1 − ηλ above −1 wherever there is a slope"
    case .downward: "every curvature is below 0, and there is a slope"
    case .straight: "no curvature is below 0, and along a direction with a slope it is 0"
    case .overshoots: "1 − ηλ lies between −1 and 1 along every direction with a slope, along one below 0"
    case .approaches: "1 − ηλ lies from 0 to below 1 along every direction with a slope, along one above 0"
    case .arrives: "1 − ηλ is 0 along every direction with a slope"
    }
  }

  package var tone: ClaimTone {
    switch self {
    case .approaches, .arrives: .good
    case .overshoots: .neutral
    case .rests, .jumps, .downwardOneWay, .downward, .straight: .warning
    case .diverges: .bad
    }
  }
}
