import Learning
import Plotting
import Training

// Marks that several scenes draw with the same helpers; a scene adds those it uses to its own.

extension [LegendEntry] {
  /// The points of a data set as `Marks` draws them: shapes, hollow ones, underlined ones, the one in parentheses.
  ///
  /// - Parameters:
  ///   - names: What the classes are called.
  ///   - wrong: What is said of an underlined point; nil where none is ever.
  ///   - current: What is said of the point in parentheses; nil where none is ever.
  static func points(
    _ names: [String], hasTest: Bool = false, wrong: SafeText?, current: SafeText?, look: Look
  ) -> [LegendEntry] {
    var entries: [LegendEntry] = []
    func style(_ label: Int, _ attributes: Style.Attributes = []) -> Style {
      let color = look.plotStyle.depth == .none ? Color.inherit : look.theme.classes.mark(of: label)
      return Style(foreground: color, attributes: attributes)
    }
    for (label, name) in names.enumerated() {
      let mark = look.glyphs.mark(of: label)
      entries.append(.glyph(mark, style(label), "an example of class \(name)"))
    }
    for (label, name) in names.enumerated() where hasTest {
      let mark = look.glyphs.mark(of: label, hollow: true)
      entries.append(.glyph(mark, style(label), "hollow: a test point of class \(name), never trained on"))
    }
    if let wrong {
      for (label, name) in names.enumerated() {
        for isHollow in hasTest ? [false, true] : [false] {
          let mark = look.glyphs.mark(of: label, hollow: isHollow)
          let kind = isHollow ? "a test point" : "one"
          entries.append(
            .glyph(mark, style(label, [.bold, .underline]), "underlined: \(kind) of class \(name) that \(wrong)"))
        }
      }
    }
    if let current {
      let highlight = look.plotStyle.highlight
      entries.append(.glyph("(", highlight, "in parentheses: \(current)"))
      entries.append(.glyph(")", highlight, "in parentheses: \(current)"))
    }
    return entries
  }

  /// The points of numbers as `Marks` draws them: pointing down where they are low, up where they are high.
  ///
  /// - Parameters:
  ///   - wrong: What is said of an underlined point.
  ///   - current: What is said of the point in parentheses.
  static func quantities(hasTest: Bool, wrong: SafeText, current: SafeText, look: Look) -> [LegendEntry] {
    let names = ["the lowest numbers", "low numbers", "numbers in the middle", "high numbers", "the highest numbers"]
    let shares = (0..<100).map { (Double($0) + 0.5) / 100 }
    var entries: [LegendEntry] = []
    for isWrong in [false, true] {
      for isHollow in hasTest ? [false, true] : [false] {
        for share in shares {
          let level = clampedIndex(share * Double(names.count), in: 0..<names.count) ?? 0
          var style = look.quantity(at: share).style
          style.attributes = isWrong ? [.bold, .underline] : []
          let kind = isHollow ? "hollow: test points with " : "examples with "
          let meaning = isWrong ? "underlined: \(wrong)" : "\(kind)\(names[level])"
          entries.append(
            .glyph(look.glyphs.quantityMark(at: share, hollow: isHollow), style, SafeText(meaning)))
        }
      }
    }
    for bracket in ["(", ")"] as [Unicode.Scalar] {
      entries.append(.glyph(bracket, look.plotStyle.highlight, "in parentheses: \(current)"))
    }
    return entries
  }

  /// The gauge of stability under a curve, and what its parts say.
  static func stability(_ gauge: StabilityGauge?, look: Look) -> [LegendEntry] {
    guard let gauge else { return [] }
    let theme = look.theme
    let color = StabilityGauge.style(gauge.claim, theme).foreground
    func glyph(_ scalar: Unicode.Scalar, _ style: Style, _ meaning: SafeText) -> LegendEntry {
      LegendEntry(.glyph(scalar, style), meaning, beside: "η·λmax")
    }
    return [
      LegendEntry(
        .bars([color]), "η·λmax: the gauge ends at one and a half times its bound", beside: "η·λmax"),
      glyph(
        look.glyphs.box(isFocused: true).vertical, Style(foreground: theme.lineColor),
        "the bound on η·λmax; right of it every step overshoots"),
      glyph(
        look.glyphs.isUnicode ? "░" : ".", theme.border, "the part of the gauge that η·λmax does not reach"),
      glyph(
        look.glyphs.isUnicode ? "▸" : ">", StabilityGauge.style(gauge.claim, theme),
        "η·λmax is beyond the end of the gauge"),
      LegendEntry(
        .bars([theme.mutedColor]), "the strip: η·λmax since the beginning, now at its right end", beside: "η·λmax"),
    ]
  }

  /// The branches of a run: letters and dashed lines.
  static func branches(_ context: SceneContext) -> [LegendEntry] {
    context.branchLabels.flatMap { label -> [LegendEntry] in
      let color = context.look.theme.branchColor(label.id)
      let name = "branch \(label.text)"
      return [
        .glyph(label.letter, Style(foreground: color, attributes: .reverse), "where \(SafeText(name)) is"),
        .line(color, isDashed: !label.isCurrent, "\(SafeText(name))\(label.isCurrent ? ", the current one" : "")"),
      ]
    }
  }

  /// The upright line in a chart at what is shown.
  static func cursor(_ look: Look, _ meaning: SafeText) -> [LegendEntry] {
    [.glyph(look.glyphs.box().vertical, look.plotStyle.highlight, meaning)]
  }

  /// The upright line in a chart at the step that is shown, while the run has been further.
  static func cursor(_ context: SceneContext) -> [LegendEntry] {
    guard let snapshot = context.snapshot, snapshot.step < snapshot.head else { return [] }
    return cursor(context.look, "the step that is shown, where later ones are known")
  }

  /// What lists of settings mark their rows with.
  static func settings(_ look: Look) -> [LegendEntry] {
    let (left, right): (Unicode.Scalar, Unicode.Scalar) = look.glyphs.isUnicode ? ("◂", "▸") : ("<", ">")
    return [
      .glyph(left, look.theme.selected, "the selected row: ← makes it less, → more"),
      .glyph(right, look.theme.selected, "the selected row: ← makes it less, → more"),
      .glyph(left, look.theme.text, "a number that ← and → turn while its row is selected"),
      .glyph(right, look.theme.text, "a number that ← and → turn while its row is selected"),
    ]
  }
}

extension LegendEntry {
  /// The two halves of a field of classes.
  static func field(_ meaning: SafeText, look: Look) -> LegendEntry {
    LegendEntry(.shades(look.theme.fieldPalette), meaning)
  }
}
