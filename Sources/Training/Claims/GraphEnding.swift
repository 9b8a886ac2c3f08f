/// What both passes through a computation graph have found.
public struct GraphEnding: Claim {
  /// The numbers found.
  public struct Figures: ClaimFigures {
    /// The value.
    public var value = PrintedNumber.blank
    /// The derivatives with respect to x and, where the expression has one, to y.
    public var derivatives: [PrintedNumber] = [.blank]

    /// All open.
    public static let blank = Figures()
    /// Makes figures, all open.
    public init() {}
  }

  /// What can be said.
  public enum Kind: String, ClaimKind {
    case done
    case notFinite = "not-finite"
  }

  /// The numbers it rests on.
  public let figures: Figures
  /// What is said.
  public let kind: Kind

  /// Says what was found.
  public init(_ figures: Figures) {
    self.figures = figures
    kind = figures.value.isFinite && figures.derivatives.allSatisfy(\.isFinite) ? .done : .notFinite
  }

  /// The words, longest first.
  public static func wordings(of kind: Kind, _ figures: Figures) -> [String] {
    let derivatives = zip(["x", "y"], figures.derivatives).map { "dz/d\($0) = \($1.text)" }
    let numbers = (["z = \(figures.value.text)"] + derivatives).joined(separator: ", ")
    switch kind {
    case .done: return ["both passes are done: \(numbers)"]
    case .notFinite: return ["both passes are done, and not every number is finite: \(numbers)"]
    }
  }

  /// What can be done.
  public static func advice(for kind: Kind, _ figures: Figures) -> [Advice] { [.stepBack] }
}

extension GraphEnding.Kind {
  /// What it is about.
  public static let subject = "graph"

  /// When it is true.
  public var condition: String {
    switch self {
    case .done: "every move of both passes is made, and value and derivatives are finite"
    case .notFinite: "every move of both passes is made, and value or a derivative is not finite"
    }
  }

  /// How serious it is.
  public var tone: ClaimTone {
    switch self {
    case .done: .good
    case .notFinite: .warning
    }
  }
}
