extension LossLandscape {
  /// The loss at some parameters: of a network in single precision, of a perceptron exactly.
  ///
  /// - Precondition: there are `parameterCount` of them.
  package func loss(at parameters: [Double]) -> Double {
    check(parameters.count)
    switch (model, examples) {
    case (.network(let network), .network(_, let examples)):
      return FastNetwork(network, parameters: NetworkParameters(parameters, for: network)).evaluate(examples).loss
        * lossUnit
    default: return exactLoss(at: parameters)
    }
  }

  /// The loss on places of a plane, as `sampleExactly`: of a network in single precision, of a perceptron exactly.
  package func sample(
    _ plane: ParameterPlane, alphas: [Double], betas: [Double], rows: Range<Int>? = nil,
    into values: UnsafeMutableBufferPointer<Double>
  ) {
    guard case (.network(let network), .network(_, let examples)) = (model, examples) else {
      sampleExactly(plane, alphas: alphas, betas: betas, rows: rows, into: values)
      return
    }
    let rows = check(plane, alphas, betas, rows, values)
    FastNetwork(network, parameters: NetworkParameters(plane.origin, for: network)).sampleLoss(
      examples, first: NetworkParameters(plane.first, for: network),
      second: NetworkParameters(plane.second, for: network), alphas: alphas, betas: betas, rows: rows, into: values)
    guard lossUnit != 1 else { return }
    for index in rows.lowerBound * alphas.count..<rows.upperBound * alphas.count { values[index] *= lossUnit }
  }

  /// The loss at some places of a plane, one after another, with the precision of `sample`.
  package func losses(_ plane: ParameterPlane, at places: [PlanePlace]) -> [Double] {
    check(plane.origin.count)
    guard case (.network(let network), .network(_, let examples)) = (model, examples) else {
      return places.map { exactLoss(at: plane.point($0)) }
    }
    let losses = FastNetwork(network, parameters: NetworkParameters(plane.origin, for: network)).losses(
      examples, first: NetworkParameters(plane.first, for: network),
      second: NetworkParameters(plane.second, for: network), at: places)
    return lossUnit == 1 ? losses : losses.map { $0 * lossUnit }
  }
}
