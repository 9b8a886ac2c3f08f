extension Dataset {
  /// Changes the class of a share of the examples, and nothing else.
  ///
  /// So many examples as `share` of all, rounded to the nearest whole number, are drawn, and each gets one of the other
  /// classes, all with the same chance. Numbers have no classes to change; nor is there another where there is but one.
  ///
  /// - Parameters:
  ///   - share: from 0 to 1.
  ///   - seed: which examples are drawn and what they become; the same seed and count always draw the same.
  /// - Complexity: O(examples).
  package func withLabelsFlipped(share: Double, seed: UInt64) -> Dataset {
    guard case .classes(var labels, let names) = targets, names.count > 1, share > 0 else { return self }
    var order = Array(labels.indices)
    // A stream of its own: the points stay the ones they are without flipped labels.
    var generator = SplitMix64(seed: seed, stream: 0x666C_6970)
    generator.shuffle(&order)
    for index in order.prefix(flippedCount(share: share)) {
      labels[index] = (labels[index] + 1 + generator.index(below: names.count - 1)) % names.count
    }
    return with(targets: .classes(labels, names: names))
  }

  /// How many examples a share of the labels is.
  package func flippedCount(share: Double) -> Int {
    guard classCount > 1, share > 0 else { return 0 }
    return Int((min(share, 1) * Double(count)).rounded())
  }
}
