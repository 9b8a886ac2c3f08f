/// How much of a path the two principal directions of a landscape hold.
///
/// The shares are of the squared distances of the path's points to its end, where the plane goes through; they are not
/// taken around the mean, so they are no shares of a variance.
package struct PathShare: Claim {
  /// What it is told by.
  package struct Figures: ClaimFigures {
    /// The share of the first direction in percent, to a tenth.
    package var first = PrintedNumber.blank
    /// The share of the second direction in percent.
    package var second = PrintedNumber.blank

    package static let blank = Figures()
    package init() {}

    /// The two shares, from 0 to 1 each; none for a path of one point.
    package init(_ shares: [Double]) {
      let percents = shares.map { PrintedNumber(($0 * 1000).rounded() / 10) }
      first = percents.first ?? .blank
      second = percents.dropFirst().first ?? .blank
    }
  }

  /// What can be said of it.
  package enum Kind: String, ClaimKind {
    case nothing
    case straight
    case most
    case part
  }

  package let figures: Figures
  package let kind: Kind

  /// Says how much of the path it is.
  package init(_ figures: Figures) {
    self.figures = figures
    if !figures.first.isFinite || !figures.second.isFinite {
      kind = .nothing
    } else if figures.second.value == 0 {
      kind = .straight
    } else {
      kind = figures.first.value + figures.second.value > 50 ? .most : .part
    }
  }

  package static func wordings(of kind: Kind, _ figures: Figures) -> [String] {
    let shares = "\(figures.first.text) % + \(figures.second.text) %"
    return switch kind {
    case .nothing: ["nothing yet: there is no path", "no path yet"]
    case .straight, .most, .part:
      [
        "\(shares) of the path's squared distance to its end",
        "\(figures.first.text) + \(figures.second.text) % of squared distance",
        "\(figures.first.text) + \(figures.second.text) % of squares",
      ]
    }
  }

  /// What the two axes are, given what they are called: longest wording first.
  package func axes(_ first: String, _ second: String) -> [String] {
    let pair = "\(first), \(second)"
    return switch kind {
    case .nothing: ["\(pair) random: there is no path yet", "\(pair) random"]
    case .straight: ["\(first) along the path, \(second) across it", pair]
    case .most: ["\(pair) hold most of the path", pair]
    case .part: ["\(pair): its main directions", pair]
    }
  }
}

extension PathShare.Kind {
  package static let subject = "path"

  package var condition: String {
    switch self {
    case .nothing: "the path is one point"
    case .straight: "the second direction holds less than 0.05 percent of the squared distances to the end"
    case .most: "both directions together hold more than half of the squared distances to the end"
    case .part: "both directions together hold half of the squared distances to the end, or less"
    }
  }

  /// Neither good nor bad.
  package var tone: ClaimTone { .neutral }
}
