/// Something people ask about that is no key: the help finds it by its name and by the words they have for it.
struct HelpTopic: Sendable {
  /// What it is called.
  let title: String
  /// Other words that people look for it with.
  let words: String
  /// What there is to know about it, a few sentences; it is given how the screen names the key of an action.
  let text: @Sendable (_ key: KeyBindings.Names) -> String

  init(
    _ title: String, words: String,
    _ text: @escaping @Sendable (_ key: KeyBindings.Names) -> String
  ) {
    self.title = title
    self.words = words
    self.text = text
  }

  /// All topics.
  static let all: [HelpTopic] = program + data + models + training + methods + outcomes

  /// The words of a question that tell what it is about: `what does underline mean` asks about `underline`.
  ///
  /// Where no other word is there, these are what is asked about.
  static func wanted(_ question: String) -> [Substring] {
    let words = question.lowercased().split(whereSeparator: isBetweenWords)
    let telling = words.filter { !filling.contains(String($0)) }
    return telling.isEmpty ? words : telling
  }

  private static func isBetweenWords(_ character: Character) -> Bool {
    !(character.isLetter || character.isNumber || character == "\u{2080}")
  }

  /// Words that questions are built with.
  private static let filling: Set<String> = [
    "a", "an", "the", "what", "why", "how", "when", "where", "which", "who", "is", "are", "was", "do", "does", "did",
    "can",
    "i", "it", "my", "me", "of", "to", "in", "on", "for", "and", "or", "mean", "means", "this", "that", "there", "with",
  ]

  /// Whether every one of some words is the beginning of a word of its name or of those it is looked for with.
  func isNamed(by wanted: [Substring]) -> Bool {
    let own = (title.lowercased() + " " + words).split(whereSeparator: Self.isBetweenWords)
    return wanted.allSatisfy { word in
      // `gradients` asks for the gradient.
      let single = word.count > 3 && word.hasSuffix("s") ? word.dropLast() : word
      return own.contains { $0.hasPrefix(word) || $0.hasPrefix(single) }
    }
  }
}
