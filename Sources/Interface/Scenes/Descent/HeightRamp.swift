import Calculus
import Plotting

/// How the heights of a function become shades: evenly, or stretched towards the bottom where most of it is low.
///
/// With u the share of the way from the lowest to the highest sample, the shade is log(1 + k u) / log(1 + k). k is such
/// that the median becomes one half; where the median lies above one half already, shades are even.
struct HeightRamp: Sendable, Equatable {
  /// The lowest finite height.
  let lowest: Double
  /// The highest finite height.
  let highest: Double
  /// k; 0 for even shades.
  let stretch: Double

  /// Adapts to some heights; what is not finite doesn't count.
  ///
  /// - Complexity: O(n log n).
  init(_ heights: [Double]) {
    let sorted = heights.filter(\.isFinite).sorted()
    guard let low = sorted.first, let high = sorted.last, high > low, (high - low).isFinite else {
      lowest = sorted.first ?? 0
      highest = sorted.first ?? 0
      stretch = 0
      return
    }
    lowest = low
    highest = high
    let median = max((sorted[sorted.count / 2] - low) / (high - low), 1e-9)
    // (1 + k m)^2 = 1 + k
    stretch = median < 0.45 ? (1 - 2 * median) / (median * median) : 0
  }

  /// Whether heights are stretched so much that a picture should say so.
  var isSteep: Bool { stretch > 40 }

  /// The shade of a height, 0...1; NaN for what is not a number, and 0 on a flat function.
  func shade(of height: Double) -> Double {
    guard highest > lowest else { return height.isNaN ? .nan : 0 }
    let share = min(max((height - lowest) / (highest - lowest), 0), 1)
    guard !height.isNaN else { return .nan }
    return stretch == 0 ? share : Logarithm.onePlus(stretch * share) / Logarithm.onePlus(stretch)
  }

  /// The height of a shade.
  func height(of shade: Double) -> Double {
    let share = stretch == 0 ? shade : Logarithm.exponentialMinusOne(shade * Logarithm.onePlus(stretch)) / stretch
    return lowest + share * (highest - lowest)
  }

  /// About so many round heights at equal distances of shade.
  func levels(_ count: Int) -> [Double] {
    guard highest > lowest, count > 0 else { return [] }
    var levels: [Double] = []
    for index in 1...count {
      let share = Double(index) / Double(count + 1)
      let gap = height(of: share + 0.5 / Double(count + 1)) - height(of: share - 0.5 / Double(count + 1))
      let step = Self.roundStep(below: gap)
      let level = (height(of: share) / step).rounded() * step
      if level.isFinite, level != levels.last, level > lowest, level < highest { levels.append(level) }
    }
    return levels
  }

  /// The largest of 1, 2 or 5 times a power of ten that is not above a number.
  private static func roundStep(below number: Double) -> Double {
    guard number > 0, number.isFinite else { return 1 }
    var power = 1.0
    while power > number { power /= 10 }
    while power * 10 <= number { power *= 10 }
    return number >= 5 * power ? 5 * power : number >= 2 * power ? 2 * power : power
  }
}
