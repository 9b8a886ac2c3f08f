import Training

/// Something that a run's numbers are to fulfil.
package struct Condition: Sendable, Equatable {
  /// What is tested of a quantity.
  package enum Test: Sendable, Equatable {
    /// It is this number, to a billionth of it.
    case equal(Double)
    /// It is this number, give or take so much.
    case about(Double, within: Double)
    /// It is this number or more.
    case atLeast(Double)
    /// It is this number or less.
    case atMost(Double)
    /// It lies in a range, both ends included.
    case between(ClosedRange<Double>)
    /// It is this word.
    case word(String)
  }

  /// Where it is written.
  package let place: TextPlace
  /// What is looked at.
  package let quantity: Quantity
  /// What it is to be.
  package let test: Test
  /// Whose numbers are looked at where a quantity is one example's: an index.
  package let example: Int
}

extension Condition.Test {
  /// Whether a quantity passes; what is not there never does.
  package func holds(for reading: Quantity.Reading?) -> Bool {
    switch (self, reading) {
    case (.word(let wanted), .word(let found)): wanted == found
    case (_, .number(let found)): holds(for: found)
    default: false
    }
  }

  /// Whether a number passes.
  package func holds(for found: Double) -> Bool {
    switch self {
    case .equal(let wanted):
      found == wanted || (found - wanted).magnitude <= max(1e-9 * wanted.magnitude, wanted == 0 ? 1e-12 : 0)
    case .about(let wanted, let tolerance): (found - wanted).magnitude <= tolerance
    case .atLeast(let least): found >= least
    case .atMost(let most): found <= most
    case .between(let range): range.contains(found)
    case .word: false
    }
  }

  /// What is wanted, in a few words: `0.1`, `about 0.05 (within 0.01)`, `at least 0.95`.
  package var words: String {
    switch self {
    case .equal(let wanted): wanted.shortestText
    case .about(let wanted, let tolerance): "about \(wanted.shortestText) (within \(tolerance.shortestText))"
    case .atLeast(let least): "at least \(least.shortestText)"
    case .atMost(let most): "at most \(most.shortestText)"
    case .between(let range): "between \(range.lowerBound.shortestText) and \(range.upperBound.shortestText)"
    case .word(let wanted): wanted
    }
  }
}

extension Condition {
  /// Whether a run's numbers fulfil it.
  package func holds(in readings: Readings) -> Bool {
    test.holds(for: readings.value(of: quantity, example: example))
  }

  /// The condition in a few words: `mistakes at most 2`.
  package var words: String { "\(quantity.name) \(test.words)" }
}
