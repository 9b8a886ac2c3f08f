extension Frame {
  /// The frame as text with escape sequences for colors, to be shown by any terminal of enough colors.
  ///
  /// Every line sets what it needs and ends with a reset, so lines can be cut and joined. Blanks at the end of a line
  /// that look like the terminal's own background are left out. No character below U+0020 or from U+007F to U+009F other
  /// than these sequences' own and line feeds is ever in it.
  package func ansi(_ depth: ColorDepth) -> String {
    var text = ""
    for row in 0..<height {
      let line = cells[row * width..<(row + 1) * width]
      let end = line.lastIndex { $0.scalar != " " || !$0.style.isBlank }.map { $0 + 1 } ?? line.startIndex
      var current = Style.plain
      for cell in line[..<end] where cell.scalar != Cell.continuation {
        if cell.style != current {
          text += cell.style.sequence(depth)
          current = cell.style
        }
        text.unicodeScalars.append(SafeText.isSafe(cell.scalar) ? cell.scalar : SafeText.placeholder)
      }
      if current != .plain { text += "\u{1B}[0m" }
      text += "\n"
    }
    return text
  }
}

extension Style {
  /// Whether a blank looks like nothing.
  fileprivate var isBlank: Bool {
    background.isInherited && !attributes.contains(.reverse) && !attributes.contains(.underline)
  }

  /// Select graphic rendition (ECMA-48 8.3.117; 38 and 48 after ITU T.416): reset, then all that differs from plain.
  func sequence(_ depth: ColorDepth) -> String {
    var codes = ["0"]
    if attributes.contains(.bold) { codes.append("1") }
    if attributes.contains(.dim) { codes.append("2") }
    if attributes.contains(.underline) { codes.append("4") }
    if attributes.contains(.reverse) { codes.append("7") }
    if let code = foreground.code(depth, base: 30) { codes.append(code) }
    if let code = background.code(depth, base: 40) { codes.append(code) }
    return "\u{1B}[\(codes.joined(separator: ";"))m"
  }
}

extension Color {
  /// The parameters that select it; nil for the terminal's own and where there are no colors.
  fileprivate func code(_ depth: ColorDepth, base: Int) -> String? {
    guard !isInherited else { return nil }
    switch depth {
    case .none: return nil
    case .eight: return "\(base + Int(index16 & 7))"
    case .sixteen: return index16 < 8 ? "\(base + Int(index16))" : "\(base + 60 + Int(index16 & 7))"
    case .indexed: return "\(base + 8);5;\(index256)"
    case .direct: return "\(base + 8);2;\(red);\(green);\(blue)"
    }
  }
}
