extension Color {
  /// A color by its red, green and blue as 0xRRGGBB; the nearest entries stand for it in smaller palettes.
  ///
  /// Nearest is by the weighted distance of ``distance(_:_:)``. Of the 256 colors the first 16 are never chosen, because
  /// every terminal shows them differently.
  package init(_ hex: UInt32) {
    self.init(hex, index256: Color.nearest256(to: hex), index16: Color.nearest16(to: hex))
  }

  /// The color of the 256-color palette, as terminals agree on it: 16...231 a cube, 232...255 greys; the first 16 by
  /// xterm's defaults.
  package init(indexed index: UInt8) {
    let hex = Color.hex(ofIndexed: index)
    self.init(hex, index256: index, index16: index < 16 ? index : Color.nearest16(to: hex))
  }

  /// The values of red, green and blue in the cube.
  private static let cubeLevels: [UInt32] = [0, 95, 135, 175, 215, 255]

  /// xterm's default first 16 colors.
  private static let ansi: [UInt32] = [
    0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
    0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
  ]

  /// 0xRRGGBB of an entry of the 256-color palette.
  static func hex(ofIndexed index: UInt8) -> UInt32 {
    let index = Int(index)
    if index < 16 { return ansi[index] }
    if index >= 232 { return UInt32(8 + 10 * (index - 232)) * 0x010101 }
    let entry = index - 16
    return cubeLevels[entry / 36] << 16 | cubeLevels[entry / 6 % 6] << 8 | cubeLevels[entry % 6]
  }

  /// The nearest of the cube and the greys.
  static func nearest256(to hex: UInt32) -> UInt8 {
    var best: UInt8 = 16
    var bestDistance = Int.max
    for index in UInt8(16)...255 {
      let candidate = Color.hex(ofIndexed: index)
      let distance = distance(hex, candidate)
      guard distance < bestDistance else { continue }
      best = index
      bestDistance = distance
    }
    return best
  }

  static func nearest16(to hex: UInt32) -> UInt8 {
    var best: UInt8 = 0
    for index in UInt8(1)..<16 where distance(hex, ansi[Int(index)]) < distance(hex, ansi[Int(best)]) {
      best = index
    }
    return best
  }

  /// The square of a distance of two colors that follows the eye roughly: red weighs 2 to 3, green 4, blue 3 to 2,
  /// by how red the two are.
  static func distance(_ first: UInt32, _ second: UInt32) -> Int {
    let red = Int(first >> 16 & 0xFF) - Int(second >> 16 & 0xFF)
    let green = Int(first >> 8 & 0xFF) - Int(second >> 8 & 0xFF)
    let blue = Int(first & 0xFF) - Int(second & 0xFF)
    let mean = (Int(first >> 16 & 0xFF) + Int(second >> 16 & 0xFF)) / 2
    return (512 + mean) * red * red + 1024 * green * green + (767 - mean) * blue * blue
  }
}
