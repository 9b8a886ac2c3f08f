/// Which characters drawings are made of, from the richest to what every terminal has.
package enum GlyphSet: String, Sendable, Hashable, CaseIterable {
  /// Unicode with braille dots: 2 x 4 dots a cell.
  case braille
  /// Half blocks and square corners, for fonts without braille such as a console's: 1 x 2 dots a cell.
  case block
  /// ASCII only.
  case ascii

  /// Whether characters outside ASCII may be used.
  package var isUnicode: Bool { self != .ascii }

  /// Dots in a cell, across and down.
  ///
  /// With every set a dot is about as wide as it is high, because cells are about twice as high as wide.
  package var dotsPerCell: (across: Int, down: Int) { self == .braille ? (2, 4) : (1, 2) }

  /// One of two spellings: the first where Unicode may be used, the second in ASCII.
  package func text(_ unicode: SafeText, ascii: SafeText) -> SafeText { isUnicode ? unicode : ascii }

  // MARK: Marks

  /// The mark of a class: a filled circle for class 0, a cross for class 1, then eight more shapes.
  ///
  /// - Parameters:
  ///   - index: The class; classes from 10 on (and negative ones) repeat the ten shapes.
  ///   - hollow: Whether to use the outlined (in ASCII the capital) form, for test points.
  package func mark(of index: Int, hollow: Bool = false) -> Unicode.Scalar {
    let shapes = hollow ? hollowMarks : filledMarks
    let remainder = index % shapes.count
    return shapes[remainder < 0 ? remainder + shapes.count : remainder]
  }

  private var filledMarks: [Unicode.Scalar] {
    switch self {
    case .braille: ["●", "✕", "■", "▲", "◆", "★", "▼", "♣", "+", "♥"]
    case .block: ["•", "x", "■", "▲", "♦", "*", "▼", "♣", "+", "♥"]
    case .ascii: ["o", "x", "#", "^", "*", "%", "v", "@", "+", "&"]
    }
  }

  private var hollowMarks: [Unicode.Scalar] {
    switch self {
    case .braille: ["○", "✗", "□", "△", "◇", "☆", "▽", "♧", "±", "♡"]
    case .block: ["○", "X", "□", "∆", "◊", "¤", "V", "&", "±", "@"]
    case .ascii: ["O", "X", "H", "A", "D", "S", "V", "Q", "T", "B"]
    }
  }

  /// A piece of a line as legends show it, whole or with gaps as it is drawn.
  package func lineSample(isDashed: Bool) -> SafeText {
    isUnicode ? (isDashed ? "╌" : "─") : (isDashed ? "- -" : "-")
  }

  /// How many levels of a quantity have marks of their own.
  package static let quantityLevels = 5

  /// The mark of a quantity's level, from 0 for the lowest to 4: pointing down below the middle, up above it, larger
  /// toward either end; levels outside count as the nearer end.
  ///
  /// - Parameter hollow: Whether to use the outlined form, for test points.
  package func quantityMark(of level: Int, hollow: Bool = false) -> Unicode.Scalar {
    let marks: [Unicode.Scalar] =
      switch (self, hollow) {
      case (.braille, false): ["▼", "▾", "•", "▴", "▲"]
      case (.braille, true): ["▽", "▿", "◦", "▵", "△"]
      case (.block, false): ["▼", "v", "•", "^", "▲"]
      case (.block, true): ["V", "u", "○", "n", "∆"]
      // No character that shades a field.
      case (.ascii, false): ["v", "u", "o", "n", "^"]
      case (.ascii, true): ["V", "U", "O", "N", "A"]
      }
    return marks[min(max(0, level), marks.count - 1)]
  }

  // MARK: Bars

  /// A cell filled from below by so many eighths, 0...8; values outside count as the nearer end.
  package func bar(eighths: Int) -> Unicode.Scalar {
    let bars: [Unicode.Scalar] =
      isUnicode
      ? (self == .braille
        ? [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"] : [" ", "_", "_", "▄", "▄", "▄", "▄", "█", "█"])
      : [" ", "1", "2", "3", "4", "5", "6", "7", "#"]
    return bars[min(max(0, eighths), 8)]
  }

  /// A cell filled from the left by so many eighths, 0...8; values outside count as the nearer end.
  package func bar(eighthsFromLeft eighths: Int) -> Unicode.Scalar {
    let bars: [Unicode.Scalar]
    switch self {
    case .braille: bars = [" ", "▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"]
    case .block: bars = [" ", " ", "▌", "▌", "▌", "▌", "█", "█", "█"]
    case .ascii: bars = [" ", " ", " ", "-", "-", "-", "=", "=", "="]
    }
    return bars[min(max(0, eighths), 8)]
  }

  /// A solid cell.
  package var full: Unicode.Scalar { isUnicode ? "█" : "#" }

  // MARK: Arrows

  /// The arrow nearest to a direction; x to the right, y *up*; a dot for no direction.
  package func arrow(x: Double, y: Double) -> Unicode.Scalar {
    guard x.isFinite, y.isFinite, x != 0 || y != 0 else { return isUnicode ? "·" : "." }
    let arrows: [Unicode.Scalar]
    switch self {
    case .braille: arrows = ["→", "↗", "↑", "↖", "←", "↙", "↓", "↘"]
    case .block: arrows = ["→", "/", "↑", "\\", "←", "/", "↓", "\\"]
    case .ascii: arrows = [">", "/", "^", "\\", "<", "/", "v", "\\"]
    }
    // tan 22.5°: within it the direction counts as straight.
    let steepness = 0.414_213_562
    if y.magnitude <= x.magnitude * steepness { return arrows[x > 0 ? 0 : 4] }
    if x.magnitude <= y.magnitude * steepness { return arrows[y > 0 ? 2 : 6] }
    return arrows[x > 0 ? (y > 0 ? 1 : 7) : (y > 0 ? 3 : 5)]
  }

  // MARK: Lines

  /// The characters a box and its dividers are made of.
  package struct Box: Sendable, Hashable {
    /// The corners.
    package let topLeft, topRight, bottomLeft, bottomRight: Unicode.Scalar
    /// The sides.
    package let horizontal, vertical: Unicode.Scalar
    /// A vertical line with a branch to the right, and one with a branch to the left.
    package let branchRight, branchLeft: Unicode.Scalar
    /// A horizontal line with a branch down, one with a branch up, and a crossing.
    package let branchDown, branchUp, cross: Unicode.Scalar

    init(_ glyphs: String) {
      let scalars = Array(glyphs.unicodeScalars)
      topLeft = scalars[0]
      topRight = scalars[1]
      bottomLeft = scalars[2]
      bottomRight = scalars[3]
      horizontal = scalars[4]
      vertical = scalars[5]
      branchRight = scalars[6]
      branchLeft = scalars[7]
      branchDown = scalars[8]
      branchUp = scalars[9]
      cross = scalars[10]
    }
  }

  /// The lines of a box; heavier where it has the focus, so that focus is seen without color too.
  package func box(isFocused: Bool = false) -> Box {
    switch self {
    case .braille: Box(isFocused ? "┏┓┗┛━┃┣┫┳┻╋" : "╭╮╰╯─│├┤┬┴┼")
    case .block: Box(isFocused ? "╔╗╚╝═║╠╣╦╩╬" : "┌┐└┘─│├┤┬┴┼")
    case .ascii: Box(isFocused ? "####=######" : "++++-|+++++")
    }
  }
}
