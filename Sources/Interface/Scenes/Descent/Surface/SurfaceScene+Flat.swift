import Basics
import Calculus
import Plotting
import Training

extension SurfaceScene {
  func axes(_ picture: DescentPicture, context: SceneContext) -> Axes {
    let view = view(picture, context)
    return Axes(
      x: Scale(from: view.minX, to: view.maxX), y: Scale(from: view.minY, to: view.maxY), xName: "x", yName: "y",
      hasEqualUnits: true, style: context.look.plotStyle)
  }

  func transform(_ picture: DescentPicture, in inside: Rect, context: SceneContext) -> PlotTransform {
    axes(picture, context: context).transform(in: inside)
  }

  /// Draws the shaded field with labelled contours, the known minima and the descents.
  func drawFlat(_ picture: DescentPicture, in rect: Rect, context: SceneContext, frame: inout Frame) {
    let look = context.look
    let axes = axes(picture, context: context)
    let transform = axes.transform(in: rect)
    guard !transform.rect.isEmpty else { return }
    // Where there is no shading, contours are sampled as finely as with it.
    let map = map(
      picture, transform.x, transform.y, columns: transform.rect.width, rows: transform.rect.height * 2,
      levels: look.glyphs == .braille ? 9 : 5, context: context)
    map.shade(transform.rect, palette: look.theme.surfacePalette, look: look, frame: &frame)
    _ = axes.draw(in: rect, on: &frame)
    map.drawContours(through: transform, look: look, frame: &frame)
    drawMinima(picture, through: transform, look: look, frame: &frame)
    let all = DescentPaths.all(picture, context: context)
    for paths in all { paths.drawLines(through: transform, frame: &frame) }
    if let current = all.last { drawArrows(current, through: transform, frame: &frame) }
    for paths in all {
      paths.drawMarks(through: transform, frame: &frame)
      paths.drawPoints(through: transform, frame: &frame)
    }
    BranchLegend.draw(in: transform.rect, context: context, frame: &frame)
    if case .start(let place, _) = viewState.mode {
      DescentPaths.drawCursor(
        at: PlanePoint(x: place.x, y: place.y), through: transform, look: look, frame: &frame)
    }
  }

  private func drawMinima(
    _ picture: DescentPicture, through transform: PlotTransform, look: Look, frame: inout Frame
  ) {
    let function = picture.function
    for (minimum, label) in zip(function.minima, function.minimumLabels).reversed() {
      DescentPaths.drawMinimum(
        label, at: PlanePoint(x: minimum.point.x, y: minimum.point.y), through: transform, look: look, frame: &frame)
    }
  }

  /// The step that led to the present point, and from there, dashed, the direction against the gradient.
  private func drawArrows(_ paths: DescentPaths, through transform: PlotTransform, frame: inout Frame) {
    let (descent, look) = (paths.picture.first, paths.look)
    var canvas = transform.canvas(look.glyphs)
    let thickness = look.theme.isThick ? 2 : 1
    let here = PlanePoint(x: descent.point.x, y: descent.point.y)
    let length = descent.gradient.length
    var label: PlanePoint?
    if paths.picture.hasSlope {
      let reach = min(transform.x.upper - transform.x.lower, transform.y.upper - transform.y.lower) * 0.15
      let tip = PlanePoint(
        x: here.x - descent.gradient.x / length * reach, y: here.y - descent.gradient.y / length * reach)
      canvas.dash = 2
      canvas.arrow(
        Segment(from: here, to: tip), through: transform, color: look.theme.gradientColor, thickness: thickness)
      canvas.dash = 0
      label = PlanePoint(
        x: here.x - descent.gradient.x / length * reach * 1.2, y: here.y - descent.gradient.y / length * reach * 1.2)
    }
    if let step = descent.lastStep {
      canvas.arrow(
        Segment(from: PlanePoint(x: step.before.x, y: step.before.y), to: PlanePoint(x: step.after.x, y: step.after.y)),
        through: transform, color: paths.color(0), thickness: thickness)
    }
    canvas.draw(on: &frame, attributes: .bold)
    guard let label, let cell = transform.cell(of: label), transform.rect.width >= 24, transform.rect.height >= 8 else {
      return
    }
    look.put(
      "−G", x: cell.x, y: cell.y, in: transform.rect,
      style: Style(foreground: look.theme.gradientColor, attributes: .bold), frame: &frame)
  }
}

extension DescentPicture {
  /// Whether there is a slope at the current point, and so a direction to go.
  var hasSlope: Bool { first.gradient.length > 0 && first.gradient.length.isFinite }
}
