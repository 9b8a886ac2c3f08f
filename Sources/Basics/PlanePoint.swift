/// A place in the plane, in continuous coordinates.
///
/// In the units of data y points *up*; in the dots of a canvas it points *down*. Of a curve, a function of x alone, y is 0.
public struct PlanePoint: Sendable, Hashable {
  /// The first coordinate, to the right.
  public var x: Double
  /// The second coordinate.
  public var y: Double

  /// Makes a place from its coordinates, which may be any numbers.
  @inlinable
  public init(x: Double, y: Double = 0) {
    self.x = x
    self.y = y
  }

  /// Whether both coordinates are numbers.
  @inlinable
  public var isFinite: Bool { x.isFinite && y.isFinite }
}
