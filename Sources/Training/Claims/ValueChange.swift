/// A number beside what it was when it was last told.
package struct ValueChange: Claim {
  /// What the change is told by.
  package struct Figures: ClaimFigures {
    /// What it was.
    package var before = PrintedNumber.blank
    /// What it is.
    package var after = PrintedNumber.blank
    /// Which of the two is the greater where the digits don't tell them apart: 1 for the later, -1 for the earlier, 0 for
    /// neither.
    package var direction = 0

    package static let blank = Figures()
    package init() {}

    /// A number and what it was.
    package init(_ after: Double, before: Double, significant digits: Int) {
      self.after = PrintedNumber(after, significant: digits)
      self.before = PrintedNumber(before, significant: digits)
      direction = after > before ? 1 : after < before ? -1 : 0
    }
  }

  /// What can be said of it.
  package enum Kind: String, ClaimKind {
    case up
    case down
    case slightlyUp = "slightly-up"
    case slightlyDown = "slightly-down"
    case same
    case otherwise
  }

  package let figures: Figures
  package let kind: Kind

  /// Says how it changed.
  package init(_ figures: Figures) {
    self.figures = figures
    let (before, after) = (figures.before, figures.after)
    if before.value.isNaN || after.value.isNaN {
      kind = .otherwise
    } else if before.text != after.text {
      kind = after > before ? .up : .down
    } else {
      kind = figures.direction > 0 ? .slightlyUp : figures.direction < 0 ? .slightlyDown : .same
    }
  }

  package static func wordings(of kind: Kind, _ figures: Figures) -> [String] {
    let (before, after) = (figures.before.text, figures.after.text)
    return switch kind {
    case .up: ["\(after), up from \(before)"]
    case .down: ["\(after), down from \(before)"]
    case .slightlyUp: ["\(after), slightly up"]
    case .slightlyDown: ["\(after), slightly down"]
    case .same: ["\(after), as before"]
    case .otherwise: ["\(after), before \(before)"]
    }
  }
}

extension ValueChange.Kind {
  package static let subject = "change"

  package var condition: String {
    switch self {
    case .up: "it is greater as printed"
    case .down: "it is less as printed"
    case .slightlyUp: "it is greater, and printed alike"
    case .slightlyDown: "it is less, and printed alike"
    case .same: "it is the very number"
    case .otherwise: "one of the two is no number"
    }
  }

  /// Neither good nor bad.
  package var tone: ClaimTone { .neutral }
}
