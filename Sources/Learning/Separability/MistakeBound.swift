/// How many mistakes a perceptron can make at most before it has learned separable examples: the convergence theorem.
///
/// Examples are extended by the constant input, x' = (1, x). R is the length of the longest x'; gamma the largest
/// number such that some unit vector u of weights (w0, w1, ..., wm) has y u . x' >= gamma for every example. Both
/// belong to the extended space, so gamma is not the geometric margin of a `SeparatingBoundary`.
/// Source: A. Novikoff, "On convergence proofs on perceptrons", 1962.
package struct MistakeBound: Sendable, Hashable {
  /// R, the length of the longest example with its constant input.
  package let radius: Double
  /// Gamma, the largest margin of a unit weight vector, the weight of the constant input included.
  package let margin: Double
  /// The unit weight vector of that margin, w0 first.
  package let direction: [Double]
  /// R / gamma, which stays finite where R overflows.
  private let ratio: Double

  /// Measures the examples; nil where there are none, where no boundary separates them, or where none can be found in
  /// double precision.
  ///
  /// - Complexity: O(n m) an iteration, some dozens of iterations.
  package init?(_ examples: PerceptronExamples) {
    guard examples.count > 0, examples.rows.allSatisfy({ $0.isFinite }) else { return nil }
    let scale = PowerOfTwo.scaling(max(1, examples.largest.reduce(0, max)))
    let extended = ExtendedExamples(
      examples, biasScale: scale, scales: Array(repeating: scale, count: examples.features.count))
    let nearest = extended.nearest.point
    let length = norm(nearest)
    guard length > 0 else { return nil }
    direction = nearest.map { $0 / length }
    let scaledMargin = extended.margin(along: direction)
    guard scaledMargin > 0x1p-49 * extended.radius else { return nil }
    radius = extended.radius / scale
    margin = scaledMargin / scale
    ratio = extended.radius / scaledMargin
  }

  /// (R / gamma)^2: no more mistakes than this from weights that are all 0, whatever the learning rate and the order.
  package var fromZero: Double { ratio * ratio }

  /// The bound from any weights.
  ///
  /// With u the start divided by the learning rate and a its product with the best direction, k mistakes leave weights
  /// of length at least a + k gamma and at most sqrt(|u|^2 + k R^2); the bound is the largest k for which both can be.
  ///
  /// - Parameters:
  ///   - perceptron: the weights to start from.
  ///   - learningRate: positive; anything else gives infinity.
  package func from(_ perceptron: Perceptron, learningRate: Double) -> Double {
    guard learningRate > 0, learningRate.isFinite, perceptron.isFinite else { return .infinity }
    let start = ([perceptron.bias] + perceptron.weights).map { $0 / learningRate }
    let (along, squared) = (dot(direction, start), dot(start, start))
    // gamma^2 k^2 - (R^2 - 2 a gamma) k - (|u|^2 - a^2) <= 0, all divided by gamma^2.
    let half = (ratio * ratio - 2 * along / margin) / 2
    let rest = max(0, squared - along * along) / (margin * margin)
    let root = half + (half * half + rest).squareRoot()
    let bound = max(root, -along / margin, 0)
    return bound.isNaN ? .infinity : bound
  }
}
