import Plotting

/// Which pair of colors a style needs: a table that only grows, because setting a pair up anew is dear and would recolor
/// what is on the screen.
///
/// The table lies dense from pair 1; pair 0 is the terminal's own. Its last part is for coarser colors, used when the
/// rest is full; when all of it is full, styles share what there is: with the same foreground if there is one, otherwise
/// pair 0.
struct ColorPairs {
  /// How a style is asked for: a pair, and whether it may be bold, which changes the color on some terminals.
  struct Choice: Equatable {
    var pair: Int32
    var allowsBold = true
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
  /// Whether the terminal's own background is dark.
  var isDark: Bool {
    didSet {
      guard isDark != oldValue else { return }
      few = FewColors(depth, isDark: isDark)
      readable = ReadableColors(depth, isDark: isDark)
    }
  }
  private var few: FewColors
  private var readable: ReadableColors

  init(
    depth: ColorDepth, capacity: Int, directReserved: Int = 0, hasDefaults: Bool = true, isDark: Bool = true
  ) {
    self.isDark = isDark
    few = FewColors(depth, isDark: isDark)
    readable = ReadableColors(depth, isDark: isDark)
    self.depth = depth
    self.capacity = capacity
    self.directReserved = directReserved
    self.hasDefaults = hasDefaults
  }

  /// The pair for two colors; `setUp` is called once for each new one with its number, foreground and background.
  ///
  /// - Parameter role: What the characters are for, which decides how well they have to be told from what is behind.
  mutating func choice(
    foreground: Color, background: Color, as role: CellRole,
    setUp: (_ pair: Int32, _ foreground: Int32, _ background: Int32) -> Bool
  ) -> Choice {
    if depth == .none || (foreground.isInherited && background.isInherited) { return Choice(pair: 0) }
    if depth == .eight || depth == .sixteen {
      let chosen = few.choice(foreground: foreground, background: background, as: role)
      let front = chosen.foreground.map(Int32.init) ?? (hasDefaults ? -1 : isDark ? 7 : 0)
      let back = chosen.background.map(Int32.init) ?? (hasDefaults ? -1 : isDark ? 0 : 7)
      if chosen.foreground == nil && chosen.background == nil { return Choice(pair: 0) }
      return Choice(pair: pair(front, back, setUp) { _ in nil }, allowsBold: chosen.allowsBold)
    }
    let foreground = readable.foreground(foreground, on: background, as: role)
    let front = value(foreground, default: 7)
    let back = value(background, default: 0)
    return Choice(
      pair: pair(front, back, setUp) { $0.hasCoarse ? $0.coarse(foreground, background, setUp) : nil })
  }

  private var hasCoarse: Bool { capacity > 2 * ColorPairs.coarseCount }

  private mutating func pair(
    _ front: Int32, _ back: Int32, _ setUp: (Int32, Int32, Int32) -> Bool, orCoarse: (inout ColorPairs) -> Int32?
  ) -> Int32 {
    let key = ColorPairs.key(front, back)
    if let known = pairs[key] { return known }
    let fineLimit = hasCoarse ? capacity - ColorPairs.coarseCount : capacity
    let pair = add(front, back, below: fineLimit, setUp) ?? orCoarse(&self) ?? byForeground[front] ?? 0
    // Remembered also where it is shared, but not without end.
    if pairs.count < 4 * max(1024, capacity) { pairs[key] = pair }
    return pair
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
    // Which of few can be read depends on what is behind: ``FewColors``.
    case .eight, .sixteen: return Int32(color.index16 & 7)
    case .indexed: return Int32(color.index256)
    // The darkest blues would be taken for palette entries; the next blue up looks the same.
    case .direct: return max(Int32(color.value & 0xFF_FFFF), Int32(directReserved))
    }
  }
}
