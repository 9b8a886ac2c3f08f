import Calculus
import Plotting
import Terminal
import Training

/// The surface scene: contours over a shaded field, or the surface in perspective, with the descents on it.
package struct SurfaceScene: DescentScene {
  package static let kind = SceneKind.surface
  package var focus: DescentPanel? = .picture

  var viewState = DescentViewState()
  /// How it is turned, seen in perspective.
  private(set) var turntable = Turntable(elevation: 50)
  let maps = Memo<SurfaceMap.Key, SurfaceMap>(capacity: 4)

  package init() {}

  package static let appActions = sharedAppActions.union([.nextPalette])
  package static let keys =
    sharedKeys + [
      SceneKey(.changeView("flat or in three dimensions")) { scene, _, context in
        scene.viewState.mode = nil
        scene.focus = .picture
        return .done([.view((context.description.view ?? .flat).next(in: .surface))])
      }
    ]

  /// Keeps what has been set of the view, and how it is turned.
  package mutating func keep(in book: inout ViewBook) {
    viewState.keep(in: &book)
    turntable.keep(in: &book)
  }

  /// Whether the surface is seen in perspective.
  private func isRelief(_ context: SceneContext) -> Bool { context.description.view == .relief }

  func pictureTitle(_ picture: DescentPicture, context: SceneContext) -> (title: SafeText, remark: SafeText) {
    let point = picture.first.point
    let view = view(picture, context)
    let isInside = point.x >= view.minX && point.x <= view.maxX && point.y >= view.minY && point.y <= view.maxY
    if !isInside { return ("f(x, y)", "the point is outside: \(context.key(.fitView)) shows it") }
    if isRelief(context) { return ("z = f(x, y)", "arrows turn it · . steps") }
    return (
      "contours of f(x, y)",
      viewState.view == nil ? (picture.hasSlope ? "dashed: −G" : "") : "\(context.key(.fitView)) shows all"
    )
  }

  func arithmetic(
    _ picture: DescentPicture, width: Int, height: Int, context: SceneContext
  ) -> [StyledLine] {
    DescentArithmetic(picture: picture, context: context).surfaceLines(width: width, height: height)
  }

  func drawPicture(_ picture: DescentPicture, in rect: Rect, context: SceneContext, frame: inout Frame) {
    if isRelief(context) {
      drawRelief(picture, in: rect, context: context, frame: &frame)
    } else {
      drawFlat(picture, in: rect, context: context, frame: &frame)
    }
  }

  /// The function sampled for a plot, remembered from the last time it was needed.
  func map(
    _ picture: DescentPicture, _ x: Scale, _ y: Scale, columns: Int, rows: Int, levels: Int, context: SceneContext
  ) -> SurfaceMap {
    let expression = picture.function.expression
    let key = SurfaceMap.Key(
      formula: expression.text, x: x, y: y, columns: columns, rows: rows, levels: levels, ramp: context.shared?.ramp)
    return maps.value(for: key) { SurfaceMap(expression, key) }
  }

  // MARK: Answers

  /// Answers a key: seen in perspective, the arrows turn the surface.
  package mutating func answer(key: KeyPress, on picture: DescentPicture, context: SceneContext) -> SceneAnswer {
    if isRelief(context), focus == .picture, viewState.mode == nil, turntable.press(key) { return .done([]) }
    return answerShared(key: key, on: picture, context: context)
  }

  /// Answers the mouse; seen in perspective, a drag turns the surface and nothing is placed.
  package mutating func answer(
    mouse: MouseEvent, in panel: PlacedPanel<DescentPanel>, on picture: DescentPicture, context: SceneContext
  )
    -> SceneAnswer
  {
    if isRelief(context), panel.id == .picture, turntable.drag(mouse) { return .done([]) }
    return answerShared(mouse: mouse, in: panel, on: picture, context: context)
  }
}

extension SurfaceScene {
  /// How finely the surface is sampled for perspective, across.
  private static let reliefColumns = 120
  private static let reliefRows = 120

  /// Draws the surface in perspective with the paths lying on it.
  func drawRelief(_ picture: DescentPicture, in rect: Rect, context: SceneContext, frame: inout Frame) {
    let look = context.look
    let view = view(picture, context)
    let map = map(
      picture, Scale(from: view.minX, to: view.maxX), Scale(from: view.minY, to: view.maxY),
      columns: Self.reliefColumns, rows: Self.reliefRows, levels: 0, context: context)
    var surface = Surface3D(map.relief, palette: look.theme.surfacePalette, style: look.plotStyle)
    surface.azimuth = turntable.azimuth
    surface.elevation = turntable.elevation
    surface.paths = DescentPaths.all(picture, context: context).flatMap(\.reliefPaths)
    surface.draw(in: rect, on: &frame)
    BranchLegend.draw(in: rect, context: context, frame: &frame)
    let note: SafeText = map.ramp.isSteep ? "height: logarithm" : ""
    look.put(note, x: rect.x + 1, y: rect.maxY - 1, in: rect, style: look.theme.muted, frame: &frame)
  }
}
