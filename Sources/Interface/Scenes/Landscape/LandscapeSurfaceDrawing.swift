import Basics
import Plotting
import Training

/// The loss surface as it is drawn: from above, in perspective, or cut along one axis.
struct LandscapeSurfaceDrawing {
  let scene: LandscapeScene
  /// The surface; while the point is held, the one on which it was taken.
  let picture: LandscapePicture
  /// Where the present point is.
  let place: PlanePoint
  let context: SceneContext

  /// The surface of a scene.
  init(scene: LandscapeScene, picture: LandscapePicture, context: SceneContext) {
    self.scene = scene
    self.picture = scene.drag?.surface ?? picture
    place = scene.drag?.place ?? picture.place
    self.context = context
  }

  private var look: Look { context.look }
  private var face: SceneView { scene.face(context) }
  private var math: MathText { MathText(glyphs: look.glyphs) }
  private var palette: Palette { look.theme.surfacePalette }
  private var names: (x: SafeText, y: SafeText) { LandscapeWords(picture: picture, look: look).axisNames }

  /// What the panel is called.
  var title: SafeText {
    switch face {
    case .slice: "loss along \(names.x)"
    case .crossSlice: "loss along \(names.y)"
    default:
      picture.plane.kind == .weights
        ? "loss over \(names.x) and \(names.y)"
        : "loss over \(LandscapeWords(picture: picture, look: look).kind.description)"
    }
  }

  /// What can be done with it, in a few words.
  var remark: SafeText {
    switch face {
    case .relief: scene.mode == nil ? "arrows turn it" : ""
    default: scene.view == nil ? "\(picture.plane.kind.rawValue)" : "\(context.key(.fitView)) shows all"
    }
  }

  /// Where the plane lies in the panel, for the mouse; nil where it has no place of its own in perspective.
  func transform(in rect: Rect) -> PlotTransform? {
    switch face {
    case .relief: nil
    case .slice: sliceAxes(.first).transform(in: plot(in: rect))
    case .crossSlice: sliceAxes(.second).transform(in: plot(in: rect))
    default: flatAxes.transform(in: plot(in: rect))
    }
  }

  /// How many samples a panel shows of the surface.
  static func resolution(of rect: Rect, look: Look) -> (columns: Int, rows: Int) {
    let room = rect.inset(left: min(6, rect.width / 4), top: 1, bottom: 2)
    let size = FieldPlot.resolution(of: room, style: look.plotStyle)
    return (max(8, size.columns), max(8, max(size.rows, room.height * 2)))
  }

  /// The rectangle without the row of the legend.
  private func plot(in rect: Rect) -> Rect { rect.inset(bottom: rect.height >= 8 ? 1 : 0) }

  /// Draws what is asked for.
  func draw(in rect: Rect, frame: inout Frame) {
    guard !rect.isEmpty, !picture.losses.isEmpty else { return }
    let room = plot(in: rect)
    let map = scene.map(of: picture, in: room, levels: look.glyphs == .braille ? 9 : 5)
    switch face {
    case .relief: drawRelief(map, in: room, frame: &frame)
    case .slice: drawSlice(.first, map, in: room, frame: &frame)
    case .crossSlice: drawSlice(.second, map, in: room, frame: &frame)
    default: drawFlat(map, in: room, frame: &frame)
    }
    let legend = LandscapeLegend(ramp: map.ramp, palette: palette, look: look)
    legend.draw(
      in: Rect(x: rect.x + 1, y: room.maxY, width: rect.width - 2, height: rect.maxY - room.maxY), frame: &frame)
  }

  // MARK: From above

  private var flatAxes: Axes {
    Axes(x: picture.x, y: picture.y, xName: names.x, yName: names.y, style: look.plotStyle)
  }

  private func drawFlat(_ map: SurfaceMap, in rect: Rect, frame: inout Frame) {
    let transform = flatAxes.transform(in: rect)
    guard !transform.rect.isEmpty else { return }
    map.shade(transform.rect, palette: palette, look: look, frame: &frame)
    _ = flatAxes.draw(in: rect, on: &frame)
    map.drawContours(through: transform, look: look, frame: &frame)
    let line = LandscapePathLine(picture: picture, ramp: map.ramp, look: look)
    line.draw(through: transform, frame: &frame)
    drawPoint(at: place, through: transform, frame: &frame)
  }

  // MARK: In perspective

