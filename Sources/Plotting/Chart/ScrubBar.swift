/// A line from the first to the last step with a knob at the present one; the mouse moves it.
///
/// ```
/// ├────────●──────────────────┤
/// ```
package struct ScrubBar: Sendable {
  /// A place worth finding again, such as a divergence or a fork.
  package struct Notch: Sendable, Hashable {
    /// Its step.
    package var step: Int
    /// The character drawn there.
    package var glyph: Unicode.Scalar
    /// Its style.
    package var style: Style

    /// Makes a notch.
    package init(step: Int, glyph: Unicode.Scalar, style: Style) {
      self.step = step
      self.glyph = glyph
      self.style = style
    }
  }

  /// The present step.
  package var step: Int
  /// The last step there is; the first is 0.
  package var last: Int
  /// Places worth finding again.
  package var notches: [Notch]
  package var style: PlotStyle

  /// Makes a bar from step 0 to the last one.
  package init(step: Int, last: Int, notches: [Notch] = [], style: PlotStyle) {
    self.step = step
    self.last = last
    self.notches = notches
    self.style = style
  }

  /// Draws it in the first row of a rectangle.
  package func draw(in rect: Rect, on frame: inout Frame) {
    guard !rect.isEmpty else { return }
    let box = style.glyphs.box()
    for column in rect.x..<rect.maxX { frame[column, rect.y] = Cell(box.horizontal, style: style.line) }
    frame[rect.x, rect.y] = Cell(box.branchRight, style: style.line)
    frame[rect.maxX - 1, rect.y] = Cell(box.branchLeft, style: style.line)
    for notch in notches where notch.step >= 0 && notch.step <= last {
      frame[column(of: notch.step, in: rect), rect.y] = Cell(notch.glyph, style: notch.style)
    }
    frame[column(of: step, in: rect), rect.y] = Cell(style.glyphs.mark(of: 0), style: style.highlight)
  }

  /// The column a step has; the first and the last step have the ends.
  package func column(of step: Int, in rect: Rect) -> Int {
    guard last > 0, rect.width > 1 else { return rect.x }
    let share = Double(min(max(0, step), last)) / Double(last) * Double(rect.width - 1)
    return rect.x + (clampedIndex(share + 0.5, in: 0..<rect.width) ?? 0)
  }

  /// The step a column of the screen stands for; columns outside stand for the ends.
  package func step(atColumn column: Int, in rect: Rect) -> Int {
    guard last > 0, rect.width > 1 else { return 0 }
    let share = (Double(column) - Double(rect.x)) / Double(rect.width - 1)
    if share <= 0 { return 0 }
    if share * Double(last) + 0.5 >= Double(last) { return last }
    return clampedIndex(share * Double(last) + 0.5, in: 0..<last) ?? 0
  }
}
