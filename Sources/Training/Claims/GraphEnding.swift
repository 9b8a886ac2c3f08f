/// What both passes through a computation graph have found.
package struct GraphEnding: Claim {
  /// The numbers found.
  package struct Figures: ClaimFigures {
    /// The value.
    package var value = PrintedNumber.blank
    /// The derivatives with respect to x and, where the expression has one, to y.
    package var derivatives: [PrintedNumber] = [.blank]

    package static let blank = Figures()
    package init() {}
  }

  /// What can be said.
  package enum Kind: String, ClaimKind {
    case done
    case notFinite = "not-finite"
  }

  package let figures: Figures
  package let kind: Kind

  /// Says what was found.
  package init(_ figures: Figures) {
    self.figures = figures
    kind = figures.value.isFinite && figures.derivatives.allSatisfy(\.isFinite) ? .done : .notFinite
  }

  package static func wordings(of kind: Kind, _ figures: Figures) -> [String] {
    let derivatives = zip(["x", "y"], figures.derivatives).map { "dz/d\($0) = \($1.text)" }
    let numbers = (["z = \(figures.value.text)"] + derivatives).joined(separator: ", ")
    switch kind {
    case .done: return ["both passes are done: \(numbers)"]
    case .notFinite: return ["both passes are done, and not every number is finite: \(numbers)"]
    }
  }

  /// What can be done.
  package static func advice(for kind: Kind, _ figures: Figures) -> [Advice] { [.stepBack] }
}

extension GraphEnding.Kind {
  package static let subject = "graph"

  package var condition: String {
    switch self {
    case .done: "every move of both passes is made, and value and derivatives are finite"
    case .notFinite: "every move of both passes is made, and value or a derivative is not finite"
    }
  }

  package var tone: ClaimTone {
    switch self {
    case .done: .good
    case .notFinite: .warning
    }
  }
}
