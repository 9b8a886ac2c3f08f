import Basics
import Learning
import Plotting
import Training

extension PerceptronScene {
  /// The axes around the points.
  func axes(_ picture: PerceptronPicture, context: SceneContext) -> Axes {
    DataView.axes(picture.dataset, context: context)
  }

  /// Where the data lie in a panel, for the mouse.
  func transform(_ picture: PerceptronPicture, in inside: Rect, context: SceneContext) -> PlotTransform {
    axes(picture, context: context).transform(in: inside)
  }

  /// Draws the two half planes, the line between them with its normal vector, and the points.
  func drawBoundary(_ picture: PerceptronPicture, in rect: Rect, context: SceneContext, frame: inout Frame) {
    let look = context.look
    let axes = axes(picture, context: context)
    let transform = axes.transform(in: rect)
    shade(picture, through: transform, look: look, frame: &frame)
    _ = axes.draw(in: rect, on: &frame)
    if picture.dataset.count > DataView.mostMarks {
      densities.draw(picture.dataset, on: nil, through: transform, look: look, frame: &frame)
    }
    drawBranches(picture, through: transform, context: context, frame: &frame)
    drawLines(picture, through: transform, context: context, frame: &frame)
    if picture.dataset.count <= DataView.mostMarks { drawMarks(picture, through: transform, look: look, frame: &frame) }
    if case .points(let brush) = active { brush.draw(through: transform, look: look, frame: &frame) }
    BranchLegend.draw(in: transform.rect, context: context, frame: &frame)
  }

  /// Draws the boundaries of the branches in the background, each with its letter.
  private func drawBranches(
    _ picture: PerceptronPicture, through transform: PlotTransform, context: SceneContext, frame: inout Frame
  ) {
    let look = context.look
    for (id, other): (Int, PerceptronPicture) in context.otherPictures() {
      var canvas = transform.canvas(look.glyphs)
      canvas.dash = 3
      draw(
        boundaryOf: other.perceptron, through: transform, color: look.theme.branchColor(id),
        thickness: look.theme.isThick ? 2 : 1, canvas: &canvas)
      canvas.draw(on: &frame, attributes: .bold)
      mark(boundaryOf: other.perceptron, branch: id, through: transform, look: look, frame: &frame)
    }
    guard let snapshot = context.snapshot, snapshot.isForked else { return }
    mark(boundaryOf: picture.perceptron, branch: snapshot.currentBranch, through: transform, look: look, frame: &frame)
  }

  /// Puts a branch's letter near one end of its boundary; each branch at a place of its own.
  private func mark(
    boundaryOf perceptron: Perceptron, branch: Int, through transform: PlotTransform, look: Look, frame: inout Frame
  ) {
    guard perceptron.features == [.x1, .x2],
      let line = transform.line(a: perceptron.weights[0], b: perceptron.weights[1], c: perceptron.bias)
    else { return }
    let share = 0.1 + 0.06 * Double(branch)
    let (low, high) = line.start.y <= line.end.y ? (line.start, line.end) : (line.end, line.start)
    let place = PlanePoint(x: low.x + (high.x - low.x) * share, y: low.y + (high.y - low.y) * share)
    BranchLegend.mark(branch, at: place, through: transform, look: look, frame: &frame)
  }

  private func shade(_ picture: PerceptronPicture, through transform: PlotTransform, look: Look, frame: inout Frame) {
    let area = transform.rect
    guard !area.isEmpty else { return }
    let (columns, rows) = FieldPlot.resolution(of: area, style: look.plotStyle)
    // Blue for class A, vermillion for class B: the map runs from blue at -1.
    let sides = scores(picture.perceptron, columns: columns, rows: rows, through: transform)
      .map { $0 >= 0 ? -0.8 : 0.8 }
    FieldPlot(samples: sides, columns: columns, rows: rows, palette: look.theme.fieldPalette, style: look.plotStyle)
      .draw(in: area, on: &frame)
  }

  /// The score at the centers of a grid over the plot, row by row from the top.
  private func scores(_ perceptron: Perceptron, columns: Int, rows: Int, through transform: PlotTransform) -> [Double] {
    var values: [Double] = []
    values.reserveCapacity(columns * rows)
    for row in 0..<rows {
      let y = transform.y.value(at: 1 - (Double(row) + 0.5) / Double(rows))
      for column in 0..<columns {
        values.append(perceptron.score(transform.x.value(at: (Double(column) + 0.5) / Double(columns)), y))
      }
    }
    return values
  }

