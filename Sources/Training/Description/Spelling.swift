import Basics
import Learning

/// Finds what somebody may have meant.
package enum Spelling {
  /// The word nearest to `text`, or nil when none is near enough to suggest.
  ///
  /// Near enough is one edit (insert, delete, replace, swap neighbors) in three characters, or a beginning of at least
  /// two characters. Letters in the wrong case cost nothing.
  ///
  /// - Complexity: O(words · text · word); text beyond 64 characters resembles nothing.
  package static func nearest(to text: String, among words: [String]) -> String? {
    guard !text.isEmpty, text.count <= 64 else { return nil }
    let wanted = Array(text.lowercased())
    var best: (word: String, distance: Int)?
    for word in words {
      let distance = EditDistance.between(wanted, Array(word.lowercased()))
      guard distance <= max(1, max(wanted.count, word.count) / 3), distance < best?.distance ?? .max else { continue }
      best = (word, distance)
    }
    if let best { return best.word }
    return wanted.count < 2 ? nil : words.first { $0.lowercased().hasPrefix(text.lowercased()) }
  }

  /// The word that means the same as a text: as the screen shows it (x₁² is x1^2, x₁x₂ is x1*x2, sin x₁ is sin(x1)), or
  /// as other programs call it; nil where there is none.
  static func meant(by text: String, among words: [String]) -> String? {
    let plain = squeezed(InputAlphabet.plain(text))
    if let word = words.first(where: { squeezed($0) == plain }) { return word }
    let same = [
      Activation.known(as: text)?.rawValue, OutputActivation.known(as: text)?.rawValue, Loss.known(as: text)?.rawValue,
      Initializer.known(as: text)?.rawValue, Optimizer.known(as: text)?.name,
    ]
    return same.compactMap(\.self).first { words.contains($0) }
  }

  /// A formula without what print leaves out: signs of multiplication, spaces, and parentheses around one name.
  private static func squeezed(_ text: String) -> String {
    text.filter { !"*() ".contains($0) }
  }
}

extension Key {
  /// The key of a name: its own, or a letter or a short form that means nothing else: η, lr.
  package init?(spelled name: String) {
    let plain = InputAlphabet.plain(name)
    guard let key = Key(rawValue: plain) ?? Key.shortForms[plain.lowercased()] else { return nil }
    self = key
  }

  /// The letters that formulas have for keys, and the short forms that people type.
  private static let shortForms: [String: Key] = letters.merging([
    "\u{03B7}": .learningRate, "eta": .learningRate, "lr": .learningRate, "rate": .learningRate, "bs": .batchSize,
    "batch": .batchSize, "opt": .optimizer, "act": .activation, "init": .initializer, "wd": .weightDecay,
    "f": .function, "eps": .epsilon, "test": .testFraction, "layers": .hidden,
  ]) { _, form in form }
  private static let letters = Dictionary(
    Optimizer.Hyperparameter.allCases.map { ($0.facts.letter, Key($0)) }.filter { !$0.0.isEmpty }
  ) { first, _ in first }

  /// The key that somebody may have meant.
  package static func nearest(to text: String) -> Key? {
    Spelling.nearest(to: text, among: allCases.map(\.rawValue)).flatMap { Key(rawValue: $0) }
  }
}
