import Calculus
import Plotting
import Training

/// The settings of a descent as rows that can be changed in place.
enum DescentSettings {
  /// The settings, in the order shown: an optimizer's own numbers after it.
  static func rows(_ description: Description) -> [Key] {
    let own = description.keys.filter { key in
      description[key] != nil && key.specification.requirement?.key == .optimizer && key != .epsilon
    }
    return [.function, .learningRate, .optimizer] + own + [.start, .vary, .steps]
  }

  /// Draws the rows.
  static func draw(
    in rect: Rect, selected: Int?, picture: DescentPicture, context: SceneContext, frame: inout Frame
  ) {
    let list = SettingList(
      rows: rows(context.description).map { key in
        SettingRow(key, name: name(of: key), value: value(of: key, picture: picture, context: context))
      }, selected: selected)
    list.draw(in: rect, look: context.look, frame: &frame)
  }

  private static func name(of key: Key) -> SafeText {
    switch key {
    case .learningRate: "learning rate"
    case .vary: "compared"
    case .steps: "stops after"
    default: SafeText(key.rawValue)
    }
  }

  private static func value(of key: Key, picture: DescentPicture, context: SceneContext) -> String {
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
    _ key: Key, by distance: Int, picture: DescentPicture, context: SceneContext
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
      return [.restart(key, Setting.number(SettingLadder.share(after: number, by: distance)).text)]
    }
  }

  /// What Enter on a row asks for.
  static func open(_ key: Key) -> [SceneRequest] {
    switch key {
    case .function, .optimizer: [.pick(key)]
    case .start: [.action(.placePoints)]
    case .vary: [.action(.manyLines)]
    default: [.action(.commandLine)]
    }
  }
}
