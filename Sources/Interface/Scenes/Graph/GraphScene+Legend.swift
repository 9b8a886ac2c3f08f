import Plotting
import Training

extension GraphScene {
  /// What the marks of its panels mean.
  public func legend(context: SceneContext) -> [LegendEntry] {
    let look = context.look
    let theme = look.theme
    return [
      .line(theme.accent.foreground, "the edge of this move"),
      .line(theme.gradientColor, "edges that a derivative has come back along"),
      .line(theme.mutedColor, "edges that values go forward along"),
      LegendEntry(
        .words("dz/d", Style(foreground: theme.gradientColor)), "the derivative of the result with respect to the node"),
    ] + .chrome(look)
  }
}
