import Glibc
import Learning

/// How many mistakes a perceptron can still make on examples that can be separated: the convergence theorem, in numbers.
package struct MistakeLimit: Claim {
  /// What it is told by.
  package struct Figures: ClaimFigures {
    /// The length of the longest example with its constant input, R.
    package var radius = PrintedNumber.blank
    /// The largest margin of a unit weight vector, γ.
    package var margin = PrintedNumber.blank
    /// (R/γ)², rounded up.
    package var fromZero = PrintedNumber.blank
    /// The most mistakes from the weights it started with, or was last given by hand, a whole number; infinite where none
    /// is known.
    package var fromHere = PrintedNumber.blank
    /// How many it has made since.
    package var made = 0

    package static let blank = Figures()
    package init() {}

    /// Takes the figures of a perceptron at work.
    package init(_ bound: MistakeBound, _ picture: PerceptronPicture) {
      radius = PrintedNumber(bound.radius)
      margin = PrintedNumber(bound.margin)
      fromZero = Self.roundedUp(bound.fromZero)
      fromHere = Self.whole(bound.from(picture.origin, learningRate: picture.learningRate))
      made = picture.mistakesSinceOrigin
    }

    /// The most mistakes that a bound allows, a whole number.
    ///
    /// There are no parts of a mistake; the bound's own rounding takes none away.
    private static func whole(_ bound: Double) -> PrintedNumber {
      bound < 1e6 ? PrintedNumber(floor(bound * (1 + 1e-9)), significant: 6) : roundedUp(bound)
    }

    /// A bound in four digits that is none too small: what is printed is as true as the number.
    private static func roundedUp(_ bound: Double) -> PrintedNumber {
      let nearest = PrintedNumber(bound)
      guard bound.isFinite, bound > 0, nearest.value < bound else { return nearest }
      let last = pow(10, floor(log10(bound)) - 3)
      return PrintedNumber(bound + (bound < 1e6 ? min(last, 1) : last) / 2)
    }
  }

  /// What can be said of it.
  package enum Kind: String, ClaimKind {
    case bounded
    case learned
    case noStep = "no-step"
  }

  package let figures: Figures
  package let kind: Kind

  /// Says how many mistakes there can be; nil where (R/γ)² is beyond the numbers and so no bound.
  package init?(_ figures: Figures) {
    guard figures.fromZero.isFinite else { return nil }
    self.figures = figures
    if !figures.fromHere.isFinite {
      kind = .noStep
    } else {
      kind = Double(figures.made) + 1 > figures.fromHere.value ? .learned : .bounded
    }
  }

  package static func wordings(of kind: Kind, _ figures: Figures) -> [String] {
    let numbers = "(R \(figures.radius.text), γ \(figures.margin.text) with the constant input)"
    let fromZero = "(R/γ)² = \(figures.fromZero.text) mistakes from zero"
    let made = "\(figures.made) made so far"
    let brief = "mistakes \(figures.made), at most \(figures.fromHere.text)"
    return switch kind {
    case .bounded:
      ["So it ends: at most \(fromZero), \(figures.fromHere.text) from this start \(numbers). \(made).", brief]
    case .learned:
      ["No mistake is left: at most \(fromZero), \(figures.fromHere.text) from this start \(numbers). \(made).", brief]
    case .noStep:
      [
        "With a learning rate above 0 it ends: at most \(fromZero) \(numbers). \(made).",
        "mistakes \(figures.made)",
      ]
    }
  }
}

extension MistakeLimit.Kind {
  package static let subject = "mistakes"

  package var condition: String {
    switch self {
    case .bounded: "the mistakes made since the start are below the bound of the convergence theorem by at least one"
    case .learned: "one more mistake would be more than the bound"
    case .noStep: "the learning rate is 0 or the bound from this start beyond the numbers"
    }
  }

  package var tone: ClaimTone {
    switch self {
    case .bounded, .learned: .good
    case .noStep: .neutral
    }
  }
}
