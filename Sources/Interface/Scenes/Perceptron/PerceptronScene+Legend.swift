import Learning
import Plotting
import Training

extension PerceptronScene {
  /// What the marks of its panels mean.
  public func legend(context: SceneContext) -> [LegendEntry] {
    guard let picture = context.snapshot?.picture as? PerceptronPicture else { return [] }
    let look = context.look
    let theme = look.theme
    let names = picture.dataset.classNames
    let (first, second) = (names.first ?? "A", names.dropFirst().first ?? "B")
    var entries = [LegendEntry].points(
      names, wrong: "the perceptron gets wrong", current: "the example of the last step", look: look)
    entries += [
      .line(
        context.boundaryColor, "the boundary, where s = 0; the arrow on it is w and points to class \(SafeText(first))"),
      .line(
        theme.mutedColor, isDashed: true,
        showsOtherLines
          ? "the boundary before this step, or lines that other seeds end on" : "the boundary before this step"),
      .line(
        theme.classColor(0), isDashed: true,
        showsProof
          ? "the margin, or a mixture of points of class \(SafeText(first))"
          : "the wrong example of class \(SafeText(first)) pulls the boundary"),
      .line(
        theme.classColor(1), isDashed: true,
        showsProof
          ? "the margin, or a mixture of points of class \(SafeText(second))"
          : "the wrong example of class \(SafeText(second)) pulls the boundary"),
      .field(
        "what the side is taken for: class \(SafeText(first)) at this end, class \(SafeText(second)) at that",
        look: look),
    ]
    if showsProof {
      entries.append(.line(theme.accent.foreground, "the widest boundary, or the point that both classes would share"))
    }
    if case .points(let brush) = active {
      var style = theme.accent
      style.attributes.insert(.reverse)
      entries.append(.glyph(look.glyphs.mark(of: brush.label), style, "the brush: Enter places a point here"))
    }
    entries += [
      .line(context.curveColor, "the loss of each step's example"),
      LegendEntry(.bars([theme.classColor(1)]), "mistakes in each epoch"),
      .glyph("✓", theme.good, "this example was right: the weights stay"),
      .glyph("✗", theme.bad, "this example was wrong: the weights move"),
      LegendEntry(
        .words("at most", theme.muted),
        "no more mistakes than this can be made from this start: the bound (R/γ)², known because a line separates them"),
      LegendEntry(
        .words("λmax 0", theme.heading), "the loss is made of flat pieces: no learning rate is too large for it"),
    ]
    return entries + .branches(context) + .chrome(look)
  }
}
