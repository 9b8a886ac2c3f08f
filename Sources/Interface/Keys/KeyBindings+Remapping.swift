import Terminal
import Training

/// Why keys can't be given to actions as asked for.
package enum RemappingError: Error, Sendable, Equatable {
  /// Terminals and multiplexers own the key.
  case owned(KeyPress, Action)
  /// The action's key is the same for everybody: there must always be a way out.
  case fixed(Action)
  /// The key asks for something else already.
  case taken(KeyPress, Action, by: Action, in: KeyBindings.Place)
}

extension KeyBindings {
  /// Keys that terminals and multiplexers own.
  package static let owned: Set<KeyPress> = [
    .control("a"), .control("b"), .control("s"), .control("q"), .control("g"), .function(10), .function(11),
  ]

  /// Actions that keep their keys: leaving at once, suspending, drawing anew, closing.
  static let fixed: Set<Action> = [.app(.interrupt), .app(.suspend), .app(.redraw), .app(.escape)]

  /// The table with other keys for some actions; what it says of them follows.
  ///
  /// - Parameter keys: For each action all its keys from now on; the first is the one that is shown.
  /// - Throws: The first thing that is wrong.
  package func remapped(_ keys: [(action: Action, keys: [KeyPress])]) throws(RemappingError) -> KeyBindings {
    guard !keys.isEmpty else { return self }
    for (action, own) in keys {
      if Self.fixed.contains(action) { throw .fixed(action) }
      if let key = own.first(where: Self.owned.contains) { throw .owned(key, action) }
    }
    let fresh = Dictionary(keys.map { ($0.action, $0.keys) }) { $1 }
    let table = KeyBindings(
      entries.map { entry in
        var entry = entry
        if let keys = fresh[entry.declaration.action] { entry.declaration = entry.declaration.with(keys: keys) }
        return entry
      })
    for place in [Place.start, .lesson] + SceneKind.allCases.map(Place.scene) {
      if let (key, first, second) = table.conflict(in: place) {
        let (mine, other) = fresh[second] != nil ? (second, first) : (first, second)
        throw .taken(key, mine, by: other, in: place)
      }
    }
    return table
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
}
