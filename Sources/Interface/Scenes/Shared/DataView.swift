import Learning
import Plotting
import Training

/// Which part of the plane shows a data set well, and with which axes.
enum DataView {
  /// The most points that are drawn one by one; more are drawn as density.
  static let mostMarks = NetworkRun.mostPredictions
  /// The most points that a density is made from, or twice as many.
  private static let mostSampled = 250_000

  /// The rectangle around all points with a margin.
  ///
  /// - Complexity: O(n).
  static func rect(of dataset: Dataset) -> PlaneRect { dataset.view }

  /// Whether both inputs are in the same unit, so that angles and circles should look right.
  static func hasEqualUnits(_ dataset: Dataset) -> Bool {
    dataset.inputNames == ["x1", "x2"]
  }

  /// The axes around the points of a data set, or those that it shares with the pictures beside it.
  static func axes(_ dataset: Dataset, context: SceneContext) -> Axes {
    let look = context.look
    let view = context.shared?.plane ?? rect(of: dataset)
    let math = MathText(glyphs: look.glyphs)
    let names = dataset.inputNames
    func name(_ index: Int) -> SafeText {
      let own = names.indices.contains(index) ? names[index] : ""
      return own.isEmpty || own == "x\(index + 1)" ? SafeText(math.indexed("x", index + 1)) : SafeText(own)
    }
    return Axes(
      x: Scale(from: view.minX, to: view.maxX), y: Scale(from: view.minY, to: view.maxY), xName: name(0),
      yName: name(1), hasEqualUnits: hasEqualUnits(dataset), style: look.plotStyle)
  }

  /// Draws the points of a data set as a density: for sets too large to draw one by one.
  ///
  /// Where they are numbers, each cell shows the mean of those in it.
  static func drawDensity(
    _ dataset: Dataset, on scale: QuantityScale?, through transform: PlotTransform, look: Look, frame: inout Frame
  ) {
    switch dataset.targets {
    case .classes(let labels, _):
      var density = DensityPlot(through: transform, palette: look.theme.classes, style: look.plotStyle)
      // Of very many a sample has the same density, and the next key is answered in time.
      for index in stride(from: 0, to: labels.count, by: max(1, labels.count / mostSampled)) {
        let (x, y) = dataset.input(at: index)
        density.add(PlotPoint(x: x, y: y), label: labels[index])
      }
      density.draw(on: &frame)
    case .numbers(let values):
      let scale = scale ?? QuantityScale(covering: values)
      var sums: [Point: (total: Double, count: Int)] = [:]
      for index in stride(from: 0, to: values.count, by: max(1, values.count / mostSampled))
      where values[index].isFinite {
        let (x, y) = dataset.input(at: index)
        guard let cell = transform.cell(of: PlotPoint(x: x, y: y)) else { continue }
        let sum = sums[cell] ?? (0, 0)
        sums[cell] = (sum.total + values[index], sum.count + 1)
      }
      let marks = sums.map { cell, sum in
        Mark(transform.place(of: cell), .quantity(scale.share(of: sum.total / Double(sum.count))))
      }
      Marks(marks, palette: look.theme.classes, style: look.plotStyle).draw(through: transform, on: &frame)
    }
  }

  /// What the point of an example stands for: its class, or where its number lies on a scale.
  static func meaning(of index: Int, in dataset: Dataset, on scale: QuantityScale?) -> Mark.Meaning {
    switch dataset.targets {
    case .classes(let labels, _): .label(labels[index])
    case .numbers(let values): .quantity(scale?.share(of: values[index]) ?? .nan)
    }
  }
}
