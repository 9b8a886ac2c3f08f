/// A number for each step (or epoch) of a run, in bounded memory, that keeps its spikes.
///
/// Values are appended in order. While there are few, each has a bucket of its own; when the buckets are full, every
/// two neighbors become one that remembers the least and the greatest of both, so a spike of a single step stays visible
/// however long the run. Non-finite values leave a gap.
package struct BoundedSeries: Sendable, Equatable {
  /// The values of a few consecutive indices.
  package struct Bucket: Sendable, Equatable {
    /// The least finite value; NaN where there was none.
    package var minimum: Double
    /// The greatest finite value; NaN where there was none.
    package var maximum: Double
    /// The value that came last, finite or not.
    package var last: Double
  }

  /// How many buckets there are at most; even.
  package let capacity: Int
  /// How many consecutive values share a bucket: a power of two.
  package private(set) var stride = 1
  /// How many values have been appended.
  package private(set) var count = 0
  /// The buckets: the one at `i` holds the values from `i * stride` on.
  package private(set) var buckets: [Bucket] = []

  /// Makes an empty series.
  ///
  /// - Precondition: `capacity` is even and positive.
  package init(capacity: Int = 2048) {
    precondition(capacity > 0 && capacity.isMultiple(of: 2), "a capacity of \(capacity) buckets cannot be halved")
    self.capacity = capacity
  }

  /// The value appended last.
  package var last: Double? { buckets.last?.last }

  /// Appends one value.
  ///
  /// - Complexity: O(1) amortized.
  package mutating func append(_ value: Double) {
    if count == capacity * stride { halve() }
    merge(value)
    count += 1
  }

  /// Appends the same value until there are `newCount`.
  ///
  /// - Complexity: O(capacity), whatever the distance.
  package mutating func extend(to newCount: Int, with value: Double) {
    while count < newCount {
      if count == capacity * stride { halve() }
      merge(value)
      let bucketEnd = (count / stride + 1) * stride
      count = min(newCount, bucketEnd)
    }
  }

  /// Forgets the values from the beginning of the bucket that holds index `limit` on.
  ///
  /// Values of a shared bucket cannot be told apart, so up to `stride - 1` values before the limit go as well; where
  /// fewer than eight buckets would be left to tell of the beginning, all of them go and later ones are fine again.
  /// Whoever truncates appends what went too far.
  package mutating func truncate(before limit: Int) {
    guard limit < count else { return }
    let kept = max(0, limit) / stride
    if stride > 1 && kept < 8 {
      self = BoundedSeries(capacity: capacity)
      return
    }
    buckets.removeLast(buckets.count - kept)
    count = kept * stride
  }

  /// Forgets the values from an index on, of which is known that they only repeat the one before them.
  ///
  /// So a bucket that they share with others tells the same without them.
  mutating func forgetRepetitions(from index: Int) {
    guard index < count else { return }
    count = max(0, index)
    buckets.removeLast(buckets.count - (count + stride - 1) / stride)
  }

  private mutating func merge(_ value: Double) {
    let fresh =
      value.isFinite
      ? Bucket(minimum: value, maximum: value, last: value)
      : Bucket(minimum: .nan, maximum: .nan, last: value)
    if count.isMultiple(of: stride) {
      buckets.append(fresh)
    } else {
      buckets[buckets.count - 1] = BoundedSeries.join(buckets[buckets.count - 1], fresh)
    }
  }

  private mutating func halve() {
    for index in 0..<capacity / 2 {
      buckets[index] = BoundedSeries.join(buckets[2 * index], buckets[2 * index + 1])
    }
    buckets.removeLast(capacity / 2)
    stride *= 2
  }

  private static func join(_ earlier: Bucket, _ later: Bucket) -> Bucket {
    // `Double.minimum` and `maximum` prefer the number to the NaN.
    Bucket(
      minimum: Double.minimum(earlier.minimum, later.minimum),
      maximum: Double.maximum(earlier.maximum, later.maximum), last: later.last)
  }
}
