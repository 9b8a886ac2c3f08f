/// The gradient of a function at a point: its derivatives with respect to x and to y.
package struct PlaneGradient: Sendable, Equatable {
  /// The derivative of the function with respect to x.
  package var x: Double
  /// The derivative of the function with respect to y; 0 for a curve.
  package var y: Double

  /// Makes a gradient from its two components.
  package init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }

  /// Its length, without overflow for components up to the largest number; infinite when a component is, and no number
  /// when one is none.
  package var length: Double {
    let larger = max(x.magnitude, y.magnitude)
    // The larger of two of which one is no number may be the other.
    guard larger > 0, x.isFinite, y.isFinite else { return x.magnitude + y.magnitude }
    let ratio = min(x.magnitude, y.magnitude) / larger
    return larger * (1 + ratio * ratio).squareRoot()
  }
}
