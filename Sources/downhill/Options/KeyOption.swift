import ArgumentParser
import Training

/// A scene known to the compiler, so that one set of options describes itself differently in each command.
protocol OptionScene: Sendable {
  static var scene: SceneKind { get }
}

extension Option where Value == [String] {
  /// The option that sets a key; name, placeholder, help and completion are the key table's.
  ///
  /// It is hidden from the help of a scene that it means nothing to, but still read, for a better error. So is what is
  /// given twice: the description refuses it, where the parser would drop the first without a word.
  init(_ key: Key, _ scene: SceneKind) {
    let completion: CompletionKind? =
      switch key.specification.kind {
      case .text where key == .data: .file(extensions: ["csv", "tsv", "txt"])
      case .text where key.namesFile: .file()
      default:
        if key.words(for: scene).isEmpty { nil } else { .list(key.words(for: scene)) }
      }
    self.init(
      wrappedValue: [], name: .customLong(key.rawValue), parsing: .unconditionalSingleValue,
      help: ArgumentHelp(key, scene), completion: completion)
  }
}

extension Flag where Value == Bool {
  /// The flag that sets a key to true.
  init(_ key: Key, _ scene: SceneKind) {
    self.init(wrappedValue: false, name: .customLong(key.rawValue), help: ArgumentHelp(key, scene))
  }
}

extension ArgumentHelp {
  fileprivate init(_ key: Key, _ scene: SceneKind) {
    let specification = key.specification
    let isUsed = specification.scenes.contains(scene) || scene == .race || scene == .landscape && key.isLearned
    self.init(
      key.helpText(for: scene), valueName: specification.placeholder,
      visibility: isUsed ? .default : .private)
  }
}

extension Key {
  /// The words that can be chosen from in a command.
  fileprivate func words(for scene: SceneKind) -> [String] {
    specification.words(in: scene)
  }

  fileprivate var isLearned: Bool { specification.scenes.contains(.network) }

  /// What the option means, what can be chosen, what it is when left out.
  func helpText(for scene: SceneKind) -> String {
    var text = specification.help
    let words = self.words(for: scene)
    if case .text = specification.kind(in: scene) {
      if self == .data { text += " (see: downhill list datasets)" }
      if self == .function, !words.isEmpty { text += " (see: downhill list functions)" }
    } else if !words.isEmpty, specification.kind != .flag {
      text += ": \(words.joined(separator: ", "))"
    }
    if let setting = Description(scene)[self], setting != .flag(false) {
      text += " (default: \(setting.text))"
    } else if case .words(let other, let settings) = specification.fallback {
      let byWord = specification.requirement?.words.compactMap { word in settings[word].map { "\(word) \($0.text)" } }
      text += " (\(other.rawValue) \((byWord ?? []).joined(separator: ", ")))"
    }
    return text
  }
}
