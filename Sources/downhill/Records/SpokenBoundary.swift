import Glibc
import Learning
import Training

/// Where a straight boundary w1 x1 + w2 x2 + w0 = 0 lies, in words, for a person who listens.
struct SpokenBoundary: Equatable {
  private let bias: Double
  private let weights: (x1: Double, x2: Double)
  private let dataset: Dataset

  /// The boundary of a perceptron; nil for one with other features than the two inputs.
  init?(_ run: PerceptronRun) {
    guard run.perceptron.features == [.x1, .x2] else { return nil }
    self.init(bias: run.perceptron.bias, run.perceptron.weights[0], run.perceptron.weights[1], among: run.dataset)
  }

  init(bias: Double, _ first: Double, _ second: Double, among dataset: Dataset) {
    self.bias = bias
    weights = (first, second)
    self.dataset = dataset
  }

  /// Whether two boundaries have the same weights.
  static func == (left: SpokenBoundary, right: SpokenBoundary) -> Bool {
    left.bias == right.bias && left.weights == right.weights
  }

  private var length: Double { hypot(weights.x1, weights.x2) }
  private var isThere: Bool { length > 0 && length.isFinite && bias.isFinite }
  /// How far it is from the origin.
  private var distance: Double { abs(bias) / length }

  /// A place among the points on an axis: 0 where that is in view, else the middle.
  private func reference(_ low: Double, _ high: Double) -> Double {
    low <= 0 && high >= 0 ? 0 : low / 2 + high / 2
  }

  /// Where it crosses the axes, or other lines where those are out of view, and on which side the first class is.
  var place: String {
    guard isThere else { return "There is no boundary: w1 and w2 are 0." }
    let (first, second) = (dataset.inputNames[0], dataset.inputNames[1])
    let view = dataset.view
    let (x1, x2) = (reference(view.minX, view.maxX), reference(view.minY, view.maxY))
    let across = -(bias + weights.x2 * x2) / weights.x1
    let up = -(bias + weights.x1 * x1) / weights.x2
    let line =
      if weights.x2 == 0 {
        "The boundary stands upright at \(first) = \(SpokenNumber.text(across))"
      } else if weights.x1 == 0 {
        "The boundary lies level at \(second) = \(SpokenNumber.text(up))"
      } else {
        "The boundary crosses \(first) = \(SpokenNumber.text(across)) at \(second) = \(SpokenNumber.text(x2)), "
          + "and \(second) = \(SpokenNumber.text(up)) at \(first) = \(SpokenNumber.text(x1))"
      }
    let sides = [
      weights.x1 > 0 ? "right" : weights.x1 < 0 ? "left" : nil,
      weights.x2 > 0 ? "above" : weights.x2 < 0 ? "below" : nil,
    ].compactMap(\.self)
    let name = dataset.classNames.first.map { "class \($0)" } ?? "the first class"
    return "\(line); \(name) is \(sides.joined(separator: " and "))."
  }

  /// How it has moved.
  ///
  /// Turns are those of the weight vector, counterclockwise from x1 to x2; outward is away from the origin.
  func movement(since before: SpokenBoundary) -> String {
    guard isThere else { return before.isThere ? "It has gone." : "It is still not there." }
    guard before.isThere else { return "It has appeared." }
    let full = 2 * Double.pi
    let turn = remainder(atan2(weights.x2, weights.x1) - atan2(before.weights.x2, before.weights.x1), full) * 180 / .pi
    let shift = distance - before.distance
    var parts: [String] = []
    if abs(turn) >= 0.05 {
      parts.append("turned by \(SpokenNumber.text(abs(turn))) degrees \(turn > 0 ? "counterclockwise" : "clockwise")")
    }
    if abs(shift) > 1e-9 * max(distance, before.distance) {
      parts.append("moved \(SpokenNumber.text(abs(shift))) \(shift > 0 ? "outward" : "inward")")
    }
    return parts.isEmpty ? "It has not moved." : "It \(parts.joined(separator: " and "))."
  }
}
