/// The two directions along which a loss landscape is cut, in the order of the model's parameters.
package struct LandscapeDirections: Sendable, Equatable {
  /// The direction of alpha.
  package var first: [Double]
  /// The direction of beta.
  package var second: [Double]
  /// For principal directions, the share of the path's variance that each of the two explains; nil for others.
  package var explained: [Double]?

  /// Directions as they are.
  package init(first: [Double], second: [Double], explained: [Double]? = nil) {
    self.first = first
    self.second = second
    self.explained = explained
  }
}

extension LandscapeDirections {
  /// Two single parameters: each direction is 1 at one of them and 0 elsewhere.
  ///
  /// - Precondition: both are below `count`.
  package static func parameters(_ first: Int, _ second: Int, of count: Int) -> LandscapeDirections {
    func axis(_ index: Int) -> [Double] {
      precondition(index >= 0 && index < count, "there is no parameter \(index) among \(count)")
      var direction = [Double](repeating: 0, count: count)
      direction[index] = 1
      return direction
    }
    return LandscapeDirections(first: axis(first), second: axis(second))
  }

  /// Two random directions, made commensurable with the model unit by unit.
  ///
  /// Each number is drawn from the normal distribution; then the weights that come into a unit are scaled to the length
  /// that they have in the model, and biases are 0, so that they stay as they are. A unit without weights gets a
  /// direction of 0. In few dimensions the two are not perpendicular, and are not made so: that would undo the scaling.
  ///
  /// Source: H. Li et al., "Visualizing the loss landscape of neural nets", NeurIPS 2018, with `ignore='biasbn'` of its
  /// program. Without a single weight to go by - all are 0 - every unit's row is left at length 1.
  ///
  /// - Parameters:
  ///   - units: The units of the model.
  ///   - parameters: The model's parameters.
  ///   - generator: What they are drawn with; the first direction is drawn before the second.
  package static func random(
    _ units: [ParameterUnit], at parameters: [Double], using generator: inout SplitMix64
  ) -> LandscapeDirections {
    let first = randomDirection(units, at: parameters, using: &generator)
    let second = randomDirection(units, at: parameters, using: &generator)
    return LandscapeDirections(first: first, second: second)
  }

  /// The straight line to another model, w2 - w1, so that alpha is 0 here and 1 there; across it a random direction,
  /// scaled as in `random` and then made perpendicular to the line.
  ///
  /// - Precondition: both models have as many parameters.
  package static func towards(
    _ target: [Double], from parameters: [Double], _ units: [ParameterUnit], using generator: inout SplitMix64
  ) -> LandscapeDirections {
    precondition(
      target.count == parameters.count, "a model of \(target.count) parameters, another of \(parameters.count)")
    let line = zip(target, parameters).map { $0 - $1 }
    let across = randomDirection(units, at: parameters, using: &generator)
    return LandscapeDirections(first: line, second: VectorMath.perpendicular(across, to: line))
  }

  /// Scales a direction unit by unit to the lengths of a model's weights, and sets it to 0 for the biases.
  package static func filterNormalized(
    _ direction: [Double], _ units: [ParameterUnit], at parameters: [Double]
  ) -> [Double] {
    var scaled = [Double](repeating: 0, count: direction.count)
    let hasWeights = units.contains { VectorMath.length(Array(parameters[$0.weights])) > 0 }
    for unit in units {
      guard let row = VectorMath.unit(Array(direction[unit.weights])) else { continue }
      let length = hasWeights ? VectorMath.length(Array(parameters[unit.weights])) : 1
      for (offset, index) in unit.weights.enumerated() { scaled[index] = row[offset] * length }
    }
    return scaled
  }

  private static func randomDirection(
    _ units: [ParameterUnit], at parameters: [Double], using generator: inout SplitMix64
  ) -> [Double] {
    let drawn = parameters.indices.map { _ in generator.normal() }
    return filterNormalized(drawn, units, at: parameters)
  }
}
