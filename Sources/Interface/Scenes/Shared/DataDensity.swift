import Basics
import Learning
import Plotting
import Training

/// A data set too large to be drawn point by point: how many points of each class, or what mean of numbers, each cell has.
///
/// It is worked out once for a picture, not with every frame: `Memo`.
struct DataDensity: Sendable {
  /// What it follows from.
  struct Key: Equatable, Sendable {
    let dataset: Dataset
    let scale: QuantityScale?
    let transform: PlotTransform
  }

  /// The most points that it is made from, or twice as many: of very many a sample has the same density.
  private static let mostSampled = 250_000

  private enum Cells: Sendable {
    case classes(DensityPlot)
    case numbers([Mark])
  }

  private var cells: Cells

  /// Looks where the points are.
  init(_ key: Key, look: Look) {
    let (dataset, transform) = (key.dataset, key.transform)
    let indices = stride(from: 0, to: dataset.count, by: max(1, dataset.count / Self.mostSampled))
    switch dataset.targets {
    case .classes(let labels, _):
      var density = DensityPlot(through: transform, palette: look.theme.classes, style: look.plotStyle)
      for index in indices {
        let (x, y) = dataset.input(at: index)
        density.add(PlanePoint(x: x, y: y), label: labels[index])
      }
      cells = .classes(density)
    case .numbers(let values):
      let scale = key.scale ?? QuantityScale(covering: [dataset.extent.targets].compactMap { $0 })
      var sums: [Point: (total: Double, count: Int)] = [:]
      for index in indices where values[index].isFinite {
        let (x, y) = dataset.input(at: index)
        guard let cell = transform.cell(of: PlanePoint(x: x, y: y)) else { continue }
        let sum = sums[cell] ?? (0, 0)
        sums[cell] = (sum.total + values[index], sum.count + 1)
      }
      cells = .numbers(
        sums.map { cell, sum in
          Mark(transform.place(of: cell), .quantity(scale.share(of: sum.total / Double(sum.count))))
        })
    }
  }

  /// Draws it in a look.
  func draw(through transform: PlotTransform, look: Look, frame: inout Frame) {
    switch cells {
    case .classes(var density):
      density.palette = look.theme.classes
      density.style = look.plotStyle
      density.draw(on: &frame)
    case .numbers(let marks):
      Marks(marks, palette: look.theme.classes, style: look.plotStyle).draw(through: transform, on: &frame)
    }
  }
}

extension Memo<DataDensity.Key, DataDensity> {
  /// Draws the points of a data set as a density.
  func draw(
    _ dataset: Dataset, on scale: QuantityScale?, through transform: PlotTransform, look: Look, frame: inout Frame
  ) {
    let key = DataDensity.Key(dataset: dataset, scale: scale, transform: transform)
    value(for: key) { DataDensity(key, look: look) }.draw(through: transform, look: look, frame: &frame)
  }
}
