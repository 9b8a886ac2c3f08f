import Basics
import Learning
import Plotting
import Training
import Terminal

/// A cursor in the units of the data that places points of a class, moved by the arrows.
struct PointBrush: Sendable, Equatable {
  /// Where it is.
  var x: Double
  /// Where it is, upward.
  var y: Double
  /// The class it places.
  var label = 0
  /// What the classes it can place are called, at least two.
  let classNames: [String]

  /// A brush in the middle of a view.
  init(in view: PlaneRect, classNames: [String] = []) {
    x = (view.minX + view.maxX) / 2
    y = (view.minY + view.maxY) / 2
    self.classNames = classNames.count < 2 ? ["A", "B"] : classNames
    (x, y) = (rounded(x), rounded(y))
  }

  /// Whether the classes it can place are numbers: a high one and a low one.
  private(set) var isNumeric = false

  /// A brush in the middle of a view for some examples: for numbers it places the highest or the lowest of them.
  init(in view: PlaneRect, for dataset: Dataset, look: Look) {
    guard dataset.isNumeric else {
      self.init(in: view, classNames: dataset.classNames)
      return
    }
    let math = MathText(glyphs: look.glyphs)
    self.init(in: view, classNames: [0, 1].map { math.number(dataset.number(placedFor: $0)) })
    isNumeric = true
  }

  /// The class after the one it places.
  var nextLabel: Int { (label + 1) % classNames.count }

  /// The mode that it is, with its keys, for the key line.
  var mode: SceneMode {
    SceneMode(
      name: isNumeric ? "placing y = \(classNames[label])" : "placing class \(classNames[label])",
      keys: [
        ("arrows", "move"), ("0–9", "type"), ("Enter", "place"), ("c", isNumeric ? "number" : "class"), ("x", "remove"),
        ("Esc", "done"),
      ])
  }

  /// Moves by cells of a 40 by 20 grid over the view.
  ///
  /// - Returns: Whether the key was one that moves.
  mutating func move(_ key: KeyPress, in view: PlaneRect) -> Bool {
    guard let move = PlaneMove(key, shifted: 5) else { return false }
    if move.across != 0 { x = rounded(x + move.across * (view.maxX - view.minX) / 40) }
    if move.up != 0 { y = rounded(y + move.up * (view.maxY - view.minY) / 20) }
    return true
  }

  /// Its place as numbers that can be typed.
  func prompt(_ context: SceneContext) -> NumberPrompt {
    let math = MathText(glyphs: context.look.glyphs)
    return NumberPrompt([math.indexed("x", 1), math.indexed("x", 2)], at: [x, y])
  }

  /// The brush at typed coordinates; one that was not typed stays.
  func moved(to numbers: [Double]) -> PointBrush {
    var brush = self
    if let across = numbers.first { brush.x = across }
    if numbers.count > 1 { brush.y = numbers[1] }
    return brush
  }

  /// What a scene answers to a key while points are placed among some examples.
  ///
  /// - Returns: The answer, and the brush to go on with; nil once it is put down.
  func answer(_ key: KeyPress, on dataset: Dataset) -> (answer: SceneAnswer, brush: PointBrush?) {
    var brush = self
    if brush.move(key, in: DataView.rect(of: dataset)) { return (.done([]), brush) }
    switch key {
    case .enter, .character("p"):
      return (.done([.replaceDataset(dataset.adding(x: x, y: y, label: label))]), brush)
    case .character("c"): brush.label = nextLabel
    case .character("x"), .delete:
      if let index = dataset.nearest(to: x, y, within: .infinity) {
        return (.done([.replaceDataset(dataset.removing(at: index))]), brush)
      }
    case .escape: return (.done([]), nil)
    default: return (.notMine, brush)
    }
    return (.done([]), brush)
  }

  /// The examples after a click on a cell: a point there goes, otherwise one comes.
  static func click(
    _ cell: Point, on dataset: Dataset, label: Int, through transform: PlotTransform
  ) -> Dataset {
    let place = transform.place(of: cell)
    let existing = dataset.nearest(to: place.x, place.y, within: .infinity).flatMap { index -> Int? in
      let (x, y) = dataset.input(at: index)
      return transform.cell(of: PlanePoint(x: x, y: y)) == cell ? index : nil
    }
    if let existing { return dataset.removing(at: existing) }
    let brush = PointBrush(in: PlaneRect(minX: place.x, maxX: place.x, minY: place.y, maxY: place.y))
    return dataset.adding(x: brush.rounded(place.x), y: brush.rounded(place.y), label: label)
  }

  /// A coordinate without the noise of repeated addition.
  private func rounded(_ value: Double) -> Double { (value * 1e4).rounded() / 1e4 }

  /// Draws it where it is.
  func draw(through transform: PlotTransform, look: Look, frame: inout Frame) {
    guard let cell = transform.cell(of: PlanePoint(x: x, y: y)) else { return }
    var style = look.theme.accent
    style.attributes.insert(.reverse)
    frame[cell.x, cell.y] = Cell(glyph(look), style: style)
  }

  /// The mark of what it places.
  func glyph(_ look: Look) -> Unicode.Scalar {
    look.mark(of: isNumeric ? .quantity(label == 0 ? 1 : 0) : .label(label)).glyph
  }
}
