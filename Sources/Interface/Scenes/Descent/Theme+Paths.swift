import Plotting

extension Theme {
  /// How many descents have colors of their own; further ones repeat them.
  static let pathCount = 9

  /// The color of a descent: bright on the dark half of a map, dark on its light half.
  func pathColor(_ index: Int) -> Color {
    guard name != .monochrome else { return .inherit }
    let colors: [Color] =
      isDark
      ? [
        Color(0xFFFFFF), Color(0xFF87D7), Color(0x5FFFFF), Color(0xAFFF5F), Color(0xFF8787), Color(0xFFD75F),
        Color(0xD7AFFF), Color(0x00FF87), Color(0x87AFFF),
      ]
      : [
        Color(0x000000), Color(0xAF005F), Color(0x0000AF), Color(0x5F5F00), Color(0x005F00), Color(0x870000),
        Color(0x5F00AF), Color(0x005F5F), Color(0x5F5F5F),
      ]
    return colors[((index % colors.count) + colors.count) % colors.count]
  }

  /// The color of the gradient's arrow.
  var gradientColor: Color { name == .monochrome ? .inherit : isDark ? Color(0xFFD787) : Color(0x5F0000) }
  /// The color of contour lines over a shaded surface.
  var contourColor: Color { name == .monochrome ? .inherit : isDark ? Color(0x9E9E9E) : Color(0x585858) }
}
