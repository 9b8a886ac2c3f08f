import Plotting
import Training

/// The colors of the interface by what they mean; text stays the terminal's own where its background fits.
package struct Theme: Sendable {
  /// The themes there are.
  package enum Name: String, Sendable, CaseIterable {
    case dark
    case light
    /// For a lit room: strong contrast, thick marks, nothing dim.
    case projector
    /// The strongest contrast on a dark background.
    case highContrast = "high-contrast"
    /// No color; bold and reverse alone.
    case monochrome

    /// What it is for, in half a sentence.
    package var summary: String {
      switch self {
      case .dark: "for a dark background"
      case .light: "for a light background"
      case .projector: "for a lit room: contrast 7 to 1, thick marks, nothing dim"
      case .highContrast: "the strongest contrast, on black"
      case .monochrome: "no color: bold, reverse and shading by characters"
      }
    }
  }

  /// Which theme it is.
  package let name: Name
  /// Whether the background is dark: decides which way fields fade.
  package let isDark: Bool
  /// What stands in for the terminal's own colors where its background is the other kind; nil where they do.
  package let page: (foreground: Color, background: Color)?
  /// Ordinary text.
  package let text: Style
  /// What explains or can wait.
  package let muted: Style
  /// A heading or a number that matters.
  package let heading: Style
  /// What is active: the focused border, what is being typed.
  package let accent: Style
  /// The name of a key.
  package let key: Style
  /// Lines around panels.
  package let border: Style
  /// The row of a list that is selected.
  package let selected: Style
  /// The inside of a dialog.
  package let dialog: Style
  /// Something went well.
  package let good: Style
  /// Something to watch.
  package let warning: Style
  /// Something went wrong.
  package let bad: Style
  /// Whether marks and lines are drawn thick.
  package let isThick: Bool
  /// The colors of the classes.
  package let classes: ClassPalette
  /// Class 0 at -1, class 1 at 1, the background between them.
  package let fieldPalette: Palette
  /// The map of heights: the part of the chosen one over which a path and its gradient keep a contrast of 3.
  ///
  /// That is the dark part on dark backgrounds, of luminances up to 0.2 (white and pale yellow are drawn on it), and the
  /// light part on light ones, from 0.175 (black and dark red).
  package let surfacePalette: Palette
  /// The choice of colors for classes, fields and heights.
  package let palette: Palette.Name

  /// Whether the terminal's own background is dark.
  private let isTerminalDark: Bool

  /// The theme of a name for a terminal whose own background is dark or not.
  package init(_ name: Name, onDark dark: Bool, palette: Palette.Name = .viridis) {
    self.name = name
    self.palette = palette
    isTerminalDark = dark
    // The nearest of the 256 colors is not always one that can be read.
    func style(_ hex: UInt32, _ attributes: Style.Attributes = [], index256: UInt8? = nil) -> Style {
      let color = Color(hex)
      return Style(
        foreground: index256.map { Color(hex, index256: $0, index16: color.index16) } ?? color, attributes: attributes)
    }
    let isDark: Bool
    switch name {
    case .dark, .highContrast: isDark = true
    case .light: isDark = false
    case .projector, .monochrome: isDark = dark
    }
    self.isDark = isDark
    page =
      isDark == dark
      ? nil : isDark ? (Color(0xE4E4E4), Color(0x000000)) : (Color(0x000000), Color(0xFFFFFF))
    text = .plain
    dialog = .plain
    let background: UInt32 = isDark ? 0x000000 : 0xFFFFFF
    classes = ClassPalette(background: background, pair: palette.pair)
    fieldPalette = .diverging(background: background, pair: palette.pair)
    surfacePalette = Palette(
      .sequential,
      colors: palette.heights.colors.filter { color in
        let luminances = [color.luminance, Color(indexed: color.index256).luminance]
        return luminances.allSatisfy { isDark ? $0 <= 0.2 : $0 >= 0.175 }
      })
    isThick = name == .projector || name == .highContrast
    switch name {
    case .monochrome:
      muted = .plain
      heading = Style(attributes: .bold)
      accent = Style(attributes: .bold)
      key = Style(attributes: .bold)
      border = .plain
      selected = Style(attributes: .reverse)
      good = Style(attributes: .bold)
      warning = Style(attributes: .bold)
      bad = Style(attributes: [.bold, .reverse])
    case .projector, .highContrast:
      muted = .plain
      heading = Style(attributes: .bold)
      accent = isDark ? style(0xFFD75F, .bold) : style(0x00005F, .bold)
      key = isDark ? style(0xFFFFFF, .bold) : style(0x000000, .bold)
      border = .plain
      selected = Style(attributes: [.reverse, .bold])
      good = isDark ? style(0x5FFFAF, .bold) : style(0x004A2F, .bold, index256: 22)
      warning = isDark ? style(0xFFD75F, .bold) : style(0x5F3B00, .bold, index256: 52)
      bad = isDark ? style(0xFFAF87, .bold) : style(0x870000, .bold)
    case .dark, .light:
      muted = isDark ? style(0x949494) : style(0x626262)
      heading = Style(attributes: .bold)
      accent = isDark ? style(0x5FAFFF, .bold) : style(0x005FAF, .bold)
      key = isDark ? style(0xFFFFFF, .bold) : style(0x000000, .bold)
      border = isDark ? style(0x626262) : style(0x949494)
      selected =
        isDark
        ? Style(foreground: Color(0xFFFFFF), background: Color(0x005F87), attributes: .bold)
        : Style(foreground: Color(0x000000), background: Color(0xAFD7FF), attributes: .bold)
      good = isDark ? style(0x5FD7AF, .bold) : style(0x00704A, .bold, index256: 22)
      warning = isDark ? style(0xFFAF00, .bold) : style(0x875F00, .bold)
      bad = isDark ? style(0xFF875F, .bold) : style(0xAF3A00, .bold, index256: 124)
    }
  }

  /// The color of a class's marks.
  func classColor(_ label: Int) -> Color { name == .monochrome ? .inherit : classes.mark(of: label) }
  /// The color of a class for words about it: its marks' own where that can be read, else as much stronger as it takes.
  func classText(_ label: Int) -> Color {
    let color = classColor(label)
    guard !color.isInherited else { return color }
    // The weakest of the backgrounds that count as dark, or as light, and what stands for a color among 256.
    let background = Color(isDark ? 0x1E1E1E : 0xF5F5F5)
    func isReadable(_ color: Color) -> Bool {
      min(color.contrast(with: background), Color(indexed: color.index256).contrast(with: background)) >= 4.5
    }
    let amounts = stride(from: 0, through: 1, by: 0.1)
    return amounts.lazy.map { color.mixed(with: lineColor, amount: $0) }.first(where: isReadable) ?? lineColor
  }
  /// The color of the boundary: the strongest there is on this background.
  var lineColor: Color { name == .monochrome ? .inherit : Color(isDark ? 0xFFFFFF : 0x000000) }
  /// The color of lines that stay in the background.
  var mutedColor: Color { muted.foreground }
  /// The color of a single curve.
  var curveColor: Color { name == .monochrome ? .inherit : accent.foreground }

  /// The same kind of theme for a background that has become known.
  func onBackground(dark: Bool) -> Theme {
    switch name {
    case .dark, .light: Theme(dark ? .dark : .light, onDark: dark, palette: palette)
    case .projector, .highContrast, .monochrome: Theme(name, onDark: dark, palette: palette)
    }
  }

  /// The theme after this one, for the key that goes through them.
  package var next: Theme {
    let names = Name.allCases
    let index = names.firstIndex(of: name) ?? 0
    return Theme(names[(index + 1) % names.count], onDark: isTerminalDark, palette: palette)
  }

  /// Another theme with other colors in the same terminal.
  func named(_ name: Name, palette: Palette.Name) -> Theme {
    Theme(name, onDark: isTerminalDark, palette: palette)
  }

  /// The same theme with the next choice of colors.
  package var nextPalette: Theme { Theme(name, onDark: isTerminalDark, palette: palette.next) }
}

extension Theme {
  /// What a claim is told in.
  func style(_ tone: ClaimTone) -> Style {
    switch tone {
    case .good: good
    case .neutral: text
    case .warning: warning
    case .bad: bad
    }
  }
}
