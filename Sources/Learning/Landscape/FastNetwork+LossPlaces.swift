extension FastNetwork {
  /// Evaluates the mean loss at places of a plane through the network's parameters: at w + a d + b e.
  ///
  /// The same numbers as those of `sampleLoss`, bit for bit.
  ///
  /// - Parameters:
  ///   - examples: The data, prepared for this network's shape.
  ///   - first: The direction d, in the order of the parameters.
  ///   - second: The direction e.
  ///   - places: The numbers a and b.
  /// - Complexity: O(weights) for each example and place.
  public func losses(
    _ examples: FastExamples, first: NetworkParameters, second: NetworkParameters, at places: [PlanePlace]
  ) -> [Double] {
    let one = FastNetwork(network, parameters: first).lanes
    let other = FastNetwork(network, parameters: second).lanes
    return withUnsafeTemporaryAllocation(of: Lanes.self, capacity: plan.size) { moved in
      moved.initialize(repeating: .zero)
      guard let start = moved.baseAddress else { return [] }
      return places.map { place in
        let alpha = Lanes(repeating: Float(place.alpha))
        let beta = Lanes(repeating: Float(place.beta))
        for index in 0..<plan.size {
          moved[index] = (lanes[index] + alpha * one[index]) + beta * other[index]
        }
        let total = totalLoss(start, examples) { _, _ in }
        return examples.count > 0 ? total / Double(examples.count) : 0
      }
    }
  }
}
