extension Dataset {
  /// The examples at the given indices, in that order.
  ///
  /// - Precondition: the indices are below `count`.
  package func examples(at indices: [Int]) -> Dataset {
    var chosen: [Double] = []
    chosen.reserveCapacity(2 * indices.count)
    for index in indices {
      chosen.append(inputs[2 * index])
      chosen.append(inputs[2 * index + 1])
    }
    switch targets {
    case .classes(let labels, let names):
      return with(inputs: chosen, targets: .classes(indices.map { labels[$0] }, names: names))
    case .numbers(let values): return with(inputs: chosen, targets: .numbers(indices.map { values[$0] }))
    }
  }

  /// At most so many of the examples, evenly spread and in their order; all of them where there are not more.
  package func thinned(to most: Int) -> Dataset {
    guard count > most else { return self }
    return examples(at: (0..<Swift.max(0, most)).map { $0 * count / most })
  }

  /// Sets a random share of the examples aside for testing.
  ///
  /// The number of test examples is `fraction` of all, rounded to the nearest whole number, but at least one example
  /// stays for training, and of each class at least one. Both parts keep the order of the data.
  ///
  /// - Parameters:
  ///   - fraction: from 0 to 1; NaN counts as 0, anything outside as the nearer end.
  ///   - seed: which examples are drawn; the same seed and count always draw the same.
  /// - Complexity: O(examples).
  package func split(testFraction fraction: Double, seed: UInt64) -> (training: Dataset, test: Dataset) {
    let share = fraction > 0 ? min(fraction, 1) : 0
    let testCount = max(0, min(Int((share * Double(count)).rounded()), count - 1))
    var order = Array(0..<count)
    // A stream of its own, lest the split hang together with the shuffling of an epoch.
    var generator = SplitMix64(seed: seed, stream: 0x7465_7374)
    generator.shuffle(&order)
    var isTest = Array(repeating: false, count: count)
    for index in drawn(testCount, from: order) { isTest[index] = true }
    let indices = Array(0..<count)
    return (examples(at: indices.filter { !isTest[$0] }), examples(at: indices.filter { isTest[$0] }))
  }

  /// The first so many indices, but for the last example of each class; fewer where there are no others.
  private func drawn(_ wanted: Int, from order: [Int]) -> [Int] {
    guard case .classes(let labels, let names) = targets else { return Array(order.prefix(wanted)) }
    var left = Array(repeating: 0, count: names.count)
    for label in labels { left[label] += 1 }
    var chosen: [Int] = []
    for index in order where chosen.count < wanted && left[labels[index]] > 1 {
      left[labels[index]] -= 1
      chosen.append(index)
    }
    return chosen
  }

  /// Whether the examples are a complete truth table: each input has two values, and each of the four pairs comes once.
  ///
  /// Such examples are all the cases there are and no sample of them, so none can be kept for testing.
  package var isTruthTable: Bool {
    guard count == 4, classCount > 0 else { return false }
    let points = (0..<count).map { input(at: $0) }
    let columns = [Set(points.map(\.x1)), Set(points.map(\.x2))]
    return columns.allSatisfy { $0.count == 2 }
      && points.indices.allSatisfy { index in !points[..<index].contains { $0 == points[index] } }
  }

  /// Below so many examples there is no telling a test set from a training set.
  package static let leastToSplit = 4
}
