/// Finds the valleys of a curve in an unbroken stretch of samples.
struct ValleyFinder {
  /// Neighboring samples with the same value: one sample, or a flat part.
  private struct Level {
    var first: Int
    var last: Int
    var value: Double
  }

  /// A turn from falling to rising, or from rising to falling.
  private struct Turn {
    var x: Double
    var value: Double
    var isAtEnd = false
    /// Whether the curve goes on without end here: a pole.
    var isPole = false
  }

  private let expression: Expression
  private let places: [Double]
  private let levels: [Level]

  /// Takes samples in ascending order; all values finite and at least one.
  init(_ expression: Expression, _ places: ArraySlice<Double>, _ values: ArraySlice<Double>) {
    self.expression = expression
    self.places = Array(places)
    var levels: [Level] = []
    for (index, value) in values.enumerated() {
      if let last = levels.last, last.value == value {
        levels[levels.count - 1].last = index
      } else {
        levels.append(Level(first: index, last: index, value: value))
      }
    }
    self.levels = levels
  }

  /// The valleys, from left to right; between two of them a turn at the top is the border.
  func valleys() -> [Valley] {
    guard let first = places.first, let last = places.last else { return [] }
    let bottoms = levels.indices.filter { isTurn($0, by: <) }
    var borders = [first]
    for (left, right) in zip(bottoms, bottoms.dropFirst()) {
      let top = (left...right).max { levels[$0].value < levels[$1].value } ?? left
      borders.append(turn(at: top, sign: -1).x)
    }
    borders.append(last)
    return bottoms.indices.compactMap { index in
      let bottom = turn(at: bottoms[index], sign: 1)
      guard !bottom.isPole else { return nil }
      let low = min(borders[index], bottom.x)
      return Valley(
        x: bottom.x, value: bottom.value, basin: low...max(borders[index + 1], bottom.x), isAtEnd: bottom.isAtEnd)
    }
  }

  /// Whether a level lies before, in the given order of values, both of its neighbors.
  private func isTurn(_ index: Int, by precedes: (Double, Double) -> Bool) -> Bool {
    (index == 0 || precedes(levels[index].value, levels[index - 1].value))
      && (index == levels.count - 1 || precedes(levels[index].value, levels[index + 1].value))
  }

  /// Narrows a turn down.
  ///
  /// - Parameter sign: 1 for a bottom, -1 for a top.
  private func turn(at index: Int, sign: Double) -> Turn {
    let level = levels[index]
    let low = places[max(level.first - 1, 0)]
    let high = places[min(level.last + 1, places.count - 1)]
    let isAtEnd = level.first == 0 || level.last == places.count - 1
    func slope(_ x: Double) -> Double { sign * expression.gradient(x: x).x }
    if slope(low) < 0, slope(high) > 0 {
      return refined(bisection(low, high, slope), level, sign)
    }
    if isAtEnd {
      let middle = level.first == level.last ? places[level.first] : (places[level.first] + places[level.last]) / 2
      return Turn(x: middle, value: level.value, isAtEnd: true)
    }
    return refined(goldenSection(low, high) { sign * expression.value(x: $0) }, level, sign)
  }

  /// The turn at a place found between samples, which is a pole when it lies far beyond what the samples promise.
  private func refined(_ x: Double, _ level: Level, _ sign: Double) -> Turn {
    let value = expression.value(x: x)
    let before = expression.value(x: places[max(level.first - 1, 0)])
    let after = expression.value(x: places[min(level.last + 1, places.count - 1)])
    let height = max((before - level.value).magnitude, (after - level.value).magnitude)
    let isPole = !value.isFinite || sign * (level.value - value) > 100 * height
    let middle = (places[level.first] + places[level.last]) / 2
    return Turn(x: value.isFinite ? x : middle, value: value.isFinite ? value : level.value, isPole: isPole)
  }

  /// Where a slope changes from negative to positive, to the last digit; kinks too.
  private func bisection(_ low: Double, _ high: Double, _ slope: (Double) -> Double) -> Double {
    var (low, high) = (low, high)
    for _ in 0..<1100 {
      let middle = low / 2 + high / 2
      guard middle > low, middle < high else { break }
      let value = slope(middle)
      if value == 0 { return middle }
      if value < 0 { low = middle } else { high = middle }
    }
    return low / 2 + high / 2
  }

  /// Where a function without usable slope is lowest between two places, to about half the digits (Kiefer 1953).
  private func goldenSection(_ low: Double, _ high: Double, _ value: (Double) -> Double) -> Double {
    let ratio = 0.6180339887498949
    var (low, high) = (low, high)
    var left = high - ratio * (high - low)
    var right = low + ratio * (high - low)
    var (atLeft, atRight) = (value(left), value(right))
    for _ in 0..<200 where left < right {
      if atLeft <= atRight || atRight.isNaN {
        (high, right, atRight) = (right, left, atLeft)
        left = high - ratio * (high - low)
        atLeft = value(left)
      } else {
        (low, left, atLeft) = (left, right, atRight)
        right = low + ratio * (high - low)
        atRight = value(right)
      }
    }
    return atLeft <= atRight || atRight.isNaN ? left : right
  }
}
