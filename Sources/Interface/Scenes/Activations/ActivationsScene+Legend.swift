import Plotting
import Training

extension ActivationsScene {
  /// What the marks of a panel mean.
  package func legend(of panel: PanelName, on picture: ActivationsPicture, context: SceneContext) -> [LegendEntry] {
    let look = context.look
    let theme = look.theme
    return [
      .line(theme.curveColor, "the function g(x)"),
      .line(theme.gradientColor, isDashed: true, "its slope: near 0 no gradient comes through"),
      .glyph(
        look.glyphs.mark(of: 0), Style(foreground: theme.name == .monochrome ? .inherit : theme.lineColor),
        "g at this x"),
      .glyph(
        look.glyphs.mark(of: 0, hollow: true),
        Style(foreground: theme.name == .monochrome ? .inherit : theme.gradientColor), "the slope at this x"),
      LegendEntry(
        .bars((0..<10).map { theme.classColor($0) } + [theme.curveColor]), "a share of softmax: all of them add up to 1"
      ),
    ] + .cursor(look, "this x, the same on every function")
  }
}
