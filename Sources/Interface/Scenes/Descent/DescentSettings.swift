import Calculus
import Plotting
import Training

/// The settings of a descent as rows that can be changed in place.
enum DescentSettings {
  /// The settings, in the order shown: an optimizer's own numbers after it.
  static func rows(_ description: Description) -> [SettingKey] {
    let own = description.keys.filter { key in
      description[key] != nil && key.specification.requirement?.key == .optimizer && key != .epsilon
    }
    return [.function, .learningRate, .optimizer] + own + [.start, .vary, .steps]
  }

  /// Draws the rows.
  static func draw(
    in rect: Rect, selected: Int?, picture: DescentPicture, context: SceneContext, frame: inout Frame
  ) {
    let look = context.look
    let rows = rows(context.description)
    let first = max(0, min((selected ?? 0) - rect.height + 1, rows.count - rect.height))
    for (offset, key) in rows.dropFirst(first).prefix(rect.height).enumerated() {
      let isSelected = first + offset == selected
      let y = rect.y + offset
      let style = isSelected ? look.theme.selected : look.theme.text
      if isSelected { frame.fill(Rect(x: rect.x, y: y, width: rect.width, height: 1), with: Cell(" ", style: style)) }
      look.put(name(of: key), x: rect.x, y: y, in: rect, style: isSelected ? style : look.theme.muted, frame: &frame)
      let value = value(of: key, picture: picture, context: context)
      let arrows = look.glyphs.isUnicode ? ("◂ ", " ▸") : ("< ", " >")
      let shown = isSelected ? "\(arrows.0)\(value)\(arrows.1)" : value
      let room = Rect(x: rect.x + 15, y: y, width: max(0, rect.width - 15), height: 1)
      let text = look.glyphs.text(SafeText(shown)).truncated(to: room.width, glyphs: look.glyphs)
      look.put(text, x: room.x, y: y, in: room, style: style, frame: &frame)
    }
  }

  private static func name(of key: SettingKey) -> SafeText {
    switch key {
    case .learningRate: "learning rate"
    case .vary: "compared"
    case .steps: "stops after"
    default: SafeText(key.rawValue)
    }
  }

  private static func value(of key: SettingKey, picture: DescentPicture, context: SceneContext) -> String {
    let description = context.description
    if let variation = picture.variation, variation.key == key { return "\(variation.values.count) values" }
    switch key {
    case .learningRate: return Setting.number(picture.first.learningRate).text
    case .vary:
      guard let variation = picture.variation else { return "one alone" }
      return variation.key == .start ? "\(variation.values.count) starts" : Setting.variation(variation).text
    case .steps: return description.limit(.steps, isWatched: true).map { "\($0) steps" } ?? "never"
    default: return description[key]?.text ?? ""
    }
  }

  /// What turning a row by one asks for.
  static func turn(
    _ key: SettingKey, by distance: Int, picture: DescentPicture, context: SceneContext
  ) -> [SceneRequest] {
    let description = context.description
    if picture.variation?.key == key { return [.action(.manyLines)] }
    switch key {
    case .function:
      let names = key.specification.words(in: description.subject)
      let index = names.firstIndex(of: description.function) ?? (distance > 0 ? -1 : 0)
      return [.restart(.function, names[(index + distance + names.count) % names.count])]
    case .learningRate: return [.action(distance > 0 ? .learningRateUp : .learningRateDown)]
    case .optimizer:
      let names = key.specification.words(in: description.subject)
      let index = names.firstIndex(of: description.word(.optimizer) ?? "") ?? 0
      return [.restart(.optimizer, names[(index + distance + names.count) % names.count])]
    case .start: return [.action(.placePoints)]
    case .vary: return [.action(.manyLines)]
    case .steps:
      let steps = description.limit(.steps, isWatched: true) ?? 100
      return [.restart(.steps, String(max(10, distance > 0 ? steps * 2 : steps / 2)))]
    default:
      guard let number = description.number(key) else { return [] }
      return [.restart(key, Setting.number(nearer(number, by: distance)).text)]
    }
  }

  /// A share below 1 moved by 0.05, or near 1 by halving what is missing; anything else doubled or halved.
  private static func nearer(_ number: Double, by distance: Int) -> Double {
    guard number < 1 else { return number * (distance > 0 ? 2 : 0.5) }
    let missing = 1 - number
    let moved =
      distance > 0
      ? (missing <= 0.1 ? 1 - missing / 2 : number + 0.05) : (missing < 0.1 ? 1 - missing * 2 : number - 0.05)
    return (max(0, moved) * 1e6).rounded() / 1e6
  }

  /// What Enter on a row asks for.
  static func open(_ key: SettingKey) -> [SceneRequest] {
    switch key {
    case .function, .optimizer: [.pick(key)]
    case .start: [.action(.placePoints)]
    case .vary: [.action(.manyLines)]
    default: [.action(.commandLine)]
    }
  }
}
