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
  package func sampleLoss(
    _ examples: FastExamples, first: NetworkParameters, second: NetworkParameters, alphas: [Double], betas: [Double],
    rows: Range<Int>? = nil, into values: UnsafeMutableBufferPointer<Double>
  ) {
    let rows = rows ?? 0..<betas.count
    precondition(
      rows.lowerBound >= 0 && rows.upperBound <= betas.count, "rows \(rows) of a plane with \(betas.count)")
    precondition(
      values.count >= alphas.count * betas.count, "\(values.count) places for \(alphas.count * betas.count) losses")
    withLoss(examples, first: first, second: second) { loss in
      for row in rows {
        for column in alphas.indices {
          values[row * alphas.count + column] = loss(alphas[column], betas[row])
        }
      }
    }
  }

  /// Evaluates the mean loss at places of a plane through the network's parameters: at w + a d + b e.
  ///
  /// - Parameters:
  ///   - examples: The data, prepared for this network's shape.
  ///   - first: The direction d, in the order of the parameters.
  ///   - second: The direction e.
  ///   - places: The numbers a and b.
  /// - Complexity: O(weights) for each example and place.
  package func losses(
    _ examples: FastExamples, first: NetworkParameters, second: NetworkParameters, at places: [PlanePlace]
  ) -> [Double] {
    withLoss(examples, first: first, second: second) { loss in places.map { loss($0.alpha, $0.beta) } }
  }

  /// Hands over the mean loss at w + a d + b e as a function of a and b.
  @inline(__always)
  private func withLoss<Result>(
    _ examples: FastExamples, first: NetworkParameters, second: NetworkParameters,
    _ body: (_ loss: (Double, Double) -> Double) -> Result
  ) -> Result {
    let one = FastNetwork(network, parameters: first).lanes
    let other = FastNetwork(network, parameters: second).lanes
    return withUnsafeTemporaryAllocation(of: Lanes.self, capacity: Swift.max(1, plan.size)) { moved in
      moved.initialize(repeating: .zero)
      return body { alpha, beta in
        guard let start = moved.baseAddress, examples.count > 0 else { return 0 }
        let (alpha, beta) = (Lanes(repeating: Float(alpha)), Lanes(repeating: Float(beta)))
        for index in 0..<plan.size {
          moved[index] = (lanes[index] + alpha * one[index]) + beta * other[index]
        }
        return totalLoss(start, examples) { _, _ in } / Double(examples.count)
      }
    }
  }

  /// The mean loss over the examples under other parameters of the same shape.
  package func loss(_ examples: FastExamples, parameters: NetworkParameters) -> Double {
    FastNetwork(network, parameters: parameters).evaluate(examples).loss
  }
}
