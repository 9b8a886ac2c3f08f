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
