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

  @Test(
    "no key asks for two things in one place",
    arguments: SceneKind.allCases.map(KeyTable.Place.scene) + [.start, .lesson])
  func unique(place: KeyTable.Place) {
    var seen: [KeyPress: Action] = [:]
    for binding in table.bindings(in: place) {
      for key in binding.keys {
        #expect(seen[key] == nil, "\(key) asks for \(binding.action) and \(String(describing: seen[key]))")
        seen[key] = binding.action
      }
    }
  }

  @Test("the keys of a lesson are its own: elsewhere they mean what the scene says")
  func lesson() {
    #expect(table.action(for: .character("n"), in: .lesson) == .lessonNext)
    #expect(table.action(for: .pageUp, in: .lesson) == .lessonBack)
    #expect(table.action(for: .character("n"), in: .scene(.network)) == .pickNoise)
    #expect(table.action(for: .character("b"), in: .scene(.curve)) == .nextBranch)
    #expect(table.action(for: .pageDown, in: .scene(.perceptron)) == nil)
    #expect(table.action(for: .character("B"), in: .start) == nil)
    #expect(table.action(for: .character(" "), in: .lesson) == nil)
  }

  @Test("every action has a key, and its help says what it does")
  func complete() {
    for action in Action.allCases {
      let binding = table.bindings.first { $0.action == action }
      #expect(binding?.keys.isEmpty == false, "\(action)")
      #expect(binding?.help.isEmpty == false)
    }
  }

  @Test("= is +, in every place, also where + has been given to something else")
  func plus() throws {
    for place in SceneKind.allCases.map(KeyTable.Place.scene) + [.start, .lesson] {
      #expect(table.action(for: .character("="), in: place) == table.action(for: .character("+"), in: place))
    }
    let other = try table.remapped([(.fork, [.character("+")]), (.faster, [.character("f")])])
    #expect(other.action(for: .character("="), in: .scene(.network)) == .fork)
  }
}
