import Plotting
import Training

extension GraphScene {
  /// What the marks of a panel mean.
  package func legend(of panel: PanelName, on picture: GraphPicture, context: SceneContext) -> [LegendEntry] {
    let look = context.look
    let theme = look.theme
    switch panel {
    case .picture: break
    case .arithmetic, .moves: return []
    case .settings: return .settings(look)
    }
    func head(_ x: Double, _ color: Color) -> LegendEntry {
      .glyph(
        look.glyphs.arrow(x: x, y: 0), Style(foreground: color),
        x > 0 ? "a value flows into the node" : "a derivative flows back out of the node")
    }
    var isBackward = false
    if case .backward? = picture.lastMove?.kind { isBackward = true }
    let backward = LegendEntry.line(theme.gradientColor, "edges that a derivative has come back along")
    return (isBackward ? [backward] : []) + [
      .line(theme.accent.foreground, "the edge of this move"),
      .line(theme.mutedColor, "edges that values go forward along"),
      head(1, theme.mutedColor), head(-1, theme.gradientColor),
      LegendEntry(
        .words("dz/d", Style(foreground: theme.gradientColor)), "the derivative of the result with respect to the node"),
    ]
  }
}
