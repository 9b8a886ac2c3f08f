import Plotting

extension SurfaceMap {
  /// Fills a rectangle with the shades, where there are colors enough; contours alone read better than characters.
  func shade(_ rect: Rect, palette: Palette, look: Look, frame: inout Frame) {
    guard look.depth.canShade, look.theme.name != .monochrome else { return }
    FieldPlot(samples: shades, columns: columns, rows: rows, palette: palette, style: look.plotStyle)
      .draw(in: rect, on: &frame)
    // Where the function has no value the page is left blank.
    for y in rect.y..<rect.maxY {
      for x in rect.x..<rect.maxX where frame[x, y].scalar == "?" { frame[x, y] = Cell() }
    }
  }
}
