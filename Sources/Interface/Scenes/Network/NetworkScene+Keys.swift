import Basics
import Learning
import Plotting
import Terminal
import Training

extension NetworkScene {
  /// Begins anew with other hidden layers; the layer is the one of the selection.
  func reshape(
    _ picture: NetworkPicture, _ context: SceneContext, _ change: (inout [Int], _ layer: Int) -> Void
  ) -> SceneAnswer {
    var hidden = picture.network.hidden.map(\.units)
    var layer = 0
    if case .unit(let own, _) = selection.clamped(to: picture.network) { layer = own }
    change(&hidden, min(layer, max(0, hidden.count - 1)))
    guard hidden != picture.network.hidden.map(\.units) else { return .done([]) }
    return .done([.set(.hidden, .integers(hidden))])
  }

  /// Begins anew with another activation function of the selected layer.
  func nextActivation(_ picture: NetworkPicture, _ context: SceneContext) -> SceneAnswer {
    var names = picture.network.hidden.map(\.activation.rawValue)
    guard case .unit(let layer, _) = selection.clamped(to: picture.network), names.indices.contains(layer) else {
      return .done([.note("select a hidden unit: its layer's activation changes")])
    }
    let next = Key.activation.next(after: .word(names[layer]), by: 1, in: .network)
    names[layer] = next?.text ?? names[layer]
    return .done([.set(.activation, .words(Set(names).count == 1 ? [names[0]] : names))])
  }

  static func resize(_ hidden: inout [Int], layer: Int, by count: Int) {
    guard hidden.indices.contains(layer) else { return }
    hidden[layer] = min(Network.unitLimit, max(1, hidden[layer] + count))
  }

  /// Answers a key in a mode, in the network or in the settings panel.
  package mutating func answer(key: KeyPress, on picture: NetworkPicture, context: SceneContext) -> SceneAnswer {
    switch active {
    case .weights(let input): return turn(input, key, picture)
    case .points(let brush):
      let (answer, next) = brush.answer(key, on: picture.dataset)
      active = next.map(Mode.points)
      return answer
    case .probe(let brush): return probe(key, brush, picture)
    case nil: break
    }
    if case .character(let scalar) = key, let digit = Int(String(scalar)), 1...Feature.allCases.count ~= digit {
      return toggle(Feature.allCases[digit - 1], picture, context)
    }
    if view(context) == .backpropagation,
      case .done(let requests) = answerBackpropagation(key: key, picture, context)
    {
      return .done(requests)
    }
    switch focus {
    case .network: return walk(key, picture, context)
    case .unit:
      switch key {
      case .up, .character("k"): return select(example: example - 1, picture)
      case .down, .character("j"): return select(example: example + 1, picture)
      default: return .notMine
      }
    case .settings:
      return NetworkSettings.panel(picture, context: context).answer(key, selected: &selectedSetting, context: context)
    case .picture, .scores, .curve, .arithmetic, .moves, .examples, nil: return .notMine
    }
  }

  private mutating func select(example index: Int, _ picture: NetworkPicture) -> SceneAnswer {
    guard picture.dataset.count > 0 else { return .done([]) }
    place = nil
    example = (index + picture.dataset.count) % picture.dataset.count
    return .done([])
  }

  /// Switches an input feature on or off; one always stays.
  func toggle(_ feature: Feature, _ picture: NetworkPicture, _ context: SceneContext) -> SceneAnswer {
    var used = Set(picture.network.inputs)
    if used.contains(feature) { used.remove(feature) } else { used.insert(feature) }
    guard !used.isEmpty else { return .done([.note("one input must stay")]) }
    let names = Feature.allCases.filter(used.contains).map(\.rawValue)
    return .done([.set(.features, .words(names))])
  }

