import Basics

/// A point of the data as it is to be shown.
package struct Mark: Sendable, Hashable {
  /// Where it is, in data coordinates.
  package var place: PlanePoint
  /// What it stands for: color and shape.
  package var meaning: Meaning
  /// Whether it is a test point: drawn hollow.
  package var isTest: Bool
  /// Whether the model gets it wrong: drawn bold and underlined.
  package var isWrong: Bool
  /// Whether it is the current one: drawn in parentheses, on top of all others.
  package var isCurrent: Bool

  /// What a point stands for.
  package enum Meaning: Sendable, Hashable {
    /// One of several classes, by its index.
    case label(Int)
    /// A quantity, by its share of the way from the low end of its scale to the high one; NaN for no number.
    case quantity(Double)
  }

  /// Makes the mark of a class.
  package init(
    _ place: PlanePoint, label: Int, isTest: Bool = false, isWrong: Bool = false, isCurrent: Bool = false
  ) {
    self.init(place, .label(label), isTest: isTest, isWrong: isWrong, isCurrent: isCurrent)
  }

  /// Makes a mark.
  package init(
    _ place: PlanePoint, _ meaning: Meaning, isTest: Bool = false, isWrong: Bool = false, isCurrent: Bool = false
  ) {
    self.place = place
    self.meaning = meaning
    self.isTest = isTest
    self.isWrong = isWrong
    self.isCurrent = isCurrent
  }
}

/// The points of a data set over a field: a shape and a color for each class, or for each level of a quantity.
package struct Marks: Sendable {
  /// The points.
  package var marks: [Mark]
  /// The colors of the classes.
  package var palette: ClassPalette
  package var style: PlotStyle

  /// Makes a set of marks.
  package init(_ marks: [Mark], palette: ClassPalette, style: PlotStyle) {
    self.marks = marks
    self.palette = palette
    self.style = style
  }

  /// Draws them, ordinary ones first, then the wrong ones, the current one on top; those outside are left out.
  ///
  /// - Complexity: O(n).
  package func draw(through transform: PlotTransform, on frame: inout Frame) {
    frame.clipped(to: transform.rect) { frame in
      for mark in marks where !mark.isWrong && !mark.isCurrent { draw(mark, through: transform, on: &frame) }
      for mark in marks where mark.isWrong && !mark.isCurrent { draw(mark, through: transform, on: &frame) }
      for mark in marks where mark.isCurrent { draw(mark, through: transform, on: &frame) }
    }
  }

  private func draw(_ mark: Mark, through transform: PlotTransform, on frame: inout Frame) {
    guard let cell = transform.cell(of: mark.place) else { return }
    var attributes: Style.Attributes = style.isThick || mark.isCurrent ? .bold : []
    if mark.isWrong { attributes.formUnion([.bold, .underline]) }
    let (glyph, color) = look(of: mark)
    let below = frame[cell.x, cell.y].backdrop
    frame[cell.x, cell.y] = Cell(glyph, style: Style(foreground: color, background: below, attributes: attributes))
    guard mark.isCurrent else { return }
    for (offset, bracket) in [(-1, Unicode.Scalar("(")), (1, Unicode.Scalar(")"))] {
      let beside = frame[cell.x + offset, cell.y].backdrop
      frame[cell.x + offset, cell.y] = Cell(
        bracket,
        style: Style(
          foreground: style.highlight.foreground, background: beside, attributes: style.highlight.attributes))
    }
  }

  /// The shape and the color of a mark.
  func look(of mark: Mark) -> (glyph: Unicode.Scalar, color: Color) {
    let (glyph, color): (Unicode.Scalar, Color) =
      switch mark.meaning {
      case .label(let label): (style.glyphs.mark(of: label, hollow: mark.isTest), palette.mark(of: label))
      case .quantity(let share):
        (style.glyphs.quantityMark(at: share, hollow: mark.isTest), palette.quantity(at: share))
      }
    return (glyph, style.depth == .none ? .inherit : color)
  }
}

extension GlyphSet {
  /// The mark of a quantity at a share of the way along its scale; "?" for no number.
  package func quantityMark(at share: Double, hollow: Bool = false) -> Unicode.Scalar {
    let levels = GlyphSet.quantityLevels
    return clampedIndex(share * Double(levels), in: 0..<levels).map { quantityMark(of: $0, hollow: hollow) } ?? "?"
  }
}
