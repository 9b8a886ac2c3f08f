import Basics
import RealModule

/// The numbers marked along an axis: multiples of 1, 2 or 5 times a power of ten, or decades, with their labels.
package struct Ticks: Sendable, Hashable {
  /// One marked number.
  package struct Tick: Sendable, Hashable {
    /// The number.
    package let value: Double
    /// How it is written.
    package let label: SafeText
  }

  /// The marks, from the lowest to the highest; may be empty where none fits.
  package let ticks: [Tick]

  /// The width of the widest label, in cells.
  package var labelWidth: Int { ticks.reduce(0) { max($0, $1.label.cellWidth) } }

  /// Chooses at most so many marks for a scale.
  ///
  /// All labels have the same number of decimals. Where two are allowed there are two: one number alone would leave the
  /// scale open. A range so narrow that steps cannot be told apart is marked at its ends.
  package init(_ scale: Scale, atMost count: Int, glyphs: GlyphSet) {
    guard count > 0 else {
      ticks = []
      return
    }
    let even: [Tick]
    if scale.kind == .logarithmic, let decades = Ticks.decades(of: scale, atMost: count, glyphs: glyphs) {
      even = decades
    } else {
      even = Ticks.multiples(in: scale, atMost: count, glyphs: glyphs)
    }
    ticks = even.count >= 2 || count == 1 ? even : Ticks(scale, spread: Ticks.leastSpread, glyphs: glyphs).ticks
  }

  /// Chooses two marks, as round as they can be while they are at least this fraction of the axis apart.
  init(_ scale: Scale, spread: Double, glyphs: GlyphSet) {
    ticks =
      (scale.kind == .logarithmic ? Ticks.roundRatios(in: scale, spread: spread, glyphs: glyphs) : nil)
      ?? Ticks.roundEnds(in: scale, spread: spread, glyphs: glyphs)
  }

  /// Two marks nearer to one another would say little of an axis.
  private static let leastSpread = 0.4

  /// Chooses as many marks as stand well on different rows of an axis of a height: two from two rows on.
  package init(_ scale: Scale, height: Int, glyphs: GlyphSet) {
    let count = height >= 2 ? max(2, height / 2) : 0
    let even = Ticks(scale, atMost: min(count, 12), glyphs: glyphs)
    let isApart = even.pitch(along: scale) * Double(height) >= 1
    self =
      isApart || count == 0
      ? even : Ticks(scale, spread: max(Ticks.leastSpread, 1 / Double(height)), glyphs: glyphs)
  }

  /// The marks that may stand below an axis of a width, the best first: where an axis has no room for the first, one of
  /// the others may have fewer or shorter labels.
  static func choices(_ scale: Scale, width: Int, glyphs: GlyphSet) -> [Ticks] {
    [Ticks(scale, width: width, glyphs: glyphs)]
      + [4, 3, 2].map { Ticks(scale, atMost: $0, glyphs: glyphs) }
      + [0.5, 0.6, 0.7, 0.8, 0.9].map { Ticks(scale, spread: $0, glyphs: glyphs) }
  }

  /// Chooses as many marks as fit side by side below an axis of the given width, at least two cells apart.
  package init(_ scale: Scale, width: Int, glyphs: GlyphSet) {
    var count = min(max(0, width / 4), 12)
    while count > 1 {
      let candidate = Ticks(scale, atMost: count, glyphs: glyphs)
      let pitch = candidate.pitch(along: scale) * Double(width)
      if Double(candidate.labelWidth + 2) <= pitch {
        self = candidate
        return
      }
      count -= 1
    }
    let single = Ticks(scale, atMost: count, glyphs: glyphs)
    self = single.labelWidth <= width ? single : Ticks(scale, atMost: 0, glyphs: glyphs)
  }

  /// The smallest distance between neighbors as a fraction of the axis; infinite for fewer than two.
  private func pitch(along scale: Scale) -> Double {
    zip(ticks, ticks.dropFirst()).reduce(.infinity) {
      min($0, scale.fraction(of: $1.1.value) - scale.fraction(of: $1.0.value))
    }
  }

  // MARK: Two alone

  /// The multiples of the largest step whose first and last are far enough apart, and of them these two.
  private static func roundEnds(in scale: Scale, spread: Double, glyphs: GlyphSet) -> [Tick] {
    let range = scale.upper / 2 - scale.lower / 2
    guard range > Double.leastNormalMagnitude * 1e16,
      let exponent = clampedIndex(Double.log10(range), in: -310..<310)
    else { return ends(of: scale, glyphs: glyphs) }
    for (factor, power) in niceSteps(from: exponent - 2).reversed() {
      let step = factor * powerOfTen(power)
      guard step.isFinite, step > 0 else { continue }
      let first = (scale.lower / step - 1e-9).rounded(.up)
      let last = (scale.upper / step + 1e-9).rounded(.down)
      guard first < last else { continue }
      let values = [first, last].map { multiple($0, factor, power) }
      guard scale.fraction(of: values[1]) - scale.fraction(of: values[0]) >= spread else { continue }
      let marks = labelled(values, power: power, scale: scale, glyphs: glyphs)
      if marks[0].label != marks[1].label { return marks }
    }
    return ends(of: scale, glyphs: glyphs)
  }

  /// The first and the last of 1, 2 and 5 times the powers of ten, or of the powers alone where that does; nil where
  /// they are too close.
  private static func roundRatios(in scale: Scale, spread: Double, glyphs: GlyphSet) -> [Tick]? {
    guard let first = clampedIndex(Double.log10(scale.lower).rounded(.down), in: -330..<310),
      let last = clampedIndex(Double.log10(scale.upper).rounded(.down), in: -330..<310)
    else { return nil }
    for factors in [[1.0], [1, 2, 5]] {
      let values = [first, first + 1, last - 1, last].flatMap { power in factors.map { $0 * powerOfTen(power) } }
        .filter { $0.isFinite && isInside($0, scale) }
      guard let low = values.min(), let high = values.max(),
        scale.fraction(of: high) - scale.fraction(of: low) >= spread
      else { continue }
      return [low, high].map { Tick(value: $0, label: ShortNumber($0).text(glyphs)) }
    }
    return nil
  }

  /// Both ends, with as many digits as tell them apart.
  private static func ends(of scale: Scale, glyphs: GlyphSet) -> [Tick] {
    for digits in 3..<17 {
      let marks = labelled([scale.lower, scale.upper], glyphs: glyphs, exponents: digits)
      if marks[0].label != marks[1].label { return marks }
    }
    return labelled([scale.lower, scale.upper], glyphs: glyphs, exponents: 17)
  }

  private static func isInside(_ value: Double, _ scale: Scale) -> Bool {
    value >= scale.lower * 0.999_999 && value <= scale.upper * 1.000_001
  }

  // MARK: Linear

  private static func multiples(in scale: Scale, atMost count: Int, glyphs: GlyphSet) -> [Tick] {
    // Divided before subtracting: the range may be more than the greatest number.
    let smallest = scale.upper / Double(count + 1) - scale.lower / Double(count + 1)
    guard smallest > Double.leastNormalMagnitude * 1e16,
      let exponent = clampedIndex(Double.log10(smallest), in: -310..<310)
    else { return ends(of: scale, glyphs: glyphs) }
    for (factor, power) in niceSteps(from: exponent) {
      let step = factor * powerOfTen(power)
      guard step.isFinite, scale.lower + step != scale.lower || scale.upper + step != scale.upper
      else { continue }
      let first = (scale.lower / step - 1e-9).rounded(.up)
      let last = (scale.upper / step + 1e-9).rounded(.down)
      guard last - first < Double(count) else { continue }
      if first > last { return [] }
      var values: [Double] = []
      var index = first
      while index <= last, values.count < count {
        values.append(multiple(index, factor, power))
        index += 1
      }
      return labelled(values, power: power, scale: scale, glyphs: glyphs)
    }
    return ends(of: scale, glyphs: glyphs)
  }

  /// The correctly rounded power of ten.
  static func powerOfTen(_ exponent: Int) -> Double {
    Double("1e\(exponent)") ?? (exponent < 0 ? 0 : .infinity)
  }

  /// So many times a step of a factor times a power of ten.
  ///
  /// Division by a positive power of ten rounds correctly, multiplication by 0.1 does not.
  private static func multiple(_ index: Double, _ factor: Double, _ power: Int) -> Double {
    power < 0 ? index * factor / powerOfTen(-power) : index * factor * powerOfTen(power)
  }

  /// Multiples of a step of a power of ten, all with the same number of decimals.
  private static func labelled(_ values: [Double], power: Int, scale: Scale, glyphs: GlyphSet) -> [Tick] {
    let largest = max(scale.lower.magnitude, scale.upper.magnitude)
    if largest < 1e6, power >= -6, largest >= 1e-3 || power >= -4 {
      return values.map { Tick(value: $0, label: ShortNumber($0, decimals: max(0, -power)).text(glyphs)) }
    }
    let digits = clampedIndex(Double.log10(largest), in: -330..<310).map { $0 - power + 1 } ?? 3
    return labelled(values, glyphs: glyphs, exponents: min(max(1, digits), 17))
  }

  /// 1, 2 and 5 times a power of ten and the next two.
  private static func niceSteps(from exponent: Int) -> [(factor: Double, power: Int)] {
    var steps: [(factor: Double, power: Int)] = []
    for power in exponent...exponent + 2 {
      for factor in [1.0, 2, 5] { steps.append((factor, power)) }
    }
    return steps
  }

  private static func labelled(_ values: [Double], glyphs: GlyphSet, exponents digits: Int) -> [Tick] {
    values.map { Tick(value: $0, label: ShortNumber($0, scientific: digits).text(glyphs)) }
  }

  // MARK: Logarithmic

  /// Powers of ten; with 2 and 5 times them where there are few; nil where even these are fewer than two.
  private static func decades(of scale: Scale, atMost count: Int, glyphs: GlyphSet) -> [Tick]? {
    guard let first = clampedIndex((Double.log10(scale.lower) - 1e-9).rounded(.up), in: -330..<310),
      let last = clampedIndex((Double.log10(scale.upper) + 1e-9).rounded(.down), in: -330..<310)
    else { return nil }
    if last - first >= 2 || (last - first == 1 && count < 4) {
      let step = max(1, (last - first) / count + 1)
      // Multiples of the step, so that the marks stay where they are while the range grows.
      let start = first + (step - 1) - ((first + step - 1) % step + step) % step
      return stride(from: start, through: last, by: step).map {
        Tick(value: powerOfTen($0), label: ShortNumber(powerOfTen($0)).text(glyphs))
      }
    }
    let values = niceSteps(from: first - 1).map { $0.factor * powerOfTen($0.power) }
      .filter { $0.isFinite && isInside($0, scale) }
    guard values.count >= 2 else { return nil }
    let kept = values.count <= count ? values : stride(from: 0, to: values.count, by: 3).map { values[$0] }
    guard kept.count <= count else { return nil }
    return kept.map { Tick(value: $0, label: ShortNumber($0).text(glyphs)) }
  }
}
