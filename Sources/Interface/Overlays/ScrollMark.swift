import Plotting

/// Arrows that say that a list goes on above or below what is seen of it.
struct ScrollMark {
  /// Whether there is more above.
  let above: Bool
  /// Whether there is more below.
  let below: Bool

  init(above: Bool, below: Bool) {
    self.above = above
    self.below = below
  }

  /// Of a list of so many rows, of which some are seen from the `first` on.
  init(from first: Int, seen: Int, of count: Int) {
    self.init(above: first > 0, below: first + seen < count)
  }

  /// Draws an arrow at the right end of the first row, one at that of the last.
  func draw(alongside list: Rect, look: Look, frame: inout Frame) {
    guard !list.isEmpty else { return }
    let edge = list.maxX - 1
    if above {
      look.put(
        look.glyphs.text("↑", ascii: "^"), x: edge, y: list.y, in: list, style: look.theme.accent, frame: &frame)
    }
    if below {
      look.put(
        look.glyphs.text("↓", ascii: "v"), x: edge, y: list.maxY - 1, in: list, style: look.theme.accent, frame: &frame)
    }
  }

  /// Says it at the right end of a row.
  func draw(rightIn row: Rect, look: Look, frame: inout Frame) {
    guard above || below else { return }
    let arrows = [above ? look.glyphs.text("↑", ascii: "^") : "", below ? look.glyphs.text("↓", ascii: "v") : ""]
    let text: SafeText = "\(arrows.map(\.description).joined()) more"
    look.put(
      text, x: row.maxX - look.glyphs.text(text).cellWidth, y: row.y, in: row, style: look.theme.muted, frame: &frame)
  }
}
