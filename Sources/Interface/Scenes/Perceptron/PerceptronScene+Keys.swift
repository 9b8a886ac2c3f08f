import Learning
import Plotting
import Terminal
import Training

extension PerceptronScene {
  /// Answers a key in a mode or in the settings panel.
  package mutating func answer(key: KeyPress, on picture: PerceptronPicture, context: SceneContext) -> SceneAnswer {
    switch active {
    case .weights(let selected): return turn(selected, key, picture)
    case .points(let brush):
      let (answer, next) = brush.answer(key, on: picture.dataset)
      active = next.map(Mode.points)
      return answer
    case nil: break
    }
    guard focus == .settings else { return .notMine }
    return PerceptronSettings.panel(picture, context: context)
      .answer(key, selected: &selectedSetting, context: context)
  }

  /// The weight that is turned, or the place of the brush.
  package func prompt(on picture: PerceptronPicture, context: SceneContext) -> NumberPrompt? {
    switch active {
    case .weights(let chosen):
      let (selected, value) = weight(chosen, picture)
      return NumberPrompt([MathText(glyphs: context.look.glyphs).indexed("w", selected)], at: [value])
    case .points(let brush): return brush.prompt(context)
    case nil: return nil
    }
  }

  /// Gives the weight the number that was typed, or moves the brush there.
  package mutating func answer(numbers: [Double], on picture: PerceptronPicture, context: SceneContext) -> SceneAnswer {
    switch active {
    case .weights(let chosen):
      let (selected, old) = weight(chosen, picture)
      guard let value = numbers.first, value != old else { return .done([]) }
      return .done([.change(.parameter(index: selected, value: value), undo: .parameter(index: selected, value: old))])
    case .points(let brush): active = .points(brush.moved(to: numbers))
    case nil: return .notMine
    }
    return .done([])
  }

  /// The weight that a row stands for, and its value.
  ///
  /// An undo or a command may have taken features away since the weight was chosen.
  private func weight(_ chosen: Int, _ picture: PerceptronPicture) -> (index: Int, value: Double) {
    let selected = min(chosen, picture.perceptron.weights.count)
    return (selected, selected == 0 ? picture.perceptron.bias : picture.perceptron.weights[selected - 1])
  }

  private mutating func turn(_ chosen: Int, _ key: KeyPress, _ picture: PerceptronPicture) -> SceneAnswer {
    let (selected, old) = weight(chosen, picture)
    let order = WeightOrder.indices(count: picture.perceptron.weights.count + 1)
    let position = order.firstIndex(of: selected) ?? 0
    switch WeightDial.press(key, value: old) {
    case .notMine: return .notMine
    case .turned(old): break
    case .turned(let value):
      return .done([.change(.parameter(index: selected, value: value), undo: .parameter(index: selected, value: old))])
    case .moved(let rows): active = .weights(selected: order[min(max(0, position + rows), order.count - 1)])
    case .left: active = nil
    }
    return .done([])
  }

  /// A click in the picture places a point of class A, with the right button one of class B; a click in the settings
  /// selects a row.
  package mutating func answer(
    mouse: MouseEvent, in panel: Placed, on picture: PerceptronPicture, context: SceneContext
  ) -> SceneAnswer {
    let inside = Panel.interior(of: panel.rect)
    switch (panel.id, mouse.kind) {
    case (.picture, .press):
      let transform = transform(picture, in: inside, context: context)
      guard transform.rect.contains(mouse.column, mouse.row) else { return .notMine }
      guard picture.dataset.count < DataView.mostMarks else {
        return .done([.note("too many points to add one by hand")])
      }
      let label: Int
      if case .points(let brush) = active {
        label = mouse.button == .right ? 1 - brush.label : brush.label
      } else {
        label = mouse.button == .right || mouse.modifiers.contains(.shift) ? 1 : 0
      }
      let cell = Point(x: mouse.column, y: mouse.row)
      return .done([
        .replaceDataset(PointBrush.click(cell, on: picture.dataset, label: label, through: transform))
      ])
    case (.settings, .press):
      return PerceptronSettings.panel(picture, context: context)
        .answer(mouse, in: inside, selected: &selectedSetting, context: context)
    default: return .notMine
    }
  }
}
