import Learning
import Plotting
import Training

/// The scale bar of a quantity: the lowest and the highest number in the data's own units, between them the field's
/// shades with the marks that stand on them.
struct QuantityLegend {
  let scale: QuantityScale
  /// The units that the scale is in; nil for the data's own.
  var units: TargetScale?
  let look: Look

  /// A picture as high as this has a row for the bar.
  private static let leastHeight = 8

  /// The part of a picture that is left for the plot.
  static func plot(in rect: Rect, isNumeric: Bool) -> Rect {
    rect.inset(bottom: isNumeric && rect.height >= leastHeight ? 1 : 0)
  }

  /// What the ends are called.
  var ends: (low: SafeText, high: SafeText) {
    let math = MathText(glyphs: look.glyphs)
    func text(_ number: Double) -> SafeText { look.glyphs.text(SafeText(math.number(number, significant: 3))) }
    func own(_ number: Double) -> Double { units?.invert(number) ?? number }
    return (text(own(scale.range.lower)), text(own(scale.range.upper)))
  }

  /// Draws the row below a plot, where there is one.
  ///
  /// - Parameter note: What is to be said besides, where there is room.
  func draw(below plot: Rect, in rect: Rect, note: SafeText = "", frame: inout Frame) {
    let row = Rect(x: rect.x + 1, y: plot.maxY, width: rect.width - 2, height: rect.maxY - plot.maxY)
    guard row.height > 0 else { return }
    let ends = ends
    let room = row.width - ends.low.cellWidth - ends.high.cellWidth - 2
    guard room >= GlyphSet.quantityLevels else { return }
    let name: SafeText = room >= GlyphSet.quantityLevels + 2 ? "y " : ""
    let width = min(look.theme.quantityField.colors.count, room - name.cellWidth)
    var x = row.x
    func put(_ text: SafeText, _ style: Style) {
      x += look.put(text, x: x, y: row.y, in: row, style: style, frame: &frame)
    }
    put(name, look.theme.muted)
    put(ends.low, look.theme.text)
    x += 1
    let bar = Rect(x: x, y: row.y, width: width, height: 1)
    drawBar(in: bar, frame: &frame)
    x = bar.maxX + 1
    put(ends.high, look.theme.text)
    let words = look.glyphs.text(note)
    if !note.description.isEmpty, row.maxX - x >= words.cellWidth + 2 {
      x += 2
      put(note, look.theme.muted)
    }
  }

  private func drawBar(in bar: Rect, frame: inout Frame) {
    let shares = (0..<bar.width).map { (Double($0) + 0.5) / Double(max(1, bar.width)) }
    FieldPlot(
      samples: shares, columns: bar.width, rows: 1, palette: look.theme.quantityField, style: look.plotStyle
    ).draw(in: bar, on: &frame)
    for (index, share) in shares.enumerated() {
      let mark = look.quantity(at: share)
      let below = frame[bar.x + index, bar.y].backdrop
      frame[bar.x + index, bar.y] = Cell(
        mark.glyph, style: Style(foreground: mark.style.foreground, background: below))
    }
  }
}

extension Look {
  /// The mark of a quantity at a share of the way along its scale, as points and lists have it.
  func quantity(at share: Double) -> (glyph: Unicode.Scalar, style: Style) {
    let color = plotDepth == .none ? Color.inherit : theme.classes.quantity(at: share)
    return (glyphs.quantityMark(at: share), Style(foreground: color, attributes: .bold))
  }
}

extension Look {
  /// The mark of what a point stands for, for lists beside the picture.
  func mark(of meaning: Mark.Meaning) -> (glyph: Unicode.Scalar, style: Style) {
    switch meaning {
    case .label(let label):
      (glyphs.mark(of: label), Style(foreground: theme.classColor(label), attributes: .bold))
    case .quantity(let share): quantity(at: share)
    }
  }
}

extension Theme {
  /// The map of a quantity's field, from low to high: what the colors of its marks stand on.
  var quantityField: Palette { Palette(.sequential, colors: fieldPalette.colors.reversed()) }
}

extension NetworkPicture {
  /// The scale of the numbers that all examples aim at, those for testing as well; nil for classes.
  var quantity: QuantityScale? {
    dataset.isNumeric ? QuantityScale(covering: [dataset, test].compactMap { $0?.extent.targets }) : nil
  }
}
