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
    let look = context.look
    let first = max(0, min((selected ?? 0) - rect.height + 1, rows.count - rect.height))
    for (offset, key) in rows.dropFirst(first).prefix(rect.height).enumerated() {
      let isSelected = first + offset == selected
      let y = rect.y + offset
      let style = isSelected ? look.theme.selected : look.theme.text
      if isSelected { frame.fill(Rect(x: rect.x, y: y, width: rect.width, height: 1), with: Cell(" ", style: style)) }
      let name: SafeText = key == .learningRate ? "learning rate" : SafeText(key.rawValue)
      look.put(name, x: rect.x, y: y, in: rect, style: isSelected ? style : look.theme.muted, frame: &frame)
      let value =
        key == .learningRate ? Setting.number(picture.learningRate).text : context.description[key]?.text ?? "its own"
      let arrows = look.glyphs.isUnicode ? ("◂ ", " ▸") : ("< ", " >")
      let shown = isSelected ? "\(arrows.0)\(value)\(arrows.1)" : value
      look.put(SafeText(shown), x: rect.x + 16, y: y, in: rect, style: style, frame: &frame)
    }
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
