import Learning
import Plotting
import Training

/// The arithmetic of one perceptron step with the numbers substituted, as lines of text.
struct PerceptronArithmetic {
  let picture: PerceptronPicture
  let context: SceneContext

  private var theme: Theme { context.look.theme }
  private var math: MathText { MathText(glyphs: context.look.glyphs) }

  /// The lines for a panel of a width and height; what matters least is left out first.
  func lines(width: Int, height: Int) -> [StyledLine] {
    var blocks: [[StyledLine]]
    if let step = picture.lastStep {
      blocks = [
        example(of: step, width: width), score(of: step, width: width), loss(of: step, width: width), update(of: step),
      ]
      // All weights matter more than the formula whose numbers stand below it.
      if blocks.reduce(0, { $0 + $1.count }) > height {
        blocks[1] = score(of: step, width: width, hasFormula: false)
      }
    } else {
      blocks = [start(width: width), weights()]
    }
    blocks.append(standing(width: width))
    let spare = height - blocks.reduce(0) { $0 + $1.count }
    // Blank lines between the blocks, as far as there is room for all of them.
    let gap = spare >= blocks.count - 1 ? [StyledLine()] : []
    return Array(blocks.joined(separator: gap))
  }

  private func name(ofWeight index: Int) -> String { math.indexed("w", index) }

  /// What a feature is called in a formula: x₁, x₂, x₁².
  static func name(of feature: Feature, _ math: MathText) -> String {
    let (first, second) = (math.indexed("x", 1), math.indexed("x", 2))
    let square = math.glyphs.isUnicode ? "²" : "^2"
    return switch feature {
    case .x1: first
    case .x2: second
    case .x1Squared: first + square
    case .x2Squared: second + square
    case .product: first + second
    case .sineOfX1: "sin \(first)"
    case .sineOfX2: "sin \(second)"
    }
  }

  private func example(of step: PerceptronStep, width: Int) -> [StyledLine] {
    let place: SafeText = "example \(step.index + 1) of \(GroupedNumber.text(picture.dataset.count))"
    let vector: SafeText = "x = \(math.vector(step.values))"
    let target: SafeText = "y = \(step.target > 0 ? "+1" : math.number(-1))"
    let color = Style(foreground: theme.classText(step.target > 0 ? 0 : 1), attributes: .bold)
    let one = StyledLine(place, theme.heading).adding("  ", theme.text).adding(vector, theme.text)
      .adding("  ", theme.text).adding(target, color)
    if one.width(context.look.glyphs) <= width { return [one] }
    return [
      StyledLine(place, theme.heading), StyledLine(vector, theme.text).adding("  ", theme.text).adding(target, color),
    ]
  }

  private func score(of step: PerceptronStep, width: Int, hasFormula: Bool = true) -> [StyledLine] {
    let before = step.before
    let terms = zip(before.features, before.weights.indices).map { feature, index in
      "\(name(ofWeight: index + 1))\(Self.name(of: feature, math))"
    }
    let formula = "s = " + (terms + [name(ofWeight: 0)]).joined(separator: " + ")
    var substituted = ""
    for (index, weight) in before.weights.enumerated() {
      substituted += math.product(weight, step.values[index], isFirst: index == 0)
    }
    substituted += math.term(before.bias)
    let relation = step.score > 0 ? "> 0" : step.score < 0 ? "< 0" : ""
    let result = "= \(math.number(step.score)) \(relation)"
    var lines = hasFormula ? wrapped(formula, indent: 4, width: width) : []
    let beginning = hasFormula ? "  = " : "s = "
    if 4 + substituted.count + 1 + result.count <= width {
      lines.append(
        StyledLine(SafeText("\(beginning)\(substituted) "), theme.text).adding(SafeText(result), theme.heading))
    } else {
      lines += wrapped(beginning + substituted, indent: 4, width: width)
      lines.append(StyledLine(SafeText("  " + result), theme.heading))
    }
    let mark = step.isCorrect ? "✓ right" : "✗ wrong"
    let style = step.isCorrect ? theme.good : theme.bad
    let target = step.target > 0 ? "+1" : (before.activation == .step ? "0" : math.number(-1))
    let verdict = StyledLine("predicts \(math.signed(Double(step.prediction))), target \(target)", theme.text)
    let whole = verdict.adding("  ", theme.text).adding(SafeText(mark), style)
    let short = verdict.adding(" ", theme.text).adding(SafeText(String(mark.prefix(1))), style)
    lines.append(whole.width(context.look.glyphs) <= width ? whole : short)
    return lines
  }

  private func loss(of step: PerceptronStep, width: Int) -> [StyledLine] {
    let gradient = math.vector(WeightOrder.listed(step.gradient, bias: step.biasGradient))
    let formula = step.isCorrect ? "∂L/∂w = 0" : "∂L/∂w = −y·x = \(gradient)"
    return [StyledLine("L = max(0, −ys) = \(math.number(step.loss))", theme.text)]
      + wrapped(math.glyphs.text(SafeText(formula)).description, indent: 8, width: width)
  }

  private func update(of step: PerceptronStep) -> [StyledLine] {
    guard !step.isCorrect else {
      return [StyledLine("right: the weights stay", theme.muted)] + weights()
    }
    var lines = [StyledLine("w ← w − η ∂L/∂w", theme.text)]
    let before = WeightOrder.numbered(step.before.weights, bias: step.before.bias)
    let after = WeightOrder.listed(step.after.weights, bias: step.after.bias)
    for ((index, old), new) in zip(before, after) {
      let line = StyledLine("  \(name(ofWeight: index))  \(math.number(old)) → ", theme.text)
      lines.append(line.adding(SafeText(math.number(new)), old == new ? theme.text : theme.heading))
    }
    return lines
  }

  private func weights() -> [StyledLine] {
    WeightOrder.numbered(picture.perceptron.weights, bias: picture.perceptron.bias).map { index, weight in
      StyledLine("  \(name(ofWeight: index))  ", theme.text).adding(SafeText(math.number(weight)), theme.heading)
    }
  }

  private func start(width: Int) -> [StyledLine] {
    guard let next = picture.nextIndex else { return [StyledLine("no data: p places points", theme.warning)] }
    let (x1, x2) = picture.dataset.input(at: next)
    var lines = [StyledLine("the start", theme.heading)]
    lines += wrapped(
      "next: example \(next + 1) of \(GroupedNumber.text(picture.dataset.count)), x = \(math.vector([x1, x2]))",
      indent: 6,
      width: width)
    return lines
  }

  private func standing(width: Int) -> [StyledLine] {
    let count = picture.dataset.count
    let right = count - picture.evaluation.errors
    let style = right == count ? theme.good : theme.text
    var lines = [
      StyledLine("\(GroupedNumber.text(right)) of \(GroupedNumber.text(count)) right", style)
        .adding("  \(GroupedNumber.text(picture.totalMistakes)) updates", theme.muted)
    ]
    let bound = context.findings.certificate(for: picture.dataset)?.bound
    if let limit = bound.flatMap({ MistakeLimit(.init($0, picture)) }) {
      lines.append(StyledLine(SafeText(limit.brief), theme.muted))
    }
    return lines
  }

  private func wrapped(_ text: String, indent: Int, width: Int) -> [StyledLine] {
    let leading = text.prefix { $0 == " " }
    let paragraph = Paragraph(SafeText(text), width: max(8, width - leading.count), hanging: indent - leading.count)
    return paragraph.lines.map { StyledLine(SafeText(String(leading) + $0.description), theme.text) }
  }
}
