import Basics

/// The lines on which a field takes one value, such as the decision boundary of a model (its output's level 0).
///
/// Found by marching squares (Lorensen and Cline's marching cubes in two dimensions): on every edge between two
/// neighboring samples on either side of the level there is one crossing, placed by linear interpolation; crossings are
/// joined within each square of four samples. A square with two opposite high corners is decided by the mean of the four.
/// Squares with a sample that is not finite are left out.
package struct Contour: Sendable {
  /// The value of the field on the lines.
  package let level: Double
  /// The lines in data coordinates; a closed line ends where it began.
  package let lines: [[PlanePoint]]

  /// Finds the lines of a field of columns x rows samples, row 0 at the top.
  ///
  /// Sample (i, j) lies at the center of its share of the axes, (i + ½)/columns from the left and (j + ½)/rows from the
  /// top; towards the border the field goes on as it is at the outermost samples, so lines reach the border.
  ///
  /// Traps where the number of samples is another.
  ///
  /// - Complexity: O(n) in the number of samples.
  package init(samples: [Double], columns: Int, rows: Int, level: Double, x: Scale, y: Scale) {
    precondition(
      columns >= 0 && rows >= 0 && samples.count == columns * rows,
      "a field of \(columns) x \(rows) cannot have \(samples.count) samples")
    self.level = level
    guard columns > 0, rows > 0, level.isFinite else {
      lines = []
      return
    }
    var squares = MarchingSquares(samples: samples, columns: columns, rows: rows, level: level)
    lines = squares.joinedLines().map { line in
      line.map { PlanePoint(x: x.value(at: $0.x), y: y.value(at: 1 - $0.y)) }
    }
  }

  /// Finds the lines of a field of single-precision samples.
  package init(samples: [Float], columns: Int, rows: Int, level: Double, x: Scale, y: Scale) {
    self.init(samples: samples.map { Double($0) }, columns: columns, rows: rows, level: level, x: x, y: y)
  }

  /// Draws the lines on a canvas over the rectangle of a transform.
  package func draw(
    on canvas: inout DotCanvas, through transform: PlotTransform, color: Color, thickness: Int = 1
  ) {
    for line in lines { canvas.polyline(line, through: transform, color: color, thickness: thickness) }
  }

  /// Where a label of the given width can stand on a line: centered on the flattest stretch, away from the border; nil
  /// where no line has room.
  ///
  /// - Returns: The cell of the label's first character.
  package func labelPlace(width: Int, through transform: PlotTransform) -> Point? {
    let rect = transform.rect
    var best: (place: Point, slope: Double)?
    for line in lines where line.count >= 5 {
      for index in stride(from: 2, to: line.count - 2, by: 1) {
        guard let cell = transform.cell(of: line[index]) else { continue }
        let start = Point(x: cell.x - width / 2, y: cell.y)
        guard start.x > rect.x, start.x + width < rect.maxX, cell.y > rect.y, cell.y < rect.maxY - 1 else { continue }
        let before = transform.dot(of: line[index - 2], glyphs: .braille)
        let after = transform.dot(of: line[index + 2], glyphs: .braille)
        let slope = (after.y - before.y).magnitude / max((after.x - before.x).magnitude, 1e-9)
        if slope < (best?.slope ?? .infinity) { best = (start, slope) }
      }
    }
    return best?.place
  }
}
