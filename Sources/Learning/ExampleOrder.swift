/// The order in which an epoch goes through the examples.
package enum ExampleOrder: Sendable, Hashable {
  /// The order of the data, every epoch.
  case given
  /// A new order every epoch, drawn from the seed.
  case shuffled(seed: UInt64)

  /// The indices of the examples in the order of an epoch, or nil where that is 0, 1, 2 and so on.
  ///
  /// The order of an epoch depends on the seed, the epoch and the count alone, so no generator need be kept between
  /// epochs: going back to an epoch means asking for it again.
  ///
  /// - Parameters:
  ///   - epoch: counted from 1, though any number will do.
  ///   - count: how many examples there are; from 0 to 2^31 - 1.
  /// - Complexity: O(`count`).
  package func indices(epoch: Int, count: Int) -> [Int32]? {
    switch self {
    case .given: return nil
    case .shuffled(let seed):
      precondition(0...Int(Int32.max) ~= count, "cannot shuffle \(count) examples")
      var indices = Array(0..<Int32(count))
      var generator = SplitMix64(seed: seed, stream: UInt64(bitPattern: Int64(epoch)))
      generator.shuffle(&indices)
      return indices
    }
  }
}
