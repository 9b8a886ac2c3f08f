/// Decides in any number of dimensions, by the nearest point to the origin of the signed, extended examples y (1, x).
///
/// The origin is in their hull exactly when the classes' hulls have a point in common: a mixture that is 0 has equal
/// shares of both classes, since the 1 cancels, and equal points.
struct SpatialSeparation {
  private let examples: PerceptronExamples

  init(_ examples: PerceptronExamples) {
    self.examples = examples
  }

  /// The answer, each time with its proof checked.
  var result: Separability {
    let scales = examples.largest.map { PowerOfTwo.scaling($0) }
    let extended = ExtendedExamples(examples, biasScale: 1, scales: scales)
    let nearest = extended.nearest
    let length = norm(nearest.point)
    if length <= 1e-12 * extended.radius { return .inseparable(commonPoint(nearest)) }
    let direction = nearest.point.map { $0 / length }
    // The margin must be larger than what rounding can do to a product.
    guard extended.margin(along: direction) > 0x1p-49 * extended.radius else { return .undecided }
    return .separable(boundary(fallback: zip(direction.dropFirst(), scales).map { $0 * $1 }))
  }

  private func commonPoint(_ nearest: MinimumNorm<Int>) -> CommonPoint {
    var shares: (a: [CommonPoint.Share], b: [CommonPoint.Share]) = ([], [])
    var totals = (a: 0.0, b: 0.0)
    for (member, coefficient) in zip(nearest.members, nearest.coefficients) {
      if examples.signs[member.label] > 0 { totals.a += coefficient } else { totals.b += coefficient }
    }
    for (member, coefficient) in zip(nearest.members, nearest.coefficients) where coefficient > 0 {
      if examples.signs[member.label] > 0 {
        shares.a.append(CommonPoint.Share(index: member.label, coefficient: coefficient / totals.a))
      } else {
        shares.b.append(CommonPoint.Share(index: member.label, coefficient: coefficient / totals.b))
      }
    }
    let values = examples.features.indices.map { feature in
      shares.a.reduce(0) { $0 + $1.coefficient * examples.values(at: $1.index)[feature] }
    }
    return CommonPoint(values: values, sharesA: shares.a, sharesB: shares.b)
  }

  /// The boundary of largest margin; with the normal `fallback`, which is known to separate, if the search ends short.
  private func boundary(fallback: [Double]) -> SeparatingBoundary {
    let scale = PowerOfTwo.scaling(examples.largest.reduce(0, max))
    let indicesA = (0..<examples.count).filter { examples.signs[$0] > 0 }
    let indicesB = (0..<examples.count).filter { examples.signs[$0] < 0 }
    func boundary(_ vector: [Double]) -> SeparatingBoundary {
      let largest = vector.reduce(0) { max($0, abs($1)) }
      let scaled = vector.map { largest > 0 ? $0 / largest : 0 }
      let length = norm(scaled)
      return SeparatingBoundary(
        examples, normal: scaled.map { length > 0 ? $0 / length : 0 }, scale: scale, candidatesA: indicesA,
        candidatesB: indicesB, distance: nil)
    }
    let closest = boundary(ClosestPoints(examples, scale: scale, indicesA: indicesA, indicesB).difference)
    if closest.margin > 0 { return closest }
    return boundary(fallback)
  }
}

/// Examples as vectors y (1, x), scaled.
struct ExtendedExamples {
  private let examples: PerceptronExamples
  private let biasScale: Double
  private let scales: [Double]
  /// The length of the longest vector.
  private(set) var radius = 0.0

  /// - Precondition: there is an example.
  init(_ examples: PerceptronExamples, biasScale: Double, scales: [Double]) {
    precondition(examples.count > 0, "no examples to extend")
    self.examples = examples
    self.biasScale = biasScale
    self.scales = scales
    for index in 0..<examples.count {
      var squared = biasScale * biasScale
      for feature in scales.indices {
        let value = examples.rows[index * scales.count + feature] * scales[feature]
        squared += value * value
      }
      radius = max(radius, squared)
    }
    radius.formSquareRoot()
  }

  /// The point of the hull that is nearest to the origin.
  var nearest: MinimumNorm<Int> {
    MinimumNorm(start: member(0)) { member(lowest(along: $0).index) }
  }

  /// The smallest product of a vector with a direction.
  func margin(along direction: [Double]) -> Double {
    lowest(along: direction).product
  }

  private func member(_ index: Int) -> MinimumNorm<Int>.Member {
    let sign = Double(examples.signs[index])
    let values = scales.indices.map { sign * (examples.rows[index * scales.count + $0] * scales[$0]) }
    return MinimumNorm.Member(label: index, values: [sign * biasScale] + values)
  }

  private func lowest(along direction: [Double]) -> (index: Int, product: Double) {
    var best = (index: 0, product: Double.infinity)
    let factors = scales.indices.map { direction[$0 + 1] }
    for index in 0..<examples.count {
      var product = direction[0] * biasScale
      for feature in factors.indices {
        product += factors[feature] * (examples.rows[index * factors.count + feature] * scales[feature])
      }
      product *= Double(examples.signs[index])
      if product < best.product { best = (index, product) }
    }
    return best
  }
}
