import Basics
import Calculus
import Learning
import Plotting
import Training

/// What pictures that stand side by side have in common: axes, heights and the scale of numbers.
///
/// Only then is what looks different different.
package struct SharedView: Sendable, Equatable {
  /// The part of the plane that all of them show.
  var plane: PlaneRect
  /// The vertical axis of curves; nil where no two of them are drawn from different functions.
  var heights: Scale?
  /// How heights become shades and contours; nil where no two surfaces are of different functions.
  var ramp: HeightRamp?
  /// The scale of the numbers that examples aim at; nil for classes.
  var quantity: QuantityScale?

  /// What the data of the members of a race share; nil without any.
  ///
  /// - Complexity: O(examples).
  init?(examplesOf entries: [RacePicture.Entry]) {
    guard let dataset = entries.first?.dataset else { return nil }
    self.init(entries.compactMap { entry in entry.dataset.map { ($0, entry.test) } }, named: dataset.inputNames)
  }

  /// What functions of several members share.
  ///
  /// - Complexity: O(samples) for each where they differ.
  init(_ descents: [DescentPicture]) {
    plane = PlaneRect(around: descents.map(\.home))
    let functions = descents.map(\.function)
    guard let first = functions.first, functions.contains(where: { $0.expression.text != first.expression.text }) else {
      return
    }
    var seen: Set<String> = []
    let distinct = functions.filter { seen.insert($0.expression.text).inserted }
    if first.variables == .x {
      let axes = distinct.map { function in
        CurveSketch(
          function,
          CurveSketch.Key(
            name: function.named?.name, formula: function.expression.text, low: plane.minX, high: plane.maxX,
            count: Self.samples)
        ).y
      }
      heights = Scale(from: axes.map(\.lower).min() ?? -1, to: axes.map(\.upper).max() ?? 1)
    } else {
      let grid = SampleGrid(
        xRange: plane.minX...plane.maxX, yRange: plane.minY...plane.maxY, columns: Self.side, rows: Self.side)
      ramp = HeightRamp(distinct.flatMap { FieldSampler($0.expression, over: grid).field() })
    }
  }

  /// How finely functions are looked at that share an axis of heights.
  private static let samples = 400
  private static let side = 64

  /// What data of several members share: where their inputs are the same quantities, the part of the plane as well.
  private init(_ sets: [(training: Dataset, test: Dataset?)], named names: [String]) {
    plane = PlaneRect(around: sets.map(\.training).filter { $0.inputNames == names }.map(\.view))
    let numbers = sets.flatMap { [$0.training] + ($0.test.map { [$0] } ?? []) }.filter(\.isNumeric)
    if !numbers.isEmpty { quantity = QuantityScale(covering: numbers.compactMap(\.extent.targets)) }
  }
}

extension PlaneRect {
  /// The smallest rectangle around some; around nothing the square of one unit to each side.
  init(around rects: [PlaneRect]) {
    self.init(
      minX: rects.map(\.minX).min() ?? -1, maxX: rects.map(\.maxX).max() ?? 1, minY: rects.map(\.minY).min() ?? -1,
      maxY: rects.map(\.maxY).max() ?? 1)
  }
}
