import Plotting

/// Which pair of colors a style needs: a table that only grows, because setting a pair up anew is dear and would recolor
/// what is on the screen.
///
/// The table lies dense from pair 1; pair 0 is the terminal's own. Its last part is for coarser colors, used when the
/// rest is full; when all of it is full, styles share what there is: with the same foreground if there is one, otherwise
/// pair 0.
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
  /// Pairs of coarse colors: 64 and the terminal's own, for foreground and background.
  private static let coarseCount = 65 * 65
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
    let key = ColorPairs.key(front, back)
    if let known = pairs[key] { return Choice(pair: known, isBright: isBright) }
    let hasCoarse = capacity > 2 * ColorPairs.coarseCount
    let fineLimit = hasCoarse ? capacity - ColorPairs.coarseCount : capacity
    let pair =
      add(front, back, below: fineLimit, setUp)
      ?? (hasCoarse ? coarse(foreground, background, setUp) : nil) ?? byForeground[front] ?? 0
    // Remembered also where it is shared, but not without end.
    if pairs.count < 4 * max(1024, capacity) { pairs[key] = pair }
    return Choice(pair: pair, isBright: isBright)
  }

  private static func key(_ front: Int32, _ back: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: front)) << 32 | UInt64(UInt32(bitPattern: back))
  }

  private mutating func add(
    _ front: Int32, _ back: Int32, below limit: Int, _ setUp: (Int32, Int32, Int32) -> Bool
  ) -> Int32? {
    let next = Int32(count)
    guard count < limit, setUp(next, front, back) else { return nil }
    count += 1
    if byForeground[front] == nil { byForeground[front] = next }
    return next
  }

  /// The pair for the nearest of few colors.
  private mutating func coarse(
    _ foreground: Color, _ background: Color, _ setUp: (Int32, Int32, Int32) -> Bool
  ) -> Int32? {
    func coarse(_ color: Color) -> Color {
      if color.isInherited { return color }
      // Two bits a channel, in the middle of what they stand for; or one of sixteen.
      return Color(color.value & 0xC0C0C0 | 0x202020, index256: color.index16, index16: color.index16)
    }
    let front = value(coarse(foreground), default: 7)
    let back = value(coarse(background), default: 0)
    if let known = pairs[ColorPairs.key(front, back)] { return known }
    guard let pair = add(front, back, below: capacity, setUp) else { return nil }
    pairs[ColorPairs.key(front, back)] = pair
    return pair
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
