import Testing
import Training

@testable import Interface
@testable import Plotting

/// Contrast by arithmetic: WCAG 2.1's ratio for every pair of foreground and background that a theme can bring about,
/// in 24 bits and as the entries of the 256-color palette.
@Suite("Theme") struct ThemeTests {
  /// A theme in a terminal with a background of its own.
  struct Case: Sendable, CustomTestStringConvertible {
    let name: Theme.Name
    let terminal: UInt32
    let palette: Palette.Name

    var theme: Theme { Theme(name, onDark: Color(terminal).lightness < 50, palette: palette) }
    /// What is behind everything that has no background of its own.
    var background: Color { theme.page?.background ?? Color(terminal) }
    /// A terminal's own background is what it is, however few colors programs have.
    var isOwnBackground: Bool { theme.page == nil }
    var testDescription: String { "\(name.rawValue) on \(Color(terminal).hexDigits), \(palette.rawValue)" }
  }

  static let cases: [Case] = Theme.Name.allCases.flatMap { name in
    [UInt32(0x000000), 0x101010, 0x1E1E1E, 0xF5F5F5, 0xFFFFFF].flatMap { terminal in
      Palette.Name.allCases.map { Case(name: name, terminal: terminal, palette: $0) }
    }
  }

  /// The lowest contrast of two colors, over both forms; nil where one of them is the terminal's own.
  private func contrast(_ foreground: Color, _ background: Color, isFixed: Bool = false) -> Double? {
    guard !foreground.isInherited, !background.isInherited else { return nil }
    let entries = [foreground, background].map { Color(Color.hex(ofIndexed: $0.index256)) }
    return min(
      foreground.contrast(with: background), entries[0].contrast(with: isFixed ? background : entries[1]))
  }

  @Test("Text is 4.5 : 1, for projectors and where contrast was asked for 7 : 1", arguments: cases)
  func text(_ a: Case) {
    let theme = a.theme
    let styles: [(String, Style)] = [
      ("text", theme.text), ("muted", theme.muted), ("heading", theme.heading), ("accent", theme.accent),
      ("key", theme.key), ("selected", theme.selected), ("dialog", theme.dialog), ("good", theme.good),
      ("warning", theme.warning), ("bad", theme.bad),
    ]
    for label in 0..<ClassPalette.count {
      if let ratio = contrast(theme.classText(label), a.background, isFixed: a.isOwnBackground) {
        #expect(ratio >= 4.5, "words on class \(label): \(ratio)")
      }
    }
    let least = a.name == .projector || a.name == .highContrast ? 7 : 4.5
    for (name, style) in styles {
      let foreground = style.foreground.isInherited ? theme.page?.foreground ?? .inherit : style.foreground
      let background = style.background.isInherited ? a.background : style.background
      let isFixed = style.background.isInherited && a.isOwnBackground
      if let ratio = contrast(foreground, background, isFixed: isFixed) { #expect(ratio >= least, "\(name): \(ratio)") }
      #expect(least < 7 || !style.attributes.contains(.dim), "\(name) is dim")
    }
  }

  @Test("Marks and lines are 3 : 1 on the background", arguments: cases)
  func marks(_ a: Case) {
    let theme = a.theme
    var colors = (0..<Theme.pathCount).map { ("path \($0)", theme.pathColor($0)) }
    colors += (0..<ClassPalette.count).map { ("class \($0)", theme.classColor($0)) }
    colors += [
      ("line", theme.lineColor), ("curve", theme.curveColor), ("gradient", theme.gradientColor),
      ("contour", theme.contourColor),
    ]
    for (name, color) in colors {
      if let ratio = contrast(color, a.background, isFixed: a.isOwnBackground) {
        #expect(ratio >= 3, "\(name): \(ratio)")
      }
    }
  }

  @Test("A path, its gradient and the boundary are 3 : 1 on every height, marks on every field", arguments: cases)
  func onFields(_ a: Case) {
    let theme = a.theme
    for height in theme.surfacePalette.colors {
      for color in [theme.pathColor(0), theme.gradientColor, theme.lineColor] {
        if let ratio = contrast(color, height) { #expect(ratio >= 3, "\(color.hexDigits) on \(height.hexDigits)") }
      }
    }
    for field in theme.fieldPalette.colors + theme.classes.shades {
      for color in [theme.lineColor, theme.classColor(0), theme.classColor(1)] {
        if let ratio = contrast(color, field) { #expect(ratio >= 3, "\(color.hexDigits) on \(field.hexDigits)") }
      }
    }
    #expect(theme.surfacePalette.colors.count >= 6)
  }

  @Test("No color is left in monochrome, whatever the terminal can", arguments: ["perceptron", "network", "surface"])
  func monochrome(scene: String) throws {
    let kind = try #require(SceneKind(rawValue: scene))
    let frame = SteppedApp(Description(kind), theme: .monochrome).state.draw()
    #expect(frame.cells.allSatisfy { $0.style.foreground.isInherited && $0.style.background.isInherited })
    // The field is told by characters then.
    #expect(kind != .network || frame.text.contains("░"))
  }

  @Test("c goes through the palettes, also of fields, and t keeps the one chosen")
  func keys() {
    for scene in [SceneKind.perceptron, .network, .surface] {
      var app = SteppedApp(Description(scene))
      let before = app.state.draw()
      app.press(.character("c"))
      #expect(app.state.look.theme.palette == .magma)
      #expect(app.state.draw() != before)
      app.press(.character("t"))
      #expect(app.state.look.theme.palette == .magma)
      app.press(.character("c"), .character("c"), .character("c"))
      #expect(app.state.look.theme.palette == .viridis)
    }
  }
}
