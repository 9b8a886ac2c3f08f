/// The numbers marked along an axis: multiples of 1, 2 or 5 times a power of ten, or decades, with their labels.
public struct Ticks: Sendable, Hashable {
  /// One marked number.
  public struct Tick: Sendable, Hashable {
    /// The number.
    public let value: Double
    /// How it is written.
    public let label: SafeText
  }

  /// The marks, from the lowest to the highest; may be empty where none fits.
  public let ticks: [Tick]

  /// The width of the widest label, in cells.
  public var labelWidth: Int { ticks.reduce(0) { max($0, $1.label.cellWidth) } }

  /// Chooses at most so many marks for a scale.
  ///
  /// All labels have the same number of decimals. A range so narrow that steps cannot be told apart is marked at its
  /// ends.
  public init(_ scale: Scale, atMost count: Int, glyphs: GlyphSet) {
    guard count > 0 else {
      ticks = []
      return
    }
    if scale.kind == .logarithmic, let decades = Ticks.decades(of: scale, atMost: count, glyphs: glyphs) {
      ticks = decades
    } else {
      ticks = Ticks.multiples(in: scale, atMost: count, glyphs: glyphs)
    }
  }

  /// Chooses as many marks as fit side by side below an axis of the given width, at least two cells apart.
  public init(_ scale: Scale, width: Int, glyphs: GlyphSet) {
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

  // MARK: Linear

  private static func multiples(in scale: Scale, atMost count: Int, glyphs: GlyphSet) -> [Tick] {
    let ends = [scale.lower, scale.upper]
    // Divided before subtracting: the range may be more than the greatest number.
    let smallest = scale.upper / Double(count + 1) - scale.lower / Double(count + 1)
    guard smallest > Double.leastNormalMagnitude * 1e16,
      let exponent = clampedIndex(decimalLogarithm(smallest), in: -310..<310)
    else { return labelled(ends, glyphs: glyphs, exponents: 3) }
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
        // Division by a positive power of ten rounds correctly, multiplication by 0.1 does not.
        values.append(power < 0 ? index * factor / powerOfTen(-power) : index * factor * powerOfTen(power))
        index += 1
      }
      let largest = max(scale.lower.magnitude, scale.upper.magnitude)
      if largest < 1e6, power >= -6, largest >= 1e-3 || power >= -4 {
        return values.map { Tick(value: $0, label: ShortNumber($0, decimals: max(0, -power)).text(glyphs)) }
      }
      let digits = clampedIndex(decimalLogarithm(largest), in: -330..<310).map { $0 - power + 1 } ?? 3
      return labelled(values, glyphs: glyphs, exponents: min(max(1, digits), 17))
    }
    return labelled(ends, glyphs: glyphs, exponents: 3)
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
    guard let first = clampedIndex((decimalLogarithm(scale.lower) - 1e-9).rounded(.up), in: -330..<310),
      let last = clampedIndex((decimalLogarithm(scale.upper) + 1e-9).rounded(.down), in: -330..<310)
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
      .filter { $0.isFinite && $0 >= scale.lower * 0.999_999 && $0 <= scale.upper * 1.000_001 }
    guard values.count >= 2 else { return nil }
    let kept = values.count <= count ? values : stride(from: 0, to: values.count, by: 3).map { values[$0] }
    guard kept.count <= count else { return nil }
    return kept.map { Tick(value: $0, label: ShortNumber($0).text(glyphs)) }
  }
}
