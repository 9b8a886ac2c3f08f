import Learning
import Training

/// Which part of the plane shows a data set well.
enum DataView {
  /// The rectangle around all points with a margin: wide around a handful, narrow around many.
  ///
  /// - Complexity: O(n).
  static func rect(of dataset: Dataset) -> PlaneRect {
    var low = (x: Double.infinity, y: Double.infinity)
    var high = (x: -Double.infinity, y: -Double.infinity)
    for index in 0..<dataset.count {
      let (x, y) = dataset.input(at: index)
      low = (Double.minimum(low.x, x), Double.minimum(low.y, y))
      high = (Double.maximum(high.x, x), Double.maximum(high.y, y))
    }
    guard low.x <= high.x, low.y <= high.y else { return PlaneRect(minX: -1, maxX: 1, minY: -1, maxY: 1) }
    let margin = dataset.count <= 8 ? 0.5 : 0.08
    let marginX = high.x > low.x ? (high.x - low.x) * margin : 1
    let marginY = high.y > low.y ? (high.y - low.y) * margin : 1
    return PlaneRect(
      minX: low.x - marginX, maxX: high.x + marginX, minY: low.y - marginY, maxY: high.y + marginY)
  }

  /// Whether both inputs are in the same unit, so that angles and circles should look right.
  static func hasEqualUnits(_ dataset: Dataset) -> Bool {
    dataset.inputNames == ["x1", "x2"]
  }
}
