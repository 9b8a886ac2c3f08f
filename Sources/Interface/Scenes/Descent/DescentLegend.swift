import Plotting
import Training

/// The descents of a picture by their colors: how each stands, which diverged, where and when.
struct DescentLegend {
  let picture: DescentPicture
  let context: SceneContext

  /// A line for each of several descents; none for a single one.
  func lines(width: Int) -> [StyledLine] {
    guard let variation = picture.variation, picture.descents.count > 1 else { return [] }
    let names = variation.values.enumerated().map { name(of: $1, variation.key, at: picture.descents[$0].learningRate) }
    // A name that ends in its rate is cut last: the rate is what must be known of it.
    let share = context.description.racesUsualRates ? 2 : 3
    let column = min(names.map(\.count).max() ?? 0, max(6, width / share))
    return picture.descents.indices.map { index in
      let descent = picture.descents[index]
      let color = Style(foreground: context.look.theme.pathColor(index), attributes: .bold)
      let name = names.indices.contains(index) ? names[index] : ""
      let padded = String(name.prefix(column)) + String(repeating: " ", count: max(1, column + 1 - name.count))
      let mark = SafeText(String(Character(context.look.glyphs.mark(of: index))) + " ")
      return StyledLine(mark, color).adding(SafeText(padded), color)
        .adding(standing(of: descent, room: width - column - 3), style(of: descent))
    }
  }

  private func name(of value: Setting, _ key: Key, at rate: Double) -> String {
    let math = MathText(glyphs: context.look.glyphs)
    switch (key, value) {
    case (.optimizer, _) where context.description.racesUsualRates: return "\(value.text) η \(math.number(rate))"
    case (.learningRate, .number(let rate)): return "η \(math.number(rate))"
    case (.start, .assignments(let pairs)): return math.vector(pairs.map(\.value))
    case (_, .number(let number)): return "\(key.rawValue) \(math.number(number))"
    default: return value.text
    }
  }

  private func standing(of descent: Descent, room: Int) -> SafeText {
    let math = MathText(glyphs: context.look.glyphs)
    guard let ending = descent.ending(on: picture.function) else { return "f = \(math.number(descent.value))" }
    let mark =
      switch ending.tone {
      case .good: "✓ "
      case .bad: "✗ "
      case .neutral, .warning: ""
      }
    let briefs = ending.wordings.dropFirst().map { mark + $0 }
    if ending.tone == .bad {
      let coordinates = picture.function.coordinates(of: descent.point)
      return fitting(briefs.prefix(1).map { "\($0), \(math.vector(coordinates, significant: 2))" } + briefs, room)
    }
    let value = "f = \(math.number(descent.value, significant: 3))"
    return fitting(briefs.map { "\($0), \(value)" } + briefs, room)
  }

  /// The first of some texts that has room, else the last.
  private func fitting(_ texts: [String], _ room: Int) -> SafeText {
    SafeText(texts.first { context.look.glyphs.text(SafeText($0)).cellWidth <= room } ?? texts.last ?? "")
  }

  private func style(of descent: Descent) -> Style {
    context.look.theme.style(descent.ending(on: picture.function)?.tone ?? .neutral)
  }
}
