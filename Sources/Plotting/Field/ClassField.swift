/// The plane divided among several classes: each place in the color of its class, paler where the model is less sure.
package struct ClassField: Sendable {
  /// The class of each sample, row by row; row 0 is at the top.
  package let labels: [UInt8]
  /// How sure the model is, 0...1, in the same order.
  package let confidence: [Float]
  /// Samples in a row.
  package let columns: Int
  /// Rows of samples.
  package let rows: Int
  /// The colors of the classes.
  package var palette: ClassPalette
  /// Characters and number of colors.
  package var style: PlotStyle

  /// Makes a field of columns x rows samples.
  ///
  /// Traps where the numbers of labels or confidences are others.
  package init(
    labels: [UInt8], confidence: [Float], columns: Int, rows: Int, palette: ClassPalette, style: PlotStyle
  ) {
    precondition(
      columns >= 0 && rows >= 0 && labels.count == columns * rows && confidence.count == labels.count,
      "a field of \(columns) x \(rows) cannot have \(labels.count) labels and \(confidence.count) confidences")
    self.labels = labels
    self.confidence = confidence
    self.columns = columns
    self.rows = rows
    self.palette = palette
    self.style = style
  }

  /// Fills a rectangle; a confidence that is no number shows as "?".
  ///
  /// - Complexity: O(samples + cells).
  package func draw(in rect: Rect, on frame: inout Frame) {
    let steps = ClassPalette.shadesPerClass
    var tones = palette.shades.enumerated().map { index, color in
      Shading.Tone(
        color: color, shade: style.glyphs.classShade(of: index / steps, isSure: index % steps > 0),
        shadeColor: style.depth == .none ? .inherit : palette.mark(of: index / steps))
    }
    tones.append(Shading.Tone(color: .inherit, shade: "?", shadeColor: style.label.foreground))
    let missing = tones.count - 1
    var levels = [UInt8](repeating: UInt8(missing), count: labels.count)
    for index in labels.indices {
      guard let step = clampedIndex(Double(confidence[index]) * Double(steps), in: 0..<steps) else { continue }
      levels[index] = UInt8(Int(labels[index]) % ClassPalette.count * steps + step)
    }
    Shading(tones: tones, style: style).fill(rect, levels: levels, columns: columns, rows: rows, on: &frame)
  }

  /// Draws the boundaries between the classes, a dot thick, on a canvas over the rectangle of the field.
  ///
  /// - Complexity: O(dots).
  package func drawBoundaries(on canvas: inout DotCanvas, color: Color) {
    guard columns > 0, rows > 0, canvas.width > 0, canvas.height > 0 else { return }
    let across = (0..<canvas.width).map { (2 * $0 + 1) * columns / (2 * canvas.width) }
    let down = (0..<canvas.height).map { (2 * $0 + 1) * rows / (2 * canvas.height) * columns }
    for y in 0..<canvas.height {
      let below = down[min(y + 1, canvas.height - 1)]
      for x in 0..<canvas.width {
        let label = labels[down[y] + across[x]]
        let right = across[min(x + 1, canvas.width - 1)]
        if labels[down[y] + right] != label || labels[below + across[x]] != label {
          canvas.dot(x, y, color: color)
        }
      }
    }
  }
}

extension GlyphSet {
  /// The character that fills a class's region where there are too few colors: small letters of shape, unlike the
  /// marks; blank where the model is unsure.
  func classShade(of label: Int, isSure: Bool) -> Unicode.Scalar {
    guard isSure else { return " " }
    let shades: [Unicode.Scalar] =
      isUnicode
      ? ["░", "▒", "·", "-", "▓", "'", ":", "~", "=", "\""] : [":", "=", ".", "-", "~", "'", ";", ",", "\"", "!"]
    return shades[ClassPalette.wrapped(label)]
  }
}
