/// What stands for colors where a terminal has eight or sixteen of them: the nearest hue that can be read.
///
/// The nearest color won't do: the nearest to a dark grey is black, which on black is nothing. And where there are eight,
/// some terminals show bold text in the bright color of the same number and some do not; a color must do in both.
package struct FewColors: Sendable {
  /// What is sent for a foreground and a background.
  package struct Choice: Sendable, Equatable {
    /// The entry of the foreground; nil for the terminal's own.
    package var foreground: UInt8?
    /// The entry of the background; nil for the terminal's own.
    package var background: UInt8?
    /// Whether bold text stays as readable as it is where bold makes it bright.
    package var allowsBold = true
  }

  /// The contrast that text has at least (WCAG 2.1).
  static let leastContrast = 4.5
  private let count: UInt8
  private let isDark: Bool
  private var known: [UInt64: Choice] = [:]

  /// The colors of a terminal.
  ///
  /// - Parameters:
  ///   - depth: How many there are: 16 for sixteen, else 8.
  ///   - isDark: Whether the terminal's own background is dark.
  package init(_ depth: ColorDepth, isDark: Bool) {
    count = depth == .sixteen ? 16 : 8
    self.isDark = isDark
  }

  /// What stands for two colors.
  ///
  /// - Parameter role: What it is for. Drawings are held to what text is: the next hue is as good.
  package mutating func choice(foreground: Color, background: Color, as role: CellRole) -> Choice {
    let isFill = role == .fill
    let key = UInt64(foreground.value) << 33 | UInt64(background.value) << 1 | (isFill ? 0 : 1)
    if let choice = known[key] { return choice }
    let choice = find(foreground, background, isText: !isFill)
    // Fields have colors without number.
    if known.count < 4096 { known[key] = choice }
    return choice
  }

  private func find(_ foreground: Color, _ background: Color, isText: Bool) -> Choice {
    let back = background.isInherited ? nil : nearest(to: background, among: Array(0..<count))
    let behind = back.map { Color(indexed: $0) } ?? Color(isDark ? 0x000000 : 0xFFFFFF)
    // The terminal's own foreground is known to be readable on its own background alone.
    if foreground.isInherited && back == nil { return Choice() }
    let wanted = foreground.isInherited ? Color(isDark ? 0xE5E5E5 : 0x000000) : foreground
    guard isText else {
      // A color for its own sake: what the picture's author has chosen to stand for it.
      return Choice(foreground: wanted.index16 & (count - 1), background: back)
    }
    let readable = (0..<count).filter { contrast($0, behind) >= Self.leastContrast }
    let front = alike(wanted, among: readable)
    // Black on white and white on black are what the terminal's own colors are, in bold too.
    if back == nil, front == (isDark ? 7 : 0) { return Choice() }
    let bright = front.map { $0 < 8 ? $0 + 8 : $0 }
    return Choice(
      foreground: front, background: back,
      allowsBold: bright.map { contrast($0, behind) >= Self.leastContrast } ?? true)
  }

  private func contrast(_ entry: UInt8, _ background: Color) -> Double {
    Color(indexed: entry).contrast(with: background)
  }

  /// The entry of the nearest hue, whatever its brightness, which what is behind decides; greys are without one.
  private func alike(_ color: Color, among entries: [UInt8]) -> UInt8? {
    let wanted = Self.hue(color)
    func distance(_ entry: UInt8) -> Double {
      let difference = Self.hue(Color(indexed: entry)) - wanted
      return (difference * difference).sum()
    }
    return entries.min { distance($0) < distance($1) }
  }

  /// Red, green and blue, the largest of them 1; all of them 1 for black, white and what lies between.
  private static func hue(_ color: Color) -> SIMD3<Double> {
    let channels = SIMD3(Double(color.red), Double(color.green), Double(color.blue))
    return channels.max() == 0 ? SIMD3(repeating: 1) : channels / channels.max()
  }

  private func nearest(to color: Color, among entries: [UInt8]) -> UInt8? {
    entries.min {
      Color.distance(color.value, Color.hex(ofIndexed: $0)) < Color.distance(color.value, Color.hex(ofIndexed: $1))
    }
  }
}
