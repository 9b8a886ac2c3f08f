/// Which parameters stay as they are while a point moves in a plane.
public struct HeldParameters: Claim {
  /// What it is told by.
  public struct Figures: ClaimFigures {
    /// How many weights a direction of the plane changes.
    public var movingWeights = 0
    /// How many biases.
    public var movingBiases = 0
    /// How many weights stay.
    public var heldWeights = 0
    /// How many biases stay.
    public var heldBiases = 0

    /// All open.
    public static let blank = Figures()
    /// Makes figures, all open.
    public init() {}

    /// Counts the parameters that two directions leave alone; a bias is one whose name ends in w0 or v0.
    public init(names: [String], directions: [[Double]]) {
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
  public enum Kind: String, ClaimKind {
    case nothing
    case everything
    case biases
    case weights
    case both
  }

  /// The numbers it rests on.
  public let figures: Figures
  /// What is said.
  public let kind: Kind

  /// Says what is held.
  public init(_ figures: Figures) {
    self.figures = figures
    if figures.held == 0 {
      kind = .nothing
    } else if figures.moving == 0 {
      kind = .everything
    } else {
      kind = figures.heldWeights == 0 ? .biases : figures.heldBiases == 0 ? .weights : .both
    }
  }

  /// The words, longest first.
  public static func wordings(of kind: Kind, _ figures: Figures) -> [String] {
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
  /// What it is about.
  public static let subject = "held"

  /// When it is true.
  public var condition: String {
    switch self {
    case .nothing: "no parameter is 0 in both directions"
    case .everything: "every parameter is 0 in both directions"
    case .biases: "some biases and no weights are 0 in both directions"
    case .weights: "some weights and no biases are 0 in both directions"
    case .both: "some weights and some biases are 0 in both directions"
    }
  }

  /// Neither good nor bad.
  public var tone: ClaimTone { .neutral }
}
