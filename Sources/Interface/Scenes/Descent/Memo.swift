import Training

/// The last results of a pure function, so that pictures that look alike are worked out once.
///
/// A reference: copies of its owner share it. It never changes a result, only when it is computed.
final class Memo<Key: Equatable & Sendable, Value: Sendable>: Sendable {
  private let results = Guarded<[(key: Key, value: Value)]>([])
  private let capacity: Int

  /// Remembers nothing yet; at most so many results later.
  init(capacity: Int = 2) {
    self.capacity = max(1, capacity)
  }

  /// The result for a key: the remembered one, or a new one that is then remembered instead of the oldest.
  func value(for key: Key, _ make: () -> Value) -> Value {
    results.withLock { results in
      if let known = results.first(where: { $0.key == key }) { return known.value }
      let value = make()
      if results.count >= capacity { results.removeFirst() }
      results.append((key, value))
      return value
    }
  }
}
