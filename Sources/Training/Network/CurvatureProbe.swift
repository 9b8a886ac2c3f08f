import Learning

/// Measures the largest curvature of a network's training loss, on as many examples as can be afforded.
struct CurvatureProbe: Sendable {
  /// The examples it is measured on: all of them, or some evenly spread among them.
  let examples: NetworkExamples
  /// How many weights and biases the network has.
  let weights: Int
  /// Whether they are only some of the examples.
  let isSample: Bool
  /// What one measurement costs: so many products of a weight and an example in training take as long, roughly.
  let work: Double
  private let network: Network

  /// The most examples that are looked at.
  static let mostExamples = 2048
  /// The fewest that a mean over all is estimated from.
  private static let fewestExamples = 128
  /// Weights times examples of one product with the Hessian, above which fewer examples are taken.
  private static let usualProduct = 32_768
  /// Weights times examples of one product with the Hessian, above which nothing is measured: it would be noticed as a
  /// halt.
  private static let largestProduct = 1 << 21
  /// How many products with the Hessian a measurement makes at most; mostly eight are enough.
  private static let mostProducts = 24
  /// How many times as long as training on an example a measurement on it takes, all its products together.
  private static let cost = 4.0

  /// Chooses the examples; nil without any, and for a network too large to measure while it learns.
  init?(_ dataset: Dataset, for network: Network) {
    let weights = NetworkParameters.layers(of: network).last?.all.upperBound ?? 0
    let affordable = min(Self.mostExamples, max(Self.fewestExamples, Self.usualProduct / max(1, weights)))
    let count = min(dataset.count, affordable)
    guard count > 0, weights * count <= Self.largestProduct else { return nil }
    examples = NetworkExamples(dataset.thinned(to: count), for: network)
    self.weights = weights
    isSample = count < dataset.count
    work = Self.cost * Double(weights * count)
    self.network = network
  }

  /// Whether a measurement is so short that every picture can have its own.
  var isLight: Bool { work <= Self.cost * Double(Self.usualProduct) }

  /// The smallest and the largest curvature at the given parameters; NaN where they are no numbers.
  func curvatures(at parameters: NetworkParameters, regularizer: Regularizer) -> SpectrumEnds {
    LossHessian(network, parameters: parameters, examples: examples, regularizer: regularizer)
      .spectrum(products: Self.mostProducts)
  }
}

/// When a network's curvature is measured for its curve, and what was found last.
///
/// It depends on the epochs alone and not on the clock: often at the beginning and ever more rarely, so that a curve of
/// any length has points enough, and never more than a small share of the training's own work.
struct CurvatureSchedule: Sendable {
  /// A measurement and when it was made.
  struct Measurement: Sendable {
    var smallest: Double
    var curvature: Double
    var step: Int
    var epoch: Int
  }

  /// The last measurement; nil before the first.
  private(set) var last: Measurement?
  /// Products of a weight and an example that training has made, and that measuring was worth.
  private var trained = 0.0
  private var measured = 0.0

  /// How much measuring may do before training has done anything: some hundredths of a second.
  private static let allowance = 1e7
  /// The share of the training's work that measuring may take besides.
  private static let share = 0.02

  /// Notes that an epoch has been trained, and says whether to measure after it.
  ///
  /// - Parameters:
  ///   - epoch: How many epochs are complete.
  ///   - work: How many products of a weight and an example the epoch took.
  ///   - cost: How many a measurement takes.
  mutating func isDue(epoch: Int, work: Double, cost: Double) -> Bool {
    trained += work
    guard ThinningSchedule.includes(epoch, dense: 64), measured + cost <= Self.allowance + Self.share * trained else {
      return false
    }
    measured += cost
    return true
  }

  /// Keeps a measurement.
  mutating func keep(_ measurement: Measurement) { last = measurement }
}
