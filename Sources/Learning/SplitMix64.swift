import RealModule

/// The one pseudo-random generator of the program: small, fast and the same everywhere.
///
/// Every sampler takes its generator as a parameter, so a seed written down reproduces a run bit for bit.
/// Source: G. Steele, D. Lea, C. Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.
/// Not for cryptography.
package struct SplitMix64: RandomNumberGenerator, Sendable, Equatable {
  /// The whole state; two generators with the same state give the same numbers.
  package private(set) var state: UInt64

  /// Starts the sequence that belongs to `seed`.
  package init(seed: UInt64) {
    state = seed
  }

  /// Starts the sequence that belongs to a pair of numbers, for streams that must not depend on one another:
  /// the shuffle of epoch 7, the dropout mask of step 1,000,000.
  package init(seed: UInt64, stream: UInt64) {
    var mixer = SplitMix64(seed: seed)
    let high = mixer.next()
    mixer = SplitMix64(seed: high ^ (stream &* 0xD134_2543_DE82_EF95))
    state = mixer.next()
  }

  /// The next 64 bits.
  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number drawn evenly from the half-open interval [0, 1), with 53 random bits.
  package mutating func unit() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// A number drawn evenly from the half-open interval [low, high).
  package mutating func uniform(_ low: Double, _ high: Double) -> Double {
    low + (high - low) * unit()
  }

  /// A number drawn from the normal distribution with the given mean and standard deviation.
  ///
  /// Box and Muller's transform; the second number of the pair is thrown away, so the state alone
  /// decides what comes next.
  package mutating func normal(mean: Double = 0, deviation: Double = 1) -> Double {
    let radius = (-2 * Double.log(1 - unit())).squareRoot()
    return mean + deviation * radius * Double.cos(2 * Double.pi * unit())
  }

  /// A whole number drawn evenly from 0..<bound, without the bias of a plain remainder (Lemire 2019).
  ///
  /// - Precondition: `bound` is positive.
  package mutating func index(below bound: Int) -> Int {
    precondition(bound > 0, "cannot draw an index below \(bound)")
    let limit = UInt64(bound)
    var product = next().multipliedFullWidth(by: limit)
    if product.low < limit {
      let threshold = (0 &- limit) % limit
      while product.low < threshold { product = next().multipliedFullWidth(by: limit) }
    }
    return Int(product.high)
  }

  /// Puts `elements` into a random order (Fisher and Yates).
  ///
  /// - Complexity: O(n).
  package mutating func shuffle<Element>(_ elements: inout [Element]) {
    guard elements.count > 1 else { return }
    for last in stride(from: elements.count - 1, through: 1, by: -1) {
      elements.swapAt(last, index(below: last + 1))
    }
  }
}
