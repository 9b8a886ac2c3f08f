/// Numbers as colors, in at most 17 levels: bands read better than a continuous ramp and cost a tenth of the bytes.
package struct Palette: Sendable, Hashable {
  /// What kinds of numbers a palette is for.
  package enum Kind: Sendable, Hashable {
    /// −1...1 with a meaning of 0: negative belongs to class 0, positive to class 1.
    case diverging
    /// 0...1 from low to high.
    case sequential
  }

  /// What numbers it is for.
  package let kind: Kind
  /// The colors from the lowest to the highest number.
  package let colors: [Color]

  /// Makes a palette from its colors, at most 17, from the lowest number to the highest.
  package init(_ kind: Kind, colors: [Color]) {
    self.kind = kind
    self.colors = colors.isEmpty ? [.inherit] : Array(colors.prefix(17))
  }

  /// The level of a number; numbers outside the range take the nearer end, NaN has none.
  ///
  /// Diverging, each level but the middle one is as wide as the others; the middle one is around 0.
  package func level(of value: Double) -> Int? {
    let share = kind == .diverging ? (value + 1) / 2 : value
    let count = Double(colors.count)
    if kind == .diverging { return clampedIndex(share * (count - 1) + 0.5, in: 0..<colors.count) }
    return clampedIndex(share * count, in: 0..<colors.count)
  }

  /// The color of a number; the terminal's own for NaN.
  package func color(of value: Double) -> Color { level(of: value).map { colors[$0] } ?? .inherit }

  /// The same palette the other way round.
  package var reversed: Palette { Palette(kind, colors: colors.reversed()) }

  /// The character that shades a level where there are too few colors to do it.
  ///
  /// Diverging, the two classes have characters of their own, so that they read apart without any color; the middle is
  /// blank. Sequential, it gets denser.
  package func shade(of level: Int, glyphs: GlyphSet) -> Unicode.Scalar {
    let ramp: [Unicode.Scalar]
    switch (kind, glyphs.isUnicode) {
    case (.diverging, true): ramp = ["░", "░", "·", " ", "▒", "▒", "▓"]
    case (.diverging, false): ramp = [":", ":", ".", " ", "~", "=", "="]
    case (.sequential, true): ramp = [" ", "·", "░", "▒", "▓", "█"]
    case (.sequential, false): ramp = [" ", ".", ":", "-", "=", "+", "*", "#", "%", "@"]
    }
    let last = max(1, colors.count - 1)
    let level = min(max(0, level), last)
    if kind == .diverging {
      // Only the level around 0 is blank, however many levels there are.
      let middle = last / 2
      if level == middle && last % 2 == 0 { return ramp[3] }
      let side = (level < middle ? middle - level : level - middle - (last % 2)) * 6 / max(1, last)
      let step = min(max(1, side + 1), 3)
      return ramp[level < middle || (last % 2 == 1 && level == middle) ? 3 - step : 3 + step]
    }
    return ramp[level * (ramp.count - 1) / last]
  }
}
