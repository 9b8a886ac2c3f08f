import Calculus
import Plotting
import Training

/// The settings of a descent as rows that can be changed in place.
enum DescentSettings {
  /// The settings, in the order shown: an optimizer's own numbers after it.
  static func rows(_ description: Description) -> [Key] {
    let own = description.keys.filter { key in
      description[key] != nil && key.isOfOptimizer && key != .epsilon
    }
    return [.function, .learningRate, .optimizer] + own + [.start, .vary, .steps]
  }

  /// The rows with what they stand at.
  static func panel(_ picture: DescentPicture, context: SceneContext) -> SettingPanel {
    SettingPanel(
      rows: rows(context.description).map { key in
        SettingRow(
          key, value: value(of: key, picture: picture, context: context),
          turn: turn(key, picture, context.description))
      })
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

  private static func turn(
    _ key: Key, _ picture: DescentPicture, _ description: Description
  ) -> SettingRow.Turn {
    // What the descents differ in has no one value.
    if picture.variation?.key == key { return .asks(up: .scene(.manyLines), down: .scene(.manyLines)) }
    return switch key {
    case .learningRate: .steps(from: .number(picture.first.learningRate))
    case .start: .asks(up: .scene(.placePoints), down: .scene(.placePoints))
    case .vary: .asks(up: .scene(.manyLines), down: .scene(.manyLines))
    case .steps: .steps(from: .integer(description.limit(.steps, isWatched: true) ?? 100))
    default: .steps(from: description[key])
    }
  }
}
