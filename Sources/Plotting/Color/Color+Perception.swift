import RealModule

extension Color {
  /// The relative luminance of a color, 0 (black) to 1 (white), after WCAG 2.1.
  ///
  /// The terminal's own color has none that is known; it counts as black.
  package var luminance: Double {
    guard !isInherited else { return 0 }
    let linear = LinearColor(value)
    return 0.2126 * linear.red + 0.7152 * linear.green + 0.0722 * linear.blue
  }

  /// The contrast of two colors, 1 (none) to 21 (black on white), after WCAG 2.1: (L₁ + 0.05)/(L₂ + 0.05).
  package func contrast(with other: Color) -> Double {
    let first = luminance
    let second = other.luminance
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)
  }

  /// The lightness L* of a color, 0...100, after CIE 1976: how light it looks in grey.
  package var lightness: Double {
    let y = luminance
    return y > 216.0 / 24389 ? 116 * Double.root(y, 3) - 16 : y * 24389 / 27
  }

  /// A mixture of two colors, evenly in how it looks (in Björn Ottosson's OKLab, 2020).
  ///
  /// - Parameter amount: 0 gives this color, 1 the other; values outside count as the nearer end.
  package func mixed(with other: Color, amount: Double) -> Color {
    let t = amount.isNaN ? 0 : min(max(0, amount), 1)
    if t == 0 { return self }
    if t == 1 { return other }
    return Color(LinearColor(value).mixed(with: LinearColor(other.value), amount: t).hex)
  }
}

/// Red, green and blue proportional to light, 0...1.
struct LinearColor: Sendable {
  var red, green, blue: Double

  init(red: Double, green: Double, blue: Double) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  init(_ hex: UInt32) {
    self.init(
      red: LinearColor.decode(hex >> 16), green: LinearColor.decode(hex >> 8), blue: LinearColor.decode(hex))
  }

  /// The sRGB transfer function (IEC 61966-2-1).
  private static func decode(_ bits: UInt32) -> Double {
    let c = Double(bits & 0xFF) / 255
    return c <= 0.04045 ? c / 12.92 : Double.pow((c + 0.055) / 1.055, 2.4)
  }

  private static func encode(_ c: Double) -> UInt32 {
    let coded = c <= 0.003_130_8 ? 12.92 * c : 1.055 * Double.pow(c, 1 / 2.4) - 0.055
    return UInt32(clampedIndex(coded * 255 + 0.5, in: 0..<256) ?? 0)
  }

  var hex: UInt32 {
    LinearColor.encode(red) << 16 | LinearColor.encode(green) << 8 | LinearColor.encode(blue)
  }

  func mixed(with other: LinearColor, amount: Double) -> LinearColor {
    let first = oklab
    let second = other.oklab
    return LinearColor(oklab: first + (second - first) * amount)
  }

  /// Lightness, green to red, blue to yellow.
  var oklab: SIMD3<Double> {
    let l = Double.root(0.412_221_470_8 * red + 0.536_332_536_3 * green + 0.051_445_992_9 * blue, 3)
    let m = Double.root(0.211_903_498_2 * red + 0.680_699_545_1 * green + 0.107_396_956_6 * blue, 3)
    let s = Double.root(0.088_302_461_9 * red + 0.281_718_837_6 * green + 0.629_978_700_5 * blue, 3)
    return SIMD3(
      0.210_454_255_3 * l + 0.793_617_785_0 * m - 0.004_072_046_8 * s,
      1.977_998_495_1 * l - 2.428_592_205_0 * m + 0.450_593_709_9 * s,
      0.025_904_037_1 * l + 0.782_771_766_2 * m - 0.808_675_766_0 * s)
  }

  init(oklab lab: SIMD3<Double>) {
    let l = lab.x + 0.396_337_777_4 * lab.y + 0.215_803_757_3 * lab.z
    let m = lab.x - 0.105_561_345_8 * lab.y - 0.063_854_172_8 * lab.z
    let s = lab.x - 0.089_484_177_5 * lab.y - 1.291_485_548_0 * lab.z
    let (l3, m3, s3) = (l * l * l, m * m * m, s * s * s)
    self.init(
      red: 4.076_741_662_1 * l3 - 3.307_711_591_3 * m3 + 0.230_969_929_2 * s3,
      green: -1.268_438_004_6 * l3 + 2.609_757_401_1 * m3 - 0.341_319_396_5 * s3,
      blue: -0.004_196_086_3 * l3 - 0.703_418_614_7 * m3 + 1.707_614_701_0 * s3)
  }
}
