import Plotting
import Training

extension DescentScene {
  /// What the marks of a panel mean.
  package func legend(of panel: PanelName, on picture: DescentPicture, context: SceneContext) -> [LegendEntry] {
    let look = context.look
    switch panel {
    case .picture:
      return pathEntries(picture, context: context) + functionEntries(picture, context: context) + .branches(context)
    case .arithmetic:
      return standingEntries(picture, look: look)
    case .curve:
      let chart = DescentChart(
        picture: picture, context: context, isLogarithmic: viewState.isLogarithmic,
        showsStability: viewState.showsStability)
      return curveEntries(picture, context: context)
        + (chart.showsGauge || viewState.showsStability ? .stability(chart.gauge, look: look) : [])
        + .branches(context) + .cursor(context)
    case .settings: return .settings(look)
    }
  }

  /// The descents with their colors: numbered, or by their branches.
  private func descents(_ picture: DescentPicture, context: SceneContext) -> [(color: Color, name: SafeText)] {
    let theme = context.look.theme
    guard picture.descents.count == 1 else {
      return picture.descents.indices.map { (theme.pathColor($0), "descent \($0 + 1)") }
    }
    guard context.snapshot?.isForked == true else { return [(theme.pathColor(0), "the descent")] }
    return context.branchLabels.map { (theme.branchColor($0.id), "branch \(SafeText($0.text))") }
  }

  private func pathEntries(_ picture: DescentPicture, context: SceneContext) -> [LegendEntry] {
    let look = context.look
    let step: Unicode.Scalar = look.glyphs.isUnicode ? "•" : "o"
    let start: Unicode.Scalar = look.glyphs.isUnicode ? "○" : "O"
    return descents(picture, context: context).enumerated().flatMap { index, descent -> [LegendEntry] in
      let style = Style(foreground: descent.color, attributes: .bold)
      var entries: [LegendEntry] = [.glyph(look.glyphs.mark(of: index), style, "where \(descent.name) is")]
      guard picture.descents.contains(where: { $0.path.places.count > 1 }) else { return entries }
      entries += [
        .glyph(start, style, "where \(descent.name) started"), .glyph(step, style, "a step of \(descent.name)"),
        .line(descent.color, "the way of \(descent.name)"),
      ]
      return entries
    }
  }

  private func functionEntries(_ picture: DescentPicture, context: SceneContext) -> [LegendEntry] {
    let look = context.look
    let theme = look.theme
    let stars: (Unicode.Scalar, Unicode.Scalar) = look.glyphs == .braille ? ("★", "☆") : ("*", "+")
    var cursor = theme.accent
    cursor.attributes.insert(.reverse)
    let minima: [LegendEntry] = [
      .glyph(stars.0, theme.good, "a global minimum: nowhere is f lower"),
      .glyph(stars.1, theme.good, "a local minimum: lower than everything around, and not the lowest"),
    ]
    let place: [LegendEntry] = [.glyph(look.glyphs.isUnicode ? "┼" : "+", cursor, "the cursor: Enter starts here")]
    guard kind == .surface else {
      return minima + [
        .line(theme.curveColor, "f(x)"),
        .line(
          theme.gradientColor, "the tangent; dashed the next step along it: dx across, then to the tangent"),
        .glyph("✗", theme.bad, "from here the descent diverges"),
        LegendEntry(.words("leads to", theme.text), "the strip below: from where a descent ends in which minimum"),
      ] + place
    }
    let height = LegendEntry(.shades(theme.surfacePalette), "the height of f: low at this end, high at that")
    guard context.description.view != .relief else {
      return [height, .line(theme.border.foreground, "the edges of the box that the surface stands in")]
    }
    return minima + [
      height, .line(theme.contourColor, "contours: along each f has the height that is written on it"),
      .line(theme.gradientColor, isDashed: true, "against the gradient: straight downhill from here"),
    ] + place
  }

  /// How each descent stands, in the list of several.
  private func standingEntries(_ picture: DescentPicture, look: Look) -> [LegendEntry] {
    let marks = picture.descents.indices.map { index in
      LegendEntry.glyph(
        look.glyphs.mark(of: index), Style(foreground: look.theme.pathColor(index), attributes: .bold),
        "descent \(index + 1), in the picture and the chart")
    }
    return marks + [.glyph("✓", look.theme.good, "it converged"), .glyph("✗", look.theme.bad, "it diverged")]
  }

  private func curveEntries(_ picture: DescentPicture, context: SceneContext) -> [LegendEntry] {
    let theme = context.look.theme
    guard !viewState.showsStability else {
      return [
        .line(theme.curveColor, "η·λmax along the run"), .line(theme.boundColor, isDashed: true, "the bound on η·λmax"),
      ]
    }
    guard picture.descents.count > 1 else { return [.line(context.curveColor, "f at each step")] }
    return picture.descents.indices.map { .line(theme.pathColor($0), "f at each step of descent \($0 + 1)") }
  }
}
