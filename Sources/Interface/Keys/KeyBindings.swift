import Terminal
import Training

/// The one table of keys, put together from what the app and each scene declare: it feeds dispatch, the key line, the
/// help, the man page and the README.
///
/// Never bound, because terminals and multiplexers own them: Ctrl-A, Ctrl-B, Ctrl-S, Ctrl-Q, Ctrl-G, F10, F11.
package struct KeyBindings: Sendable {
  /// Where a key is pressed.
  package enum Place: Sendable, Equatable {
    /// On the start screen.
    case start
    /// In a scene.
    case scene(SceneKind)
    /// On a page of a lesson, whatever its scene.
    case lesson
  }

  /// A declaration with where it is there.
  struct Entry: Sendable {
    var declaration: KeyDeclaration
    let scope: KeyBinding.Scope
  }

  /// The lines, in the order of the help.
  package let bindings: [KeyBinding]
  let entries: [Entry]
  private let lines: [KeyPress: [KeyBinding]]

  /// The keys everybody starts with.
  package init() { self = Self.standard }

  /// A table of entries, in the order of the help.
  ///
  /// - Complexity: O(entries²), for some eighty.
  init(_ entries: [Entry]) {
    self.entries = entries
    bindings = entries.map { entry in
      let label = { (action: Action) -> String in
        entries.first { $0.declaration.action == action && $0.scope.meets(entry.scope) }?
          .declaration.keys.first?.label ?? ":\(action.name)"
      }
      let isToldElsewhere = entries.contains { other in
        other.declaration.pair?.partners.contains(entry.declaration.action) == true && other.scope.meets(entry.scope)
      }
      return KeyBinding(
        declaration: entry.declaration, scope: entry.scope, label: entry.declaration.label(label),
        help: entry.declaration.text(label), isToldElsewhere: isToldElsewhere)
    }
    var lines: [KeyPress: [KeyBinding]] = [:]
    for binding in bindings {
      for key in binding.keys { lines[key, default: []].append(binding) }
    }
    self.lines = lines
  }

  /// What a key asks for in a place; nil when it is not bound there.
  ///
  /// `=` is `+` without Shift on many keyboards, so it asks for the same unless it has a meaning of its own.
  package func action(for key: KeyPress, in place: Place) -> Action? {
    let found = lines[key]?.first { $0.holds(in: place) }?.action
    return found ?? (key == .character("=") ? action(for: .character("+"), in: place) : nil)
  }

  /// The lines that hold in a place.
  package func bindings(in place: Place) -> [KeyBinding] {
    bindings.filter { $0.holds(in: place) }
  }

  /// The lines that people read: all but those that another line tells of.
  package var listed: [KeyBinding] { bindings.filter { !$0.isToldElsewhere } }

  // MARK: Names

  /// The key that asks for an action in a place, as the screen names it wherever it speaks of one.
  ///
  /// Where no key does, what can be typed in its place. What is there in every scene has its name in a lesson too.
  package func name(of action: Action, in place: Place) -> String {
    let binding = bindings.first { $0.action == action && ($0.scope.isNamedEverywhere || $0.holds(in: place)) }
    return binding?.keys.first?.label ?? ":\(action.name)"
  }

  /// The key that asks for an action of the app in a place.
  package func name(of action: AppAction, in place: Place) -> String { name(of: .app(action), in: place) }

  /// The key that asks for an action of a scene in a place.
  package func name(of action: SceneAction, in place: Place) -> String { name(of: .scene(action), in: place) }

  /// The keys that ask for actions anywhere, as texts name them that are not about one scene.
  var names: Names {
    Names { action in bindings.first { $0.action == action }?.label ?? ":\(action.name)" }
  }

  /// How texts name the keys of actions that are not about one scene; of several lines the first.
  struct Names {
    let name: (Action) -> String

    func callAsFunction(_ action: AppAction) -> String { name(.app(action)) }
    func callAsFunction(_ action: SceneAction) -> String { name(.scene(action)) }
  }
}
