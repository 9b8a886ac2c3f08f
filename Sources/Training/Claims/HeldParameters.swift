/// Which parameters stay as they are while a point moves in a plane.
package struct HeldParameters: Claim {
  /// What it is told by.
  package struct Figures: ClaimFigures {
    /// How many weights a direction of the plane changes.
    package var movingWeights = 0
    /// How many biases.
    package var movingBiases = 0
    /// How many weights stay.
    package var heldWeights = 0
    /// How many biases stay.
    package var heldBiases = 0

    package static let blank = Figures()
    package init() {}

    /// Counts the parameters that two directions leave alone; a bias is one whose name ends in w0 or v0.
    package init(names: [String], directions: [[Double]]) {
      for (index, name) in names.enumerated() {
        let isBias = name.hasSuffix("w0") || name.hasSuffix("v0")
        let isMoving = directions.contains { $0[index] != 0 }
        switch (isMoving, isBias) {
        case (true, false): movingWeights += 1
        case (true, true): movingBiases += 1
        case (false, false): heldWeights += 1
        case (false, true): heldBiases += 1
        }
      }
    }

    var moving: Int { movingWeights + movingBiases }
    var held: Int { heldWeights + heldBiases }
  }

  /// What can be said of it.
  package enum Kind: String, ClaimKind {
    case nothing
    case everything
    case biases
    case weights
    case both
  }

  package let figures: Figures
  package let kind: Kind

  /// Says what is held.
  package init(_ figures: Figures) {
    self.figures = figures
    if figures.held == 0 {
      kind = .nothing
    } else if figures.moving == 0 {
      kind = .everything
    } else {
      kind = figures.heldWeights == 0 ? .biases : figures.heldBiases == 0 ? .weights : .both
    }
  }

  package static func wordings(of kind: Kind, _ figures: Figures) -> [String] {
    let (biases, weights) = (biases(figures.heldBiases), counted(figures.heldWeights, "weight"))
    let move = "\(figures.moving) \(figures.moving == 1 ? "moves" : "move")"
    return switch kind {
    case .nothing: ["nothing: all \(move)", "nothing"]
    case .everything: ["all \(figures.held): the plane is a point", "all \(figures.held)"]
    case .biases: ["\(biases); \(move)", biases]
    case .weights: ["\(weights); \(move)", weights]
    case .both: ["\(weights), \(biases); \(move)", "\(weights), \(biases)"]
    }
  }

  private static func biases(_ count: Int) -> String { count == 1 ? "1 bias" : "\(count) biases" }
}

extension HeldParameters.Kind {
  package static let subject = "held"

  package var condition: String {
    switch self {
    case .nothing: "no parameter is 0 in both directions"
    case .everything: "every parameter is 0 in both directions"
    case .biases: "some biases and no weights are 0 in both directions"
    case .weights: "some weights and no biases are 0 in both directions"
    case .both: "some weights and some biases are 0 in both directions"
    }
  }

  /// Neither good nor bad.
  package var tone: ClaimTone { .neutral }
}
