import Terminal
import Training

/// Why keys can't be given to actions as asked for.
package enum RemappingError: Error, Sendable, Equatable {
  /// Terminals and multiplexers own the key.
  case owned(KeyPress, Action)
  /// The action's key is the same for everybody: there must always be a way out.
  case fixed(Action)
  /// The key asks for something else already.
  case taken(KeyPress, Action, by: Action, in: KeyTable.Place)
}

extension KeyTable {
  /// Keys that terminals and multiplexers own.
  package static let owned: Set<KeyPress> = [
    .control("a"), .control("b"), .control("s"), .control("q"), .control("g"), .function(10), .function(11),
  ]

  /// Actions that keep their keys: leaving at once, suspending, drawing anew, closing.
  static let fixed: Set<Action> = [.interrupt, .suspend, .redraw, .escape]

  /// Actions that the table shows on one line.
  private static let families: [[Action]] = [
    [.faster, .slower], [.learningRateDown, .learningRateUp], [.zoomIn, .zoomOut], [.addUnit, .removeUnit],
    [.addLayer, .removeLayer], [.panLeft, .panDown, .panUp, .panRight], [.nextPanel, .previousPanel],
  ]

  /// The table with other keys for some actions; what it shows of them follows.
  ///
  /// - Parameter keys: For each action all its keys from now on; the first is the one that is shown.
  /// - Throws: The first thing that is wrong.
  package func remapped(_ keys: [(action: Action, keys: [KeyPress])]) throws(RemappingError) -> KeyTable {
    guard !keys.isEmpty else { return self }
    for (action, own) in keys {
      if Self.fixed.contains(action) { throw .fixed(action) }
      if let key = own.first(where: Self.owned.contains) { throw .owned(key, action) }
    }
    let fresh = Dictionary(keys.map { ($0.action, $0.keys) }) { $1 }
    let table = KeyTable(bindings.map { binding in binding.with(keys: fresh[binding.action] ?? binding.keys) })
    for place in [Place.start, .lesson] + SceneKind.allCases.map(Place.scene) {
      if let (key, first, second) = table.conflict(in: place) {
        let (mine, other) = fresh[second] != nil ? (second, first) : (first, second)
        throw .taken(key, mine, by: other, in: place)
      }
    }
    return table.relabeled(Set(fresh.keys))
  }

  /// A key that asks for two things in a place.
  ///
  /// A lesson's keys may stand before keys that only some scenes have, not before those that hold everywhere.
  private func conflict(in place: Place) -> (KeyPress, Action, Action)? {
    var seen: [KeyPress: Action] = [:]
    for binding in bindings(in: place) + (place == .lesson ? bindings.filter { $0.holds(in: .start) } : []) {
      for key in binding.keys {
        if let other = seen[key], other != binding.action { return (key, other, binding.action) }
        seen[key] = binding.action
      }
    }
    return nil
  }

  /// The table with what is shown of some actions, and of those beside them, made from their keys.
  private func relabeled(_ changed: Set<Action>) -> KeyTable {
    KeyTable(
      bindings.map { binding in
        let family = Self.families.first { $0.contains(binding.action) } ?? [binding.action]
        guard !changed.isDisjoint(with: family) else { return binding }
        let members = family.first == binding.action ? family : [binding.action]
        let labels = members.compactMap { member in
          bindings.first { $0.action == member && $0.scenes == binding.scenes }?.keys.first?.label
        }
        return binding.with(label: labels.joined(separator: " "))
      })
  }
}

extension KeyBinding {
  fileprivate func with(keys: [KeyPress]) -> KeyBinding {
    KeyBinding(action: action, keys: keys, label: label, footer: footer, help: help, group: group, scenes: scenes)
  }

  /// The same line with another label, and without what its help says of other keys.
  fileprivate func with(label: String) -> KeyBinding {
    var words = help
    for mark in ["; ", " (also", " (1, 2"] {
      if let range = words.firstRange(of: mark) { words = String(words[..<range.lowerBound]) }
    }
    return KeyBinding(
      action: action, keys: keys, label: label, footer: footer, help: words, group: group, scenes: scenes)
  }
}
