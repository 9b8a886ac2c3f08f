import Learning

/// Whether a perceptron can learn its examples at all, as the panel with the proof says it.
package struct SeparabilityClaim: Claim {
  /// What it is told by.
  package struct Figures: ClaimFigures {
    /// What was found out about the examples.
    package enum Finding: Sendable, Equatable, CaseIterable {
      /// A boundary with all of one class on each side.
      case boundary
      /// A point in the convex hulls of both classes.
      case commonPoint
      /// There are not two classes.
      case oneClass
      /// The hulls are closer than rounding can tell.
      case undecided
    }

    /// What was found out.
    package var finding = Finding.oneClass
    /// How many examples there are.
    package var count = 0
    /// The name of the only class that has any.
    package var name = "…"
    /// The distance of the nearest examples from the boundary.
    package var margin = PrintedNumber.blank
    /// The common point's features.
    package var place: [PrintedNumber] = [.blank]
    /// How many examples of each class the common point is a mixture of.
    package var shares = (first: 0, second: 0)

    package static let blank = Figures()
    package init() {}

    /// Takes the figures from what was found out about a set.
    package init(_ separability: Separability, of dataset: Dataset) {
      count = dataset.count
      switch separability {
      case .oneClass:
        if case .classes(let labels, let names) = dataset.targets, let label = labels.first, names.indices ~= label {
          name = names[label]
        }
      case .undecided: finding = .undecided
      case .separable(let boundary):
        finding = .boundary
        margin = PrintedNumber(boundary.margin)
      case .inseparable(let common):
        finding = .commonPoint
        place = common.values.map { PrintedNumber($0, significant: 3) }
        shares = (common.sharesA.count, common.sharesB.count)
      }
    }

    /// Whether all figures are equal.
    package static func == (left: Figures, right: Figures) -> Bool {
      left.finding == right.finding && left.count == right.count && left.name == right.name
        && left.margin == right.margin && left.place == right.place && left.shares == right.shares
    }
  }

  /// What can be said of it.
  package enum Kind: String, ClaimKind {
    case separable
    case crossing
    case samePoint = "same-point"
    case amongBoth = "among-both"
    case oneClass = "one-class"
    case noExamples = "no-examples"
    case undecided
  }

  package let figures: Figures
  package let kind: Kind

  /// Says whether the classes can be told apart by a boundary.
  package init(_ figures: Figures) {
    self.figures = figures
    kind =
      switch figures.finding {
      case .boundary: .separable
      case .undecided: .undecided
      case .oneClass: figures.count == 0 ? .noExamples : .oneClass
      case .commonPoint:
        switch figures.shares {
        case (1, 1): .samePoint
        case (2, 2): .crossing
        default: .amongBoth
        }
      }
  }

  package static func wordings(of kind: Kind, _ figures: Figures) -> [String] {
    switch kind {
    case .separable: ["separable: the widest boundary has margin \(figures.margin.text)", "separable"]
    case .crossing:
      [
        "The segment between two points of class A crosses the segment between two points of class B at "
          + "\(figures.place.vector).", "not separable",
      ]
    case .samePoint: ["The point \(figures.place.vector) is in class A and in class B.", "not separable"]
    case .amongBoth:
      [
        "The point \(figures.place.vector) lies among the points of class A and among those of class B.",
        "not separable",
      ]
    case .oneClass:
      [
        "All \(counted(figures.count, "example")) are in class \(figures.name): nothing to separate.",
        "only one class",
      ]
    case .noExamples: ["There are no examples: nothing to separate.", "no examples"]
    case .undecided:
      ["The two classes are closer than the precision of the numbers can tell apart.", "too close to tell"]
    }
  }
}

extension SeparabilityClaim.Kind {
  package static let subject = "separability"

  package var condition: String {
    switch self {
    case .separable:
      "a boundary has all of class A on one side and all of class B on the other, each at least the margin away"
    case .crossing: "the segment between two examples of A meets the segment between two of B"
    case .samePoint: "an example of A and an example of B have the same features"
    case .amongBoth: "a mixture of examples of A is a mixture of examples of B, of other numbers of them"
    case .oneClass: "there are examples, all of one class"
    case .noExamples: "there are no examples"
    case .undecided: "with three features or more: neither a boundary nor a common point was found in double precision"
    }
  }

  package var tone: ClaimTone {
    switch self {
    case .separable: .good
    case .crossing, .samePoint, .amongBoth: .bad
    case .oneClass, .noExamples, .undecided: .neutral
    }
  }
}
