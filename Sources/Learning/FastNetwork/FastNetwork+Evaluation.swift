extension FastNetwork {
  /// The mean loss over examples and, for classes, who was taken for whom.
  ///
  /// - Complexity: O(weights) for each example.
  package func evaluate(_ examples: FastExamples) -> Evaluation {
    var classes = [Int32](repeating: 0, count: examples.labels.isEmpty ? 0 : examples.count)
    let total = lanes.withUnsafeBufferPointer { lanes -> Double in
      guard let lanes = lanes.baseAddress else { return 0 }
      return totalLoss(lanes, examples) { first, predicted in
        guard !classes.isEmpty else { return }
        for lane in 0..<Swift.min(8, examples.count - first) { classes[first + lane] = predicted[lane] }
      }
    }
    let classCount = examples.classCount
    var confusion = [Int](repeating: 0, count: classCount * classCount)
    for (label, predicted) in zip(examples.labels, classes) {
      confusion[label * classCount + Swift.min(classCount - 1, Int(predicted))] += 1
    }
    return Evaluation(
      loss: examples.count > 0 ? total / Double(examples.count) : 0, confusion: confusion, classCount: classCount,
      count: examples.count)
  }

  /// The predicted class of each example.
  package func predictedClasses(_ examples: FastExamples) -> [Int] {
    var classes = [Int](repeating: 0, count: examples.count)
    lanes.withUnsafeBufferPointer { lanes in
      guard let lanes = lanes.baseAddress else { return }
      _ = totalLoss(lanes, examples) { first, predicted in
        for lane in 0..<Swift.min(8, examples.count - first) { classes[first + lane] = Int(predicted[lane]) }
      }
    }
    return classes
  }

  /// The sum of the examples' losses under parameters laid out as the plan says; `classes` is shown the predicted classes
  /// of examples `first` to `first + 7`.
  @inline(__always)
  func totalLoss(
    _ parameters: UnsafePointer<Lanes>, _ examples: FastExamples,
    classes: (_ first: Int, _ predicted: SIMD8<Int32>) -> Void
  ) -> Double {
    precondition(
      examples.inputCount == plan.inputs && examples.targetCount == plan.outputs,
      "examples of \(examples.inputCount) inputs and \(examples.targetCount) targets for another network")
    guard examples.count > 0 else { return 0 }
    let block = OutputBlock(
      loss: network.loss, activation: network.outputActivation, outputs: plan.outputs, stride: BlockPass.width)
    let lanesInAll = Lanes.count(for: examples.count)
    return withUnsafeTemporaryAllocation(of: Lanes.self, capacity: BlockPass.scratchSize(plan)) { scratch in
      scratch.initialize(repeating: .zero)
      return examples.inputLanes.withUnsafeBufferPointer { inputs in
        examples.targetLanes.withUnsafeBufferPointer { targets in
          guard let memory = scratch.baseAddress, let targets = targets.baseAddress else { return 0 }
          let pass = BlockPass(plan: plan, parameters: parameters, scratch: memory)
          var total = 0.0
          var first = 0
          while first < lanesInAll {
            let count = Swift.min(BlockPass.width, lanesInAll &- first)
            for n in 0..<count {
              for i in 0..<plan.inputs {
                pass.inputs[i &* BlockPass.width &+ n] = inputs[(first &+ n) &* plan.inputs &+ i]
              }
            }
            let sums = pass.sums { _, _ in }
            for n in 0..<count {
              let example = 8 &* (first &+ n)
              classes(example, block.predictedClasses(sums + n))
              let losses = block.differentiate(
                sums + n, targets: targets + (first &+ n) &* plan.outputs, targetStride: 1)
              let left = examples.count &- example
              total += Double((left >= 8 ? losses : losses.keeping(first: left)).total)
            }
            first = first &+ count
          }
          return total
        }
      }
    }
  }
}
