/// Something people ask about that is no key: the help finds it by its name and by the words they have for it.
struct HelpTopic: Sendable {
  /// What it is called.
  let title: String
  /// Other words that people look for it with.
  let words: String
  /// What there is to know about it, a few sentences; it is given how the screen names the key of an action.
  let text: @Sendable (_ key: (Action) -> String) -> String

  init(
    _ title: String, words: String,
    _ text: @escaping @Sendable (_ key: (Action) -> String) -> String
  ) {
    self.title = title
    self.words = words
    self.text = text
  }

  /// All topics.
  static let all: [HelpTopic] = program + data + training + methods + outcomes

  /// Whether every one of some words is the beginning of a word of its name or of those it is looked for with.
  func isNamed(by wanted: [Substring]) -> Bool {
    let own = (title.lowercased() + " " + words).split {
      !($0.isLetter || $0.isNumber || $0 == "\u{2080}")
    }
    return wanted.allSatisfy { word in own.contains { $0.hasPrefix(word) } }
  }
}
