/// Fills cells with the colors of levels: what field plots, class fields and thumbnails share.
struct Shading {
  /// How a level is drawn.
  struct Tone {
    /// Its color, as a background where there are enough colors.
    var color: Color
    /// The character that stands for it where there are not.
    var shade: Unicode.Scalar
    /// The color of that character.
    var shadeColor: Color
  }

  /// The tones by level; the last is the one of samples that are no number.
  let tones: [Tone]
  let style: PlotStyle

  /// Whether a cell shows two samples, one above the other.
  static func showsHalves(_ style: PlotStyle) -> Bool { style.depth.canShade && style.glyphs.isUnicode }

  /// How many samples a rectangle shows.
  static func resolution(of rect: Rect, style: PlotStyle) -> (columns: Int, rows: Int) {
    (rect.width, rect.height * (showsHalves(style) ? 2 : 1))
  }

  /// Fills a rectangle; every cell takes the sample nearest to its center, or to the centers of its halves.
  ///
  /// - Parameter levels: Row by row from the top, each below `tones.count`.
  func fill(_ rect: Rect, levels: [UInt8], columns: Int, rows: Int, on frame: inout Frame) {
    let target = rect.intersection(frame.clip)
    guard !target.isEmpty, columns > 0, rows > 0 else { return }
    let halves = Shading.showsHalves(style)
    let shown = Shading.resolution(of: rect, style: style)
    let sources = (target.x..<target.maxX).map { (2 * ($0 - rect.x) + 1) * columns / (2 * shown.columns) }
    let table = cells(halves: halves)
    let width = frame.width
    let count = tones.count
    frame.mutateCells { cells in
      levels.withUnsafeBufferPointer { levels in
        for y in target.y..<target.maxY {
          let row = y - rect.y
          let upper = (2 * (halves ? 2 * row : row) + 1) * rows / (2 * shown.rows) * columns
          let lower = halves ? (4 * row + 3) * rows / (2 * shown.rows) * columns : upper
          var index = y * width + target.x
          for source in sources {
            let first = Int(levels[upper + source])
            cells[index] = halves ? table[first * count + Int(levels[lower + source])] : table[first]
            index += 1
          }
        }
      }
    }
  }

  /// The cell of each level, or of each pair of an upper and a lower level.
  private func cells(halves: Bool) -> [Cell] {
    guard halves else {
      return tones.map { tone in
        guard style.depth.canShade, tone.shade != "?" else {
          return Cell(tone.shade, style: Style(foreground: tone.shadeColor))
        }
        return Cell(" ", style: Style(background: tone.color))
      }
    }
    var table: [Cell] = []
    table.reserveCapacity(tones.count * tones.count)
    for upper in tones {
      for lower in tones { table.append(Shading.halves(upper, lower)) }
    }
    return table
  }

  /// Two colors in a cell; equal ones need no character, and the terminal's own background can only be a background.
  private static func halves(_ upper: Tone, _ lower: Tone) -> Cell {
    if upper.shade == "?" || lower.shade == "?" { return Cell("?", style: Style(foreground: upper.shadeColor)) }
    if upper.color == lower.color { return Cell(" ", style: Style(background: upper.color)) }
    if upper.color.isInherited { return Cell("▄", style: Style(foreground: lower.color)) }
    return Cell("▀", style: Style(foreground: upper.color, background: lower.color))
  }
}
