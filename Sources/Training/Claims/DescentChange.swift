/// What the last step did to the function's value.
package struct DescentChange: Claim {
  /// The value before and after, with as many digits as tell them apart.
  package struct Figures: ClaimFigures {
    /// The value before.
    package var before = PrintedNumber.blank
    /// The value after.
    package var after = PrintedNumber.blank

    package static let blank = Figures()
    package init() {}
    /// Prints two values.
    package init(from before: Double, to after: Double) {
      (self.before, self.after) = PrintedNumber.apart(before, after)
    }
  }

  /// What can be said.
  package enum Kind: String, ClaimKind {
    case falls
    case rises
    case stays
  }

  package let figures: Figures
  package let kind: Kind

  /// Says what the step did; nil where a value is no number.
  package init?(_ figures: Figures) {
    guard figures.before.isFinite, figures.after.isFinite else { return nil }
    self.figures = figures
    kind = figures.after < figures.before ? .falls : figures.after > figures.before ? .rises : .stays
  }

  package static func wordings(of kind: Kind, _ figures: Figures) -> [String] {
    let numbers = "\(figures.before.text) → \(figures.after.text)"
    switch kind {
    case .falls: return ["f falls: \(numbers)", "f  \(numbers)"]
    case .rises: return ["f rises: \(numbers)", "f  \(numbers)"]
    case .stays:
      return ["f stays at \(figures.after.text) to the digits shown", "f stays at \(figures.after.text)"]
    }
  }
}

extension DescentChange.Kind {
  package static let subject = "change"

  package var condition: String {
    switch self {
    case .falls: "the value after is below the value before"
    case .rises: "the value after is above the value before"
    case .stays: "both print the same with eight digits"
    }
  }

  package var tone: ClaimTone {
    switch self {
    case .falls: .good
    case .rises: .bad
    case .stays: .neutral
    }
  }
}
