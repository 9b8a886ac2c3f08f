import Plotting
import Training

/// Where the small pictures of all activation functions lie.
struct ActivationGrid {
  /// The functions with their rectangles, in the order of reading.
  let tiles: [(curve: ActivationCurve, rect: Rect)]
  /// How many stand side by side.
  let columns: Int

  /// Divides a rectangle so that the tiles are as large as can be, and neither flat nor narrow.
  init(in rect: Rect) {
    let curves = ActivationCurve.allCases
    let best = (1...curves.count).max { first, second in
      Self.extent(rect, columns: first, of: curves.count) < Self.extent(rect, columns: second, of: curves.count)
    }
    columns = best ?? 1
    let (across, rows) = (columns, (curves.count + columns - 1) / columns)
    // All of one size, or the same numbers would lie at different places.
    let (width, height) = (rect.width / across, rect.height / rows)
    tiles = curves.enumerated().map { index, curve in
      (
        curve,
        Rect(x: rect.x + index % across * width, y: rect.y + index / across * height, width: width, height: height)
      )
    }
  }

  /// The shorter side of a tile, a row counted as two columns.
  private static func extent(_ rect: Rect, columns: Int, of count: Int) -> Int {
    min(rect.width / columns, 2 * (rect.height / ((count + columns - 1) / columns)))
  }
}
