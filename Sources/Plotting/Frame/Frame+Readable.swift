extension Frame {
  /// The frame in the colors that a terminal of so many is sent: what could not be told from what is behind it is changed
  /// as ``ReadableColors`` says.
  ///
  /// For files, which are drawn from frames and not by a terminal. Of 16 colors and fewer there are none: such files are
  /// written with 256.
  ///
  /// - Parameter isDark: Whether what the file is shown on is dark.
  /// - Complexity: O(cells).
  package func readable(_ depth: ColorDepth, isDark: Bool) -> Frame {
    switch depth {
    case .none, .eight, .sixteen: return self
    case .indexed, .direct: break
    }
    var colors = ReadableColors(depth, isDark: isDark)
    var frame = self
    var (before, role) = (Style.plain, CellRole.text)
    for index in cells.indices {
      let (scalar, style) = (cells[index].scalar, cells[index].style)
      // A blank is sent with what stands before it, where that looks the same.
      if scalar != " " || style != before || index.isMultiple(of: width) { role = scalar.role }
      before = style
      frame.cells[index].style.foreground = colors.foreground(style.foreground, on: style.background, as: role)
    }
    return frame
  }
}
