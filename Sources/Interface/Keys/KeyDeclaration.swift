import Terminal

/// What is said of a key where it is declared: which keys ask for what, and what people are told of it.
///
/// The words that name other keys are data here, so that they follow when keys are given to other actions.
package struct KeyDeclaration: Sendable, Hashable {
  /// Where the help lists it, in its order.
  package enum Section: Int, Sendable, CaseIterable, Comparable {
    case lesson, time, settings, model, layers, reading, branches, start, panels, view, plane, palette, landscape
    case picture, program

    package static func < (first: Section, second: Section) -> Bool { first.rawValue < second.rawValue }

    /// What its keys are for, as the help groups them.
    var group: KeyBinding.Group {
      switch self {
      case .lesson: .lesson
      case .time, .branches: .time
      case .settings, .model, .layers, .start, .landscape: .learning
      case .reading, .panels, .view, .plane, .palette, .picture: .picture
      case .program: .program
      }
    }
  }

  /// Other actions that are told of in the same line, because they are the other way: `+` and `−`.
  package struct Pair: Sendable, Hashable {
    /// The other actions.
    let partners: [Action]
    /// What they do, after their keys: `− plays slower`.
    let words: String
    /// Where their keys stand in the label.
    let side: Side

    /// A side of the action's own key.
    enum Side: Sendable, Hashable { case before, after, nowhere }
  }

  /// What else asks for the same.
  package enum Also: Sendable, Hashable {
    /// The keys after the first, with what is to be said of the ones it comes with.
    case keys(String? = nil)
    /// The key of another action.
    case app(AppAction)
    /// Something that is no key.
    case words(String)
  }

  /// What is asked for.
  let action: Action
  /// The keys that ask for it; the first is the one that is shown.
  private(set) var keys: [KeyPress]
  /// Whether the keys after the first are still the ones everybody starts with.
  private(set) var hasStandardRest = true
  /// Where the help lists it.
  let section: Section
  /// A word or two for the key line; nil where it is only in the help.
  let footer: String?
  /// What it does, in half a sentence that names no key.
  let help: String
  /// The actions told of in the same line.
  let pair: Pair?
  /// What it does when it is asked for once more.
  let again: String?
  /// A remark in parentheses.
  let note: String?
  /// What else asks for the same.
  let also: Also?
  /// Whether each of the keys asks for something of its own, so that the label has to have all of them.
  let isRange: Bool
}

extension KeyDeclaration {
  /// Declares keys.
  init(
    _ action: Action, _ keys: [KeyPress], in section: Section, footer: String? = nil, _ help: String,
    pair: Pair? = nil, again: String? = nil, note: String? = nil, also: Also? = nil, isRange: Bool = false
  ) {
    self.action = action
    self.keys = keys
    self.section = section
    self.footer = footer
    self.help = help
    self.pair = pair
    self.again = again
    self.note = note
    self.also = also
    self.isRange = isRange
  }

  /// Declares keys of a scene.
  init(
    _ action: SceneAction, _ keys: [KeyPress], in section: Section, footer: String? = nil, _ help: String,
    pair: Pair? = nil, again: String? = nil, also: Also? = nil, isRange: Bool = false
  ) {
    self.init(
      Action.scene(action), keys, in: section, footer: footer, help, pair: pair, again: again, also: also,
      isRange: isRange)
  }

  /// The same with other keys.
  func with(keys: [KeyPress]) -> KeyDeclaration {
    var other = self
    other.keys = keys
    other.hasStandardRest = hasStandardRest && keys.dropFirst() == self.keys.dropFirst()
    return other
  }

  /// What the screen shows of the keys.
  ///
  /// - Parameter label: The key of another action, as it is shown.
  func label(_ label: (Action) -> String) -> String {
    let own = isRange ? rangeLabel : keys.first?.label ?? ""
    guard let pair, pair.side != .nowhere else { return own }
    let others = pair.partners.map(label)
    let all = pair.side == .before ? others + [own] : [own] + others
    // The four letters that move a view are one word.
    return all.joined(separator: all.count > 2 && all.allSatisfy { $0.count == 1 } ? "" : " ")
  }

  /// `1–7` for keys that follow one another, else each of them.
  private var rangeLabel: String {
    let scalars = keys.compactMap { key -> UInt32? in
      if case .character(let scalar) = key { scalar.value } else { nil }
    }
    let isRun = scalars.count == keys.count && zip(scalars, scalars.dropFirst()).allSatisfy { $0 + 1 == $1 }
    guard isRun, keys.count > 2, let first = keys.first, let last = keys.last else {
      return keys.map(\.label).joined(separator: " ")
    }
    return "\(first.label)–\(last.label)"
  }

  /// What the help says, with the other keys in it as they are now.
  ///
  /// - Parameter label: The key of another action, as it is shown.
  func text(_ label: (Action) -> String) -> String {
    var text = help
    if let pair { text += "; \(pair.partners.map(label).joined(separator: " ")) \(pair.words)" }
    if let again { text += "; again: \(again)" }
    if let note { text += " (\(note))" }
    switch also {
    case .keys(let remark):
      let others = keys.dropFirst().map(\.label)
      guard !others.isEmpty else { break }
      let said = [others.joined(separator: " ")] + (hasStandardRest ? [remark].compactMap(\.self) : [])
      text += " (also \(said.joined(separator: ", ")))"
    case .app(let action): text += " (also \(label(.app(action))))"
    case .words(let words): text += " (also \(words))"
    case nil: break
    }
    return text
  }
}

extension KeyDeclaration.Pair {
  /// Tells of an action of the app in another's line.
  init(_ partner: AppAction, _ words: String, label side: Side = .after) {
    self.init(partners: [.app(partner)], words: words, side: side)
  }

  /// Tells of actions of a scene in another's line.
  init(_ partners: SceneAction..., words: String, label side: Side = .after) {
    self.init(partners: partners.map(Action.scene), words: words, side: side)
  }
}
