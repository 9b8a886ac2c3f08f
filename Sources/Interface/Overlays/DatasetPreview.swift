import Learning
import Plotting
import Training

/// A small picture of a built-in data set, drawn as it would be loaded.
enum DatasetPreview {
  /// Draws the points of a set by name; nothing for a name that is not built in.
  static func draw(named name: String, description: Description, in rect: Rect, look: Look, frame: inout Frame) {
    var wanted = description
    wanted[.data] = .word(name)
    guard let dataset = try? wanted.builtInDataset() else { return }
    let view = DataView.rect(of: dataset)
    let (picture, text) = rect.splitTop(rect.height - 1)
    let axes = Axes(
      x: Scale(from: view.minX, to: view.maxX), y: Scale(from: view.minY, to: view.maxY),
      hasEqualUnits: DataView.hasEqualUnits(dataset), style: look.plotStyle)
    let transform = axes.draw(in: picture, on: &frame)
    let quantity = dataset.isNumeric ? QuantityScale(covering: dataset.numbers) : nil
    let marks = (0..<min(dataset.count, 1500)).map { index in
      let (x, y) = dataset.input(at: index)
      return Mark(PlotPoint(x: x, y: y), DataView.meaning(of: index, in: dataset, on: quantity))
    }
    Marks(marks, palette: look.theme.classes, style: look.plotStyle).draw(through: transform, on: &frame)
    let count = GroupedNumber.text(dataset.count)
    if let quantity {
      QuantityLegend(scale: quantity, look: look).draw(
        below: picture, in: rect, note: "\(count) examples", frame: &frame)
    } else {
      look.put(
        "\(count) examples, \(dataset.classCount) classes", x: text.x, y: text.y, in: text, style: look.theme.muted,
        frame: &frame)
    }
  }
}
