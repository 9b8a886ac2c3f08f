import Basics
import Calculus
import Plotting
import Training

/// A surface sampled over the part of the plane that is in view, with what is drawn of it.
struct SurfaceMap: Sendable {
  /// What a map depends on.
  struct Key: Equatable, Sendable {
    /// The expression's text.
    var formula: String
    /// The axes; a sample is in the middle of its share.
    var x: Scale
    var y: Scale
    var columns: Int
    var rows: Int
    /// How many contours, about.
    var levels: Int
    /// How heights become shades where several surfaces share that; nil for the surface's own way.
    var ramp: HeightRamp?
  }

  /// The heights, row after row from the top.
  let heights: [Double]
  let columns: Int
  let rows: Int
  let x: Scale
  let y: Scale
  /// How heights become shades.
  let ramp: HeightRamp
  /// Whether other surfaces have the same shades.
  private let isShared: Bool
  /// Lines of round heights, from the lowest.
  let contours: [Contour]

  /// Samples a function.
  ///
  /// - Complexity: O(samples * (operations + levels)).
  init(_ expression: Expression, _ key: Key) {
    let grid = SampleGrid(
      xRange: key.x.lower...key.x.upper, yRange: key.y.lower...key.y.upper, columns: key.columns, rows: key.rows)
    self.init(
      heights: FieldSampler(expression, over: grid).field(), columns: grid.columns, rows: grid.rows, x: key.x, y: key.y,
      levels: key.levels, ramp: key.ramp)
  }

  /// Prepares heights that have been sampled already, in the middle of their shares of the axes.
  ///
  /// - Complexity: O(samples * (levels + log samples)).
  init(
    heights: [Double], columns: Int, rows: Int, x: Scale, y: Scale, levels: Int, ramp shared: HeightRamp? = nil
  ) {
    let ramp = shared ?? HeightRamp(heights)
    isShared = shared != nil
    self.heights = heights
    self.columns = columns
    self.rows = rows
    (self.x, self.y) = (x, y)
    self.ramp = ramp
    contours = ramp.levels(levels).map { level in
      Contour(samples: heights, columns: columns, rows: rows, level: level, x: x, y: y)
    }
  }

  /// The shades, 0...1.
  var shades: [Double] { heights.map(ramp.shade(of:)) }

  /// The heights for a view in three dimensions, stretched as the shades are where they would hide everything else.
  var relief: HeightField {
    let halfColumn = 0.5 / Double(max(1, columns))
    let halfRow = 0.5 / Double(max(1, rows))
    return HeightField(
      heights: ramp.isSteep ? shades : heights, columns: columns, rows: rows,
      x: Scale(from: x.value(at: halfColumn), to: x.value(at: 1 - halfColumn)),
      y: Scale(from: y.value(at: halfRow), to: y.value(at: 1 - halfRow)),
      z: isShared ? ramp.isSteep ? Scale(from: 0, to: 1) : Scale(from: ramp.lowest, to: ramp.highest) : nil)
  }
}

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
