import Basics
import Calculus
import Plotting
import Training

/// A curve sampled over the part of the axis that is in view, with its valleys.
struct CurveSketch: Sendable {
  /// What a sketch depends on.
  struct Key: Equatable, Sendable {
    /// The function's name, where it has one: more is known of it.
    var name: String?
    /// The expression's text.
    var formula: String
    /// The ends of the part in view.
    var low: Double
    var high: Double
    /// How many samples.
    var count: Int
  }

  /// The curve from end to end.
  let places: [PlanePoint]
  /// The valleys, from left to right.
  let valleys: [Valley]
  /// What each of them is called.
  let labels: [MinimumLabel]
  /// The vertical axis that shows the curve, poles cut off.
  let y: Scale

  /// Samples a curve.
  ///
  /// - Complexity: O((count + 2048) * operations).
  init(_ function: PlaneFunction, _ key: Key) {
    let expression = function.expression
    let range = min(key.low, key.high)...max(key.low, key.high)
    let values = expression.curve(over: range, count: key.count)
    let last = Double(max(1, key.count - 1))
    places = values.enumerated().map { index, value in
      let part = Double(index) / last
      return PlanePoint(x: range.lowerBound * (1 - part) + range.upperBound * part, y: value)
    }
    valleys = expression.valleys(in: range)
    labels = function.labels(of: valleys, samples: values)
    let sorted = values.filter(\.isFinite).sorted()
    guard let low = sorted.first, let high = sorted.last else {
      y = Scale(from: -1, to: 1)
      return
    }
    // A pole would press all the rest flat: beyond ten times what nine tenths of the samples span, it is cut off.
    let (tenth, ninth) = (sorted[sorted.count / 20], sorted[sorted.count - 1 - sorted.count / 20])
    let span = ninth - tenth
    let top = span > 0 ? min(high, ninth + 10 * span) : high
    let bottom = span > 0 ? max(low, tenth - 10 * span) : low
    let margin = (top - bottom) * 0.08
    y = Scale(from: bottom - margin, to: top + margin)
  }
}
