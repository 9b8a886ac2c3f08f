import Basics

/// Heights over a rectangle of the plane, sampled on a grid that includes the border.
package struct HeightField: Sendable {
  /// The samples, row by row; row 0 is at the upper end of y.
  package let heights: [Double]
  /// Samples in a row.
  package let columns: Int
  /// Rows of samples.
  package let rows: Int
  /// The horizontal axis: the first column lies at its lower end, the last at its upper.
  package let x: Scale
  /// The vertical axis of the plane: the first row lies at its *upper* end, the last at its lower.
  package let y: Scale
  /// The axis of the heights.
  package let z: Scale

  /// Makes a field of columns x rows samples.
  ///
  /// Traps where the number of samples is another.
  ///
  /// - Parameter z: The axis of the heights; nil covers all finite ones. Heights outside are cut off at its ends, and
  ///   heights that are no number are holes.
  /// - Complexity: O(n).
  package init(heights: [Double], columns: Int, rows: Int, x: Scale, y: Scale, z: Scale? = nil) {
    precondition(
      columns >= 0 && rows >= 0 && heights.count == columns * rows,
      "a field of \(columns) x \(rows) cannot have \(heights.count) heights")
    self.heights = heights
    self.columns = columns
    self.rows = rows
    self.x = x
    self.y = y
    self.z = z ?? Scale(covering: heights)
  }

  /// Samples a function on the grid of a field.
  package init(columns: Int, rows: Int, x: Scale, y: Scale, z: Scale? = nil, _ f: (PlanePoint) -> Double) {
    let columns = max(0, columns)
    let rows = max(0, rows)
    var heights: [Double] = []
    heights.reserveCapacity(columns * rows)
    for row in 0..<rows {
      for column in 0..<columns {
        heights.append(
          f(
            PlanePoint(
              x: x.value(at: Double(column) / Double(max(1, columns - 1))),
              y: y.value(at: 1 - Double(row) / Double(max(1, rows - 1))))))
      }
    }
    self.init(heights: heights, columns: columns, rows: rows, x: x, y: y, z: z)
  }

  // MARK: In the box

  /// The height of a sample in the box, −½...½ of its own height; nil where it is no number.
  private func level(_ column: Int, _ row: Int) -> Double? {
    let fraction = z.fraction(of: heights[row * columns + column])
    return fraction.isNaN ? nil : (min(max(0, fraction), 1) - 0.5) * View3D.height
  }

  /// A sample in the coordinates of the box: x and y −1...1, z up.
  func place(_ column: Int, _ row: Int) -> SIMD3<Double>? {
    guard let level = level(column, row) else { return nil }
    return SIMD3(
      2 * Double(column) / Double(max(1, columns - 1)) - 1, 1 - 2 * Double(row) / Double(max(1, rows - 1)), level)
  }

  /// The unit normal of the surface at a sample, upwards, from the differences of its neighbors.
  func normal(_ column: Int, _ row: Int) -> SIMD3<Double> {
    let (left, right) = (max(0, column - 1), min(columns - 1, column + 1))
    let (above, below) = (max(0, row - 1), min(rows - 1, row + 1))
    let middle = level(column, row) ?? 0
    let across = (level(right, row) ?? middle) - (level(left, row) ?? middle)
    let up = (level(column, above) ?? middle) - (level(column, below) ?? middle)
    let slopeX = right > left ? across * Double(columns - 1) / (2 * Double(right - left)) : 0
    let slopeY = below > above ? up * Double(rows - 1) / (2 * Double(below - above)) : 0
    let length = (slopeX * slopeX + slopeY * slopeY + 1).squareRoot()
    return SIMD3(-slopeX, -slopeY, 1) / length
  }

  /// The place of the surface, as it is drawn, above a place of the plane; nil outside and over holes.
  func place(of place: PlanePoint) -> SIMD3<Double>? {
    let across = x.fraction(of: place.x)
    let down = 1 - y.fraction(of: place.y)
    guard columns > 1, rows > 1, across >= 0, across <= 1, down >= 0, down <= 1,
      let column = clampedIndex(across * Double(columns - 1), in: 0..<columns - 1),
      let row = clampedIndex(down * Double(rows - 1), in: 0..<rows - 1),
      let a = level(column, row), let b = level(column + 1, row), let c = level(column, row + 1),
      let d = level(column + 1, row + 1)
    else { return nil }
    let s = across * Double(columns - 1) - Double(column)
    let t = down * Double(rows - 1) - Double(row)
    // The two triangles that are drawn, not a bilinear patch: a path must lie on what is seen.
    let z = s + t <= 1 ? a + s * (b - a) + t * (c - a) : d + (1 - s) * (c - d) + (1 - t) * (b - d)
    return SIMD3(2 * across - 1, 1 - 2 * down, z)
  }
}
