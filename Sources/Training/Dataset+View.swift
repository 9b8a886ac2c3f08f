import Basics
import Learning

extension Dataset {
  /// The rectangle around all points with a margin: wide around a handful, narrow around many.
  package var view: PlaneRect {
    guard let x1 = extent.x1, let x2 = extent.x2 else { return PlaneRect(minX: -1, maxX: 1, minY: -1, maxY: 1) }
    let share = count <= 8 ? 0.5 : 0.08
    func margin(of range: ClosedRange<Double>) -> Double {
      range.upperBound > range.lowerBound ? (range.upperBound - range.lowerBound) * share : 1
    }
    return PlaneRect(
      minX: x1.lowerBound - margin(of: x1), maxX: x1.upperBound + margin(of: x1),
      minY: x2.lowerBound - margin(of: x2), maxY: x2.upperBound + margin(of: x2))
  }
}
