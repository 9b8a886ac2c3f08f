import Basics
import Learning
import Plotting
import Training

/// The settings of a perceptron as rows that can be changed in place.
enum PerceptronSettings {
  /// The settings, in the order shown.
  static func keys(_ description: Description) -> [Key] {
    [.data, .features, .learningRate, .order, .activation, .noise] + Key.seeds(shownBy: description)
  }

  /// Draws the rows.
  static func draw(
    in rect: Rect, selected: Int?, picture: PerceptronPicture, context: SceneContext, frame: inout Frame
  ) {
    let list = SettingList(
      rows: keys(context.description).map { key in
        SettingRow(
          key,
          value: key == .learningRate
            ? Setting.number(picture.learningRate).text : context.description[key]?.text ?? "its own")
      }, selected: selected)
    list.draw(in: rect, look: context.look, frame: &frame)
  }

  /// What turning a row by one asks for.
  static func turn(_ row: Int, by distance: Int, context: SceneContext) -> [SceneRequest] {
    let keys = keys(context.description)
    guard keys.indices.contains(row) else { return [] }
    let key = keys[row]
    switch key {
    case .learningRate: return [.action(distance > 0 ? .learningRateUp : .learningRateDown)]
    case .order: return [.restart(.order, context.description.isShuffled ? "given" : "shuffled")]
    case .activation: return [.restart(.activation, context.description.word(.activation) == "step" ? "sign" : "step")]
    case .seed, .dataSeed, .weightSeed, .orderSeed:
      return [.restart(key, String(max(0, (context.description.integer(key) ?? 1) + distance)))]
    case .noise:
      let noise = (context.description.number(.noise) ?? 0) + Double(distance) * 0.05
      return [.restart(.noise, ShortNumber(min(1, max(0, noise)), decimals: 2).text(.ascii).description)]
    default: return [.pick(key)]
    }
  }
}
