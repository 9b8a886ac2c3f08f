import Learning
import Training

/// Which part of the plane shows a data set well.
enum DataView {
  /// The rectangle around all points with a margin.
  ///
  /// - Complexity: O(n).
  static func rect(of dataset: Dataset) -> PlaneRect { dataset.view }

  /// Whether both inputs are in the same unit, so that angles and circles should look right.
  static func hasEqualUnits(_ dataset: Dataset) -> Bool {
    dataset.inputNames == ["x1", "x2"]
  }
}
