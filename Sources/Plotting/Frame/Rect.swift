/// A place on the screen, in cells; x to the right, y down, the top left cell is (0, 0).
package struct Point: Sendable, Hashable {
  /// The column.
  package var x: Int
  /// The row.
  package var y: Int

  /// Makes a place from its column and row.
  package init(x: Int, y: Int) {
    self.x = x
    self.y = y
  }
}

/// A rectangle of cells; its right and bottom edges are outside.
package struct Rect: Sendable, Hashable {
  /// The column of the left edge.
  package var x: Int
  /// The row of the top edge.
  package var y: Int
  /// How many columns; never negative.
  package var width: Int
  /// How many rows; never negative.
  package var height: Int

  /// Makes a rectangle; a negative size counts as 0.
  package init(x: Int, y: Int, width: Int, height: Int) {
    self.x = x
    self.y = y
    self.width = max(0, width)
    self.height = max(0, height)
  }

  /// The first column to the right of it; the greatest number where there is none.
  package var maxX: Int { Rect.sum(x, width) }
  /// The first row below it; the greatest number where there is none.
  package var maxY: Int { Rect.sum(y, height) }

  /// A sum that cannot overflow: a mouse may report any place.
  private static func sum(_ start: Int, _ length: Int) -> Int {
    let (sum, overflow) = start.addingReportingOverflow(length)
    return overflow ? .max : sum
  }

  /// Whether it has no cell.
  package var isEmpty: Bool { width == 0 || height == 0 }

  /// Whether the cell at (x, y) lies in it.
  package func contains(_ x: Int, _ y: Int) -> Bool {
    x >= self.x && x < maxX && y >= self.y && y < maxY
  }

  /// What it shares with another rectangle; empty where they do not meet.
  package func intersection(_ other: Rect) -> Rect {
    let left = max(x, other.x)
    let top = max(y, other.y)
    let right = min(maxX, other.maxX)
    let bottom = min(maxY, other.maxY)
    return Rect(x: left, y: top, width: right > left ? right - left : 0, height: bottom > top ? bottom - top : 0)
  }

  /// The rectangle without a margin on each side.
  package func inset(left: Int = 0, top: Int = 0, right: Int = 0, bottom: Int = 0) -> Rect {
    Rect(x: x + left, y: y + top, width: width - left - right, height: height - top - bottom)
  }

  /// Cuts into a left part of the given width (at most all) and the rest.
  package func splitLeft(_ width: Int) -> (left: Rect, right: Rect) {
    let cut = min(max(0, width), self.width)
    return (
      Rect(x: x, y: y, width: cut, height: height),
      Rect(x: x + cut, y: y, width: self.width - cut, height: height)
    )
  }

  /// Cuts into a top part of the given height (at most all) and the rest.
  package func splitTop(_ height: Int) -> (top: Rect, bottom: Rect) {
    let cut = min(max(0, height), self.height)
    return (
      Rect(x: x, y: y, width: width, height: cut),
      Rect(x: x, y: y + cut, width: width, height: self.height - cut)
    )
  }
}
