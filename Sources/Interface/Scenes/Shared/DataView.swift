import Learning
import Plotting
import Training

/// Which part of the plane shows a data set well, and with which axes.
enum DataView {
  /// The most points that are drawn one by one; more are drawn as density.
  static let mostMarks = NetworkRun.mostPredictions

  /// The rectangle around all points with a margin.
  ///
  /// - Complexity: O(n).
  static func rect(of dataset: Dataset) -> PlaneRect { dataset.view }

  /// Whether both inputs are in the same unit, so that angles and circles should look right.
  static func hasEqualUnits(_ dataset: Dataset) -> Bool {
    dataset.inputNames == ["x1", "x2"]
  }

  /// The axes around the points of a data set.
  static func axes(_ dataset: Dataset, look: Look) -> Axes {
    let view = rect(of: dataset)
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
  static func drawDensity(_ dataset: Dataset, through transform: PlotTransform, look: Look, frame: inout Frame) {
    guard case .classes(let labels, _) = dataset.targets else { return }
    var density = DensityPlot(through: transform, palette: look.theme.classes, style: look.plotStyle)
    for index in labels.indices {
      let (x, y) = dataset.input(at: index)
      density.add(PlotPoint(x: x, y: y), label: labels[index])
    }
    density.draw(on: &frame)
  }
}
