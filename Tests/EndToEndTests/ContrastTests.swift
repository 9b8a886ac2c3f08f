import TestSupport
import Testing

@testable import Plotting

/// What is sent can be read, as terminals of 8 and 16 colors paint it.
///
/// That is text 4.5 to 1 on what is behind it, lines and marks 3 to 1 (WCAG 2.1). Of more colors the themes' own tests speak.
@Suite(.serialized, .enabled(if: TmuxScreen.isAvailable)) struct ContrastTests {
  /// A terminal, by what it is called and what color it has behind.
  struct Terminal: Sendable, CustomTestStringConvertible {
    let name: String
    var colorTerm = ""
    var isDark = true

    var testDescription: String { "\(name)\(colorTerm) \(isDark ? "dark" : "light")" }
    var emulators: [PaintedScreen.Emulator] {
      // xterm's own colors, with and without bold in bright colors.
      [true, false].map {
        .init(foreground: isDark ? 0xE5E5E5 : 0x000000, background: isDark ? 0x000000 : 0xFFFFFF, brightensBold: $0)
      }
    }
  }

  static let terminals: [Terminal] = ["screen", "xterm", "linux", "tmux", "ansi", "xterm-16color"].flatMap {
    [Terminal(name: $0), Terminal(name: $0, isDark: false)]
  }

  static let themes = ["dark", "light", "projector", "high-contrast", "monochrome"]

  /// Scenes, and keys that bring up what else there is.
  static let pictures: [(arguments: String, keys: String)] = [
    ("perceptron --data penguins", "eee"), ("network --data blobs", "eee"), ("surface himmelblau", "...."),
    ("race surface sphere --vary learning-rate=0.1,0.5,0.9,1.1", "...."), ("perceptron", "?"), ("network", "d"),
    ("", ""),
    ("network", ":wrong\r"),
  ]

  @Test(
    "Every character, the pictures dealt out over terminals and themes", arguments: terminals.indices, themes.indices)
  func painted(number: Int, themeNumber: Int) throws {
    let (terminal, theme) = (Self.terminals[number], Self.themes[themeNumber])
    for turn in 0..<2 {
      let (arguments, keys) = Self.pictures[(2 * number + 3 * themeNumber + turn) % Self.pictures.count]
      let scene = arguments.isEmpty ? "start" : arguments
      let screen = try TmuxScreen(
        "\(BuiltProduct.path("downhill")) \(scene) --theme \(theme)",
        environment: [
          "TERM": terminal.name, "COLORTERM": terminal.colorTerm, "COLORFGBG": terminal.isDark ? "15;0" : "0;15",
        ], width: 90, height: 28)
      _ = try #require(try screen.waitFor("quit"), "\(terminal.testDescription) \(scene)")
      try screen.send(keys)
      _ = try screen.waitUntil(milliseconds: 1500) { _ in true }
      let rows = try screen.styledRows()
      for emulator in terminal.emulators {
        let painted = PaintedScreen(rows, emulator)
        let written = painted.cells.filter {
          !$0.character.isWhitespace && $0.character.unicodeScalars.first?.role != .fill
        }
        #expect(written.count > 100)
        let poor = written.filter { cell in
          cell.foreground.contrast(with: cell.background)
            < (cell.character.unicodeScalars.first?.role.leastContrast ?? 0)
        }
        let words = Set(poor.map { "\($0.character) \($0.foreground.hexDigits) on \($0.background.hexDigits)" })
          .sorted()
        #expect(
          poor.isEmpty, "\(terminal.testDescription), \(theme), \(scene), bold \(emulator.brightensBold): \(words)")
      }
    }
  }
}
