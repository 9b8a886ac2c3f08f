import Learning
import Plotting
import Training

extension PerceptronScene {
  /// What the marks of a panel mean.
  package func legend(of panel: PanelName, on picture: PerceptronPicture, context: SceneContext) -> [LegendEntry] {
    let look = context.look
    let theme = look.theme
    switch panel {
    case .picture: return boundaryEntries(picture, context: context) + .branches(context)
    case .arithmetic:
      if case .weights = active { return .settings(look) }
      return [
        .glyph("✓", theme.good, "this example was right: the weights stay"),
        .glyph("✗", theme.bad, "this example was wrong: the weights move"),
        LegendEntry(
          .words("at most", theme.muted),
          "no more mistakes than this can be made from this start: the bound (R/γ)², known because a line separates them"
        ),
      ]
    case .curve:
      let hasMistakes = (context.snapshot?.history[.mistakes].count ?? 0) > 0
      let mistakes = [
        LegendEntry(.bars([theme.classColor(1)]), "mistakes in each epoch"),
        LegendEntry(.bars([look.plotStyle.highlight.foreground]), "mistakes in the epoch that is shown"),
      ]
      return (hasMistakes ? mistakes : []) + [
        .line(context.curveColor, "the loss of each step's example"),
        LegendEntry(
          .words("λmax 0", theme.heading), "the loss is made of flat pieces: no learning rate is too large for it"),
      ] + .branches(context) + .cursor(context)
    case .settings: return .settings(look)
    }
  }

  private func boundaryEntries(_ picture: PerceptronPicture, context: SceneContext) -> [LegendEntry] {
    let look = context.look
    let theme = look.theme
    let names = picture.dataset.classNames
    let (first, second) = (SafeText(names.first ?? "A"), SafeText(names.dropFirst().first ?? "B"))
    var entries = [LegendEntry].points(
      names, wrong: "the perceptron gets wrong", current: "the example of the last step", look: look)
    let isStraight = picture.perceptron.features == [.x1, .x2]
    entries.append(
      .line(
        context.boundaryColor,
        isStraight
          ? "the boundary, where s = 0; the arrow on it is w and points to class \(first)" : "the boundary, where s = 0"
      ))
    if let step = picture.lastStep, !step.isCorrect {
      let (label, name) = step.target > 0 ? (0, first) : (1, second)
      entries += [
        .line(theme.mutedColor, isDashed: true, "the boundary before this step"),
        .line(theme.classColor(label), isDashed: true, "the wrong example, of class \(name), pulls the boundary"),
      ]
    }
    if showsOtherLines { entries.append(.line(theme.mutedColor, "lines that other seeds end on")) }
    entries.append(.field("the side that is taken for class \(first), and the one for class \(second)", look: look))
    if showsProof { entries += proofEntries(picture, first, second, context: context) }
    if case .points(let brush) = active {
      var style = theme.accent
      style.attributes.insert(.reverse)
      entries.append(.glyph(look.glyphs.mark(of: brush.label), style, "the brush: Enter places a point here"))
    }
    return entries
  }

  private func proofEntries(
    _ picture: PerceptronPicture, _ first: SafeText, _ second: SafeText, context: SceneContext
  ) -> [LegendEntry] {
    let theme = context.look.theme
    guard case .separable? = context.findings.certificate(for: picture.dataset)?.separability else {
      return [
        .line(theme.classColor(0), isDashed: true, "a mixture of points of class \(first)"),
        .line(theme.classColor(1), isDashed: true, "a mixture of points of class \(second)"),
        .line(theme.accent.foreground, "the point that both classes would share"),
      ]
    }
    return [
      .line(theme.classColor(0), isDashed: true, "the margin on the side of class \(first)"),
      .line(theme.classColor(1), isDashed: true, "the margin on the side of class \(second)"),
      .line(theme.accent.foreground, "the boundary with the widest margin"),
    ]
  }
}
