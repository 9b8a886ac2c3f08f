/// What a minimum is called in a picture.
public struct MinimumLabel: Claim {
  /// What is known of it, and what is in view.
  public struct Figures: ClaimFigures {
    /// What is known of how it stands to all others.
    public var standing = MinimumStanding.unknown
    /// Whether nothing in view is lower.
    public var isLowestInView = false
    /// Whether another minimum in view is as low.
    public var hasEqualInView = false

    /// Nothing known.
    public static let blank = Figures()
    /// Makes figures of which nothing is known.
    public init() {}
  }

  /// What it can be called.
  public enum Kind: String, ClaimKind {
    case global
    case oneGlobal = "one-global"
    case local
    case lowestInView = "lowest-in-view"
    case oneLowestInView = "one-lowest-in-view"
  }

  /// The numbers it rests on.
  public let figures: Figures
  /// What is said.
  public let kind: Kind

  /// Calls a minimum what it is.
  public init(_ figures: Figures) {
    self.figures = figures
    switch figures.standing {
    case .only: kind = .global
    case .oneOfSeveral: kind = .oneGlobal
    case .notLowest: kind = .local
    case .unknown:
      kind = !figures.isLowestInView ? .local : figures.hasEqualInView ? .oneLowestInView : .lowestInView
    }
  }

  /// The words, longest first.
  public static func wordings(of kind: Kind, _ figures: Figures) -> [String] {
    switch kind {
    case .global: ["global minimum", "global"]
    case .oneGlobal: ["one of the global minima", "global"]
    case .local: ["local minimum", "local"]
    case .lowestInView: ["lowest in view", "lowest"]
    case .oneLowestInView: ["one of the lowest in view", "lowest"]
    }
  }
}

extension MinimumLabel.Kind {
  /// What it is about.
  public static let subject = "minimum"

  /// When it is true.
  public var condition: String {
    switch self {
    case .global: "the function is known to be higher everywhere else"
    case .oneGlobal: "the function is known to be as low elsewhere and nowhere lower"
    case .local: "the function is known to be lower elsewhere, or nothing is known and it is lower elsewhere in view"
    case .lowestInView: "nothing is known, and the function is higher everywhere else in view"
    case .oneLowestInView: "nothing is known, and the function is nowhere lower in view and at another minimum as low"
    }
  }

  /// How serious it is.
  public var tone: ClaimTone { isGlobal ? .good : .neutral }

  /// Whether the function is known to be nowhere lower: what a filled star says.
  public var isGlobal: Bool {
    switch self {
    case .global, .oneGlobal: true
    case .local, .lowestInView, .oneLowestInView: false
    }
  }
}
