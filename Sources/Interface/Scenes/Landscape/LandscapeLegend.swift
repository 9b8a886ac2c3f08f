import Plotting

/// What the colors of surface and path mean, in one row: the lowest and the highest loss with the shades between.
struct LandscapeLegend {
  let ramp: HeightRamp
  let palette: Palette
  let look: Look

  /// Draws the row; where it is narrow the words go first, then the strip of the path.
  func draw(in row: Rect, frame: inout Frame) {
    guard row.height > 0, row.width >= 16 else { return }
    let math = MathText(glyphs: look.glyphs)
    let (low, high) = (math.number(ramp.lowest, significant: 2), math.number(ramp.highest, significant: 2))
    let numbers = look.glyphs.text(SafeText("\(low)  \(high)")).cellWidth
    let word = "loss "
    let wayWord = "  path: true loss "
    let shades = palette.colors.count
    let ways = look.theme.truthColors.count
    var x = row.x
    func put(_ text: String, _ style: Style) {
      x += look.put(SafeText(text), x: x, y: row.y, in: row, style: style, frame: &frame)
    }
    put(word, look.theme.muted)
    put(low + " ", look.theme.text)
    let room = row.maxX - x - (numbers - look.glyphs.text(SafeText(low)).cellWidth)
    let showsWay = ways > 1 && room >= shades / 2 + ways + wayWord.count + 1
    let width = max(2, min(shades, room - (showsWay ? ways + wayWord.count + 1 : 0)))
    for index in 0..<width where x < row.maxX {
      let level = index * shades / width
      frame[x, row.y] =
        look.plotDepth.canShade
        ? Cell(" ", style: Style(background: palette.colors[level]))
        : Cell(palette.shade(of: level, glyphs: look.glyphs), style: Style(foreground: palette.colors[level]))
      x += 1
    }
    put(" " + high, look.theme.text)
    guard showsWay else { return }
    put(wayWord, look.theme.muted)
    for color in look.theme.truthColors {
      put(look.glyphs.isUnicode ? "●" : "o", Style(foreground: color, attributes: .bold))
    }
  }
}
