import Basics
import Plotting
import Training

/// The path of the weights over the loss surface, colored by the loss that was really there.
///
/// The surface shows the loss in the plane; the path itself may have run beside it. Where the two colors on the scale
/// differ, the plane does not tell the truth.
struct LandscapePathLine {
  let picture: LandscapePicture
  /// The scale that the surface's shades have too.
  let ramp: HeightRamp
  let look: Look

  /// Above so many places the marks of steps would hide the line.
  private static let mostMarks = 120

  /// The color of a loss.
  func color(of loss: Double) -> Color {
    let colors = look.theme.truthColors
    guard let level = clampedIndex(ramp.shade(of: loss) * Double(colors.count), in: 0..<colors.count) else {
      return look.theme.lineColor
    }
    return colors[level]
  }

  private func place(_ point: LandscapePathPoint) -> PlanePoint { PlanePoint(x: point.alpha, y: point.beta) }

  /// Draws the line from above: each piece in the color of the loss at its end.
  func draw(through transform: PlotTransform, frame: inout Frame) {
    var canvas = transform.canvas(look.glyphs)
    let thickness = look.theme.isThick ? 2 : 1
    for (start, end) in zip(picture.path, picture.path.dropFirst()) {
      // A leap by hand is no way that learning took.
      canvas.dash = end.isJump ? 2 : 0
      canvas.line(
        Segment(from: place(start), to: place(end)), through: transform, color: color(of: end.loss),
        thickness: thickness)
    }
    canvas.draw(on: &frame, attributes: .bold)
    if picture.path.count <= Self.mostMarks {
      for point in picture.path.dropFirst().dropLast() {
        put(look.glyphs.isUnicode ? "•" : "o", at: place(point), color(of: point.loss), through: transform, &frame)
      }
    }
    if let start = picture.path.first {
      put(look.glyphs.isUnicode ? "○" : "O", at: place(start), color(of: start.loss), through: transform, &frame)
    }
  }

  private func put(
    _ mark: Unicode.Scalar, at place: PlanePoint, _ color: Color, through transform: PlotTransform, _ frame: inout Frame
  ) {
    guard let cell = transform.cell(of: place) else { return }
    frame[cell.x, cell.y] = Cell(
      mark, style: Style(foreground: color, background: frame[cell.x, cell.y].backdrop, attributes: .bold))
  }

  /// The same line for the surface in perspective: stretches of one color each, the present point on top.
  func stretches(to present: PlanePoint) -> [Surface3D.Path] {
    var stretches: [Surface3D.Path] = []
    var previous: PlanePoint?
    for point in picture.path {
      let color = color(of: point.loss)
      let place = place(point)
      if let last = stretches.last, last.color == color, !point.isJump {
        stretches[stretches.count - 1].places.append(place)
      } else {
        stretches.append(Surface3D.Path([point.isJump ? nil : previous, place].compactMap(\.self), color: color))
      }
      previous = place
    }
    stretches.append(Surface3D.Path([present], color: look.theme.lineColor, mark: look.glyphs.mark(of: 0)))
    return stretches
  }
}

extension Theme {
  /// The colors of the losses along a path, from low to high: readable over the shades of a surface, and no shade themselves.
  var truthColors: [Color] {
    guard name != .monochrome else { return [.inherit] }
    // All keep a contrast of 3 against the map of heights.
    return isDark
      ? [Color(0x5FFFFF), Color(0xAFFFFF), Color(0xFFFFFF), Color(0xFFFF87), Color(0xFFD75F)]
      : [Color(0x00005F), Color(0x00002F), Color(0x000000), Color(0x2F0000), Color(0x5F0000)]
  }
}
