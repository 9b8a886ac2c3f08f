import Plotting
import Training

extension LandscapeScene {
  /// What the marks of the surface and of the model's own panels mean.
  public func legend(context: SceneContext) -> [LegendEntry] {
    guard context.snapshot?.picture is LandscapePicture else { return [] }
    let look = context.look
    let theme = look.theme
    let point = look.glyphs.mark(of: 0)
    var held = theme.accent
    held.attributes.insert(.reverse)
    let step: Unicode.Scalar = look.glyphs.isUnicode ? "•" : "o"
    let start: Unicode.Scalar = look.glyphs.isUnicode ? "○" : "O"
    let way = theme.truthColors
    var entries: [LegendEntry] = [
      .glyph(point, Style(foreground: theme.lineColor), "where the weights are now"),
      .glyph(point, held, "the weights, while you move them"),
      LegendEntry(.shades(theme.surfacePalette), "the loss in this plane: low at this end, high at that"),
      .line(theme.contourColor, "contours: along each the loss is what is written on it"),
      LegendEntry(
        .line(way, isDashed: false),
        "the way of the weights, colored by the true loss; where it differs from the plane's, the plane hides something"
      ),
    ]
    for color in way {
      let style = Style(foreground: color)
      entries += [
        .glyph(step, style, "a step on the way"), .glyph(start, style, "where the weights started"),
        .glyph("●", style, "the scale of the true loss along the way, low to high"),
        .glyph("o", style, "the scale of the true loss along the way, low to high"),
      ]
    }
    entries += [
      .line(theme.border.foreground, "in perspective: the edges of the box that the surface stands in"),
      .line(theme.curveColor, "the loss along one axis, or the true loss"),
      .line(theme.mutedColor, isDashed: true, "the loss in the plane at each step"),
    ]
    return entries + inner.legend(context: innerContext(context))
  }
}
