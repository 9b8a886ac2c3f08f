import Terminal
import Training

/// One line of the keys: which of them ask for an action, and what people are told about it.
package struct KeyBinding: Sendable {
  /// What the keys are for, as the help groups them.
  package enum Group: String, Sendable, CaseIterable {
    case lesson = "Lesson"
    case time = "Time"
    case learning = "Learning"
    case picture = "Picture"
    case program = "Program"
  }

  /// What it was declared as.
  let declaration: KeyDeclaration
  /// Where the action is there.
  let scope: Scope
  /// The keys as shown.
  package let label: String
  /// What it does, in half a sentence.
  package let help: String
  /// Whether another line tells of it, so that it needs none of its own.
  package let isToldElsewhere: Bool

  /// Where an action is there.
  enum Scope: Sendable, Hashable {
    case everywhere
    case scenes(Set<SceneKind>)
    case lesson
  }

  /// What is asked for.
  package var action: Action { declaration.action }
  /// The keys that ask for it; the first is the one that is shown.
  package var keys: [KeyPress] { declaration.keys }
  /// A word or two for the key line; nil where it is only in the help.
  package var footer: String? { declaration.footer }
  /// The other actions that its line tells of.
  var partners: [Action] { declaration.pair?.partners ?? [] }
  /// Where the help lists it.
  package var group: Group { declaration.section.group }
}

extension KeyBinding {
  /// Whether it is what is searched for, in small letters: a key, or a part of what it does.
  func isFound(by wanted: String) -> Bool {
    help.lowercased().contains(wanted) || action.name.contains(wanted) || label.lowercased() == wanted
      || keys.contains { $0.label.lowercased() == wanted || $0.name == wanted }
  }

  /// Whether the line holds in a place.
  ///
  /// The keys of a lesson are asked before the scene's: `n` is the next page there, and the noise again when the lesson
  /// is left.
  func holds(in place: KeyBindings.Place) -> Bool { scope.holds(in: place) }
}

extension KeyBinding.Scope {
  /// Whether an action is there in a place.
  func holds(in place: KeyBindings.Place) -> Bool {
    switch (self, place) {
    case (.everywhere, .start), (.everywhere, .scene), (.lesson, .lesson): true
    case (.scenes(let kinds), .scene(let kind)): kinds.contains(kind)
    case (.everywhere, .lesson), (.scenes, .start), (.scenes, .lesson), (.lesson, .start), (.lesson, .scene): false
    }
  }

  /// Whether texts name its keys whichever scene there is.
  var isNamedEverywhere: Bool {
    switch self {
    case .everywhere, .lesson: true
    case .scenes: false
    }
  }

  /// Whether there is a place where both are there.
  func meets(_ other: KeyBinding.Scope) -> Bool {
    switch (self, other) {
    case (.scenes(let own), .scenes(let others)): !own.isDisjoint(with: others)
    case (.lesson, .lesson), (.everywhere, .everywhere), (.everywhere, .scenes), (.scenes, .everywhere): true
    case (.lesson, .everywhere), (.lesson, .scenes), (.everywhere, .lesson), (.scenes, .lesson): false
    }
  }
}
