/// The colors of classes: one for their marks and one for the fields they own, on a dark or a light background.
///
/// The first two are a blue and a vermillion after Okabe and Ito, "Color universal design" (2002): #0072B2 and #D55E00,
/// lightened on a dark background so that a mark keeps a contrast of 3 on every field. Every class has a shape of its
/// own besides (``GlyphSet/mark(of:hollow:)``).
package struct ClassPalette: Sendable, Hashable {
  /// The background it was made for.
  package let background: Color
  /// Whether the background is dark.
  package let isDark: Bool
  /// Colors for marks and lines; at least 3 : 1 on the background and on all tints.
  package let marks: [Color]
  /// The strongest color a field of the class takes.
  package let tints: [Color]

  /// The colors of fields, from unsure to sure, `shadesPerClass` for each class in turn.
  package let shades: [Color]

  /// The colors of marks that stand for a quantity, low to high: from the second class's color over a grey to the
  /// first's, level for level as a field of that quantity has them.
  package let quantities: Palette

  /// How many steps of confidence are told apart in a field.
  package static let shadesPerClass = 4

  /// How many classes have colors of their own; further ones repeat them.
  package static let count = 10

  /// The colors of the first two classes: with three of them the other classes keep theirs, in another order.
  package enum Pair: Sendable, Hashable, CaseIterable {
    /// Okabe and Ito's: told apart by every eye, in lightness too.
    case blueAndVermillion
    /// Without red and green.
    case blueAndYellow
    /// The strongest difference in lightness.
    case violetAndYellow
    /// Light and dark alone.
    case greys

    /// Which of the ten colors each class has.
    var order: [Int] {
      let first: [Int] =
        switch self {
        case .blueAndVermillion: [0, 1]
        case .blueAndYellow: [0, 3]
        case .violetAndYellow: [6, 3]
        case .greys: [5, 8]
        }
      return first + (0..<ClassPalette.count).filter { !first.contains($0) }
    }
  }

  /// Chooses the colors for a background, 0xRRGGBB.
  ///
  /// - Parameter pair: Which of the ten colors the first two classes have; the others follow in their order.
  package init(background hex: UInt32, pair: Pair = .blueAndVermillion) {
    background = Color(hex)
    isDark = background.lightness < 50
    let marks = isDark ? ClassPalette.darkMarks : ClassPalette.lightMarks
    var tints = isDark ? ClassPalette.darkTints : ClassPalette.lightTints
    for index in tints.count..<marks.count {
      let indices = isDark ? ClassPalette.darkTintIndices : ClassPalette.lightTintIndices
      tints.append(ClassPalette.tint(of: marks[index], on: background, index256: indices[index - 2]))
    }
    if !isDark { tints[3] = ClassPalette.lightYellow }
    if pair == .greys { (tints[5], tints[8]) = isDark ? ClassPalette.darkGreys : ClassPalette.lightGreys }
    let order = pair.order
    self.marks = order.map { marks[$0] }
    self.tints = order.map { tints[$0] }
    var shades: [Color] = []
    for tint in self.tints {
      for step in 1..<ClassPalette.shadesPerClass {
        let amount = Double(step) / Double(ClassPalette.shadesPerClass)
        let color = background.mixed(with: tint, amount: amount)
        // Of 256 colors there are too few for steps: what is unsure has the background's nearest, the rest the tint.
        shades.append(
          Color(color.value, index256: step == 1 ? color.index256 : tint.index256, index16: tint.index16))
      }
      shades.append(tint)
    }
    self.shades = shades
    quantities = Palette(.sequential, colors: ClassPalette.quantities(self.marks[1], self.marks[0], isDark: isDark))
  }

  /// Colors from one mark's over a grey to another's; between two greys straight on.
  private static func quantities(_ low: Color, _ high: Color, isDark: Bool) -> [Color] {
    let isGrey = [low, high].allSatisfy { $0.red == $0.green && $0.green == $0.blue }
    let middle = isGrey ? low.mixed(with: high, amount: 0.5) : Color(isDark ? 0xC8C8C8 : 0x5A5A5A)
    return (0...16).map { level in
      let amount = Double(level) / 8
      return level <= 8 ? low.mixed(with: middle, amount: amount) : middle.mixed(with: high, amount: amount - 1)
    }
  }

  /// The color of a mark at a share of the way along its quantity's scale; the terminal's own for no number.
  package func quantity(at share: Double) -> Color { quantities.color(of: share) }

  /// The color of a class's marks; classes from 10 on, and negative ones, repeat.
  package func mark(of index: Int) -> Color { marks[ClassPalette.wrapped(index)] }

  /// The strongest color of a class's field.
  package func tint(of index: Int) -> Color { tints[ClassPalette.wrapped(index)] }

  static func wrapped(_ index: Int) -> Int {
    let remainder = index % count
    return remainder < 0 ? remainder + count : remainder
  }

  /// Luminances of tints: the marks, 0.33...1 on dark and 0...0.222 on light, keep 3 : 1 on them.
  static let darkTintLuminance = 0.0...0.0758
  static let lightTintLuminance = 0.766...1.0

  /// Mixes a mark's color with the background until marks can be read on it.
  private static func tint(of mark: Color, on background: Color, index256: UInt8) -> Color {
    let isDark = background.lightness < 50
    let allowed = isDark ? darkTintLuminance : lightTintLuminance
    var mixture = mark
    for step in 1...40 {
      mixture = mark.mixed(with: background, amount: Double(step) / 40)
      if allowed.contains(mixture.luminance) { break }
    }
    return Color(mixture.value, index256: index256, index16: mark.index16)
  }

  private static let darkMarks: [Color] = [
    Color(0x7CC7FF, index256: 117, index16: 12), Color(0xFF7A30, index256: 208, index16: 9),
    Color(0x00C795, index256: 43, index16: 10), Color(0xF0E442, index256: 227, index16: 11),
    Color(0xE69FC8, index256: 182, index16: 13), Color(0xFFFFFF, index256: 231, index16: 15),
    Color(0xA98BFF, index256: 147, index16: 5), Color(0xE6A700, index256: 178, index16: 3),
    Color(0xA0A0A0, index256: 249, index16: 7), Color(0xA8E020, index256: 148, index16: 2),
  ]

  private static let darkTints: [Color] = [
    Color(0x0A3A5C, index256: 19, index16: 4), Color(0x803800, index256: 88, index16: 1),
  ]

  /// Lighter than the other tints, so that it differs from blue and violet in grey too.
  private static let lightYellow = Color(0xFFFBDC, index256: 230, index16: 3)
  /// Two greys to tell apart, for the marks that are white and grey, or black and grey.
  private static let darkGreys = (
    Color(0x4A4A4A, index256: 239, index16: 7), Color(0x242424, index256: 235, index16: 8)
  )
  private static let lightGreys = (
    Color(0xE3E3E3, index256: 253, index16: 7), Color(0xF8F8F8, index256: 255, index16: 15)
  )

  /// For classes 2...9, chosen by hand: the nearest entries are nearly all greys.
  private static let darkTintIndices: [UInt8] = [23, 22, 53, 239, 55, 52, 236, 17]
  private static let lightTintIndices: [UInt8] = [158, 230, 225, 253, 189, 222, 255, 193]

  private static let lightMarks: [Color] = [
    Color(0x0072B2, index256: 25, index16: 4), Color(0xD55E00, index256: 130, index16: 1),
    Color(0x00795A, index256: 29, index16: 2), Color(0x8A7A00, index256: 58, index16: 3),
    Color(0xA8427F, index256: 126, index16: 5), Color(0x000000, index256: 16, index16: 0),
    Color(0x6A3FC9, index256: 62, index16: 12), Color(0xA06400, index256: 94, index16: 9),
    Color(0x6B6B6B, index256: 242, index16: 8), Color(0x4E7D00, index256: 22, index16: 10),
  ]

  private static let lightTints: [Color] = [
    Color(0xCFE6F7, index256: 153, index16: 4), Color(0xFFE3D0, index256: 223, index16: 1),
  ]
}
