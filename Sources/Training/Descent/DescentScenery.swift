import Calculus

/// What surrounds a descent and doesn't change while it goes on: the function sampled over the view, a curve's valleys.
///
/// Copies of a run share it. It holds the last results of pure functions and so decides nothing about the run.
struct DescentScenery: Sendable {
  private let function: PlaneFunction
  /// The part of the plane that shows the function and the starts.
  let view: PlaneRect
  private let fields = Memo<PictureRequest, DescentField>()
  private let valleyLists = Memo<PlaneRect, [Valley]>()

  init(_ function: PlaneFunction, starts: [PlanePoint]) {
    self.function = function
    view = Self.view(of: function, starts: starts)
  }

  /// The function's own range, with room for starts that lie outside.
  private static func view(of function: PlaneFunction, starts: [PlanePoint]) -> PlaneRect {
    func range(_ own: ClosedRange<Double>, _ places: [Double]) -> (Double, Double) {
      let finite = places.filter(\.isFinite)
      let low = min(own.lowerBound, finite.min() ?? own.lowerBound)
      let high = max(own.upperBound, finite.max() ?? own.upperBound)
      let margin = (high - low) * 0.1
      return (low < own.lowerBound ? low - margin : low, high > own.upperBound ? high + margin : high)
    }
    let x = range(function.xRange, starts.map(\.x))
    let y = function.variables == .x ? (0, 0) : range(function.yRange, starts.map(\.y))
    return PlaneRect(minX: x.0, maxX: x.1, minY: y.0, maxY: y.1)
  }

  /// The function over the view of a request.
  func field(_ request: PictureRequest) -> DescentField {
    let part = request.view ?? view
    let columns = min(max(0, request.columns), 4096)
    let rows = min(max(0, request.rows), 4096)
    return fields.value(for: request) {
      if function.variables == .x {
        let samples = function.expression.curve(over: part.minX...part.maxX, count: columns)
        return DescentField(samples: samples, columns: columns, rows: 1, view: part)
      }
      let grid = SampleGrid(xRange: part.minX...part.maxX, yRange: part.minY...part.maxY, columns: columns, rows: rows)
      let samples = FieldSampler(function.expression, over: grid).field()
      return DescentField(samples: samples, columns: columns, rows: rows, view: part)
    }
  }

  /// The valleys of a curve in a part of the axis; none of a surface.
  func valleys(in part: PlaneRect?) -> [Valley] {
    guard function.variables == .x else { return [] }
    let part = part ?? view
    return valleyLists.value(for: part) { function.expression.valleys(in: part.minX...part.maxX) }
  }
}
