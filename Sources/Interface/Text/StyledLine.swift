import Plotting

/// A line of text whose parts look different.
struct StyledLine: Sendable {
  /// A stretch of text with one look.
  struct Part: Sendable {
    var text: SafeText
    var style: Style
  }

  /// The parts from left to right.
  var parts: [Part] = []

  /// An empty line.
  init() {}

  /// A line of one part.
  init(_ text: SafeText, _ style: Style) {
    parts = [Part(text: text, style: style)]
  }

  /// Adds a part at the end.
  func adding(_ text: SafeText, _ style: Style) -> StyledLine {
    var longer = self
    longer.parts.append(Part(text: text, style: style))
    return longer
  }

  /// How many columns it takes with a look's characters.
  func width(_ glyphs: GlyphSet) -> Int { parts.reduce(0) { $0 + glyphs.text($1.text).cellWidth } }

  /// Draws it on a row of a rectangle.
  func draw(x: Int, y: Int, in rect: Rect, look: Look, frame: inout Frame) {
    var column = x
    for part in parts { column += look.put(part.text, x: column, y: y, in: rect, style: part.style, frame: &frame) }
  }
}

extension [StyledLine] {
  /// Draws the lines from the top of a rectangle, as many as fit.
  func draw(in rect: Rect, look: Look, frame: inout Frame) {
    for (offset, line) in prefix(rect.height).enumerated() {
      line.draw(x: rect.x, y: rect.y + offset, in: rect, look: look, frame: &frame)
    }
  }
}
