import Learning

extension Dataset {
  /// The rectangle around all points with a margin: wide around a handful, narrow around many.
  ///
  /// - Complexity: O(n).
  public var view: PlaneRect {
    var low = (x: Double.infinity, y: Double.infinity)
    var high = (x: -Double.infinity, y: -Double.infinity)
    for index in 0..<count {
      let (x, y) = input(at: index)
      low = (Double.minimum(low.x, x), Double.minimum(low.y, y))
      high = (Double.maximum(high.x, x), Double.maximum(high.y, y))
    }
    guard low.x <= high.x, low.y <= high.y else { return PlaneRect(minX: -1, maxX: 1, minY: -1, maxY: 1) }
    let margin = count <= 8 ? 0.5 : 0.08
    let marginX = high.x > low.x ? (high.x - low.x) * margin : 1
    let marginY = high.y > low.y ? (high.y - low.y) * margin : 1
    return PlaneRect(
      minX: low.x - marginX, maxX: high.x + marginX, minY: low.y - marginY, maxY: high.y + marginY)
  }
}
