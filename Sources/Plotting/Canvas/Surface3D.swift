import Basics

/// A surface z = f(x, y) in perspective: hidden parts hidden, colored by height, shaded by a lamp, with paths lying on it.
///
/// The base is a square turned about the vertical axis by `azimuth` and seen from `elevation` above the horizon. Its
/// size on the screen does not depend on the azimuth, so that it does not pulse while it turns.
package struct Surface3D: Sendable {
  /// A path on the surface, such as that of a descent.
  package struct Path: Sendable, Hashable {
    /// Its places in data coordinates; the heights are the surface's own, and no number makes a gap.
    package var places: [PlanePoint]
    /// Its color.
    package var color: Color
    /// The character at its last place; nil for none.
    package var mark: Unicode.Scalar?

    /// Makes a path.
    package init(_ places: [PlanePoint], color: Color, mark: Unicode.Scalar? = nil) {
      self.places = places
      self.color = color
      self.mark = mark
    }
  }

  /// The heights.
  package let field: HeightField
  /// The colors of heights, from the lowest to the highest; sequential.
  package var palette: Palette
  /// The turn about the vertical axis, in degrees; 0 looks along y, growing turns the surface counterclockwise as seen
  /// from above.
  package var azimuth = 30.0
  /// The height of the eye above the horizon, in degrees, −90...90; 90 looks straight down.
  package var elevation = 30.0
  /// Enlargement; 1 fits the rectangle.
  package var zoom = 1.0
  /// Paths on the surface; later ones lie on top.
  package var paths: [Path] = []
  /// The names of the axes.
  package var names: (x: SafeText, y: SafeText) = ("x", "y")
  /// Whether the edges of the box around the surface are drawn.
  package var showsBox = true
  package var style: PlotStyle

  /// Makes a picture of a field of heights; its other properties have useful defaults.
  package init(_ field: HeightField, palette: Palette, style: PlotStyle) {
    self.field = field
    self.palette = palette
    self.style = style
  }

  /// Into how many steps the light is divided.
  private static let lights = 4

  /// Draws surface, box and paths.
  ///
  /// - Complexity: O(samples + cells + places of paths); meshes finer than the rectangle are thinned.
  package func draw(in rect: Rect, on frame: inout Frame) {
    guard !rect.isEmpty else { return }
    let shown = Shading.resolution(of: rect, style: style)
    let dotsDown = style.glyphs.dotsPerCell.down * rect.height
    let dotsAcross = style.glyphs.dotsPerCell.across * rect.width
    // Pixels of the depth buffer are as high as wide only where a cell has two.
    let view = View3D(
      azimuth: azimuth, elevation: elevation, zoom: zoom, width: Double(rect.width), height: Double(rect.height * 2))
    var buffer = DepthBuffer(width: shown.columns, height: shown.rows)
    let downScale = Double(shown.rows) / Double(rect.height * 2)
    rasterize(into: &buffer, through: view, downScale: downScale)
    paint(buffer, in: rect, on: &frame)
    var canvas = DotCanvas(over: rect, glyphs: style.glyphs)
    let tracer = DepthTracer(
      view: view, buffer: buffer, across: Double(dotsAcross) / Double(rect.width),
      down: Double(dotsDown) / Double(rect.height * 2), downScale: downScale)
    if showsBox { drawBox(tracer, on: &canvas) }
    for path in paths { tracer.draw(path, on: field, canvas: &canvas) }
    canvas.draw(on: &frame, attributes: style.isThick ? .bold : [])
    if showsBox { drawNames(view, in: rect, on: &frame) }
    for path in paths { drawMark(of: path, tracer, in: rect, on: &frame) }
  }

  // MARK: Surface

  private func rasterize(into buffer: inout DepthBuffer, through view: View3D, downScale: Double) {
    // Finer than two pixels a quad is not seen.
    let stepX = max(1, field.columns / max(1, min(160, buffer.width)))
    let stepY = max(1, field.rows / max(1, min(160, buffer.width)))
    let columns = Surface3D.indices(field.columns, step: stepX)
    let rows = Surface3D.indices(field.rows, step: stepY)
    guard columns.count > 1, rows.count > 1 else { return }
    let lamp = SIMD3(-0.45, -0.35, 0.82)
    var above: [DepthBuffer.Vertex?] = []
    for row in rows {
      let line = columns.map { column -> DepthBuffer.Vertex? in
        guard let place = field.place(column, row) else { return nil }
        let projected = view.project(place)
        let brightness = (field.normal(column, row) * lamp).sum()
        return DepthBuffer.Vertex(
          x: Float(projected.x), y: Float(projected.y * downScale), nearness: Float(projected.nearness),
          height: Float(place.z / View3D.height + 0.5), light: Float(max(0, brightness)))
      }
      if !above.isEmpty {
        for index in 1..<line.count {
          if let a = above[index - 1], let b = above[index], let c = line[index - 1] { buffer.fill(a, b, c) }
          if let b = above[index], let c = line[index - 1], let d = line[index] { buffer.fill(b, c, d) }
        }
      }
      above = line
    }
  }

  /// Every so many indices, and the last one.
  private static func indices(_ count: Int, step: Int) -> [Int] {
    guard count > 0 else { return [] }
    var indices = Array(stride(from: 0, to: count - 1, by: step))
    indices.append(count - 1)
    return indices
  }

  private func paint(_ buffer: DepthBuffer, in rect: Rect, on frame: inout Frame) {
    let table = toneTable()
    let lights = Surface3D.lights
    func tone(_ index: Int) -> Shading.Tone? {
      guard buffer.nearness[index] > 0,
        let level = clampedIndex(
          Double(buffer.heights[index]) * Double(palette.colors.count), in: palette.colors.indices),
        let light = clampedIndex(Double(buffer.lights[index]) * Double(lights), in: 0..<lights)
      else { return nil }
      return table[level * lights + light]
    }
    let halves = Shading.showsHalves(style)
    for row in 0..<rect.height {
      for column in 0..<rect.width {
        let (x, y) = (rect.x + column, rect.y + row)
        let upper = tone((halves ? 2 * row : row) * buffer.width + column)
        let lower = halves ? tone((2 * row + 1) * buffer.width + column) : upper
        guard upper != nil || lower != nil else { continue }
        frame[x, y] = Surface3D.cell(upper, lower, over: frame[x, y].backdrop, style)
      }
    }
  }

  private static func cell(
    _ upper: Shading.Tone?, _ lower: Shading.Tone?, over below: Color, _ style: PlotStyle
  ) -> Cell {
    guard style.depth.canShade else {
      let tone = upper ?? lower
      return Cell(tone?.shade ?? " ", style: Style(foreground: tone?.shadeColor ?? .inherit, background: below))
    }
    switch (upper?.color, lower?.color) {
    case (let upper?, let lower?) where upper == lower: return Cell(" ", style: Style(background: upper))
    case (let upper?, let lower): return Cell("▀", style: Style(foreground: upper, background: lower ?? below))
    case (nil, let lower?): return Cell("▄", style: Style(foreground: lower, background: below))
    case (nil, nil): return Cell(" ", style: Style(background: below))
    }
  }

  /// The tones by level of height and, within it, by step of light.
  private func toneTable() -> [Shading.Tone] {
    let lights = Surface3D.lights
    let black = Color(0x000000, index256: 16, index16: 0)
    return palette.colors.enumerated().flatMap { level, color in
      (0..<lights).map { light in
        let dark = 1 - Double(light + 1) / Double(lights)
        // Without colors brightness is all there is: half by height, half by light.
        let brightness = (level * (lights - 1) / max(1, palette.colors.count - 1) + light) * palette.colors.count
        return Shading.Tone(
          color: color.mixed(with: black, amount: dark * 0.6),
          shade: palette.shade(of: max(1, brightness / (2 * lights)), glyphs: style.glyphs),
          shadeColor: style.depth == .none ? .inherit : color)
      }
    }
  }

  // MARK: Surroundings

  /// The base, and the upright edges but the nearest; what lies behind the surface is hidden by it.
  private func drawBox(_ tracer: DepthTracer, on canvas: inout DotCanvas) {
    let low = -View3D.height / 2
    let corners = [SIMD2(-1.0, -1.0), SIMD2(1, -1), SIMD2(1, 1), SIMD2(-1, 1)]
    let nearness = corners.map { tracer.view.project(SIMD3($0.x, $0.y, 0)).nearness }
    for index in 0..<4 {
      let here = corners[index]
      let next = corners[(index + 1) % 4]
      let color = style.line.foreground
      tracer.line(SIMD3(here.x, here.y, low), SIMD3(next.x, next.y, low), color: color, canvas: &canvas)
      if nearness[index] < nearness.max() ?? 0 {
        tracer.line(SIMD3(here.x, here.y, low), SIMD3(here.x, here.y, -low), color: color, canvas: &canvas)
      }
    }
  }

  /// The names beside the middles of the two edges of the base that are nearest to the eye.
  private func drawNames(_ view: View3D, in rect: Rect, on frame: inout Frame) {
    let low = -View3D.height / 2
    for (name, isX) in [(names.x, true), (names.y, false)] {
      let ends = [-1.15, 1.15].map { side in
        view.project(isX ? SIMD3(0, side, low) : SIMD3(side, 0, low))
      }
      guard let nearest = ends.max(by: { $0.nearness < $1.nearness }),
        let column = cellIndex(nearest.x, in: 0..<rect.width),
        let row = cellIndex(nearest.y / 2, in: 0..<rect.height)
      else { continue }
      frame.clipped(to: rect) {
        _ = $0.put(
          style.glyphs.text(name), x: rect.x + column, y: rect.y + row, style: style.label, keepingBackground: true)
      }
    }
  }

  private func drawMark(of path: Path, _ tracer: DepthTracer, in rect: Rect, on frame: inout Frame) {
    guard let mark = path.mark, let last = path.places.last(where: \.isFinite), let place = field.place(of: last),
      tracer.isVisible(place)
    else { return }
    let projected = tracer.view.project(place)
    guard let column = cellIndex(projected.x, in: 0..<rect.width),
      let row = cellIndex(projected.y / 2, in: 0..<rect.height)
    else { return }
    let (x, y) = (rect.x + column, rect.y + row)
    frame[x, y] = Cell(
      mark, style: Style(foreground: path.color, background: frame[x, y].backdrop, attributes: .bold))
  }
}
