/// Examples prepared for `FastNetwork`: in single precision, and once more with eight examples side by side.
package struct FastExamples: Sendable, Equatable {
  /// How many examples there are.
  package let count: Int
  /// How many features an example has.
  package let inputCount: Int
  /// How many targets an example has.
  package let targetCount: Int
  /// How many classes there are; 0 for regression.
  package let classCount: Int
  /// The class of each example; empty for regression.
  package let labels: [Int]
  /// The features, example after example.
  let inputs: ContiguousArray<Float>
  /// The targets, example after example.
  let targets: ContiguousArray<Float>
  /// The features of examples 8 b to 8 b + 7 at `inputLanes[b * inputCount + i]`, zeros beyond the last example.
  let inputLanes: ContiguousArray<Lanes>
  /// The targets in the same manner.
  let targetLanes: ContiguousArray<Lanes>

  /// Prepares examples.
  ///
  /// - Complexity: O(n).
  package init(_ examples: NetworkExamples) {
    count = examples.count
    inputCount = examples.inputCount
    targetCount = examples.targetCount
    classCount = examples.classCount
    labels = examples.labels
    inputs = ContiguousArray(examples.inputs.map { Float($0) })
    targets = ContiguousArray(examples.targets.map { Float($0) })
    inputLanes = Self.sideBySide(inputs, width: inputCount, count: count)
    targetLanes = Self.sideBySide(targets, width: targetCount, count: count)
  }

  private static func sideBySide(_ rows: ContiguousArray<Float>, width: Int, count: Int) -> ContiguousArray<Lanes> {
    var lanes = ContiguousArray(repeating: Lanes.zero, count: Lanes.count(for: count) * width)
    for example in 0..<count {
      for column in 0..<width {
        lanes[(example / 8) * width + column][example % 8] = rows[example * width + column]
      }
    }
    return lanes
  }
}
