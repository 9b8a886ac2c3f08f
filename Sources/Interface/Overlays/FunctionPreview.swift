import Basics
import Calculus
import Plotting
import Training

/// A small picture of a named function with its formula and what it is for.
enum FunctionPreview {
  /// Draws a function by its name; nothing for a name that is none.
  static func draw(named name: String, description: Description, in rect: Rect, look: Look, frame: inout Frame) {
    let isCurve = description.subject == .curve
    guard let function = NamedFunction.named(name, isCurve ? .x : .xAndY) else { return }
    let formula = MathText(glyphs: look.glyphs).formula(function.expression.text)
    let words = [formula, function.summary].flatMap { Paragraph(SafeText($0), width: rect.width, hanging: 2).lines }
    let (picture, text) = rect.splitTop(rect.height - words.count - 1)
    if isCurve {
      drawCurve(function, in: picture, look: look, frame: &frame)
    } else {
      drawSurface(function, in: picture, look: look, frame: &frame)
    }
    for (offset, line) in words.enumerated() {
      look.put(
        line, x: text.x, y: text.y + 1 + offset, in: text, style: offset == 0 ? look.theme.heading : look.theme.muted,
        frame: &frame)
    }
  }

  private static func drawCurve(_ function: NamedFunction, in rect: Rect, look: Look, frame: inout Frame) {
    let key = CurveSketch.Key(
      name: function.name, formula: function.expression.text, low: function.xRange.lowerBound,
      high: function.xRange.upperBound,
      count: max(2, rect.width * 4))
    let sketch = CurveSketch(PlaneFunction(function), key)
    let axes = Axes(x: Scale(from: key.low, to: key.high), y: sketch.y, style: look.plotStyle)
    let transform = axes.draw(in: rect, on: &frame)
    var canvas = transform.canvas(look.glyphs)
    canvas.polyline(sketch.places, through: transform, color: look.theme.curveColor)
    canvas.draw(on: &frame)
    for (minimum, label) in zip(function.minima, PlaneFunction(function).minimumLabels) {
      DescentPaths.drawMinimum(
        label, at: PlanePoint(x: minimum.point.x, y: minimum.value), through: transform, look: look, frame: &frame)
    }
  }

  private static func drawSurface(_ function: NamedFunction, in rect: Rect, look: Look, frame: inout Frame) {
    let axes = Axes(
      x: Scale(from: function.xRange.lowerBound, to: function.xRange.upperBound),
      y: Scale(from: function.yRange.lowerBound, to: function.yRange.upperBound), hasEqualUnits: true,
      style: look.plotStyle)
    let transform = axes.transform(in: rect)
    guard !transform.rect.isEmpty else { return }
    let key = SurfaceMap.Key(
      formula: function.expression.text, x: transform.x, y: transform.y, columns: transform.rect.width,
      rows: transform.rect.height * 2, levels: look.glyphs == .braille ? 7 : 4)
    let map = SurfaceMap(function.expression, key)
    map.shade(transform.rect, palette: look.theme.surfacePalette, look: look, frame: &frame)
    axes.draw(in: rect, on: &frame)
    var canvas = transform.canvas(look.glyphs)
    for contour in map.contours { contour.draw(on: &canvas, through: transform, color: look.theme.contourColor) }
    canvas.draw(on: &frame)
    for (minimum, label) in zip(function.minima, PlaneFunction(function).minimumLabels) {
      DescentPaths.drawMinimum(
        label, at: PlanePoint(x: minimum.point.x, y: minimum.point.y), through: transform, look: look, frame: &frame)
    }
  }
}
