import Basics
import Learning
import Plotting
import Training

/// Which part of the plane shows a data set well, and with which axes.
enum DataView {
  /// The most points that are drawn one by one; more are drawn as density.
  static let mostMarks = NetworkRun.mostPredictions
  /// The rectangle around all points with a margin.
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

  /// What the point of an example stands for: its class, or where its number lies on a scale.
  static func meaning(of index: Int, in dataset: Dataset, on scale: QuantityScale?) -> Mark.Meaning {
    switch dataset.targets {
    case .classes(let labels, _): .label(labels[index])
    case .numbers(let values): .quantity(scale?.share(of: values[index]) ?? .nan)
    }
  }
}
