import Plotting
import Terminal
import Testing

@testable import Interface
@testable import Training

@Suite("Picker") struct PickerTests {
  /// Every setting that is chosen from a list, in every scene that has it.
  static let lists: [(SceneKind, Key)] = SceneKind.allCases.flatMap { scene in
    Key.allCases.filter { key in
      let description = Description(scene)
      return key.specification.scenes.contains(description.subject)
        && PickerItem.items(for: key, in: description).count > 1
    }.map { (scene, $0) }
  }

  @Test("each choice says what it is for", arguments: lists)
  func summaries(scene: SceneKind, key: Key) {
    for item in PickerItem.items(for: key, in: Description(scene)) {
      // A count, or a word for all of them, is what it says.
      guard key.specification.kind(in: Description(scene).subject).isOfWords || key == .noise || key == .flipNoise
      else {
        continue
      }
      #expect(item.summary.count >= 6, "\(scene) \(key.rawValue) \(item.value)")
      #expect(!item.detail.isEmpty, "\(scene) \(key.rawValue) \(item.value)")
    }
  }

  @Test("no word is cut: what a list says is there as a whole", arguments: lists, [(60, 20), (80, 24), (120, 40)])
  func whole(list: (SceneKind, Key), size: (Int, Int)) {
    var app = SteppedApp(Description(list.0), width: size.0, height: size.1)
    app.carryOut([.pick(list.1)])
    let items = PickerItem.items(for: list.1, in: app.state.description)
    app.press(.home)
    for item in items {
      let rows = app.state.draw().text.split(separator: "\n")
      let words = item.summary.split(separator: " ")
      let text = rows.joined(separator: " ")
      let math = app.state.look.glyphs.text(SafeText(item.summary)).description.split(separator: " ")
      #expect(math.allSatisfy { text.contains($0) }, "\(list.1.rawValue) \(item.value): \(words.count) words")
      app.press(.down)
    }
  }

  @Test(
    "a search may begin with any letter but those that move", arguments: [Key.data, .optimizer, .activation])
  func letters(key: Key) {
    for scalar in (0x21...0x7E).compactMap({ Unicode.Scalar($0) }) {
      var app = SteppedApp(Description(.network))
      app.carryOut([.pick(key)])
      app.press(.character(scalar))
      guard case .picker? = app.state.overlay else {
        Issue.record("\(scalar) closes the list")
        continue
      }
    }
  }

  @Test("every list with more rows than fit has an arrow on the side on which it goes on", arguments: lists)
  func goesOn(list: (SceneKind, Key)) {
    for (width, height) in [(60, 14), (60, 20), (80, 24)] {
      var app = SteppedApp(Description(list.0), width: width, height: height)
      // One panel alone, so that the only arrows are those of the list; the key line has some.
      app.carryOut([.action(.enlarge), .pick(list.1)])
      let items = PickerItem.items(for: list.1, in: app.state.description)
      app.press(.home)
      // Whether the last and the first one are seen is known by their names, each beside its list's edge.
      func rows() -> [String] { app.state.draw().text.split(separator: "\n").dropLast().map(String.init) }
      func isSeen(_ item: PickerItem) -> Bool {
        let name = app.state.look.glyphs.text(SafeText(item.value)).description
        let detail = app.state.look.glyphs.text(SafeText(item.detail)).description.prefix(12)
        return rows().flatMap { $0.split(separator: "┃") }.contains { row in
          let text = row.drop { " ›".contains($0) }.replacing("[x] ", with: "").replacing("[ ] ", with: "")
          let rest = text.dropFirst(name.count)
          // A number alone may also be an axis's.
          return text.hasPrefix(name) && rest.first.map { $0 == " " } != false
            && (name.first?.isLetter == true || rest.contains(detail))
        }
      }
      guard let first = items.first, let last = items.last else { continue }
      #expect(isSeen(last) != rows().contains { $0.contains("↓") }, "\(list) at \(width)x\(height)")
      app.press(.end)
      #expect(isSeen(first) != rows().contains { $0.contains("↑") }, "\(list) at \(width)x\(height)")
    }
  }

  @Test("a list that goes on has an arrow where it does")
  func arrows() {
    var app = SteppedApp(Description(.network), width: 80, height: 24)
    for _ in 0..<5 { app.press(.tab) }
    #expect(app.state.scene.focusedPanel == .settings)
    #expect(app.state.draw().text.contains("↓"))
    for _ in 0..<30 { app.press(.down) }
    #expect(app.state.draw().text.contains("↑"))
  }
}

extension KeySpecification.Kind {
  /// Whether values are words of which something can be said.
  fileprivate var isOfWords: Bool {
    switch self {
    case .word, .words, .flag: true
    case .text(let known), .character(let known): !known.isEmpty
    case .number, .integer, .names, .integers, .assignments, .variation: false
    }
  }
}
