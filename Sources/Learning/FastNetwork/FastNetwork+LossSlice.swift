extension FastNetwork {
  /// Evaluates the mean loss on a plane through the network's parameters: at w + a d + b e for numbers a and b.
  ///
  /// The loss at `alphas[column]` and `betas[row]` goes to `values[row * alphas.count + column]`, for the given rows; rows
  /// may be divided among threads. With a single beta of 0 it is a line.
  ///
  /// - Parameters:
  ///   - examples: The data, prepared for this network's shape.
  ///   - first: The direction d, in the order of the parameters.
  ///   - second: The direction e.
  ///   - alphas: The numbers a.
  ///   - betas: The numbers b.
  ///   - rows: Which of the betas; nil for all.
  ///   - values: Where the losses go; holds `alphas.count * betas.count` numbers.
  /// - Complexity: O(weights) for each example and place.
  public func sampleLoss(
    _ examples: FastExamples, first: NetworkParameters, second: NetworkParameters, alphas: [Double], betas: [Double],
    rows: Range<Int>? = nil, into values: UnsafeMutableBufferPointer<Double>
  ) {
    let rows = rows ?? 0..<betas.count
    precondition(
      rows.lowerBound >= 0 && rows.upperBound <= betas.count, "rows \(rows) of a plane with \(betas.count)")
    precondition(
      values.count >= alphas.count * betas.count, "\(values.count) places for \(alphas.count * betas.count) losses")
    let one = FastNetwork(network, parameters: first).lanes
    let other = FastNetwork(network, parameters: second).lanes
    withUnsafeTemporaryAllocation(of: Lanes.self, capacity: plan.size) { moved in
      moved.initialize(repeating: .zero)
      guard let place = moved.baseAddress else { return }
      for row in rows {
        let beta = Lanes(repeating: Float(betas[row]))
        for column in alphas.indices {
          let alpha = Lanes(repeating: Float(alphas[column]))
          for index in 0..<plan.size {
            moved[index] = (lanes[index] + alpha * one[index]) + beta * other[index]
          }
          let total = totalLoss(place, examples) { _, _ in }
          values[row * alphas.count + column] = examples.count > 0 ? total / Double(examples.count) : 0
        }
      }
    }
  }

  /// The mean loss over the examples under other parameters of the same shape.
  public func loss(_ examples: FastExamples, parameters: NetworkParameters) -> Double {
    FastNetwork(network, parameters: parameters).evaluate(examples).loss
  }
}
