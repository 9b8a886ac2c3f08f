/// A point of the data as it is to be shown.
public struct Mark: Sendable, Hashable {
  /// Where it is, in data coordinates.
  public var place: PlotPoint
  /// Its class: color and shape.
  public var label: Int
  /// Whether it is a test point: drawn hollow.
  public var isTest: Bool
  /// Whether the model gets it wrong: drawn bold and underlined.
  public var isWrong: Bool
  /// Whether it is the one spoken of: drawn in parentheses, on top of all others.
  public var isCurrent: Bool

  /// Makes a mark.
  public init(
    _ place: PlotPoint, label: Int, isTest: Bool = false, isWrong: Bool = false, isCurrent: Bool = false
  ) {
    self.place = place
    self.label = label
    self.isTest = isTest
    self.isWrong = isWrong
    self.isCurrent = isCurrent
  }
}

/// The points of a data set over a field: a shape and a color for each class.
public struct Marks: Sendable {
  /// The points.
  public var marks: [Mark]
  /// The colors of the classes.
  public var palette: ClassPalette
  /// Characters and looks.
  public var style: PlotStyle

  /// Makes a set of marks.
  public init(_ marks: [Mark], palette: ClassPalette, style: PlotStyle) {
    self.marks = marks
    self.palette = palette
    self.style = style
  }

  /// Draws them, ordinary ones first, then the wrong ones, the current one on top; those outside are left out.
  ///
  /// - Complexity: O(n).
  public func draw(through transform: PlotTransform, on frame: inout Frame) {
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
    let color = style.depth == .none ? Color.inherit : palette.mark(of: mark.label)
    let below = frame[cell.x, cell.y].backdrop
    frame[cell.x, cell.y] = Cell(
      style.glyphs.mark(of: mark.label, hollow: mark.isTest),
      style: Style(foreground: color, background: below, attributes: attributes))
    guard mark.isCurrent else { return }
    for (offset, bracket) in [(-1, Unicode.Scalar("(")), (1, Unicode.Scalar(")"))] {
      let beside = frame[cell.x + offset, cell.y].backdrop
      frame[cell.x + offset, cell.y] = Cell(
        bracket,
        style: Style(
          foreground: style.highlight.foreground, background: beside, attributes: style.highlight.attributes))
    }
  }
}
