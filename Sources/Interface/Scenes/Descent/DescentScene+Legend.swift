import Plotting
import Training

extension DescentScene {
  /// What the marks of its panels mean.
  public func legend(context: SceneContext) -> [LegendEntry] {
    guard let picture = context.snapshot?.picture as? DescentPicture else { return [] }
    let look = context.look
    return pathEntries(picture, context: context) + functionEntries(context: context)
      + .stability(
        DescentChart(picture: picture, context: context, isLogarithmic: false, showsStability: false).gauge, look: look)
      + .branches(context) + .chrome(look)
  }

  private func pathEntries(_ picture: DescentPicture, context: SceneContext) -> [LegendEntry] {
    let look = context.look
    let step: Unicode.Scalar = look.glyphs.isUnicode ? "•" : "o"
    let start: Unicode.Scalar = look.glyphs.isUnicode ? "○" : "O"
    var colors = picture.descents.indices.map { (look.theme.pathColor($0), "descent \($0 + 1)") }
    if picture.descents.count == 1 { colors = [(look.theme.pathColor(0), "the descent")] }
    if let snapshot = context.snapshot, snapshot.isForked, picture.descents.count == 1 {
      colors = context.branchLabels.map { (look.theme.branchColor($0.id), "branch \($0.text)") }
    }
    return colors.enumerated().flatMap { index, pair -> [LegendEntry] in
      let (color, name) = (pair.0, SafeText(pair.1))
      let style = Style(foreground: color, attributes: .bold)
      return [
        .glyph(look.glyphs.mark(of: index), style, "where \(name) is"),
        .glyph(start, style, "where \(name) started"),
        .glyph(step, style, "a step of \(name)"),
        .line(color, "the way of \(name); its value in the chart"),
      ]
    }
  }

  private func functionEntries(context: SceneContext) -> [LegendEntry] {
    let look = context.look
    let theme = look.theme
    let stars: (Unicode.Scalar, Unicode.Scalar) = look.glyphs == .braille ? ("★", "☆") : ("*", "+")
    var cursor = theme.accent
    cursor.attributes.insert(.reverse)
    return [
      .glyph(stars.0, theme.good, "a global minimum: nowhere is f lower"),
      .glyph(stars.1, theme.good, "a local minimum: lower than everything around, and not the lowest"),
      LegendEntry(.shades(theme.surfacePalette), "the height of f: low at this end, high at that"),
      .line(theme.border.foreground, "in perspective: the edges of the box that the surface stands in"),
      .line(theme.contourColor, "contours: along each f has the height that is written on it"),
      .line(theme.curveColor, "f(x), or η·λmax or f against the steps"),
      .line(
        theme.gradientColor, isDashed: kind == .surface,
        kind == .surface
          ? "against the gradient: straight downhill from here"
          : "the tangent; dashed the next step along it: dx across, then to the tangent"),
      .glyph(look.glyphs.isUnicode ? "┼" : "+", cursor, "the cursor: Enter starts here"),
      .line(theme.boundColor, isDashed: true, "the bound on η·λmax"),
      .glyph("✓", theme.good, "converged"),
      .glyph("✗", theme.bad, "diverged"),
      LegendEntry(.words("leads to", theme.text), "the strip below: from where small steps lead to which minimum"),
    ]
  }
}
