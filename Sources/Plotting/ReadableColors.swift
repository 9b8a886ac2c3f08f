/// What is sent for a color where there are many of them: the color itself, or, where it could not be told from what is
/// behind it there, the nearest to it that can.
///
/// Who draws on a field does not know what will be behind a word or a line, and the nearest of 256 colors is another than
/// was chosen; so it is decided here, from the two colors that the terminal will show. Where there are 16 and fewer, hues
/// are all that is left: `FewColors`.
package struct ReadableColors: Sendable {
  private let depth: ColorDepth
  private let isDark: Bool
  private var known: [Key: Color] = [:]

  private struct Key: Hashable {
    let foreground: Color
    let background: Color
    let role: CellRole
  }

  /// The colors of a terminal.
  ///
  /// - Parameters:
  ///   - depth: How many there are: 256, or all.
  ///   - isDark: Whether the terminal's own background is dark.
  package init(_ depth: ColorDepth, isDark: Bool) {
    self.depth = depth
    self.isDark = isDark
  }

  /// What is sent for a foreground.
  package mutating func foreground(_ color: Color, on background: Color, as role: CellRole) -> Color {
    // On the terminal's own background its own foreground can be read, and lines are as they were chosen for it.
    guard let least = role.leastContrast, !(background.isInherited && (color.isInherited || role == .drawing)) else {
      return color
    }
    let key = Key(foreground: color, background: background, role: role)
    if let known = known[key] { return known }
    let found = find(color, on: background.isInherited ? Color(isDark ? 0x000000 : 0xFFFFFF) : shown(background), least)
    // Fields have colors without number.
    if known.count < 4096 { known[key] = found }
    return found
  }

  private func find(_ color: Color, on behind: Color, _ least: Double) -> Color {
    // What a terminal's own foreground is nobody knows: one that is usual.
    let wanted = shown(color.isInherited ? Color(isDark ? 0xE5E5E5 : 0x000000) : color)
    if wanted.contrast(with: behind) >= least { return color.isInherited ? wanted : color }
    let ends = [Color(0x000000), Color(0xFFFFFF)]
    let end = ends[0].contrast(with: behind) > ends[1].contrast(with: behind) ? ends[0] : ends[1]
    // A hue is kept as far as it goes.
    for part in 1..<Self.parts {
      let mixed = wanted.mixed(with: end, amount: Double(part) / Double(Self.parts))
      if shown(mixed).contrast(with: behind) >= least { return mixed }
    }
    return end
  }

  private static let parts = 24

  /// A color as the terminal shows it.
  private func shown(_ color: Color) -> Color { depth == .indexed ? Color(indexed: color.index256) : color }
}
