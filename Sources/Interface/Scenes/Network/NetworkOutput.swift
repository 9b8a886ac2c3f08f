import Basics
import Learning
import Plotting
import Training

/// The output over the plane with the points: the decision field, its boundary, training points filled, test points
/// hollow.
struct NetworkOutput {
  let scene: NetworkScene
  let picture: NetworkPicture
  let context: SceneContext

  private var look: Look { context.look }

  /// What the panel is called.
  var title: SafeText { picture.dataset.isNumeric ? "output" : "decision field" }

  /// How many points are right, or how much of the variance is explained.
  var remark: SafeText {
    let math = MathText(glyphs: look.glyphs)
    guard let score = (picture.testing ?? picture.training).accuracy else { return "" }
    let set = picture.testing == nil ? "" : "test "
    return picture.dataset.isNumeric ? "\(set)R² \(math.number(score))" : "\(set)\(math.percent(score)) right"
  }

  /// Where the data lie in a panel.
  func transform(in rect: Rect) -> PlotTransform {
    DataView.axes(picture.dataset, context: context).transform(in: plot(in: rect))
  }

  /// The panel without the scale bar of a regression.
  private func plot(in rect: Rect) -> Rect { QuantityLegend.plot(in: rect, isNumeric: picture.dataset.isNumeric) }

  /// The scale of the numbers that field and points share; nil for classes.
  var quantity: QuantityScale? { context.shared?.quantity ?? picture.quantity }

  /// An example counts as missed where the field differs from its number by more than this part of the scale.
  static let missedShare = 0.25

  private func drawLegend(below plot: Rect, in rect: Rect, frame: inout Frame) {
    guard let quantity else { return }
    let range = quantity.range.upper - quantity.range.lower
    let most = MathText(glyphs: look.glyphs).number(Self.missedShare * range, significant: 2)
    QuantityLegend(scale: quantity, units: picture.dataset.targetScale, look: look)
      .draw(below: plot, in: rect, note: "underlined: off by over \(most)", frame: &frame)
  }

  /// Draws field, axes, boundary and points.
  func draw(in rect: Rect, frame: inout Frame) {
    let axes = DataView.axes(picture.dataset, context: context)
    let plot = plot(in: rect)
    let transform = axes.transform(in: plot)
    guard !transform.rect.isEmpty else { return }
    drawField(through: transform, frame: &frame)
    axes.draw(in: plot, on: &frame)
    drawLegend(below: plot, in: rect, frame: &frame)
    if picture.dataset.count > DataView.mostMarks {
      scene.densities.draw(picture.dataset, on: quantity, through: transform, look: look, frame: &frame)
      BranchLegend.draw(in: transform.rect, context: context, frame: &frame)
      return
    }
    Marks(marks, palette: look.theme.classes, style: look.plotStyle).draw(through: transform, on: &frame)
    switch scene.active {
    case .points(let brush): brush.draw(through: transform, look: look, frame: &frame)
    default:
      if let place = scene.place { drawCursor(at: place, through: transform, frame: &frame) }
    }
    BranchLegend.draw(in: transform.rect, context: context, frame: &frame)
  }

  private func drawField(through transform: PlotTransform, frame: inout Frame) {
    let grid = picture.field.grid
    guard grid.count > 0 else { return }
    if picture.network.outputs > 2 {
      classField.draw(in: transform.rect, on: &frame)
    } else {
      FieldPlot(
        samples: fieldSamples, columns: grid.columns, rows: grid.rows,
        palette: quantity == nil ? look.theme.fieldPalette : look.theme.quantityField, style: look.plotStyle
      ).draw(in: transform.rect, on: &frame)
    }
    for (id, other): (Int, NetworkPicture) in context.otherPictures() {
      var canvas = transform.canvas(look.glyphs)
      canvas.dash = 3
      NetworkOutput(scene: scene, picture: other, context: context)
        .drawBoundary(through: transform, color: look.theme.branchColor(id), on: &canvas)
      canvas.draw(on: &frame, attributes: .bold)
    }
    var canvas = transform.canvas(look.glyphs)
    drawBoundary(through: transform, color: context.boundaryColor, on: &canvas)
    canvas.draw(on: &frame, attributes: look.theme.isThick ? .bold : [])
  }

