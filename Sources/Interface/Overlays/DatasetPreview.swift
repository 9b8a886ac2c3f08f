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
    let labels: [Int] = if case .classes(let labels, _) = dataset.targets { labels } else { [] }
    let marks = (0..<min(dataset.count, 1500)).map { index in
      let (x, y) = dataset.input(at: index)
      let label = labels.indices.contains(index) ? labels[index] : 0
      return Mark(PlotPoint(x: x, y: y), label: label, isTest: false, isWrong: false, isCurrent: false)
    }
    Marks(marks, palette: look.theme.classes, style: look.plotStyle).draw(through: transform, on: &frame)
    look.put(
      "\(GroupedNumber.text(dataset.count)) examples, \(dataset.classCount) classes", x: text.x, y: text.y, in: text,
      style: look.theme.muted, frame: &frame)
  }
}
