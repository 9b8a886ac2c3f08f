/// A point of the plane in which a surface is descended; for a curve, y is 0.
public struct PlanePoint: Sendable, Hashable {
  /// The first coordinate.
  public var x: Double
  /// The second coordinate.
  public var y: Double

  /// Makes a point from its coordinates.
  public init(x: Double, y: Double = 0) {
    self.x = x
    self.y = y
  }
}