  private func drawLines(
    _ picture: PerceptronPicture, through transform: PlotTransform, context: SceneContext, frame: inout Frame
  ) {
    let look = context.look
    let style = look.plotStyle
    var canvas = transform.canvas(look.glyphs)
    let line = context.boundaryColor
    let thickness = look.theme.isThick ? 2 : 1
    if showsOtherLines {
      for weights in context.findings.otherLines {
        let other = Perceptron(
          weights: Array(weights.dropFirst()), bias: weights[0], features: picture.perceptron.features)
        draw(boundaryOf: other, through: transform, color: look.theme.mutedColor, thickness: 1, canvas: &canvas)
      }
    }
    if let step = picture.lastStep, !step.isCorrect {
      canvas.dash = 3
      draw(boundaryOf: step.before, through: transform, color: look.theme.mutedColor, thickness: 1, canvas: &canvas)
      canvas.dash = 0
    }
    if showsProof { PerceptronProof(picture: picture, context: context).draw(through: transform, canvas: &canvas) }
    draw(boundaryOf: picture.perceptron, through: transform, color: line, thickness: thickness, canvas: &canvas)
    drawNormal(picture.perceptron, through: transform, color: line, canvas: &canvas)
    drawPull(picture, through: transform, look: look, canvas: &canvas)
    canvas.draw(on: &frame, attributes: style.isThick ? .bold : [])
  }

  private func draw(
    boundaryOf perceptron: Perceptron, through transform: PlotTransform, color: Color, thickness: Int,
    canvas: inout DotCanvas
  ) {
    if perceptron.features == [.x1, .x2] {
      let segment = transform.line(a: perceptron.weights[0], b: perceptron.weights[1], c: perceptron.bias)
      canvas.line(segment, through: transform, color: color, thickness: thickness)
      return
    }
    let columns = max(2, transform.rect.width)
    let rows = max(2, transform.rect.height * 2)
    let samples = scores(perceptron, columns: columns, rows: rows, through: transform)
    let contour = Contour(samples: samples, columns: columns, rows: rows, level: 0, x: transform.x, y: transform.y)
    for path in contour.lines { canvas.polyline(path, through: transform, color: color, thickness: thickness) }
  }

  /// The weight vector, normal to the line, at the point of the line nearest to the middle of the view.
  private func drawNormal(
    _ perceptron: Perceptron, through transform: PlotTransform, color: Color, canvas: inout DotCanvas
  ) {
    guard perceptron.features == [.x1, .x2], let foot = footOnLine(perceptron, from: middle(of: transform)) else {
      return
    }
    let (a, b) = (perceptron.weights[0], perceptron.weights[1])
    let length = (a * a + b * b).squareRoot()
    let reach = min(transform.x.upper - transform.x.lower, transform.y.upper - transform.y.lower) * 0.16
    let tip = PlanePoint(x: foot.x + a / length * reach, y: foot.y + b / length * reach)
    canvas.arrow(Segment(from: foot, to: tip), through: transform, color: color)
  }

  /// The misclassified example of the last step pulls the line: a dashed arrow from the line to the point.
  private func drawPull(
    _ picture: PerceptronPicture, through transform: PlotTransform, look: Look, canvas: inout DotCanvas
  ) {
    guard let step = picture.lastStep, !step.isCorrect, picture.perceptron.features == [.x1, .x2] else { return }
    let (x, y) = picture.dataset.input(at: step.index)
    guard let foot = footOnLine(step.before, from: PlanePoint(x: x, y: y)) else { return }
    canvas.dash = 2
    canvas.arrow(
      Segment(from: foot, to: PlanePoint(x: x, y: y)), through: transform,
      color: look.theme.classColor(step.target > 0 ? 0 : 1))
    canvas.dash = 0
  }

  private func middle(of transform: PlotTransform) -> PlanePoint {
    PlanePoint(x: transform.x.value(at: 0.5), y: transform.y.value(at: 0.5))
  }

  /// The point of the boundary nearest to a place; nil where there is no line.
  private func footOnLine(_ perceptron: Perceptron, from place: PlanePoint) -> PlanePoint? {
    let (a, b) = (perceptron.weights[0], perceptron.weights[1])
    let square = a * a + b * b
    guard square > 0, square.isFinite else { return nil }
    let distance = (a * place.x + b * place.y + perceptron.bias) / square
    return PlanePoint(x: place.x - a * distance, y: place.y - b * distance)
  }

  private func drawMarks(_ picture: PerceptronPicture, through transform: PlotTransform, look: Look, frame: inout Frame)
  {
    guard case .classes(let labels, _) = picture.dataset.targets else { return }
    let current = picture.lastStep?.index
    let marks = labels.indices.map { index in
      let (x, y) = picture.dataset.input(at: index)
      let isWrong = !Perceptron.isCorrect(score: picture.perceptron.score(x, y), target: labels[index] == 0 ? 1 : -1)
      return Mark(
        PlanePoint(x: x, y: y), label: labels[index], isTest: false, isWrong: isWrong, isCurrent: index == current)
    }
    Marks(marks, palette: look.theme.classes, style: look.plotStyle).draw(through: transform, on: &frame)
  }
}
