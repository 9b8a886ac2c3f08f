import Learning
import Plotting
import Training

extension NetworkScene {
  /// What the marks of a panel mean, in the view that is on.
  package func legend(of panel: PanelName, on picture: NetworkPicture, context: SceneContext) -> [LegendEntry] {
    let look = context.look
    switch panel {
    case .picture:
      switch view(context) {
      case .backpropagation: return passEntries(context)
      case .trainingLoop: return loopEntries(picture, context: context)
      case .output:
        return pointEntries(picture, look: look) + fieldEntries(picture, context: context) + .branches(context)
      }
    case .arithmetic, .moves, .examples: return []
    case .network: return diagramEntries(picture, look: look)
    case .unit:
      if case .weights = active { return unitEntries(picture, look: look) + .settings(look) }
      return unitEntries(picture, look: look)
    case .scores: return scoreEntries(picture, look: look)
    case .curve:
      let gauge = context.snapshot.flatMap { NetworkStability(picture: picture, snapshot: $0, look: look).gauge }
      return curveEntries(picture, context: context) + .stability(gauge, look: look) + .branches(context)
        + .cursor(context)
    case .settings: return .settings(look)
    }
  }

  private func pointEntries(_ picture: NetworkPicture, look: Look) -> [LegendEntry] {
    let names = picture.dataset.isNumeric ? [] : picture.dataset.classNames
    let current: SafeText = "the current example"
    var entries =
      picture.dataset.isNumeric
      ? [LegendEntry].quantities(
        hasTest: picture.test != nil, wrong: "the output is off by over a quarter of the scale", current: current,
        look: look)
      : [LegendEntry].points(
        names, hasTest: picture.test != nil, wrong: "the network gets wrong", current: current, look: look)
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
    let field: LegendEntry
    if picture.dataset.isNumeric {
      field = LegendEntry(
        .shades(look.theme.quantityField), "the output: small numbers at this end, large ones at that")
    } else if picture.network.outputs > 2 {
      field = .field("the class with the largest output, in its color; the paler, the less sure", look: look)
    } else {
      field = .field("the output: sure of the first class at this end, of the second at that", look: look)
    }
    return [field, .line(context.boundaryColor, "the boundary: here the classes are equally likely")]
  }

  private func diagramEntries(_ picture: NetworkPicture, look: Look) -> [LegendEntry] {
    let theme = look.theme
    var entries = [
      LegendEntry(
        .line(theme.weightColors(isPositive: true), isDashed: false), "positive weights: the brighter, the larger"),
      LegendEntry(
        .line(theme.weightColors(isPositive: false), isDashed: true), "negative weights: the brighter, the larger"),
    ]
    if case .weights = active { entries.append(.line(theme.lineColor, "the weight that is turned by hand")) }
    return entries + selectionEntries(look) + groupEntries(picture, look: look)
      + [.field("what a unit says at each place: positive at this end, negative at that", look: look)]
  }

  /// What stands on both sides of what is selected.
  private func selectionEntries(_ look: Look) -> [LegendEntry] {
    let marks: [Unicode.Scalar] = look.glyphs.isUnicode ? ["▐", "▌"] : ["[", "]"]
    return marks.flatMap { mark in
      [look.theme.accent, look.theme.muted].map { .glyph(mark, $0, "the selected unit or input") }
    }
  }

  private func curveEntries(_ picture: NetworkPicture, context: SceneContext) -> [LegendEntry] {
    let theme = context.look.theme
    guard !showsStability else {
      return [
        .line(theme.curveColor, "η·λmax along the run"), .line(theme.boundColor, isDashed: true, "the bound on η·λmax"),
      ]
    }
    var entries: [LegendEntry] = []
    let epochs = context.snapshot?.history[.trainLoss].count ?? 0
    if epochs > 0 { entries.append(.line(context.curveColor, "the loss of the whole training set after each epoch")) }
    if epochs > 0, picture.testing != nil {
      entries.append(
        .line(
          theme.testColor, isDashed: true, "the loss of the test set: where it rises alone, noise is learned by heart"))
    }
    if epochs < 3 { entries.append(.line(theme.mutedColor, "the loss of each batch, until there are three epochs")) }
    return entries
  }

  private func unitEntries(_ picture: NetworkPicture, look: Look) -> [LegendEntry] {
    [
      .line(look.theme.curveColor, "the activation function of the selected unit"),
      .glyph(look.glyphs.mark(of: 0), look.theme.accent, "where the unit is on its activation function"),
      .line(look.theme.gradientColor, isDashed: true, "the slope of the activation function"),
      .line(look.theme.mutedColor, isDashed: true, "the slope of the activation function"),
      LegendEntry(.bars(groupColors(look)), "how many examples of a class lie here"),
    ] + groupEntries(picture, look: look) + .cursor(look, "the sum of the current example")
  }

  private func scoreEntries(_ picture: NetworkPicture, look: Look) -> [LegendEntry] {
    groupEntries(picture, look: look) + [LegendEntry(.bars(groupColors(look)), "its share of the output")]
  }

  /// The colors of classes and of numbers from low to high.
  private func groupColors(_ look: Look) -> [Color] {
    (0..<10).map { look.theme.classColor($0) } + (0..<100).map { look.quantity(at: Double($0) / 99).style.foreground }
  }

  /// The marks of classes, or of numbers, as they stand beside words.
  private func groupEntries(_ picture: NetworkPicture, look: Look) -> [LegendEntry] {
    guard !picture.dataset.isNumeric else {
      return [LegendEntry].quantities(hasTest: false, wrong: "", current: "", look: look).filter {
        if case .glyph("(", _) = $0.sign { false } else { true }
      }
    }
    return picture.dataset.classNames.enumerated().map { label, name in
      .glyph(look.glyphs.mark(of: label), Style(foreground: look.theme.classColor(label)), "class \(SafeText(name))")
    }
  }

  /// What backpropagation draws.
  private func passEntries(_ context: SceneContext) -> [LegendEntry] {
    let theme = context.look.theme
    let isUnicode = context.look.glyphs.isUnicode
    return [
      .line(theme.accent.foreground, "what flows forward in this move"),
      .line(theme.gradientColor, "what flows backward in this move"),
      .line(theme.border.foreground, "weights that this move does not use"),
      .glyph(
        isUnicode ? "◂" : "<", Style(foreground: theme.gradientColor), "behind it: the derivative that came backward"),
      .glyph(isUnicode ? "→" : ">", theme.good, "from the weight before the step to the one after it"),
    ]
  }

  /// What the training loop draws: points as marks beside numbers, the network small, and the part under way.
  private func loopEntries(_ picture: NetworkPicture, context: SceneContext) -> [LegendEntry] {
    let look = context.look
    let theme = look.theme
    let names = picture.dataset.isNumeric ? [] : picture.dataset.classNames
    return
      (picture.dataset.isNumeric
      ? [LegendEntry].quantities(
        hasTest: picture.test != nil, wrong: "the output is off by over a quarter of the scale",
        current: "the current example", look: look)
      : .points(
        names, hasTest: picture.test != nil, wrong: "the network gets wrong", current: "the current example",
        look: look))
      + diagramEntries(picture, look: look)
      + [
        .line(context.boundaryColor, "the boundary: here the classes are equally likely"),
        .field("the output of the network, and of each of its units, over the data", look: look),
        .glyph(look.glyphs.mark(of: 0), theme.accent, "what is on its way to the next part"),
        .line(theme.accent.foreground, "the way that this part of the step goes"),
        .line(theme.gradientColor, "what comes backward: the gradient"),
        .line(theme.mutedColor, "ways of the other parts"),
      ]
  }
}
