import Learning
import Plotting
import Training

extension NetworkScene {
  /// What the marks of its panels mean.
  public func legend(context: SceneContext) -> [LegendEntry] {
    guard let picture = context.snapshot?.picture as? NetworkPicture else { return [] }
    let look = context.look
    let stability = context.snapshot.flatMap { NetworkStability(picture: picture, snapshot: $0, look: look).gauge }
    return pointEntries(picture, look: look) + fieldEntries(picture, context: context)
      + diagramEntries(look: look) + curveEntries(context: context) + unitEntries(look: look)
      + .stability(stability, look: look) + viewEntries(context: context) + .branches(context) + .chrome(look)
  }

  private func pointEntries(_ picture: NetworkPicture, look: Look) -> [LegendEntry] {
    let names = picture.dataset.isNumeric ? [] : picture.dataset.classNames
    let current: SafeText = "the example whose numbers are worked out"
    var entries =
      picture.dataset.isNumeric
      ? [LegendEntry].quantities(
        hasTest: picture.test != nil, wrong: "the output is off by over a quarter of the scale", current: current,
        look: look)
      : [LegendEntry].points(
        names, hasTest: picture.test != nil, wrong: "the network gets wrong", current: current, look: look)
    for (label, name) in names.enumerated() {
      let mark = look.glyphs.mark(of: label)
      let style = Style(foreground: look.theme.classColor(label))
      entries.append(.glyph(mark, style, "class \(SafeText(name)), in the picture, the scores and the outputs"))
    }
    var cursor = look.theme.accent
    cursor.attributes.insert(.reverse)
    entries.append(.glyph("+", cursor, "the place that is asked about"))
    if case .points(let brush) = active {
      entries.append(.glyph(brush.glyph(look), cursor, "the brush: Enter places a point here"))
    }
    return entries
  }

  private func fieldEntries(_ picture: NetworkPicture, context: SceneContext) -> [LegendEntry] {
    let look = context.look
    let field: LegendEntry =
      picture.network.outputs > 2
      ? .field("the class with the largest output, in its color; the paler, the less sure", look: look)
      : .field(
        picture.dataset.isNumeric
          ? "the output: large numbers at this end, small ones at that, 0 between them"
          : "the output: sure of the first class at this end, of the second at that; small fields are single units",
        look: look)
    return [field, .line(context.boundaryColor, "the boundary: here the classes are equally likely")]
  }

  private func diagramEntries(look: Look) -> [LegendEntry] {
    let theme = look.theme
    let background = theme.classes.background
    func shades(_ label: Int) -> [Color] {
      guard theme.name != .monochrome else { return [.inherit] }
      return (0..<NetworkDrawing.strengths).map { strength in
        let missing = 1 - Double(strength + 1) / Double(NetworkDrawing.strengths)
        return theme.classColor(label).mixed(with: background, amount: missing * (theme.isDark ? 0.8 : 0.7))
      }
    }
    let marks: (Unicode.Scalar, Unicode.Scalar) = look.glyphs.isUnicode ? ("▐", "▌") : ("[", "]")
    var chosen: [LegendEntry] = []
    if case .weights = active { chosen = [.line(theme.lineColor, "the weight that is turned by hand")] }
    return [
      LegendEntry(.line(shades(0), isDashed: false), "positive weights: the brighter, the larger"),
      LegendEntry(.line(shades(1), isDashed: true), "negative weights: the brighter, the larger"),
    ]
      + chosen
      + [marks.0, marks.1].flatMap { mark in
        [theme.accent, theme.muted].map { LegendEntry.glyph(mark, $0, "the unit or input that is spoken of") }
      }
  }

  private func curveEntries(context: SceneContext) -> [LegendEntry] {
    let theme = context.look.theme
    return [
      .line(context.curveColor, "the loss of the whole training set after each epoch"),
      .line(
        theme.testColor, isDashed: true, "the loss of the test set: where it rises alone, noise is learned by heart"),
      .line(theme.mutedColor, "the loss of each batch, until there are epochs; or a slope"),
      .line(theme.boundColor, isDashed: true, "the bound on η·λmax"),
    ]
  }

  private func unitEntries(look: Look) -> [LegendEntry] {
    [
      .line(look.theme.curveColor, "the activation function of the unit that is spoken of"),
      .glyph(
        look.glyphs.mark(of: 0), look.theme.accent,
        "where the unit is on its activation function, or the part that is on its way"),
      .line(look.theme.gradientColor, isDashed: true, "the slope of the activation function, or what comes backward"),
      LegendEntry(
        .bars(
          (0..<10).map { look.theme.classColor($0) }
            + (0..<100).map { look.quantity(at: Double($0) / 99).style.foreground }),
        "how many examples of a class lie here, or its share of the output"),
    ]
  }

  /// What the views draw that are gone through move by move.
  private func viewEntries(context: SceneContext) -> [LegendEntry] {
    guard isByMove(context) else { return [] }
    let theme = context.look.theme
    let backward: Unicode.Scalar = context.look.glyphs.isUnicode ? "◂" : "<"
    return [
      .line(theme.accent.foreground, "what flows forward in this move"),
      .line(theme.border.foreground, "weights that this move does not use"),
      .glyph(backward, Style(foreground: theme.gradientColor), "behind it: the derivative that came backward"),
    ]
  }
}
