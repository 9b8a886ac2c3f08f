import Basics
import Calculus
import Plotting
import Terminal
import Training

extension DescentScene {
  /// Where to look closer: at the present point while it is in view.
  func center(_ picture: DescentPicture, in view: PlaneRect) -> PlanePoint {
    let point = picture.first.point
    let isInside =
      point.x >= view.minX && point.x <= view.maxX && (kind == .curve || point.y >= view.minY && point.y <= view.maxY)
    return isInside ? PlanePoint(x: point.x, y: point.y) : view.middle
  }

  /// The part of the plane around all paths.
  static func viewAroundPaths(_ picture: DescentPicture) -> PlaneRect {
    let places = picture.descents.flatMap(\.path.places).map(\.point)
    let (x, y) = (Scale(covering: places.map(\.x), margin: 0.15), Scale(covering: places.map(\.y), margin: 0.15))
    return PlaneRect(minX: x.lower, maxX: x.upper, minY: y.lower, maxY: y.upper)
  }

  /// Answers a key in the mode or in the settings.
  mutating func answerShared(key: KeyPress, on picture: DescentPicture, context: SceneContext) -> SceneAnswer {
    if case .start(let place, let isTyped) = viewState.mode {
      return placeStart(key, at: place, isTyped: isTyped, picture, context)
    }
    guard focus == .settings else { return .notMine }
    return DescentSettings.panel(picture, context: context)
      .answer(key, selected: &viewState.selectedSetting, context: context)
  }

  private mutating func placeStart(
    _ key: KeyPress, at place: PlanePoint, isTyped: Bool, _ picture: DescentPicture, _ context: SceneContext
  ) -> SceneAnswer {
    let view = view(picture, context)
    if let move = PlaneMove(key, shifted: 0.1) {
      var moved = place
      moved.x += move.across * (view.maxX - view.minX) / 40
      if kind == .surface { moved.y += move.up * (view.maxY - view.minY) / 40 }
      viewState.mode = .start(moved.clamped(to: view), isTyped: false)
      return .done([])
    }
    switch key {
    case .enter, .character("p"):
      viewState.mode = nil
      return .done([.begin(starting(at: place, isTyped: isTyped, picture, context))])
    case .character("g"):
      viewState.mode = nil
      return .done([goOn(from: place, picture)])
    case .character("a"):
      let start = start(at: place, isTyped: isTyped, in: picture.home)
      return .done([.begin(DescentComparison.adding(start, to: context.description, picture))])
    case .escape: viewState.mode = nil
    default: return .notMine
    }
    return .done([])
  }

  /// A place as a setting: typed numbers as they are, others no finer than a picture of the view shows.
  private func start(at place: PlanePoint, isTyped: Bool, in view: PlaneRect) -> Setting {
    let isCurve = kind == .curve
    return isTyped
      ? DescentComparison.exactStart(place, isCurve: isCurve)
      : DescentComparison.start(place, in: view, isCurve: isCurve)
  }

  /// The place of the cursor as numbers that can be typed.
  package func prompt(on picture: DescentPicture, context: SceneContext) -> NumberPrompt? {
    guard case .start(let place, _) = viewState.mode else { return nil }
    return kind == .curve ? NumberPrompt(["x"], at: [place.x]) : NumberPrompt(["x", "y"], at: [place.x, place.y])
  }

  /// Moves the cursor to the coordinates that were typed, and the view with it where it would not be seen.
  package mutating func answer(numbers: [Double], on picture: DescentPicture, context: SceneContext) -> SceneAnswer {
    guard case .start(var place, _) = viewState.mode else { return .notMine }
    if let x = numbers.first { place.x = x }
    if numbers.count > 1, kind == .surface { place.y = numbers[1] }
    viewState.mode = .start(place, isTyped: true)
    let view = view(picture, context)
    let y = kind == .surface ? place.y : view.middle.y
    if !view.contains(x: place.x, y: y) { viewState.view = view.extended(toX: place.x, y: y) }
    return .done([])
  }

  /// The present description with another start.
  func starting(
    at place: PlanePoint, isTyped: Bool = false, _ picture: DescentPicture, _ context: SceneContext
  ) -> Description {
    var description = context.description
    if description.variation?.key == .start { description[.vary] = nil }
    description[.start] = start(at: place, isTyped: isTyped, in: view(picture, context))
    return description
  }

  /// Goes on from another point at the present step.
  private func goOn(from place: PlanePoint, _ picture: DescentPicture) -> SceneRequest {
    let old = picture.first.point
    return kind == .curve
      ? .change(.point([place.x]), undo: .point([old.x]))
      : .change(.point([place.x, place.y]), undo: .point([old.x, old.y]))
  }

  /// Answers the mouse over the picture: a click starts there, the second button goes on from there, the wheel zooms.
  mutating func answerShared(
    mouse event: MouseEvent, in panel: Placed, on picture: DescentPicture, context: SceneContext
  ) -> SceneAnswer {
    if panel.id == .settings {
      return DescentSettings.panel(picture, context: context).answer(
        event, in: Panel.interior(of: panel.rect), selected: &viewState.selectedSetting, context: context)
    }
    guard panel.id == .picture else { return .notMine }
    let transform = transform(picture, in: Panel.interior(of: panel.rect), context: context)
    let place = transform.place(of: Point(x: event.column, y: event.row))
    switch event.kind {
    case .wheelUp: viewState.view = view(picture, context).scaled(by: 0.8, about: place)
    case .wheelDown: viewState.view = view(picture, context).scaled(by: 1.25, about: place)
    case .press where transform.rect.contains(event.column, event.row):
      viewState.mode = nil
      let point = PlanePoint(x: place.x, y: kind == .curve ? 0 : place.y)
      if event.button == .right { return .done([goOn(from: point, picture)]) }
      return .done([.begin(starting(at: point, picture, context))])
    default: return .notMine
    }
    return .done([])
  }
}

extension PlanePoint {
  /// The nearest point of a rectangle.
  func clamped(to view: PlaneRect) -> PlanePoint {
    PlanePoint(x: min(max(x, view.minX), view.maxX), y: min(max(y, view.minY), view.maxY))
  }
}
