/// What share of the plane in view a class has, as counted at places spread evenly over it.
package struct RegionShare: Claim {
  /// What a share is told by.
  package struct Figures: ClaimFigures {
    /// The class.
    package var name = "…"
    /// At how many places the model says this class.
    package var places = 0
    /// How many places there are.
    package var of = 0

    package static let blank = Figures()
    package init() {}

    /// The share in whole percent.
    var percent: Int { of == 0 ? 0 : Int((Double(places) * 100 / Double(of)).rounded()) }
  }

  /// What can be said of it.
  package enum Kind: String, ClaimKind {
    case all
    case nearlyAll = "nearly-all"
    case some
    case hardlyAny = "hardly-any"
    case nowhere
  }

  package let figures: Figures
  package let kind: Kind

  /// Says how much of the plane it is; nil without places.
  package init?(_ figures: Figures) {
    guard figures.of > 0, 0...figures.of ~= figures.places else { return nil }
    self.figures = figures
    kind =
      switch figures.places {
      case 0: .nowhere
      case figures.of: .all
      case _ where figures.percent == 0: .hardlyAny
      case _ where figures.percent == 100: .nearlyAll
      default: .some
      }
  }

  package static func wordings(of kind: Kind, _ figures: Figures) -> [String] {
    let name = "class \(figures.name)"
    return switch kind {
    case .all: ["\(name) 100 percent"]
    case .nearlyAll: ["\(name) over 99 percent"]
    case .some: ["\(name) \(figures.percent) percent"]
    case .hardlyAny: ["\(name) under 1 percent"]
    case .nowhere: ["\(name) at none of \(figures.of) places"]
    }
  }
}

extension RegionShare.Kind {
  package static let subject = "region"

  package var condition: String {
    switch self {
    case .all: "every place that was looked at is of the class"
    case .nearlyAll: "at least 99.5 percent of the places are of the class, and not all of them"
    case .some: "the share of the places, rounded to a whole percent, is neither 0 nor 100"
    case .hardlyAny: "at least one place is of the class, and less than 0.5 percent of them are"
    case .nowhere: "no place that was looked at is of the class"
    }
  }

  /// Neither good nor bad.
  package var tone: ClaimTone { .neutral }
}
