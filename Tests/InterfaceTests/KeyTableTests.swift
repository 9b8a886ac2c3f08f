import Terminal
import Testing
import Training

@testable import Interface

@Suite("KeyTable") struct KeyTableTests {
  private let table = KeyTable()

  @Test("what terminals and multiplexers own is never bound")
  func unbound() {
    let owned: [KeyPress] = [
      .control("a"), .control("b"), .control("s"), .control("q"), .control("g"), .function(10), .function(11),
    ]
    for binding in table.bindings { #expect(Set(binding.keys).isDisjoint(with: owned), "\(binding.action)") }
  }

  @Test("no key asks for two things in one scene", arguments: SceneKind.allCases)
  func unique(scene: SceneKind) {
    var seen: [KeyPress: Action] = [:]
    for binding in table.bindings(in: scene) {
      for key in binding.keys {
        #expect(seen[key] == nil, "\(key) asks for \(binding.action) and \(String(describing: seen[key]))")
        seen[key] = binding.action
      }
    }
  }

  @Test("every action has a key, and its help says what it does")
  func complete() {
    for action in Action.allCases {
      let binding = (table.bindings + KeyTable.lesson).first { $0.action == action }
      #expect(binding?.keys.isEmpty == false, "\(action)")
      #expect(binding?.help.isEmpty == false)
    }
  }
}
