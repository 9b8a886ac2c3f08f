/// How a setting goes from its value to the next one in a panel.
package enum SettingStep: Sendable, Equatable {
  /// Through the words there are to choose from, round their ends; without words it is chosen from a list.
  case choices
  /// It is chosen from a list.
  case list
  /// Along growing numbers; at an end it stays.
  case numbers([Double])
  /// By so much, as far as the range of the key goes, or not above a number.
  case addition(Double, upTo: Double = .infinity)
  /// Doubled or halved, not below the least.
  case factor(least: Int)
  /// A share below 1: by 0.05, and near 1 by halving what is missing.
  case share
  /// It is typed.
  case typed
}

extension Key {
  /// The value that is so many steps from a present one; nil where it can't be stepped to.
  ///
  /// - Parameters:
  ///   - present: What it stands at; nil for nothing, which counts as 0.
  ///   - distance: How many steps, back where it is below 0.
  ///   - scene: The scene whose words there are.
  ///   - words: The words that can be chosen from, where they are fewer.
  ///   - most: From which number on all are the same, where a word stands for all of them.
  package func next(
    after present: Setting?, by distance: Int, in scene: SceneKind, among words: [String]? = nil, most: Int = .max
  ) -> Setting? {
    let kind = specification.kind(in: scene)
    let number = present?.number ?? 0
    switch specification.step {
    case .list, .typed: return nil
    case .choices:
      return Self.word(after: present?.text ?? "", by: distance, in: words ?? specification.words(in: scene))
        .flatMap(kind.setting)
    case .numbers(let numbers):
      let next = SettingStep.number(after: number, by: distance, in: numbers)
      if case .integer(_, let word?) = kind, next >= Double(most) { return .word(word) }
      return kind.setting(of: next)
    case .addition(let amount, let most):
      return kind.setting(of: SettingStep.rounded(min(most, number + amount * Double(distance))))
    case .factor(let least):
      return kind.setting(of: max(Double(least), (number * (distance > 0 ? 2 : 0.5)).rounded(.down)))
    case .share:
      return kind.setting(of: SettingStep.rounded(min(0.999_999, SettingStep.share(after: number, by: distance))))
    }
  }

  /// The next of some words, round their ends; nil where there are none.
  private static func word(after present: String, by distance: Int, in words: [String]) -> String? {
    guard let index = words.firstIndex(of: present) else { return distance > 0 ? words.first : words.last }
    return words[((index + distance) % words.count + words.count) % words.count]
  }
}

extension SettingStep {
  /// The next of some growing numbers; at an end it stays.
  static func number(after present: Double, by distance: Int, in numbers: [Double]) -> Double {
    if distance > 0 { return numbers.first { $0 > present * 1.000_001 } ?? present }
    return numbers.last { $0 < present * 0.999_999 } ?? present
  }

  /// A share below 1 moved by 0.05, or near 1 by halving what is missing.
  fileprivate static func share(after number: Double, by distance: Int) -> Double {
    let missing = 1 - number
    return max(
      0,
      distance > 0
        ? (missing <= 0.1 ? 1 - missing / 2 : number + 0.05) : (missing < 0.1 ? 1 - missing * 2 : number - 0.05))
  }

  /// Tenths stay tenths: 0.1 three times is 0.3.
  fileprivate static func rounded(_ number: Double) -> Double { (number * 1e6).rounded() / 1e6 }
}

extension KeySpecification.Kind {
  /// A number as a value of this kind, brought into its range; nil where it has no numbers.
  fileprivate func setting(of number: Double) -> Setting? {
    switch self {
    case .number(let range): .number(min(max(number, range.lower), range.upper))
    case .integer(let range, _):
      Int(exactly: number.rounded()).map { .integer(min(max($0, range.lowerBound), range.upperBound)) }
    case .flag, .word, .character, .words, .names, .text, .integers, .assignments, .variation: nil
    }
  }

  /// A word as a value of this kind; nil where it has no words.
  fileprivate func setting(of word: String) -> Setting? {
    switch self {
    case .flag: .flag(word == "true")
    case .word, .character, .text: .word(word)
    case .words: .words([word])
    case .number, .integer, .names, .integers, .assignments, .variation: nil
    }
  }
}

extension Setting {
  /// The number that it is; nil for what is none.
  package var number: Double? {
    switch self {
    case .number(let value): value
    case .integer(let value): Double(value)
    case .flag, .word, .words, .integers, .assignments, .variation: nil
    }
  }
}
