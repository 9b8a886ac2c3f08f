import Basics
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

  /// Draws the contours, and where there is room their heights.
  func drawContours(through transform: PlotTransform, look: Look, frame: inout Frame) {
    var canvas = transform.canvas(look.glyphs)
    for contour in contours { contour.draw(on: &canvas, through: transform, color: look.theme.contourColor) }
    canvas.draw(on: &frame)
    guard transform.rect.height >= 8 else { return }
    var taken: [Rect] = []
    for contour in contours {
      let label = ShortNumber(contour.level, significant: 2).text(look.glyphs)
      guard let place = contour.labelPlace(width: label.cellWidth, through: transform) else { continue }
      let box = Rect(x: place.x - 1, y: place.y - 1, width: label.cellWidth + 2, height: 3)
      guard taken.allSatisfy({ $0.intersection(box).isEmpty }) else { continue }
      taken.append(box)
      let style = Style(foreground: look.theme.pathColor(0))
      frame.put(label, x: place.x, y: place.y, style: style, keepingBackground: true)
    }
  }
}
