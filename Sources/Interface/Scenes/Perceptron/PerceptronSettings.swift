import Learning
import Plotting
import Training

/// The settings of a perceptron as rows that can be changed in place.
enum PerceptronSettings {
  /// The settings, in the order shown.
  static func keys(_ description: Description) -> [Key] {
    [.data, .features, .learningRate, .order, .activation, .noise] + Key.seeds(shownBy: description)
  }

  /// The rows with what they stand at.
  static func panel(_ picture: PerceptronPicture, context: SceneContext) -> SettingPanel {
    SettingPanel(
      rows: keys(context.description).map { key in
        let present = key == .learningRate ? .number(picture.learningRate) : context.description[key]
        return SettingRow(key, value: present?.text ?? "its own", turn: .steps(from: present))
      })
  }
}