  private func drawRelief(_ map: SurfaceMap, in rect: Rect, frame: inout Frame) {
    var surface = Surface3D(map.relief, palette: palette, style: look.plotStyle)
    surface.azimuth = scene.turntable.azimuth
    surface.elevation = scene.turntable.elevation
    surface.names = names
    surface.paths = LandscapePathLine(picture: picture, ramp: map.ramp, look: look).stretches(to: place)
    surface.draw(in: rect, on: &frame)
    let note: SafeText = map.ramp.isSteep ? "height: logarithm" : ""
    look.put(note, x: rect.x + 1, y: rect.y, in: rect, style: look.theme.muted, frame: &frame)
  }

  // MARK: Along one axis

  private func sliceAxes(_ axis: LandscapePicture.Axis) -> Axes {
    let values = picture.slice(along: axis, through: place).map(\.y) + picture.path.map(\.loss)
    let kind: Scale.Kind = scene.isLogarithmic && values.contains { $0 > 0 } ? .logarithmic : .linear
    return Axes(
      x: axis == .first ? picture.x : picture.y, y: Scale(kind, covering: values, margin: 0.04),
      xName: axis == .first ? names.x : names.y, yName: "loss", style: look.plotStyle)
  }

  private func drawSlice(_ axis: LandscapePicture.Axis, _ map: SurfaceMap, in rect: Rect, frame: inout Frame) {
    let axes = sliceAxes(axis)
    let transform = axes.draw(in: rect, on: &frame)
    guard !transform.rect.isEmpty else { return }
    let line = LandscapePathLine(picture: picture, ramp: map.ramp, look: look)
    var canvas = transform.canvas(look.glyphs)
    func spot(_ point: LandscapePathPoint) -> PlanePoint {
      PlanePoint(x: axis == .first ? point.alpha : point.beta, y: point.loss)
    }
    for (start, end) in zip(picture.path, picture.path.dropFirst()) where !end.isJump {
      canvas.line(Segment(from: spot(start), to: spot(end)), through: transform, color: line.color(of: end.loss))
    }
    let curve = picture.slice(along: axis, through: place)
    canvas.polyline(curve, through: transform, color: look.theme.curveColor, thickness: look.theme.isThick ? 2 : 1)
    canvas.draw(on: &frame)
    let x = axis == .first ? place.x : place.y
    drawPoint(at: PlanePoint(x: x, y: Self.height(of: curve, at: x)), through: transform, frame: &frame)
  }

  // MARK: The point

  /// Draws the present point above everything else.
  private func drawPoint(at place: PlanePoint, through transform: PlotTransform, frame: inout Frame) {
    guard let cell = transform.cell(of: place) else { return }
    var style = Style(foreground: look.theme.lineColor, background: frame[cell.x, cell.y].backdrop, attributes: .bold)
    if scene.drag != nil {
      style = look.theme.accent
      style.attributes.insert(.reverse)
    }
    frame[cell.x, cell.y] = Cell(look.glyphs.mark(of: 0), style: style)
  }

  /// The place under a cell; cut along one axis, the other coordinate stays.
  func target(of cell: Point, through transform: PlotTransform) -> PlanePoint {
    let under = transform.place(of: cell)
    return switch face {
    case .slice: PlanePoint(x: under.x, y: place.y)
    case .crossSlice: PlanePoint(x: place.x, y: under.x)
    default: under
    }
  }

  /// Whether a cell is on the present point or beside it.
  func isNear(_ cell: Point, _ place: PlanePoint, through transform: PlotTransform) -> Bool {
    if face == .slice || face == .crossSlice {
      let x = face == .slice ? place.x : place.y
      let column = cellIndex(transform.x.fraction(of: x) * Double(transform.rect.width), in: 0..<transform.rect.width)
      return column.map { abs($0 + transform.rect.x - cell.x) <= 1 } ?? false
    }
    return transform.cell(of: place).map { abs($0.x - cell.x) <= 1 && abs($0.y - cell.y) <= 1 } ?? false
  }

  /// A curve's height between its places.
  private static func height(of curve: [PlanePoint], at x: Double) -> Double {
    guard let right = curve.firstIndex(where: { $0.x >= x }) else { return curve.last?.y ?? .nan }
    guard right > 0 else { return curve[0].y }
    let (low, high) = (curve[right - 1], curve[right])
    return low.y + (high.x > low.x ? (x - low.x) / (high.x - low.x) * (high.y - low.y) : 0)
  }
}
