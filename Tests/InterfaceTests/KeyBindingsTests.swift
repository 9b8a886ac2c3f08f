import Terminal
import Testing
import Training

@testable import Interface

@Suite("KeyBindings") struct KeyBindingsTests {
  private let table = KeyBindings()

  @Test("what terminals and multiplexers own is never bound")
  func unbound() {
    let owned: [KeyPress] = [
      .control("a"), .control("b"), .control("s"), .control("q"), .control("g"), .function(10), .function(11),
    ]
    for binding in table.bindings { #expect(Set(binding.keys).isDisjoint(with: owned), "\(binding.action)") }
  }

  @Test(
    "no key asks for two things in one place",
    arguments: SceneKind.allCases.map(KeyBindings.Place.scene) + [.start, .lesson])
  func unique(place: KeyBindings.Place) {
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
    #expect(table.action(for: .character("n"), in: .lesson) == .app(.lessonNext))
    #expect(table.action(for: .pageUp, in: .lesson) == .app(.lessonBack))
    #expect(table.action(for: .character("n"), in: .scene(.network)) == .app(.pickNoise))
    #expect(table.action(for: .character("b"), in: .scene(.curve)) == .app(.nextBranch))
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
    for place in SceneKind.allCases.map(KeyBindings.Place.scene) + [.start, .lesson] {
      #expect(table.action(for: .character("="), in: place) == table.action(for: .character("+"), in: place))
    }
    let other = try table.remapped([(.app(.fork), [.character("+")]), (.app(.faster), [.character("f")])])
    #expect(other.action(for: .character("="), in: .scene(.network)) == .app(.fork))
  }

  @Test("every scene is in the catalog, and every action that some scenes have is there in one")
  func catalog() {
    #expect(Set(SceneCatalog.all.map { $0.kind }) == Set(SceneKind.allCases))
    #expect(SceneCatalog.all.count == SceneKind.allCases.count)
    for kind in SceneKind.allCases { #expect(SceneCatalog.scene(for: Description(kind)).kind == kind) }
    let offered = SceneCatalog.all.reduce(into: Set<AppAction>()) { $0.formUnion($1.appActions) }
    #expect(offered == Set(AppAction.allCases.filter { $0.scope == .someScenes }))
    let declared = Set(SceneCatalog.all.flatMap { $0.declarations }.map(\.action))
    #expect(declared == Set(SceneAction.allCases.map(Action.scene)))
  }

  @Test(
    "each action is told of in one line of its place, with its key",
    arguments: SceneKind.allCases.map(KeyBindings.Place.scene) + [.start, .lesson])
  func once(place: KeyBindings.Place) {
    let lines = table.listed.filter { $0.holds(in: place) }
    for binding in table.bindings(in: place) {
      let telling = lines.filter { $0.action == binding.action || $0.partners.contains(binding.action) }
      #expect(telling.count == 1, "\(binding.action) in \(place)")
      let key = binding.keys.first?.label ?? ""
      #expect(telling.allSatisfy { ($0.label + " " + $0.help).contains(key) || $0.label.contains("–") })
    }
  }

  /// The words of a line that are no key.
  private func words(_ text: String, without keys: Set<String>) -> [String] {
    text.split { " ;:,.()".contains($0) }.map(String.init).filter { !keys.contains($0) }
  }

  @Test(
    "an action with another key keeps the whole of its help, and so do the lines that name its key",
    arguments: Action.allCases.filter { !KeyBindings.fixed.contains($0) })
  func remapping(action: Action) throws {
    let standard = try #require(table.bindings.first { $0.action == action }).keys
    let fresh = KeyPress.function(5)
    let other = try table.remapped([(action, [fresh] + standard.dropFirst())])
    let keys = Set(table.bindings.flatMap(\.keys).map(\.label) + [fresh.label])
    #expect(other.bindings.count == table.bindings.count)
    for (before, after) in zip(table.bindings, other.bindings) {
      #expect(words(after.help, without: keys) == words(before.help, without: keys))
      guard !before.isToldElsewhere, before.action == action || before.partners.contains(action) else {
        // Another's line tells of it; what else asks for the same is named as it is now.
        if before.action == action || before.help.contains("(also") { continue }
        #expect(after.help == before.help && after.label == before.label)
        continue
      }
      #expect((after.label + " " + after.help).contains(fresh.label), "\(after.label): \(after.help)")
      // What it was asked for with is named nowhere: `−` alone, not as a part of another key.
      guard let old = standard.first?.label else { continue }
      let named = after.label.split(separator: " ") + after.help.split { " ;,()".contains($0) }
      #expect(!named.contains { $0 == old }, "\(after.label): \(after.help)")
    }
  }

  @Test("the view's four letters are one word until one of them is a longer key")
  func letters() throws {
    func line(_ table: KeyBindings) -> KeyBinding? { table.bindings.first { $0.action == .scene(.panLeft) } }
    #expect(line(table)?.label == "hjkl")
    let other = try table.remapped([(.scene(.panUp), [.function(5)])])
    #expect(line(other)?.label == "h j F5 l")
    #expect(line(other)?.help == "move the view to the left; j F5 l the other ways")
    let fit = try table.remapped([(.scene(.fitView), [.function(5)])])
    #expect(fit.bindings.first { $0.action == .scene(.fitView) }?.help == "the whole view; again: all of the path")
  }
}