  /// Draws where one class ends and another begins; nothing for numbers.
  private func drawBoundary(through transform: PlotTransform, color: Color, on canvas: inout DotCanvas) {
    let grid = picture.field.grid
    guard grid.count > 0 else { return }
    if picture.network.outputs > 2 {
      classField.drawBoundaries(on: &canvas, color: color)
    } else if !picture.dataset.isNumeric {
      let (samples, level) = signed
      Contour(
        samples: samples, columns: grid.columns, rows: grid.rows, level: level, x: transform.x, y: transform.y
      ).draw(on: &canvas, through: transform, color: color)
    }
  }

  /// The output as its map has it: a share of the quantity's scale, or for two classes −1 for class A and 1 for class B.
  private var fieldSamples: [Float] {
    if let quantity {
      return picture.field.plane(0).map { Float(quantity.share(of: Double($0))) }
    }
    let samples = signed.samples
    return scene.isDiscrete ? samples.map { $0 <= 0 ? -0.8 : 0.8 } : samples
  }

  /// The output of two classes: −1 is class A, 1 is class B.
  private var signed: (samples: [Float], level: Double) {
    let values = picture.field.plane(0)
    return switch picture.network.outputActivation {
    case .sigmoid, .softmax: (values.map { 1 - 2 * $0 }, 0)
    default: (values.map { -$0 }, 0)
    }
  }

  private var classField: ClassField {
    let count = picture.field.grid.count
    let planes = picture.network.outputs
    let isShare = picture.network.outputActivation == .softmax || picture.network.outputActivation == .sigmoid
    var labels = [UInt8](repeating: 0, count: count)
    var confidence = [Float](repeating: 0, count: count)
    picture.field.values.withUnsafeBufferPointer { values in
      for sample in 0..<count {
        var best = 0
        var largest = values[sample]
        for plane in 1..<planes {
          let value = values[plane &* count &+ sample]
          if value > largest { (best, largest) = (plane, value) }
        }
        labels[sample] = UInt8(truncatingIfNeeded: best)
        let share = isShare ? largest : (largest + 1) / 2
        // A share of one class in k is no confidence at all.
        confidence[sample] = scene.isDiscrete ? 1 : (share - 1 / Float(planes)) / (1 - 1 / Float(planes))
      }
    }
    return ClassField(
      labels: labels, confidence: confidence, columns: picture.field.grid.columns, rows: picture.field.grid.rows,
      palette: look.theme.classes, style: look.plotStyle)
  }

  private var marks: [Mark] {
    var marks: [Mark] = []
    if scene.showsTest, let test = picture.test { add(test, picture.testPredictions, isTest: true, to: &marks) }
    add(picture.dataset, picture.predictions, isTest: false, to: &marks)
    return marks
  }

  private func add(_ dataset: Dataset, _ predictions: [Int], isTest: Bool, to marks: inout [Mark]) {
    let current = !isTest && scene.place == nil && scene.focus == .unit ? scene.example : -1
    let quantity = quantity
    for index in 0..<dataset.count {
      let (x, y) = dataset.input(at: index)
      let place = PlanePoint(x: x, y: y)
      let isWrong: Bool
      switch dataset.targets {
      case .classes(let labels, _):
        isWrong = predictions.indices.contains(index) && predictions[index] != labels[index]
      case .numbers(let values):
        isWrong = quantity.map { isMissed(values[index], at: place, on: $0) } ?? false
      }
      marks.append(
        Mark(
          place, DataView.meaning(of: index, in: dataset, on: quantity), isTest: isTest, isWrong: isWrong,
          isCurrent: index == current))
    }
  }

  /// Whether the field, where an example lies, is far from the example's number.
  private func isMissed(_ number: Double, at place: PlanePoint, on scale: QuantityScale) -> Bool {
    let grid = picture.field.grid
    let samples = PlotTransform(
      rect: Rect(x: 0, y: 0, width: grid.columns, height: grid.rows),
      x: Scale(from: grid.xRange.lowerBound, to: grid.xRange.upperBound),
      y: Scale(from: grid.yRange.lowerBound, to: grid.yRange.upperBound))
    guard let cell = samples.cell(of: place) else { return false }
    let output = picture.field.values[cell.y * grid.columns + cell.x]
    return !(scale.distance(number, Double(output)) <= Self.missedShare)
  }

  private func drawCursor(at place: PlanePoint, through transform: PlotTransform, frame: inout Frame) {
    guard let cell = transform.cell(of: place) else { return }
    var style = look.theme.accent
    style.attributes.insert(.reverse)
    frame[cell.x, cell.y] = Cell("+", style: style)
  }
}
