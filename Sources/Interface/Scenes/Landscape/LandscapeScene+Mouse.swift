import Plotting
import Terminal
import Training

extension LandscapeScene {
  /// A press on the surface sends the model there, a drag takes it along; in perspective a drag turns the surface.
  ///
  /// The other panels are the model's own scene's.
  package mutating func answer(mouse: MouseEvent, in panel: Placed, on picture: LandscapePicture, context: SceneContext)
    -> SceneAnswer
  {
    switch panel.id {
    case .surface: return point(mouse, in: Panel.interior(of: panel.rect), picture, context)
    case .fidelity: return .notMine
    case .picture, .arithmetic, .network, .unit, .settings, .curve:
      let own = PlacedPanel(id: PanelID(panel.id), rect: panel.rect)
      return inner.answer(mouse: mouse, in: own, context: innerContext(context))
    }
  }

  private mutating func point(
    _ mouse: MouseEvent, in inside: Rect, _ picture: LandscapePicture, _ context: SceneContext
  ) -> SceneAnswer {
    let cell = Point(x: mouse.column, y: mouse.row)
    let surface = LandscapeSurfaceDrawing(scene: self, picture: picture, context: context)
    guard let transform = surface.transform(in: inside) else { return turntable.drag(mouse) ? .done([]) : .notMine }
    let place = surface.target(of: cell, through: transform)
    switch mouse.kind {
    case .wheelUp: view = (view ?? picture.view).scaled(by: 0.8, about: place)
    case .wheelDown: view = (view ?? picture.view).scaled(by: 1.25, about: place)
    case .press:
      guard transform.rect.contains(cell.x, cell.y) else { return .done([]) }
      active = nil
      var held = LandscapeDrag(picture)
      // On the point itself a press only takes hold of it; training stops meanwhile.
      guard surface.isNear(cell, picture.place, through: transform) else {
        let request = held.move(to: place)
        drag = held
        return .done([request])
      }
      drag = held
      return .done([.trainer(.pause)])
    case .drag:
      guard var held = drag else { return .done([]) }
      let request = held.move(to: place)
      drag = held
      return .done([request])
    case .release: drag = nil
    }
    return .done([])
  }
}
