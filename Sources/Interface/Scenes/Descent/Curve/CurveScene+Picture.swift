import Basics
import Calculus
import Plotting
import Training

extension CurveScene {
  func transform(_ picture: DescentPicture, in inside: Rect, context: SceneContext) -> PlotTransform {
    axes(picture, width: inside.width, context: context).transform(in: plot(picture, in: inside, context: context))
  }

  /// The part of a panel for the curve: without the strip of the basins, where there is one here or in a picture beside.
  private func plot(_ picture: DescentPicture, in rect: Rect, context: SceneContext) -> Rect {
    guard rect.height >= 10 else { return rect }
    let hasBasins = sketch(picture, width: rect.width, context: context).valleys.contains { !$0.isAtEnd }
    return hasBasins || context.shared != nil ? rect.inset(bottom: 1) : rect
  }

  private func axes(_ picture: DescentPicture, width: Int, context: SceneContext) -> Axes {
    let view = view(picture, context)
    return Axes(
      x: Scale(from: view.minX, to: view.maxX),
      y: context.shared?.heights ?? sketch(picture, width: width, context: context).y, xName: "x", yName: "f(x)",
      style: context.look.plotStyle)
  }

  /// Draws the curve, its valleys, the tangent and the descents on it.
  func drawPicture(_ picture: DescentPicture, in rect: Rect, context: SceneContext, frame: inout Frame) {
    let look = context.look
    let sketch = sketch(picture, width: rect.width, context: context)
    let plot = plot(picture, in: rect, context: context)
    let axes = axes(picture, width: rect.width, context: context)
    let transform = axes.draw(in: plot, on: &frame)
    if plot.height < rect.height {
      drawBasins(picture, sketch, through: transform, row: rect.maxY - 1, look: look, frame: &frame)
    }
    guard !transform.rect.isEmpty else { return }
    var canvas = transform.canvas(look.glyphs)
    canvas.polyline(
      sketch.places, through: transform, color: look.theme.curveColor, thickness: look.theme.isThick ? 2 : 1)
    canvas.draw(on: &frame)
    for (valley, label) in zip(sketch.valleys, sketch.labels) where !valley.isAtEnd {
      DescentPaths.drawMinimum(
        label, at: PlanePoint(x: valley.x, y: valley.value), through: transform, look: look, frame: &frame)
    }
    drawTangent(picture, through: transform, look: look, frame: &frame)
    // Over the tangent, which would cut words in two, and below the paths.
    nameMinima(sketch, through: transform, look: look, frame: &frame)
    for paths in DescentPaths.all(picture, context: context) {
      paths.drawLines(through: transform, frame: &frame)
      paths.drawMarks(through: transform, frame: &frame)
      paths.drawPoints(through: transform, frame: &frame)
    }
    BranchLegend.draw(in: transform.rect, context: context, frame: &frame)
    if case .start(let place, _) = viewState.mode {
      let y = picture.function.value(at: place)
      DescentPaths.drawCursor(at: PlanePoint(x: place.x, y: y), through: transform, look: look, frame: &frame)
    }
  }

  /// The tangent at the present point with the next step on it: along Δx, then up or down to the tangent.
  private func drawTangent(
    _ picture: DescentPicture, through transform: PlotTransform, look: Look, frame: inout Frame
  ) {
    let descent = picture.first
    let (x, y, slope) = (descent.point.x, descent.value, descent.gradient.x)
    guard slope.isFinite, y.isFinite else { return }
    var canvas = transform.canvas(look.glyphs)
    // As long on the screen whatever the slope: a fifth of the picture.
    let across = 1 / (transform.x.upper - transform.x.lower)
    let up = slope / (transform.y.upper - transform.y.lower)
    let length = (across * across * 4 + up * up).squareRoot()
    let reach = length > 0 ? 0.3 / length : 0
    canvas.polyline(
      [PlanePoint(x: x - reach, y: y - slope * reach), PlanePoint(x: x + reach, y: y + slope * reach)],
      through: transform, color: look.theme.gradientColor, thickness: look.theme.isThick ? 2 : 1)
    if let step = Self.nextStep(descent) {
      canvas.dash = 2
      canvas.polyline(
        [PlanePoint(x: x, y: y), PlanePoint(x: x + step, y: y), PlanePoint(x: x + step, y: y + slope * step)],
        through: transform, color: look.theme.gradientColor)
      canvas.dash = 0
    }
    canvas.draw(on: &frame, attributes: .bold)
  }

  private func nameMinima(_ sketch: CurveSketch, through transform: PlotTransform, look: Look, frame: inout Frame) {
    guard transform.rect.height >= 12, sketch.valleys.count <= 4 else { return }
    for (valley, label) in zip(sketch.valleys, sketch.labels) where !valley.isAtEnd {
      guard let cell = transform.cell(of: PlanePoint(x: valley.x, y: valley.value)) else { continue }
      let words = SafeText(label.words)
      let start = max(transform.rect.x, min(cell.x - words.cellWidth / 2, transform.rect.maxX - words.cellWidth))
      look.put(words, x: start, y: cell.y + 1, in: transform.rect, style: look.theme.style(label.tone), frame: &frame)
    }
  }

  /// A strip below the axis: where a descent from each column ends, with the method and the rate in force.
  private func drawBasins(
    _ picture: DescentPicture, _ sketch: CurveSketch, through transform: PlotTransform, row: Int, look: Look,
    frame: inout Frame
  ) {
    let box = look.glyphs.box()
    for (columns, destination) in basins(picture, sketch, transform).stretches {
      var figures = BasinClaim.Figures()
      figures.rate = picture.first.method.usesLearningRate ? PrintedNumber(picture.first.learningRate) : nil
      figures.method = picture.first.method.name
      var style = look.theme.muted
      switch destination {
      case .valley(let index):
        figures.label = sketch.labels[index].kind
        style = Style(foreground: look.theme.classColor(index % 2))
      case .divergence: (figures.outcome, style) = (.divergence, look.theme.bad)
      case .elsewhere: figures.outcome = .elsewhere
      case .undecided: figures.outcome = .undecided
      }
      let (first, last) = (columns.lowerBound, columns.upperBound - 1)
      let single = destination == .divergence ? (look.glyphs.isUnicode ? "✗" : "x") : box.horizontal
      for column in columns {
        let glyph =
          first == last || destination == .undecided
          ? single : column == first ? box.bottomLeft : column == last ? box.bottomRight : box.horizontal
        frame[transform.rect.x + column, row] = Cell(glyph, style: style)
      }
      let words = BasinClaim(figures).wordings.map { look.glyphs.text(SafeText(" \($0) ")) }
      guard let text = words.first(where: { $0.cellWidth <= columns.count - 2 }) else { continue }
      frame.put(text, x: transform.rect.x + first + (columns.count - text.cellWidth) / 2, y: row, style: style)
    }
  }
}
