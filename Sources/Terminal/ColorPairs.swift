import Plotting

/// Which pair of colors a style needs: a table that only grows, because setting a pair up anew is dear and would recolor
/// what is on the screen.
///
/// The table lies dense from pair 1; pair 0 is the terminal's own. When it is full, styles share what there is: with the
/// same foreground if there is one, otherwise pair 0.
struct ColorPairs {
  /// How a style is asked for: a pair and, on eight colors, bold for the bright ones.
  struct Choice: Equatable {
    var pair: Int32
    var isBright: Bool
  }

  let depth: ColorDepth
  /// How many pairs the terminal has, pair 0 included.
  let capacity: Int
  /// With direct color, values below this are palette entries.
  let directReserved: Int
  /// Whether -1 stands for the terminal's own colors.
  let hasDefaults: Bool
  private(set) var count = 1
  private var pairs: [UInt64: Int32] = [:]
  private var byForeground: [Int32: Int32] = [:]

  init(depth: ColorDepth, capacity: Int, directReserved: Int = 0, hasDefaults: Bool = true) {
    self.depth = depth
    self.capacity = capacity
    self.directReserved = directReserved
    self.hasDefaults = hasDefaults
  }

  /// The pair for two colors; `setUp` is called once for each new one with its number, foreground and background.
  mutating func choice(
    foreground: Color, background: Color, setUp: (_ pair: Int32, _ foreground: Int32, _ background: Int32) -> Bool
  ) -> Choice {
    if depth == .none || (foreground.isInherited && background.isInherited) { return Choice(pair: 0, isBright: false) }
    let isBright = depth == .eight && !foreground.isInherited && foreground.index16 > 7
    let front = value(foreground, default: 7)
    let back = value(background, default: 0)
    let key = UInt64(UInt32(bitPattern: front)) << 32 | UInt64(UInt32(bitPattern: back))
    if let known = pairs[key] { return Choice(pair: known, isBright: isBright) }
    var pair = byForeground[front] ?? 0
    let next = Int32(count)
    if count < capacity, setUp(next, front, back) {
      count += 1
      pair = next
      if byForeground[front] == nil { byForeground[front] = next }
    }
    // Remembered also where it is shared, but not without end.
    if pair == next || pairs.count < 4 * max(1024, capacity) { pairs[key] = pair }
    return Choice(pair: pair, isBright: isBright)
  }

  /// The value that ncurses knows a color by.
  func value(_ color: Color, default plain: Int32) -> Int32 {
    if color.isInherited { return hasDefaults ? -1 : plain }
    switch depth {
    case .none: return plain
    case .eight: return Int32(color.index16 & 7)
    case .sixteen: return Int32(color.index16 & 15)
    case .indexed: return Int32(color.index256)
    // The darkest blues would be taken for palette entries; the next blue up looks the same.
    case .direct: return max(Int32(color.value & 0xFF_FFFF), Int32(directReserved))
    }
  }
}
