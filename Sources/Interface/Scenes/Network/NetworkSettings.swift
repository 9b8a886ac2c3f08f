import Learning
import Plotting
import Training

/// The settings of a network as rows that can be changed in place; most of them while it learns.
enum NetworkSettings {
  /// The settings, in the order shown: an optimizer's and a schedule's own numbers after it.
  static func keys(_ description: Description) -> [Key] {
    func own(_ key: Key) -> [Key] {
      description.dependents(of: key).filter { $0 != .epsilon }
    }
    return [.data, .learningRate, .batchSize, .optimizer] + own(.optimizer) + [
      .activation, .hidden, .features, .l2, .l1,
    ]
      + [.dropout, .schedule] + own(.schedule) + [.loss, .initializer, .noise, .testFraction, .order]
      + Key.seeds(shownBy: description)
  }

  /// The rows with what they stand at.
  static func panel(_ picture: NetworkPicture, context: SceneContext) -> SettingPanel {
    SettingPanel(
      rows: keys(context.description).map {
        SettingRow($0, value: value(of: $0, picture, context), turn: turn($0, picture, context.description))
      })
  }

  private static func value(of key: Key, _ picture: NetworkPicture, _ context: SceneContext) -> String {
    let description = context.description
    switch key {
    case .learningRate:
      let asked = Setting.number(picture.pace.learningRate).text
      guard picture.effectiveRate != picture.pace.learningRate else { return asked }
      return "\(asked), now \(MathText(glyphs: context.look.glyphs).number(picture.effectiveRate, significant: 3))"
    case .loss:
      return description[.loss]?.text ?? picture.network.loss.rawValue
    case .activation where picture.network.hidden.isEmpty: return "none"
    case .activation:
      let names = picture.network.hidden.map(\.activation.rawValue)
      return Set(names).count == 1 ? names[0] : names.joined(separator: ",")
    case .noise: return description[key]?.text ?? "its own"
    default: return description[key]?.text ?? "none"
    }
  }

  private static func turn(
    _ key: Key, _ picture: NetworkPicture, _ description: Description
  ) -> SettingRow.Turn {
    switch key {
    case .hidden: .asks(up: .scene(.addLayer), down: .scene(.removeLayer))
    case .learningRate: .steps(from: .number(picture.pace.learningRate))
    // Above the number of examples every size is the same.
    case .batchSize: .steps(from: .integer(picture.batchSize), most: picture.dataset.count)
    case .activation: .steps(from: picture.network.hidden.first.map { .word($0.activation.rawValue) })
    case .loss:
      .steps(
        from: .word(picture.network.loss.rawValue),
        words: picture.dataset.isNumeric ? [Loss.squaredError.rawValue] : nil)
    default: .steps(from: description[key])
    }
  }
}
