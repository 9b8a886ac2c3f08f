/// What became of a member of a race, by its own curve and by what is known of its function.
package struct RaceVerdict: Claim {
  /// A member's curve in numbers.
  package struct Figures: ClaimFigures {
    /// Where it came to rest.
    package enum Rest: Sendable, Equatable, CaseIterable {
      /// It has not come to rest.
      case none
      /// At a minimum of which nothing better is known.
      case minimum
      /// At a minimum that is known not to be the lowest.
      case localMinimum
      /// At no minimum that is known: a saddle, a flat part, a kink.
      case elsewhere
    }

    /// How many steps it has made.
    package var step = 0
    /// Whether a number ceased to be finite or left the bounds.
    package var isDiverged = false
    /// The first value of the curve and the last; nil before there is one.
    package var start: PrintedNumber?
    /// The last value of the curve.
    package var last: PrintedNumber?
    /// The value some 10 places before the last; the first where there are fewer.
    package var recent = PrintedNumber.blank
    /// The least and the greatest value of the curve.
    package var least = PrintedNumber.blank
    /// The greatest value of the curve.
    package var greatest = PrintedNumber.blank
    /// The least and the greatest of the last 40 values.
    package var tailLeast = PrintedNumber.blank
    /// The greatest of the last 40 values.
    package var tailGreatest = PrintedNumber.blank
    /// How many of the last steps of the curve rose, and how many those are.
    package var rises = 0
    /// How many last steps of the curve were looked at.
    package var tail = 0
    /// Whether its last two steps point against one another.
    package var turnsBack = false
    /// Where it came to rest.
    package var rest = Rest.none
    /// The value that can't be gone below, where it is known: 0 mistakes, a function's global minimum.
    package var floor: PrintedNumber?
    /// The least last value of all members.
    package var lowest = PrintedNumber.blank

    package static let blank = Figures()
    package init() {}

    /// Which share of the way from its start to the floor it has come, in whole percent; nil where no floor is known.
    package var share: Int? {
      guard let floor, let start, let last, start > floor else { return nil }
      let share = (start.value - last.value) / (start.value - floor.value)
      return share.isFinite ? Int(exactly: (min(max(share, -9), 1) * 100).rounded(.down)) : nil
    }
  }

  /// What can be said of a member.
  package enum Kind: String, ClaimKind {
    case notBegun = "not-begun"
    case firstEpoch = "first-epoch"
    case diverged
    case good
    case goodAmongThese = "good-among-these"
    case caught
    case higherMinimum = "higher-minimum"
    case noMinimum = "no-minimum"
    case grows
    case oscillates
    case still
    case risesAgain = "rises-again"
    case upAndDown = "up-and-down"
    case tooSlow = "too-slow"
    case falling
    case stands
  }

  /// With how many digits the values of a race are told.
  package static let digits = 3

  package let figures: Figures
  package let kind: Kind

  /// Judges a member.
  package init(_ figures: Figures) {
    self.figures = figures
    kind = Self.kind(figures)
  }

  private static func kind(_ figures: Figures) -> Kind {
    guard let start = figures.start, let last = figures.last else {
      return figures.isDiverged ? .diverged : figures.step > 0 ? .firstEpoch : .notBegun
    }
    if figures.isDiverged || !last.isFinite { return .diverged }
    if let floor = figures.floor, last <= floor || (figures.share ?? 0) >= 99 { return .good }
    switch figures.rest {
    case .localMinimum: return .caught
    case .elsewhere: return .noMinimum
    case .minimum: return last > figures.lowest ? .higherMinimum : .goodAmongThese
    case .none: break
    }
    if last > start { return .grows }
    if figures.turnsBack { return .oscillates }
    if figures.least == figures.greatest { return .still }
    if figures.floor == nil, last <= figures.lowest, last < start { return .goodAmongThese }
    if last > figures.recent, figures.rises * 4 >= figures.tail * 3 { return .risesAgain }
    if figures.rises * 4 >= figures.tail, figures.tailLeast < figures.tailGreatest { return .upAndDown }
    if last < figures.recent { return figures.share == nil ? .falling : .tooSlow }
    return .stands
  }

  package static func wordings(of kind: Kind, _ figures: Figures) -> [String] {
    let start = (figures.start ?? .blank).text
    let share = figures.share.map { "\(max(0, $0))" } ?? "…"
    switch kind {
    case .notBegun: return ["not begun"]
    case .firstEpoch: return ["first epoch"]
    case .diverged: return ["diverged"]
    case .good: return figures.share == nil ? ["good: nothing left", "good"] : ["good: \(share) % of the way", "good"]
    case .goodAmongThese: return ["good: lowest of these", "good"]
    case .caught: return ["caught: local minimum", "caught"]
    case .higherMinimum: return ["caught: another is lower", "caught"]
    case .noMinimum: return ["rests, no minimum"]
    case .grows: return ["grows, from \(start)", "grows"]
    case .oscillates: return ["oscillates"]
    case .still: return ["does not move from \(start)", "does not move"]
    case .risesAgain: return ["rises again"]
    case .upAndDown: return ["up and down, \(figures.rises) of \(figures.tail)", "up and down"]
    case .tooSlow: return ["too slow: \(share) % of the way", "too slow"]
    case .falling: return ["still falling"]
    case .stands: return ["stands"]
    }
  }
}

extension RaceVerdict.Kind {
  package static let subject = "member"

  package var condition: String {
    switch self {
    case .notBegun: "no step is made"
    case .firstEpoch: "steps are made, and the curve has no value yet"
    case .diverged: "the run diverged, or its last value is not finite"
    case .good: "at least 99 % of the way from its start to the lowest value there can be, or that value itself"
    case .goodAmongThese: "fell, no value is known that can't be gone below, and no member's last value is lower"
    case .caught: "at rest in a minimum that is known not to be the lowest"
    case .higherMinimum: "at rest in a minimum, and another member's last value is lower"
    case .noMinimum: "at rest at a saddle, on a flat part or at a kink"
    case .grows: "not at rest, and its last value is above its first"
    case .oscillates: "not above its start, and its last two steps point against one another"
    case .still: "all its values print the same, and it does not turn back"
    case .risesAgain: "not above its start, above its value 10 places before, and three quarters of the last steps rose"
    case .upAndDown: "a quarter of its last 40 values rose, and they don't all print the same"
    case .tooSlow: "below its value 10 places before, and less than 99 % of the way to the lowest value there can be"
    case .falling: "below its value 10 places before, and no lowest value is known"
    case .stands: "it has moved, and is not below its value 10 places before"
    }
  }

  package var tone: ClaimTone {
    switch self {
    case .good, .goodAmongThese: .good
    case .notBegun, .firstEpoch, .tooSlow, .falling: .neutral
    case .caught, .higherMinimum, .noMinimum, .oscillates, .still, .risesAgain, .upAndDown, .stands: .warning
    case .grows, .diverged: .bad
    }
  }
}
