/// A color as it should look, with the entry to use where the terminal knows only 256 or 16 colors.
package struct Color: Sendable, Hashable {
  /// 0xRRGGBB, or `Color.inheritValue` for the terminal's own color.
  package let value: UInt32
  /// The entry of the 256-color palette that stands for it.
  package let index256: UInt8
  /// The entry of the 16-color palette that stands for it.
  package let index16: UInt8

  static let inheritValue: UInt32 = 0xFFFF_FFFF

  /// The terminal's own foreground or background.
  package static let inherit = Color(value: inheritValue, index256: 0, index16: 0)

  private init(value: UInt32, index256: UInt8, index16: UInt8) {
    self.value = value
    self.index256 = index256
    self.index16 = index16
  }

  /// A color by its red, green and blue as 0xRRGGBB, with chosen stand-ins for smaller palettes.
  package init(_ hex: UInt32, index256: UInt8, index16: UInt8) {
    self.init(value: hex & 0xFF_FFFF, index256: index256, index16: index16)
  }

  /// Whether this is the terminal's own color.
  package var isInherited: Bool { value == Color.inheritValue }

  /// Red, 0...255.
  package var red: Int { Int((value >> 16) & 0xFF) }
  /// Green, 0...255.
  package var green: Int { Int((value >> 8) & 0xFF) }
  /// Blue, 0...255.
  package var blue: Int { Int(value & 0xFF) }
}
