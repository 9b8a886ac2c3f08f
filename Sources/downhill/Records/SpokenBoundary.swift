import Glibc
import Learning
import Training

/// Where a straight boundary w1 x1 + w2 x2 + w0 = 0 lies, in words, for a person who listens.
///
/// It is told in the units of the data, also where it was learned in standardized ones.
struct SpokenBoundary: Equatable {
  private let bias: Double
  private let weights: (x1: Double, x2: Double)
  private let dataset: Dataset

  /// The boundary of a perceptron; nil for one with other features than the two inputs.
  ///
  /// - Parameter standardization: The change of units that its examples went through; nil for none.
  init?(_ run: PerceptronRun, _ standardization: Standardization? = nil) {
    guard run.perceptron.features == [.x1, .x2] else { return nil }
    let (bias, weights) = (run.perceptron.bias, run.perceptron.weights)
    guard let standardization else {
      self.init(bias: bias, weights[0], weights[1], among: run.dataset)
      return
    }
    let scaled = (0..<2).map { weights[$0] / standardization.deviations[$0] }
    let shift = (0..<2).reduce(0) { $0 + scaled[$1] * standardization.means[$1] }
    self.init(bias: bias - shift, scaled[0], scaled[1], among: standardization.invert(run.dataset))
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
  private var isFinite: Bool { length.isFinite && bias.isFinite }
  private var isThere: Bool { length > 0 && isFinite }
  /// How far the origin is from it: positive on the side of the first class.
  private var offset: Double { bias / length }

  /// A place among the points on an axis: 0 where that is in view, else the middle.
  private func reference(_ low: Double, _ high: Double) -> Double {
    low <= 0 && high >= 0 ? 0 : low / 2 + high / 2
  }

  /// Where it crosses the axes, or other lines where those are out of view, and on which side the first class is.
  var place: String {
    guard isFinite else { return "There is no boundary: a weight is not finite." }
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

  /// How it has moved, in words.
  ///
  /// Turns are those of the weight vector, counterclockwise from x1 to x2; outward is away from the origin.
  func movement(since before: SpokenBoundary) -> String {
    BoundaryMovement(figures(since: before)).plainWords
  }

  private func figures(since before: SpokenBoundary) -> BoundaryMovement.Figures {
    var figures = BoundaryMovement.Figures()
    (figures.wasThere, figures.isThere) = (before.isThere, isThere)
    guard isThere, before.isThere else { return figures }
    let (w, v) = (weights, before.weights)
    // The angle between the two normals, from their cross and inner products.
    let turn = atan2(v.x1 * w.x2 - v.x2 * w.x1, v.x1 * w.x1 + v.x2 * w.x2) * 180 / .pi
    figures.turn = PrintedNumber(abs(turn) < Self.rounding ? 0 : abs(turn), significant: 3)
    figures.isCounterclockwise = turn > 0
    let (now, then) = (abs(offset), abs(before.offset))
    let shift = abs(now - then) <= Self.rounding * max(now, then) ? 0 : abs(now - then)
    figures.shift = PrintedNumber(shift, significant: 3)
    (figures.before, figures.after) =
      shift == 0
      ? (PrintedNumber(then, significant: 3), PrintedNumber(now, significant: 3))
      : PrintedNumber.apart(then, now, significant: 3...12)
    // The places nearest to the origin are -offset along the normals.
    let cosine = (w.x1 * v.x1 + w.x2 * v.x2) / length / before.length
    let tolerance = Self.rounding * max(now, then)
    figures.hasPassedOrigin = min(now, then) > tolerance && cosine * offset * before.offset < -tolerance * tolerance
    figures.hasChangedOrigin = (bias >= 0) != (before.bias >= 0)
    return figures
  }

  /// What is smaller, relative to what it is compared with, or in degrees, is rounding error.
  private static let rounding = 1e-9
}
