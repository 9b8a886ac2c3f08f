import Basics
import Plotting
import Terminal
import Training

extension LandscapeScene {
  // MARK: Keys

  /// Answers a key in a mode, over the surface, or in a panel of the model's own scene.
  package mutating func answer(key: KeyPress, on picture: LandscapePicture, context: SceneContext) -> SceneAnswer {
    switch active {
    case .moving: return move(key, picture)
    case .choosing(let isFirst): return choose(key, isFirst: isFirst, picture, context)
    case nil: break
    }
    if inner.mode != nil { return inner.answer(key: key, context: innerContext(context)) }
    if focus == .surface, face(context) == .relief { return turntable.press(key) ? .done([]) : .notMine }
    guard let focus, shared.contains(focus), focus != .fidelity else { return .notMine }
    return inner.answer(key: key, context: innerContext(context))
  }

  private mutating func choose(
    _ key: KeyPress, isFirst: Bool, _ picture: LandscapePicture, _ context: SceneContext
  ) -> SceneAnswer {
    let distance: Int
    switch key {
    case .left, .character("h"): distance = -1
    case .right, .character("l"): distance = 1
    case .pageDown: distance = 10
    case .pageUp: distance = -10
    case .up, .down, .character("j"), .character("k"), .tab:
      active = .choosing(isFirst: !isFirst)
      return .done([])
    case .enter, .escape, .character("W"):
      active = nil
      return .done([])
    default: return .notMine
    }
    return chooseWeight(isFirst: isFirst, by: distance, picture, context)
  }

  // MARK: Numbers

  /// The place of the point in the plane, or what the model's own scene asks for.
  package func prompt(on picture: LandscapePicture, context: SceneContext) -> NumberPrompt? {
    switch active {
    case .moving:
      guard let drag else { return nil }
      let names = LandscapeWords(picture: drag.surface, look: context.look).axisNames
      return NumberPrompt([names.x.description, names.y.description], at: [drag.place.x, drag.place.y])
    case .choosing: return nil
    case nil: return inner.mode == nil ? nil : inner.prompt(context: innerContext(context))
    }
  }

  /// Moves the point to the coordinates that were typed.
  package mutating func answer(numbers: [Double], on picture: LandscapePicture, context: SceneContext) -> SceneAnswer {
    guard active != nil else { return inner.answer(numbers: numbers, context: innerContext(context)) }
    guard var held = drag, let x = numbers.first else { return .notMine }
    let request = held.move(exactlyTo: PlanePoint(x: x, y: numbers.count > 1 ? numbers[1] : held.place.y))
    drag = held
    return .done([request])
  }

  // MARK: The point

  private mutating func move(_ key: KeyPress, _ picture: LandscapePicture) -> SceneAnswer {
    guard var held = drag else {
      active = nil
      return .notMine
    }
    switch key {
    case .enter, .character("g"):
      (active, drag) = (nil, nil)
      return .done([])
    case .character(" "):
      (active, drag) = (nil, nil)
      return .done([.action(.playOrPause)])
    case .escape, .character("u"):
      (active, drag) = (nil, nil)
      return .done(held.hasMoved ? [.action(.undo)] : [])
    default: break
    }
    guard let move = PlaneMove(key, shifted: 0.1) else { return .notMine }
    let shown = held.surface.view
    let place = PlanePoint(
      x: held.place.x + move.across * (shown.maxX - shown.minX) / 40,
      y: held.place.y + move.up * (shown.maxY - shown.minY) / 40)
    let request = held.move(to: place)
    drag = held
    return .done([request])
  }
}
