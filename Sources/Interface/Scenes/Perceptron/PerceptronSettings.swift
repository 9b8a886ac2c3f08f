import Learning
import Plotting
import Training

/// The settings of a perceptron as rows that can be changed in place.
enum PerceptronSettings {
  /// The settings, in the order shown.
  static let rows: [SettingKey] = [.data, .features, .learningRate, .order, .activation, .noise, .seed]

  /// Draws the rows.
  static func draw(
    in rect: Rect, selected: Int?, picture: PerceptronPicture, context: SceneContext, frame: inout Frame
  ) {
    let list = SettingList(
      rows: rows.map { key in
        SettingRow(
          key,
          value: key == .learningRate
            ? Setting.number(picture.learningRate).text : context.description[key]?.text ?? "its own")
      }, selected: selected)
    list.draw(in: rect, look: context.look, frame: &frame)
  }

  /// What turning a row by one asks for.
  static func turn(_ row: Int, by distance: Int, context: SceneContext) -> [SceneRequest] {
    guard rows.indices.contains(row) else { return [] }
    let key = rows[row]
    switch key {
    case .learningRate: return [.action(distance > 0 ? .learningRateUp : .learningRateDown)]
    case .order: return [.restart(.order, context.description.isShuffled ? "given" : "shuffled")]
    case .activation: return [.restart(.activation, context.description.word(.activation) == "step" ? "sign" : "step")]
    case .seed: return [.restart(.seed, String(max(0, Int(context.description.seed) + distance)))]
    case .noise:
      let noise = (context.description.number(.noise) ?? 0) + Double(distance) * 0.05
      return [.restart(.noise, ShortNumber(min(1, max(0, noise)), decimals: 2).text(.ascii).description)]
    default: return [.pick(key)]
    }
  }
}
