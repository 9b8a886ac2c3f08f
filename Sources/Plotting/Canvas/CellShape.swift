/// The characters that are drawings, as SVG paths in a cell of 8 x 16 units.
enum CellShape {
  /// Whether a character is drawn as a shape rather than as text.
  static func isShape(_ scalar: Unicode.Scalar) -> Bool {
    (0x2580...0x2590).contains(scalar.value) || (0x2800...0x28FF).contains(scalar.value) || sides(of: scalar) != nil
  }

  /// Blocks and braille dots as filled rectangles; empty for other characters.
  static func filled(_ scalar: Unicode.Scalar, x: Int, y: Int) -> String {
    switch scalar.value {
    case 0x2580:
      return "M\(x) \(y)h8v8h-8z"
    case 0x2581...0x2588:
      let height = 2 * Int(scalar.value - 0x2580)
      return "M\(x) \(y + 16 - height)h8v\(height)h-8z"
    case 0x2589...0x258F:
      return "M\(x) \(y)h\(Int(0x2590 - scalar.value))v16h-\(Int(0x2590 - scalar.value))z"
    case 0x2590:
      return "M\(x + 4) \(y)h4v16h-4z"
    case 0x2801...0x28FF:
      // Bits 0 1 2 6 go down on the left, 3 4 5 7 on the right.
      let places = [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (0, 3), (1, 3)]
      var path = ""
      for (bit, place) in places.enumerated() where scalar.value & (1 << UInt32(bit)) != 0 {
        path += "M\(x + 1 + place.0 * 4) \(y + 1 + place.1 * 4)h2v2h-2z"
      }
      return path
    default:
      return ""
    }
  }

  /// Box lines as strokes from the middle of the cell to its sides; heavy and double lines are drawn twice beside
  /// each other.
  static func stroked(_ scalar: Unicode.Scalar, x: Int, y: Int) -> String {
    guard let (left, right, up, down, isHeavy) = sides(of: scalar) else { return "" }
    var path = ""
    for offset in isHeavy ? [0, 1] : [0] {
      let (centerX, centerY) = (x + 4 + offset, y + 8 + offset)
      if left { path += "M\(x) \(centerY)H\(centerX)" }
      if right { path += "M\(centerX) \(centerY)H\(x + 8)" }
      if up { path += "M\(centerX) \(y)V\(centerY)" }
      if down { path += "M\(centerX) \(centerY)V\(y + 16)" }
    }
    return path
  }

  private static func sides(
    of scalar: Unicode.Scalar
  ) -> (left: Bool, right: Bool, up: Bool, down: Bool, isHeavy: Bool)? {
    switch scalar {
    case "─": (true, true, false, false, false)
    case "│": (false, false, true, true, false)
    case "╭", "┌": (false, true, false, true, false)
    case "╮", "┐": (true, false, false, true, false)
    case "╰", "└": (false, true, true, false, false)
    case "╯", "┘": (true, false, true, false, false)
    case "├": (false, true, true, true, false)
    case "┤": (true, false, true, true, false)
    case "┬": (true, true, false, true, false)
    case "┴": (true, true, true, false, false)
    case "┼": (true, true, true, true, false)
    case "━", "═": (true, true, false, false, true)
    case "┃", "║": (false, false, true, true, true)
    case "┏", "╔": (false, true, false, true, true)
    case "┓", "╗": (true, false, false, true, true)
    case "┗", "╚": (false, true, true, false, true)
    case "┛", "╝": (true, false, true, false, true)
    case "┣", "╠": (false, true, true, true, true)
    case "┫", "╣": (true, false, true, true, true)
    case "┳", "╦": (true, true, false, true, true)
    case "┻", "╩": (true, true, true, false, true)
    case "╋", "╬": (true, true, true, true, true)
    default: nil
    }
  }
}
