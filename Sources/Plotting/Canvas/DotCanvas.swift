import Basics

/// A layer of small dots for lines and curves: several dots a cell, laid over a frame.
///
/// Dots are counted from the top left corner of `rect`, x to the right and y *down*. Dot (i, j) covers the square from
/// (i, j) to (i + 1, j + 1) in continuous dot coordinates; its center is (i + ½, j + ½). A coordinate falls into the
/// dot that covers it (rounding down); one exactly on the right or bottom border belongs to the last dot. Drawing
/// outside does nothing, and coordinates may be any numbers.
package struct DotCanvas: Sendable {
  /// The cells it covers.
  package let rect: Rect
  /// The characters it is drawn with.
  package let glyphs: GlyphSet
  /// Dots across.
  package let width: Int
  /// Dots down.
  package let height: Int

  /// What was drawn in a cell.
  struct Ink: Sendable {
    /// The dots: bits of a braille character, or bit 0 for the upper and bit 1 for the lower half.
    var dots: UInt8 = 0
    /// In ASCII: the character of the line that last crossed the cell, 0 for single dots.
    var stroke: UInt8 = 0
    /// The color of the last dot, of the upper one where there are halves.
    var color = Color.inherit
    /// The color of the lower half.
    var lowerColor = Color.inherit
  }

  private(set) var ink: [Ink]

  /// Lines have gaps after so many dots, as long as the dots between them; 0 draws them whole.
  package var dash = 0

  /// Dots of lines so far, which decides where the gaps are.
  var dashCount = 0

  /// Makes an empty layer over a rectangle.
  package init(over rect: Rect, glyphs: GlyphSet) {
    self.rect = rect
    self.glyphs = glyphs
    let dots = glyphs.dotsPerCell
    width = rect.width * dots.across
    height = rect.height * dots.down
    ink = Array(repeating: Ink(), count: rect.width * rect.height)
  }

  // MARK: Dots

  /// Sets one dot; the last color drawn in a cell wins.
  package mutating func dot(_ x: Int, _ y: Int, color: Color) {
    dot(x, y, color: color, stroke: 0)
  }

  /// Sets the dot that covers a place in dot coordinates.
  package mutating func dot(at place: PlanePoint, color: Color) {
    guard let x = cellIndex(place.x, in: 0..<width), let y = cellIndex(place.y, in: 0..<height) else { return }
    dot(x, y, color: color, stroke: 0)
  }

  mutating func dot(_ x: Int, _ y: Int, color: Color, stroke: UInt8) {
    guard x >= 0, x < width, y >= 0, y < height else { return }
    if glyphs == .braille {
      let index = (y >> 2) * rect.width + (x >> 1)
      ink[index].dots |= DotCanvas.brailleBits[(y & 3) << 1 | x & 1]
      ink[index].color = color
    } else {
      let index = (y >> 1) * rect.width + x
      if y & 1 == 0 {
        ink[index].dots |= 1
        ink[index].color = color
      } else {
        ink[index].dots |= 2
        ink[index].lowerColor = color
      }
      if stroke != 0 { ink[index].stroke = stroke }
    }
  }

  /// The bits of a braille character, by row and then column (Unicode chapter 21: dots 1 4, 2 5, 3 6, 7 8).
  private static let brailleBits: [UInt8] = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80]

  // MARK: Onto a frame

  /// Lays the dots over a frame, keeping the background of the cells below.
  ///
  /// Braille that is already there shines through; a cell of two half blocks keeps the half that has no dot.
  package func draw(on frame: inout Frame, attributes: Style.Attributes = []) {
    for row in 0..<rect.height {
      for column in 0..<rect.width {
        let ink = ink[row * rect.width + column]
        guard ink.dots != 0 else { continue }
        let below = frame[rect.x + column, rect.y + row]
        frame[rect.x + column, rect.y + row] = cell(ink, over: below, attributes)
      }
    }
  }

  private func cell(_ ink: Ink, over below: Cell, _ attributes: Style.Attributes) -> Cell {
    switch glyphs {
    case .braille:
      var dots = UInt32(ink.dots)
      if (0x2800...0x28FF).contains(below.scalar.value) { dots |= below.scalar.value & 0xFF }
      return Cell(
        Unicode.Scalar(0x2800 + dots) ?? " ",
        style: Style(foreground: ink.color, background: below.backdrop, attributes: attributes))
    case .block:
      return halves(ink, over: below, attributes)
    case .ascii:
      let color = ink.dots & 1 != 0 ? ink.color : ink.lowerColor
      return Cell(
        DotCanvas.asciiGlyph(ink),
        style: Style(foreground: color, background: below.backdrop, attributes: attributes))
    }
  }

  private func halves(_ ink: Ink, over below: Cell, _ attributes: Style.Attributes) -> Cell {
    // What the halves look like now: a half block has its own color in one of them.
    let upperBelow = below.scalar == "▀" ? below.style.foreground : below.backdrop
    let lowerBelow = below.scalar == "▄" ? below.style.foreground : below.backdrop
    switch ink.dots {
    case 1:
      return Cell("▀", style: Style(foreground: ink.color, background: lowerBelow, attributes: attributes))
    case 2:
      return Cell("▄", style: Style(foreground: ink.lowerColor, background: upperBelow, attributes: attributes))
    default:
      if ink.color == ink.lowerColor {
        return Cell("█", style: Style(foreground: ink.color, background: below.backdrop, attributes: attributes))
      }
      return Cell("▀", style: Style(foreground: ink.color, background: ink.lowerColor, attributes: attributes))
    }
  }

  private static func asciiGlyph(_ ink: Ink) -> Unicode.Scalar {
    switch (ink.stroke, ink.dots) {
    case (UInt8(ascii: "-"), 2): "_"
    case (0, 1): "'"
    case (0, 2): "."
    case (0, _): ":"
    default: Unicode.Scalar(ink.stroke)
    }
  }
}
