/// A place in continuous coordinates.
///
/// In data coordinates y points *up*; in dot coordinates (see ``DotCanvas``) y points *down*.
public struct PlotPoint: Sendable, Hashable {
  /// To the right.
  public var x: Double
  /// Up in data coordinates, down in dot coordinates.
  public var y: Double

  /// Makes a place from its coordinates, which may be any numbers.
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }

  /// Whether both coordinates are numbers.
  public var isFinite: Bool { x.isFinite && y.isFinite }
}
