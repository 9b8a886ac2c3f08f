import Basics
import Learning
import Plotting
import Training

/// A small picture of a built-in data set, drawn as it would be loaded.
enum DatasetPreview {
  /// The most points that are drawn.
  private static let mostShown = 1500

  /// Draws the points of a set by name; nothing for a name that is not built in.
  static func draw(named name: String, description: Description, in rect: Rect, look: Look, frame: inout Frame) {
    var wanted = description
    wanted[.data] = .word(name)
    // A set may have millions of examples, and each choice that is passed over draws one.
    let asked = wanted.integer(.examples) ?? 0
    if asked > mostShown { wanted[.examples] = .integer(mostShown) }
    guard let dataset = try? wanted.builtInDataset() else { return }
    let view = DataView.rect(of: dataset)
    let (picture, text) = rect.splitTop(rect.height - 1)
    let axes = Axes(
      x: Scale(from: view.minX, to: view.maxX), y: Scale(from: view.minY, to: view.maxY),
      hasEqualUnits: DataView.hasEqualUnits(dataset), style: look.plotStyle)
    let transform = axes.draw(in: picture, on: &frame)
    let quantity = dataset.isNumeric ? QuantityScale(covering: [dataset.extent.targets].compactMap { $0 }) : nil
    let marks = (0..<min(dataset.count, mostShown)).map { index in
      let (x, y) = dataset.input(at: index)
      return Mark(PlanePoint(x: x, y: y), DataView.meaning(of: index, in: dataset, on: quantity))
    }
    Marks(marks, palette: look.theme.classes, style: look.plotStyle).draw(through: transform, on: &frame)
    let isGenerated = BuiltInDataset(rawValue: name)?.isGenerated ?? false
    let count = GroupedNumber.text(isGenerated ? max(asked, dataset.count) : dataset.count)
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
