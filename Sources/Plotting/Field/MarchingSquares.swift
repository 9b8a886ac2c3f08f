import Basics

/// The crossings of a level with the edges of a grid, and which of them are joined.
///
/// The grid is the field with one more row and column on each side, which repeat the outermost samples and lie on the
/// border. An edge is named by the grid point at its left (upper) end; the edges to the right come first, then those
/// downwards.
struct MarchingSquares {
  private let width: Int
  private let height: Int
  private let columns: Int
  private let rows: Int
  private let values: [Double]
  private let level: Double
  /// The at most two crossings each crossing is joined with; −1 for none.
  private var links: [SIMD2<Int32>]
  private var crossings: [Int32] = []

  init(samples: [Double], columns: Int, rows: Int, level: Double) {
    self.columns = columns
    self.rows = rows
    self.level = level
    width = columns + 2
    height = rows + 2
    var values: [Double] = []
    values.reserveCapacity(width * height)
    for row in 0..<height {
      let source = min(max(0, row - 1), rows - 1) * columns
      values.append(samples[source])
      values.append(contentsOf: samples[source..<source + columns])
      values.append(samples[source + columns - 1])
    }
    self.values = values
    links = Array(repeating: SIMD2(-1, -1), count: 2 * width * height)
    march()
  }

  // MARK: Squares

  private mutating func march() {
    let down = width * height
    for row in 0..<height - 1 {
      for column in 0..<width - 1 {
        let corner = row * width + column
        let topLeft = values[corner]
        let topRight = values[corner + 1]
        let bottomLeft = values[corner + width]
        let bottomRight = values[corner + width + 1]
        let pattern =
          (topLeft > level ? 1 : 0) | (topRight > level ? 2 : 0) | (bottomRight > level ? 4 : 0)
          | (bottomLeft > level ? 8 : 0)
        guard pattern != 0, pattern != 15 else { continue }
        let sum = topLeft + topRight + bottomLeft + bottomRight
        guard sum.isFinite else { continue }
        let top = corner
        let bottom = corner + width
        let left = down + corner
        let right = down + corner + 1
        switch pattern {
        case 1, 14: join(left, top)
        case 2, 13: join(top, right)
        case 4, 11: join(right, bottom)
        case 8, 7: join(bottom, left)
        case 3, 12: join(left, right)
        case 6, 9: join(top, bottom)
        default:
          // A saddle: the two high corners are joined where the middle is high.
          if (sum / 4 > level) == (pattern == 5) {
            join(top, right)
            join(bottom, left)
          } else {
            join(left, top)
            join(right, bottom)
          }
        }
      }
    }
  }

  private mutating func join(_ first: Int, _ second: Int) {
    link(first, to: second)
    link(second, to: first)
  }

  private mutating func link(_ crossing: Int, to other: Int) {
    if links[crossing].x < 0 {
      links[crossing].x = Int32(other)
      crossings.append(Int32(crossing))
    } else {
      links[crossing].y = Int32(other)
    }
  }

  // MARK: Lines

  /// The lines in fractions of the field, from the left and from the top.
  mutating func joinedLines() -> [[PlanePoint]] {
    var visited = [Bool](repeating: false, count: links.count)
    var lines: [[PlanePoint]] = []
    // Open lines first, from one of their ends; what is left is closed.
    for onlyEnds in [true, false] {
      for start in crossings.lazy.map(Int.init) where !visited[start] && (!onlyEnds || links[start].y < 0) {
        var line: [PlanePoint] = []
        var crossing = start
        while !visited[crossing] {
          visited[crossing] = true
          line.append(place(of: crossing))
          let next = links[crossing]
          if next.x >= 0, !visited[Int(next.x)] {
            crossing = Int(next.x)
          } else if next.y >= 0, !visited[Int(next.y)] {
            crossing = Int(next.y)
          }
        }
        if !onlyEnds { line.append(place(of: start)) }
        lines.append(line)
      }
    }
    return lines
  }

  private func place(of crossing: Int) -> PlanePoint {
    let count = width * height
    let isDown = crossing >= count
    let corner = isDown ? crossing - count : crossing
    let (row, column) = (corner / width, corner % width)
    let first = values[corner]
    let second = values[isDown ? corner + width : corner + 1]
    let share = first == second ? 0.5 : (level - first) / (second - first)
    let x = MarchingSquares.fraction(column, of: columns)
    let y = MarchingSquares.fraction(row, of: rows)
    return isDown
      ? PlanePoint(x: x, y: y + share * (MarchingSquares.fraction(row + 1, of: rows) - y))
      : PlanePoint(x: x + share * (MarchingSquares.fraction(column + 1, of: columns) - x), y: y)
  }

  /// Where a grid line lies: the first and the last on the border, the others at the centers of the shares.
  private static func fraction(_ index: Int, of count: Int) -> Double {
    min(max(0, (Double(index) - 0.5) / Double(count)), 1)
  }
}
