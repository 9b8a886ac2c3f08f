/// What happened while a perceptron learned from a stretch of examples.
package struct PerceptronPass: Sendable, Hashable {
  /// How many examples were learned from; fewer than asked for when the next one would leave the finite numbers.
  package var steps = 0
  /// How many of them were misclassified when their turn came, which is the number of updates.
  package var mistakes = 0
  /// Whether every example asked for was learned from.
  package var isFinite = true
}

/// The loss of a perceptron over a set of examples.
package struct PerceptronEvaluation: Sendable, Hashable {
  /// The mean of max(0, -y s); 0 without examples.
  package let loss: Double
  /// How many examples are misclassified.
  package let errors: Int
  /// The share of examples that is classified correctly, from 0 to 1; 1 without examples.
  package let accuracy: Double
}

extension Perceptron {
  /// Learns from one example after another, as fast as memory delivers them.
  ///
  /// The result is that of `learn(index:values:target:learningRate:)` on each example in turn, bit for bit. Examples in
  /// the order of the data are looked at in blocks of 16 in single precision, with a bound on the error; a block that
  /// cannot hold a mistake is passed over, any other is gone through example by example in double precision.
  /// Nothing is allocated during the pass.
  ///
  /// - Parameters:
  ///   - examples: laid out for the features of this perceptron.
  ///   - order: the index of the example at each position of the epoch; nil where position and index are the same.
  ///   - positions: the stretch of the epoch to go through, within `0..<examples.count`.
  ///   - onMistake: called for each misclassified example with its position in the epoch and its loss before the update.
  /// - Returns: how many examples were learned from. When a score or a weight would be infinite or NaN, the pass stops
  ///   before that example and the weights are those before it.
  /// - Complexity: O(positions x features); no allocation.
  @discardableResult
  package mutating func learn(
    from examples: PerceptronExamples, order: [Int32]? = nil, positions: Range<Int>, learningRate: Double,
    onMistake: (_ position: Int, _ loss: Double) -> Void = { _, _ in }
  ) -> PerceptronPass {
    precondition(examples.features == features, "examples with \(examples.features) for \(features)")
    precondition(
      positions.lowerBound >= 0 && positions.upperBound <= (order?.count ?? examples.count),
      "positions \(positions) of an epoch of \(order?.count ?? examples.count)")
    return withKernel(over: examples, learningRate: learningRate) { kernel in
      guard let order else { return kernel.learnInOrder(positions, onMistake) }
      return order.withUnsafeBufferPointer { kernel.learn(positions, order: $0, onMistake) }
    }
  }

  /// The mean loss, the errors and the accuracy over a set of examples.
  ///
  /// - Complexity: O(examples x features).
  package func evaluate(_ examples: PerceptronExamples) -> PerceptronEvaluation {
    precondition(examples.features == features, "examples with \(examples.features) for \(features)")
    var copy = self
    let (loss, errors) = copy.withKernel(over: examples, learningRate: 0) { $0.evaluate(examples.count) }
    guard examples.count > 0 else { return PerceptronEvaluation(loss: 0, errors: 0, accuracy: 1) }
    let count = Double(examples.count)
    return PerceptronEvaluation(loss: loss / count, errors: errors, accuracy: 1 - Double(errors) / count)
  }

  /// Runs `body` with the weights and the examples in contiguous memory, and takes the weights over afterwards.
  private mutating func withKernel<Result>(
    over examples: PerceptronExamples, learningRate: Double, _ body: (inout PerceptronKernel) -> Result
  ) -> Result {
    let featureCount = features.count
    return withUnsafeTemporaryAllocation(of: Double.self, capacity: featureCount + 1) { memory in
      memory.initializeElement(at: 0, to: bias)
      for feature in 0..<featureCount { memory.initializeElement(at: feature + 1, to: weights[feature]) }
      let result = examples.rows.withUnsafeBufferPointer { rows in
        examples.signs.withUnsafeBufferPointer { signs in
          examples.blocks.withUnsafeBufferPointer { blocks in
            examples.largest.withUnsafeBufferPointer { largest in
              var kernel = PerceptronKernel(
                rows: rows, signs: signs, blocks: blocks, largest: largest, weights: memory,
                learningRate: learningRate)
              return body(&kernel)
            }
          }
        }
      }
      bias = memory[0]
      for feature in 0..<featureCount { weights[feature] = memory[feature + 1] }
      return result
    }
  }
}
