import Basics
import Learning
@testable import Plotting

import TestSupport
import Testing

@testable import Interface
@testable import Terminal
@testable import Training

/// What is sent can be read: every character of every scene in every theme, as terminals of each depth paint it.
///
/// That is text 4.5 to 1 on what is behind it, and lines and marks on it 3 to 1 (WCAG 2.1).
@Suite("Contrast of what is sent") struct SentContrastTests {
  /// A terminal by its colors.
  struct Terminal: Sendable, CustomTestStringConvertible {
    let depth: ColorDepth
    let isDark: Bool
    var testDescription: String { "\(depth) on \(isDark ? "dark" : "light")" }
  }

  static let terminals: [Terminal] = [ColorDepth.direct, .indexed, .sixteen, .eight].flatMap {
    [Terminal(depth: $0, isDark: true), Terminal(depth: $0, isDark: false)]
  }

  static let themes: [Theme.Name] = [.dark, .light, .projector, .highContrast, .monochrome]

  /// Scenes, and keys that bring up what else there is.
  static let scenes: [(kind: SceneKind, settings: [(key: String, value: String)], keys: String)] = [
    (.perceptron, [("data", "penguins")], "eef]ee"), (.perceptron, [], "..p"),
    (.network, [("data", "blobs"), ("classes", "4")], "ee"), (.network, [("data", "plane")], "e"),
    (.network, [("data", "xor")], "eef]e"),
    (.network, [("view", "backpropagation")], "....."), (.network, [("view", "training-loop")], "..."),
    (.surface, [("function", "himmelblau")], "....vv"), (.surface, [("function", "rosenbrock")], "...."),
    (.surface, [("function", "sphere"), ("optimizer", "momentum")], "..]..v"),
    (.curve, [("function", "two-valleys")], "...."), (.graph, [], "....."), (.activations, [], ""),
    (.race, [("of", "surface"), ("vary", "learning-rate=0.1,0.5,0.9,1.1")], "...."),
    (.race, [("of", "network"), ("vary", "optimizer=sgd,momentum,nesterov,adagrad,rmsprop,adam,adamw")], "e"),
    (.race, [("of", "perceptron"), ("vary", "learning-rate=0.1,1")], ".."),
    (.landscape, [("of", "network"), ("resolution", "15")], "ev"),
    (.landscape, [("of", "perceptron"), ("resolution", "15")], "."),
  ]

  /// Keys that open something over a scene.
  private static let overlays: [[KeyPress]] = [
    [], [.character("?")], [.character("d")], [.character(":"), .character("x")], [.character("*")], [.tab, .tab],
    [.character("y"), .character("z")],
  ]

  /// Pairs as the screen has them, and what they were set up with.
  private struct Paint {
    var pairs: ColorPairs
    var setUp: [Int32: (front: Int32, back: Int32)] = [0: (-1, -1)]
    let terminal: Terminal
    let brightensBold: Bool
    private static let reserved = 8

    init(_ terminal: Terminal, brightensBold: Bool) {
      pairs = ColorPairs(
        depth: terminal.depth, capacity: 65_536, directReserved: Self.reserved, isDark: terminal.isDark)
      self.terminal = terminal
      self.brightensBold = brightensBold
    }

    /// The colors that a cell has in the end: xterm's own where it is the terminal's.
    mutating func colors(of cell: Cell) -> (front: Color, back: Color) {
      var fresh: (Int32, Int32, Int32)?
      let choice = pairs.choice(
        foreground: cell.style.foreground, background: cell.style.background, as: cell.scalar.role
      ) {
        fresh = ($0, $1, $2)
        return true
      }
      if let fresh { setUp[fresh.0] = (fresh.1, fresh.2) }
      let pair = setUp[choice.pair] ?? (-1, -1)
      var attributes = cell.style.attributes
      if !choice.allowsBold { attributes.remove(.bold) }
      let isBright = brightensBold && attributes.contains(.bold) && terminal.depth != .direct
      var front = color(pair.front, own: terminal.isDark ? 0xE5E5E5 : 0x000000, isBright: isBright)
      var back = color(pair.back, own: terminal.isDark ? 0x000000 : 0xFFFFFF, isBright: false)
      if attributes.contains(.dim) { front = front.mixed(with: back, amount: 0.5) }
      if attributes.contains(.reverse) { swap(&front, &back) }
      return (front, back)
    }

    private func color(_ value: Int32, own: UInt32, isBright: Bool) -> Color {
      if value < 0 { return Color(own) }
      if terminal.depth == .direct, value >= Self.reserved { return Color(UInt32(value)) }
      return Color(indexed: UInt8(isBright && value < 8 ? value + 8 : value))
    }
  }

  private struct Finding: Hashable {
    let scalar: Unicode.Scalar
    let colors: String
  }

  @Test("Every character of every scene and of what opens over it", arguments: scenes.indices)
  func sent(index: Int) throws {
    let (kind, settings, keys) = Self.scenes[index]
    let description = try Description(kind, parsing: settings)
    for terminal in Self.terminals {
      var paints = [Paint(terminal, brightensBold: false), Paint(terminal, brightensBold: true)]
      for theme in Self.themes {
        var app = SteppedApp(description, width: 100, height: 30, depth: terminal.depth, theme: theme)
        app.state.look.theme = Theme(theme, onDark: terminal.isDark)
        // Weak weights fade into the background; the strong ones have to be seen.
        let faint = Set([true, false].flatMap { app.state.look.theme.weightColors(isPositive: $0).dropLast() })
        for key in keys.unicodeScalars { app.press(key == "." ? .right : .character(key)) }
        for overlay in Self.overlays {
          for key in overlay { app.press(key) }
          var poor: [Finding: Double] = [:]
          for cell in app.state.draw().cells where cell.scalar != " " {
            guard let least = cell.scalar.role.leastContrast else { continue }
            if cell.scalar.role == .drawing, theme != .monochrome, faint.contains(cell.style.foreground) { continue }
            for number in paints.indices {
              let (front, back) = paints[number].colors(of: cell)
              let contrast = front.contrast(with: back)
              if contrast < least {
                poor[Finding(scalar: cell.scalar, colors: "\(front.hexDigits) on \(back.hexDigits)")] = contrast
              }
            }
          }
          let words = poor.sorted { $0.value < $1.value }.prefix(6).map {
            "\(Character($0.key.scalar)) \($0.key.colors) \(ShortNumber($0.value, significant: 3).text(.ascii))"
          }
          #expect(
            poor.isEmpty,
            "\(terminal.testDescription), \(theme), \(kind) \(settings.map(\.value)), after \(overlay): \(words)")
          app.press(.escape, .escape)
        }
      }
    }
  }
}
