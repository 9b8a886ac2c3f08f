/// A titled box: the title at the left of its upper edge, a remark at the right.
package struct Panel: Sendable, Hashable {
  /// The title at the left.
  package var title: SafeText
  /// The remark at the right; left out where both do not fit.
  package var remark: SafeText
  /// Whether it has the focus, shown by heavier lines.
  package var isFocused: Bool
  package var style: PlotStyle

  /// Makes a panel.
  package init(_ title: SafeText, remark: SafeText = "", isFocused: Bool = false, style: PlotStyle) {
    self.title = title
    self.remark = remark
    self.isFocused = isFocused
    self.style = style
  }

  /// The rectangle inside the box, without drawing it.
  package static func interior(of rect: Rect) -> Rect { rect.inset(left: 1, top: 1, right: 1, bottom: 1) }

  /// Draws the box along the edge of a rectangle and clears what is inside.
  ///
  /// - Returns: The rectangle inside; empty below 3 x 3.
  @discardableResult
  package func draw(in rect: Rect, on frame: inout Frame) -> Rect {
    guard !rect.isEmpty else { return rect }
    let box = style.glyphs.box(isFocused: isFocused)
    let look = isFocused ? style.focus : style.line
    frame.fill(rect, with: Cell(" ", style: Style(background: style.text.background)))
    let (right, bottom) = (rect.maxX - 1, rect.maxY - 1)
    for column in rect.x..<rect.maxX {
      frame[column, rect.y] = Cell(box.horizontal, style: look)
      frame[column, bottom] = Cell(box.horizontal, style: look)
    }
    for row in rect.y..<rect.maxY {
      frame[rect.x, row] = Cell(box.vertical, style: look)
      frame[right, row] = Cell(box.vertical, style: look)
    }
    frame[rect.x, rect.y] = Cell(box.topLeft, style: look)
    frame[right, rect.y] = Cell(box.topRight, style: look)
    frame[rect.x, bottom] = Cell(box.bottomLeft, style: look)
    frame[right, bottom] = Cell(box.bottomRight, style: look)
    drawHeading(in: rect, on: &frame)
    return Panel.interior(of: rect)
  }

  /// `╭─ title ──── remark ─╮`: two cells of line on either side, a blank around each text.
  private func drawHeading(in rect: Rect, on frame: inout Frame) {
    let room = rect.width - 4
    guard room >= 3 else { return }
    let edge = Rect(x: rect.x + 2, y: rect.y, width: room, height: 1)
    let look = isFocused ? style.focus : style.title
    var used = 0
    if !title.description.isEmpty {
      let heading = style.glyphs.text(title).truncated(to: room - 2, glyphs: style.glyphs)
      used = heading.cellWidth + 2
      frame.clipped(to: edge) { frame in
        frame.put(" ", x: edge.x, y: edge.y)
        frame.put(heading, x: edge.x + 1, y: edge.y, style: look)
        frame.put(" ", x: edge.x + used - 1, y: edge.y)
      }
    }
    let note = style.glyphs.text(remark)
    let width = note.cellWidth + 2
    guard !remark.description.isEmpty, used + width + 1 <= room else { return }
    frame.put(" ", x: edge.maxX - width, y: edge.y)
    frame.put(note, x: edge.maxX - width + 1, y: edge.y, style: style.label)
    frame.put(" ", x: edge.maxX - 1, y: edge.y)
  }
}

extension SafeText {
  /// The text cut to at most so many cells, with an ellipsis at the cut.
  package func truncated(to width: Int, glyphs: GlyphSet) -> SafeText {
    guard cellWidth > width else { return self }
    guard width > 0 else { return "" }
    let ellipsis = glyphs.isUnicode ? "…" : "~"
    var kept = String.UnicodeScalarView()
    var used = 0
    for scalar in description.unicodeScalars {
      guard used + scalar.cellWidth <= width - 1 else { break }
      used += scalar.cellWidth
      kept.append(scalar)
    }
    return SafeText(String(kept) + ellipsis)
  }
}