  /// Moves the selection through the network.
  private mutating func walk(_ key: KeyPress, _ picture: NetworkPicture, _ context: SceneContext) -> SceneAnswer {
    let sizes = picture.network.hidden.map(\.units) + [picture.network.outputs]
    let part = selection.clamped(to: picture.network)
    switch (part, key) {
    case (.input(let feature), .up), (.input(let feature), .character("k")):
      selection = .input(Self.neighbor(of: feature, by: -1))
    case (.input(let feature), .down), (.input(let feature), .character("j")):
      selection = .input(Self.neighbor(of: feature, by: 1))
    case (.input, .right), (.input, .character("l")): selection = .unit(layer: 0, unit: 0)
    case (.input, .left), (.input, .character("h")): break
    case (.input(let feature), .enter): return toggle(feature, picture, context)
    case (.unit(let layer, let unit), .up), (.unit(let layer, let unit), .character("k")):
      selection = .unit(layer: layer, unit: max(0, unit - 1))
    case (.unit(let layer, let unit), .down), (.unit(let layer, let unit), .character("j")):
      selection = .unit(layer: layer, unit: min(sizes[layer] - 1, unit + 1))
    case (.unit(let layer, let unit), .left), (.unit(let layer, let unit), .character("h")):
      selection =
        layer == 0
        ? .input(picture.network.inputs[min(unit, picture.network.inputs.count - 1)])
        : .unit(layer: layer - 1, unit: min(unit, sizes[layer - 1] - 1))
    case (.unit(let layer, let unit), .right), (.unit(let layer, let unit), .character("l")):
      guard layer + 1 < sizes.count else { break }
      selection = .unit(layer: layer + 1, unit: min(unit, sizes[layer + 1] - 1))
    default: return .notMine
    }
    if slot == .settings { slot = .unit }
    return .done([])
  }

  private static func neighbor(of feature: Feature, by distance: Int) -> Feature {
    let all = Feature.allCases
    let index = (all.firstIndex(of: feature) ?? 0) + distance
    return all[min(max(0, index), all.count - 1)]
  }

  // MARK: Modes

  /// The weight that is turned, or the place of the brush.
  package func prompt(on picture: NetworkPicture, context: SceneContext) -> NumberPrompt? {
    switch active {
    case .weights(let input):
      guard let place = place(ofWeight: input, picture) else { return nil }
      let inspector = NetworkInspector(scene: self, picture: picture, context: context)
      return NumberPrompt([inspector.name(of: place)], at: [picture.parameters[place]])
    case .points(let brush), .probe(let brush): return brush.prompt(context)
    case nil: return nil
    }
  }

  /// Gives the weight the number that was typed, or moves the brush there.
  package mutating func answer(numbers: [Double], on picture: NetworkPicture, context: SceneContext) -> SceneAnswer {
    switch active {
    case .weights(let input):
      guard let place = place(ofWeight: input, picture), let value = numbers.first else { return .done([]) }
      let (old, index) = (picture.parameters[place], picture.parameters.index(of: place))
      guard value != old else { return .done([]) }
      return .done([.change(.parameter(index: index, value: value), undo: .parameter(index: index, value: old))])
    case .points(let brush): active = .points(brush.moved(to: numbers))
    case .probe(let brush):
      let moved = brush.moved(to: numbers)
      active = .probe(moved)
      place = PlanePoint(x: moved.x, y: moved.y)
    case nil: return .notMine
    }
    return .done([])
  }

  /// The weight that a row of the selected unit stands for; nil where no unit is selected.
  private func place(ofWeight input: Int?, _ picture: NetworkPicture) -> NetworkParameters.Place? {
    guard case .unit(let layer, let unit) = selection.clamped(to: picture.network) else { return nil }
    let count = picture.parameters.layers[layer].inputs
    let row = min(input ?? count, count)
    return NetworkParameters.Place(layer: layer, unit: unit, input: row == count ? nil : row)
  }

  private mutating func turn(_ input: Int?, _ key: KeyPress, _ picture: NetworkPicture) -> SceneAnswer {
    guard let place = place(ofWeight: input, picture) else {
      active = nil
      return .notMine
    }
    let count = picture.parameters.layers[place.layer].inputs
    let row = place.input ?? count
    let old = picture.parameters[place]
    let index = picture.parameters.index(of: place)
    switch WeightDial.press(key, value: old) {
    case .notMine: return .notMine
    case .turned(old): break
    case .turned(let value):
      return .done([.change(.parameter(index: index, value: value), undo: .parameter(index: index, value: old))])
    case .moved(let rows): active = .weights(input: row + rows >= count ? nil : max(0, row + rows))
    case .left: active = nil
    }
    return .done([])
  }

  private mutating func probe(_ key: KeyPress, _ brush: PointBrush, _ picture: NetworkPicture) -> SceneAnswer {
    var brush = brush
    if brush.move(key, in: DataView.rect(of: picture.dataset)) {
      active = .probe(brush)
      place = PlanePoint(x: brush.x, y: brush.y)
      return .done([])
    }
    switch key {
    case .character("n") where picture.dataset.count > 0:
      example = (example + 1) % picture.dataset.count
      let (x, y) = picture.dataset.input(at: example)
      (brush.x, brush.y) = (x, y)
      active = .probe(brush)
      place = PlanePoint(x: x, y: y)
    case .escape:
      active = nil
      place = nil
    case .enter, .character("C"): active = nil
    default: return .notMine
    }
    return .done([])
  }
}
