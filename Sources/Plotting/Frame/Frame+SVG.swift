extension Frame {
  /// The frame as a picture in SVG 1.1, 8 x 16 units a cell, that looks like the screen.
  ///
  /// Text is text, a run of equal looks an element, stretched to its cells whatever font there is. Blocks, braille and
  /// box lines are drawn as shapes, so they meet without seams. Nothing in it is foreign: characters are escaped for XML
  /// and unsafe ones replaced.
  ///
  /// - Parameters:
  ///   - foreground: What the terminal's own text color is, 0xRRGGBB.
  ///   - background: What the terminal's own background is, 0xRRGGBB.
  package func svg(foreground: UInt32 = 0xDDDDDD, background: UInt32 = 0x101010) -> String {
    let page = SVGPage(foreground: Color(foreground).hexDigits, background: Color(background).hexDigits)
    var text = """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width * 8)" height="\(height * 16)" \
      viewBox="0 0 \(width * 8) \(height * 16)">
      <rect width="100%" height="100%" fill="#\(page.background)"/>
      <g font-family="'DejaVu Sans Mono',Menlo,Consolas,monospace" font-size="13" style="white-space:pre">

      """
    for row in 0..<height {
      let line = Array(cells[row * width..<(row + 1) * width])
      text += page.backgrounds(of: line, row: row)
      text += page.shapes(of: line, row: row)
      text += page.texts(of: line, row: row)
    }
    return text + "</g>\n</svg>\n"
  }
}

/// What a cell looks like when attributes have been applied.
private struct SVGLook: Equatable {
  var foreground: String
  var background: String
  var isBold: Bool
  var isUnderlined: Bool
  var isDim: Bool
}

private struct SVGPage {
  let foreground: String
  let background: String

  private func look(of style: Style) -> SVGLook {
    var colors = (
      style.foreground.isInherited ? foreground : style.foreground.hexDigits,
      style.background.isInherited ? background : style.background.hexDigits
    )
    if style.attributes.contains(.reverse) { swap(&colors.0, &colors.1) }
    return SVGLook(
      foreground: colors.0, background: colors.1, isBold: style.attributes.contains(.bold),
      isUnderlined: style.attributes.contains(.underline), isDim: style.attributes.contains(.dim))
  }

  /// Calls back with each longest run of cells for which a key is the same.
  private func runs<Key: Equatable>(
    of line: [Cell], by key: (Cell) -> Key, _ body: (_ start: Int, _ end: Int, Key) -> Void
  ) {
    var start = 0
    while start < line.count {
      let value = key(line[start])
      var end = start + 1
      while end < line.count, key(line[end]) == value { end += 1 }
      body(start, end, value)
      start = end
    }
  }

  func backgrounds(of line: [Cell], row: Int) -> String {
    var text = ""
    runs(of: line, by: { look(of: $0.style).background }) { start, end, color in
      guard color != background else { return }
      text +=
        "<rect x=\"\(start * 8)\" y=\"\(row * 16)\" width=\"\((end - start) * 8)\" height=\"16\" fill=\"#\(color)\"/>\n"
    }
    return text
  }

  /// Blocks, braille and lines; one path a run of equal color.
  func shapes(of line: [Cell], row: Int) -> String {
    var text = ""
    runs(of: line, by: { look(of: $0.style).foreground }) { start, end, color in
      var filled = ""
      var stroked = ""
      for column in start..<end {
        let scalar = line[column].scalar
        filled += CellShape.filled(scalar, x: column * 8, y: row * 16)
        stroked += CellShape.stroked(scalar, x: column * 8, y: row * 16)
      }
      if !filled.isEmpty { text += "<path d=\"\(filled)\" fill=\"#\(color)\" shape-rendering=\"crispEdges\"/>\n" }
      if !stroked.isEmpty { text += "<path d=\"\(stroked)\" fill=\"none\" stroke=\"#\(color)\"/>\n" }
    }
    return text
  }

  func texts(of line: [Cell], row: Int) -> String {
    var text = ""
    let key = { (cell: Cell) in CellShape.isShape(cell.scalar) ? nil : look(of: cell.style) }
    runs(of: line, by: key) { start, end, look in
      guard let look else { return }
      var (start, end) = (start, end)
      if !look.isUnderlined {
        while start < end, line[start].scalar == " " { start += 1 }
        while start < end, line[end - 1].scalar == " " { end -= 1 }
      }
      guard start < end else { return }
      var attributes = ""
      if look.isBold { attributes += " font-weight=\"bold\"" }
      if look.isUnderlined { attributes += " text-decoration=\"underline\"" }
      if look.isDim { attributes += " fill-opacity=\"0.6\"" }
      text += "<text x=\"\(start * 8)\" y=\"\(row * 16 + 12)\" textLength=\"\((end - start) * 8)\" "
      text += "lengthAdjust=\"spacingAndGlyphs\" xml:space=\"preserve\" fill=\"#\(look.foreground)\"\(attributes)>"
      for cell in line[start..<end] where cell.scalar != Cell.continuation { text += escaped(cell.scalar) }
      text += "</text>\n"
    }
    return text
  }

  private func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "&": "&amp;"
    case "<": "&lt;"
    case ">": "&gt;"
    case "\"": "&quot;"
    default: String(Character(SafeText.isSafe(scalar) ? scalar : SafeText.placeholder))
    }
  }
}
