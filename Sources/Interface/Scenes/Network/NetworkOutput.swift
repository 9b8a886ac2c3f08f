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
  func transform(in rect: Rect) -> PlotTransform { DataView.axes(picture.dataset, look: look).transform(in: rect) }

  /// Draws field, axes, boundary and points.
  func draw(in rect: Rect, frame: inout Frame) {
    let axes = DataView.axes(picture.dataset, look: look)
    let transform = axes.transform(in: rect)
    guard !transform.rect.isEmpty else { return }
    drawField(through: transform, frame: &frame)
    axes.draw(in: rect, on: &frame)
    if picture.dataset.count > DataView.mostMarks {
      DataView.drawDensity(picture.dataset, through: transform, look: look, frame: &frame)
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
      let samples = signed.samples
      FieldPlot(
        samples: scene.isDiscrete ? samples.map { $0 <= 0 ? -0.8 : 0.8 } : samples, columns: grid.columns,
        rows: grid.rows, palette: look.theme.fieldPalette, style: look.plotStyle
      ).draw(in: transform.rect, on: &frame)
    }
    for branch in context.otherBranches {
      guard let other = branch.picture as? NetworkPicture else { continue }
      var canvas = transform.canvas(look.glyphs)
      canvas.dash = 3
      NetworkOutput(scene: scene, picture: other, context: context)
        .drawBoundary(through: transform, color: look.theme.branchColor(branch.id), on: &canvas)
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

  /// The output as the field's map has it: −1 is class A or a large number, 1 is class B or a small one.
  private var signed: (samples: [Float], level: Double) {
    let values = picture.field.plane(0)
    switch picture.network.outputActivation {
    case .sigmoid where !picture.dataset.isNumeric, .softmax: return (values.map { 1 - 2 * $0 }, 0)
    default:
      let scale = picture.dataset.isNumeric ? Float(largestTarget) : 1
      return (values.map { -$0 / scale }, 0)
    }
  }

  private var largestTarget: Double {
    guard case .numbers(let targets) = picture.dataset.targets else { return 1 }
    let largest = targets.reduce(0) { max($0, abs($1)) }
    return largest > 0 && largest.isFinite ? largest : 1
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
    for index in 0..<dataset.count {
      let (x, y) = dataset.input(at: index)
      var isWrong = false
      let label: Int
      switch dataset.targets {
      case .classes(let labels, _):
        label = labels[index]
        isWrong = predictions.indices.contains(index) && predictions[index] != label
      case .numbers(let values): label = values[index] >= 0 ? 0 : 1
      }
      marks.append(
        Mark(PlotPoint(x: x, y: y), label: label, isTest: isTest, isWrong: isWrong, isCurrent: index == current))
    }
  }

  private func drawCursor(at place: PlotPoint, through transform: PlotTransform, frame: inout Frame) {
    guard let cell = transform.cell(of: place) else { return }
    var style = look.theme.accent
    style.attributes.insert(.reverse)
    frame[cell.x, cell.y] = Cell("+", style: style)
  }
}
