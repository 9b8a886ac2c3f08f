/// A place in the plane, in continuous coordinates.
///
/// In the units of data y points *up*; in the dots of a canvas it points *down*. Of a curve, a function of x alone, y is 0.
package struct PlanePoint: Sendable, Hashable {
  /// The first coordinate, to the right.
  package var x: Double
  /// The second coordinate.
  package var y: Double

  /// Makes a place from its coordinates, which may be any numbers.
  @inlinable
  package init(x: Double, y: Double = 0) {
    self.x = x
    self.y = y
  }

  /// Whether both coordinates are numbers.
  @inlinable
  package var isFinite: Bool { x.isFinite && y.isFinite }
}
