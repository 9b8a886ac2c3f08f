import Learning
import Plotting
import Terminal
import Training

extension NetworkScene {
  /// A click selects a unit, switches a feature, turns a control or a setting, asks about a place of the picture, or in
  /// its mode places a point.
  package mutating func answer(mouse: MouseEvent, in panel: Placed, on picture: NetworkPicture, context: SceneContext)
    -> SceneAnswer
  {
    let inside = Panel.interior(of: panel.rect)
    if view(context) == .backpropagation,
      case .done(let requests) = clickBackpropagation(mouse, in: panel, picture, context)
    {
      return .done(requests)
    }
    if view(context) == .trainingLoop, panel.id == .picture {
      guard mouse.kind == .press else { return .notMine }
      let units = TrainingLoopDrawing.networkRooms(of: inside).units
      if units.contains(mouse.column, mouse.row) {
        return click(NetworkDiagram(picture.network, in: units, look: context.look), mouse, picture, context)
      }
      return clickTrainingLoop(mouse, in: inside, picture, context)
    }
    switch (panel.id, mouse.kind) {
    case (.picture, .press), (.picture, .drag):
      return point(mouse, in: inside, picture, context)
    case (.network, .press):
      let diagram = NetworkDiagram(picture.network, in: inside, look: context.look)
      return click(diagram, mouse, picture, context)
    case (.settings, .press):
      return NetworkSettings.panel(picture, context: context)
        .answer(mouse, in: inside, selected: &selectedSetting, context: context)
    case (.unit, .wheelDown), (.unit, .wheelUp):
      guard picture.dataset.count > 0 else { return .done([]) }
      let step = mouse.kind == .wheelDown ? 1 : picture.dataset.count - 1
      example = (min(example, picture.dataset.count - 1) + step) % picture.dataset.count
      return .done([])
    default: return .notMine
    }
  }

  private mutating func point(
    _ mouse: MouseEvent, in inside: Rect, _ picture: NetworkPicture, _ context: SceneContext
  ) -> SceneAnswer {
    let transform = NetworkOutput(scene: self, picture: picture, context: context).transform(in: inside)
    guard transform.rect.contains(mouse.column, mouse.row) else { return .notMine }
    let cell = Point(x: mouse.column, y: mouse.row)
    guard case .points(let brush) = active else {
      place = transform.place(of: cell)
      if slot == .settings { slot = .scores }
      return .done([])
    }
    guard mouse.kind == .press else { return .done([]) }
    guard picture.dataset.count < DataView.mostMarks else {
      return .done([.note("too many points to add one by hand")])
    }
    let label = mouse.button == .right ? brush.nextLabel : brush.label
    return .done([.replaceDataset(PointBrush.click(cell, on: picture.dataset, label: label, through: transform))])
  }

  private mutating func click(
    _ diagram: NetworkDiagram, _ mouse: MouseEvent, _ picture: NetworkPicture, _ context: SceneContext
  ) -> SceneAnswer {
    if let control = diagram.control(atColumn: mouse.column, row: mouse.row) {
      return reshape(picture, context) { hidden, _ in
        switch control {
        case .addUnit(let layer): Self.resize(&hidden, layer: layer, by: 1)
        case .removeUnit(let layer): Self.resize(&hidden, layer: layer, by: -1)
        case .addLayer: hidden.append(2)
        case .removeLayer: _ = hidden.popLast()
        }
      }
    }
    guard let part = diagram.part(atColumn: mouse.column, row: mouse.row) else { return .done([]) }
    if case .input(let feature) = part { return toggle(feature, picture, context) }
    selection = part
    if slot == .settings { slot = .unit }
    return .done([])
  }
}
