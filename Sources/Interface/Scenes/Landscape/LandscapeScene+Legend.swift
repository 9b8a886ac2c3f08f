import Plotting
import Training

extension LandscapeScene {
  /// The data beside the surface.
  package var previewed: [PanelID] { [PanelID(PanelName.surface)] + inner.previewed }

  /// What the marks of a panel mean: of the surface, of its fidelity, and of the model's own panels.
  package func legend(of panel: PanelName, on picture: LandscapePicture, context: SceneContext) -> [LegendEntry] {
    let theme = context.look.theme
    switch panel {
    case .surface: return surfaceEntries(picture, context: context)
    case .fidelity:
      return [
        .line(theme.curveColor, "the true loss at each step"),
        .line(theme.mutedColor, isDashed: true, "the loss in the plane at each step"),
      ]
    case .picture, .arithmetic, .network, .unit, .settings, .curve:
      return inner.legend(of: PanelID(panel), context: innerContext(context))
    }
  }

  private func surfaceEntries(_ picture: LandscapePicture, context: SceneContext) -> [LegendEntry] {
    let look = context.look
    let theme = look.theme
    let face = face(context)
    let point = look.glyphs.mark(of: 0)
    var held = theme.accent
    held.attributes.insert(.reverse)
    var entries: [LegendEntry] = [
      .glyph(point, Style(foreground: theme.lineColor), "where the weights are now"),
      .glyph(point, held, "the weights, while you move them"),
      LegendEntry(.shades(theme.surfacePalette), "the loss in this plane: low at this end, high at that"),
    ]
    switch face {
    case .slice, .crossSlice: entries.append(.line(theme.curveColor, "the loss along this axis alone"))
    case .relief:
      entries.append(.line(theme.border.foreground, "the edges of the box that the surface stands in"))
    default: entries.append(.line(theme.contourColor, "contours: along each the loss is what is written on it"))
    }
    let step: Unicode.Scalar = look.glyphs.isUnicode ? "•" : "o"
    let start: Unicode.Scalar = look.glyphs.isUnicode ? "○" : "O"
    let scale: Unicode.Scalar = look.glyphs.isUnicode ? "●" : "o"
    let way = theme.truthColors
    if picture.path.count > 1 {
      entries.append(
        LegendEntry(
          .line(way, isDashed: false),
          "the way of the weights, colored by the true loss; where it differs from the plane's, the plane hides something"
        ))
    }
    for color in way {
      let style = Style(foreground: color)
      entries += [
        .glyph(step, style, "a step on the way"), .glyph(start, style, "where the weights started"),
        .glyph(point, style, "where the weights are now"),
      ]
      if scale != step { entries.append(.glyph(scale, style, "the scale of the true loss along the way, low to high")) }
    }
    return entries
  }
}
