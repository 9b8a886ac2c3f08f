/// Inverted dropout: in a training step each hidden unit is silent with probability `rate`, the others count
/// 1 / (1 - rate) times.
///
/// Whether a unit is silent depends on seed, step, layer, example and unit alone, not on a generator's history: a run is
/// replayed from any step without storing masks. Source: N. Srivastava et al., "Dropout", JMLR 15, 2014; the hash is the
/// finalizer of A. Appleby's MurmurHash3.
package struct Dropout: Sendable, Equatable {
  /// The probability of silence, at least 0 and below 1; 0 switches dropout off.
  package var rate: Double
  /// The seed of the masks.
  package var seed: UInt64

  /// No dropout.
  package static let none = Dropout(rate: 0, seed: 0)

  /// Dropout with the given rate.
  ///
  /// - Precondition: 0 <= rate < 1.
  package init(rate: Double, seed: UInt64) {
    precondition(rate >= 0 && rate < 1, "a dropout rate must be at least 0 and below 1, not \(rate)")
    self.rate = rate
    self.seed = seed
  }

  /// What the units that stay are multiplied by.
  package var scale: Double { 1 / (1 - rate) }

  /// Whether a unit stays, given the key of its step and layer, the place of the example in its batch, and its index.
  package func keeps(key: UInt32, example: Int, unit: Int) -> Bool {
    let counter = UInt32(truncatingIfNeeded: example) &* 0x9E37_79B1 &+ UInt32(truncatingIfNeeded: unit)
    return Self.scramble(counter ^ key) >= threshold
  }

  /// The key of one layer (0 is the first hidden one) in one step.
  func key(step: Int, layer: Int) -> UInt32 {
    var generator = SplitMix64(
      seed: seed, stream: UInt64(truncatingIfNeeded: step) &* 64 &+ UInt64(truncatingIfNeeded: layer))
    return UInt32(truncatingIfNeeded: generator.next())
  }

  /// A hash below this number silences the unit.
  var threshold: UInt32 { UInt32(rate * 0x1p32) }

  /// The finalizer of MurmurHash3: every bit of the input changes half the bits of the result.
  private static func scramble(_ counter: UInt32) -> UInt32 {
    var hash = counter
    hash = (hash ^ (hash >> 16)) &* 0x85EB_CA6B
    hash = (hash ^ (hash >> 13)) &* 0xC2B2_AE35
    return hash ^ (hash >> 16)
  }
}
