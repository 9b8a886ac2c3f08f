import Calculus
import Learning
import Plotting
import Training

/// The arithmetic of a descent's step with the numbers substituted, and what theory says about it.
struct DescentArithmetic {
  let picture: DescentPicture
  let context: SceneContext

  private var theme: Theme { context.look.theme }
  var math: MathText { MathText(glyphs: context.look.glyphs) }
  private var isCurve: Bool { picture.function.variables == .x }
  private var descent: Descent { picture.first }

  /// The blocks from top to bottom with blank lines between them where there is room; the last ones go first.
  func lines(_ blocks: [[StyledLine]], height: Int) -> [StyledLine] {
    var shown = blocks.filter { !$0.isEmpty }
    while shown.count > 1, shown.reduce(0, { $0 + $1.count }) > max(height, 1) { shown.removeLast() }
    let spare = height - shown.reduce(0) { $0 + $1.count }
    let gap = spare >= shown.count - 1 ? [StyledLine()] : []
    return Array(shown.joined(separator: gap))
  }

  /// All blocks of a surface's step.
  func surfaceLines(width: Int, height: Int) -> [StyledLine] {
    lines([point(width: width), update(width: width), theory(width: width)], height: height)
  }

  // MARK: The point

  /// Where the point is, the value, the gradient.
  private func point(width: Int) -> [StyledLine] {
    let gradient = descent.gradient
    let place = [descent.point.x, descent.point.y]
    let exact = "(x, y) = \(math.vector(place, significant: 4))"
    var lines = [
      StyledLine(
        SafeText(fits(exact, width) ? exact : "(x, y) = \(math.vector(place, significant: 2))"), theme.heading),
      StyledLine("f = \(math.number(descent.value))", theme.heading),
    ]
    let slopes = "G = (∂f/∂x, ∂f/∂y) = \(math.vector([gradient.x, gradient.y]))"
    let short = "G = \(math.vector([gradient.x, gradient.y]))"
    let length = "|G| = \(math.number(gradient.length, significant: 3))"
    // The arrow in the picture is −G, in a color of its own.
    let style = theme.heading
    lines.append(StyledLine(SafeText(fits(slopes, width) ? slopes : short), style))
    if fits(short + "  " + length, width), !fits(slopes, width) {
      lines[lines.count - 1] = StyledLine(SafeText(short + "  " + length), style)
    } else {
      lines.append(StyledLine(SafeText(length), style))
    }
    return lines
  }

  func fits(_ text: String, _ width: Int) -> Bool {
    context.look.glyphs.text(SafeText(text)).cellWidth <= width
  }

  // MARK: The update

  /// The formula of the update and the numbers of the last step.
  func update(width: Int) -> [StyledLine] {
    guard let step = descent.lastStep else {
      guard descent.value.isFinite else {
        return formula(width: width) + [StyledLine("f has no value here", theme.warning)]
      }
      let key = context.key(.stepForward)
      let begin = descent.step == 0 ? "the start; \(key) makes the first step" : "put here by hand; \(key) goes on"
      let brief = descent.step == 0 ? "the start; \(key) steps" : "by hand; \(key) goes on"
      return formula(width: width) + [StyledLine(SafeText(fits(begin, width) ? begin : brief), theme.muted)]
    }
    var lines = formula(width: width)
    let slopes = [step.gradient.x, step.gradient.y]
    let before = [step.before.x, step.before.y]
    let after = [step.after.x, step.after.y]
    let names = isCurve ? ["x"] : ["x", "y"]
    for (index, name) in names.enumerated() {
      let start = math.number(before[index])
      let end = math.number(after[index])
      var line = StyledLine("\(name)  \(start) → ", theme.text)
      if let rate = step.rate, case .optimizer(.sgd) = descent.method {
        line = substituted(name, start, rate, slopes[index], width: width, end: end)
      } else if let rate = step.rate, descent.method == .lineSearch {
        line = substituted(name, start, rate, slopes[index], width: width, end: end)
      }
      lines.append(line.adding(SafeText(end), theme.heading))
    }
    if let change = DescentChange(.init(from: step.valueBefore, to: step.valueAfter)) {
      lines.append(told(change, width))
    }
    return lines
  }

  /// `x  1.92 − 0.1·3.84 = `, or the two ends alone where that is too long.
  private func substituted(
    _ name: String, _ start: String, _ rate: Double, _ slope: Double, width: Int, end: String
  ) -> StyledLine {
    let minus = math.glyphs.isUnicode ? "−" : "-"
    let text = "\(name)  \(start) \(minus) \(math.number(rate))\(math.dot)\(math.factor(slope)) = "
    return StyledLine(SafeText(fits(text + end, width) ? text : "\(name)  \(start) → "), theme.text)
  }

  /// The rule of the method in the letters of the screen: one line where it has room, else a line for each part.
  private func formula(width: Int) -> [StyledLine] {
    let parts = rule
    let whole = parts.joined(separator: ", ")
    return (fits(whole, width) ? [whole] : parts).map { StyledLine(SafeText($0), theme.text) }
  }

  /// What moves and what it moves against, as they are called above the rule: x and a, or (x, y) and G.
  private var letters: (place: String, slope: String) { isCurve ? ("x", "a") : ("(x, y)", "G") }

  /// The parts of the rule of the method.
  private var rule: [String] {
    let (w, g) = letters
    switch descent.method {
    case .newton:
      switch descent.lastStep?.newton {
      case .absoluteCurvature: return ["\(w) ← \(w) − |H|⁻¹ \(g)", "as a curvature is negative"]
      case .gradient: return ["\(w) ← \(w) − \(g)", "as no curvature is positive"]
      default: return ["\(w) ← \(w) − H⁻¹ \(g)"]
      }
    case .lineSearch:
      guard let step = descent.lastStep, let rate = step.rate, let trials = step.trials else {
        return ["\(w) ← \(w) − t \(g)", "t by backtracking"]
      }
      return ["\(w) ← \(w) − t \(g)", "t = \(math.number(rate)) (try \(trials))"]
    case .optimizer(let optimizer): return optimizer.formula(w, g, dot: math.dot) { math.number($0) }
    }
  }

  // MARK: Theory

  /// The curvatures, the stability and the factors, predicted beside measured.
  func theory(width: Int) -> [StyledLine] {
    let theory = picture.theory
    guard theory.steps.curvatures.allSatisfy(\.isFinite) else { return [] }
    let values = theory.steps.curvatures.map { math.number($0, significant: 3) }.joined(separator: ", ")
    let kind = theory.isExact ? "quadratic" : "curvature here"
    let text = "\(kind): λ = \(values)"
    var lines = [StyledLine(SafeText(fits(text, width) ? text : "λ = \(values)"), theme.text)]
    if descent.method.usesLearningRate { lines.append(stability) }
    if let predicted = theory.predictedFactors, theory.isExact {
      lines.append(factors(descent.method == .newton ? "predicted  " : "1 − ηλ     ", predicted))
      if let measured = theory.measuredFactors, measured.contains(where: { $0 != nil }) {
        lines.append(factors("measured   ", measured))
      }
    }
    if case .optimizer(.momentum(let momentum)) = descent.method { lines.append(contentsOf: damping(momentum)) }
    if let words = behavior(width: width) { lines.append(words) }
    return lines
  }

  /// A claim in the longest wording that fits.
  private func told(_ claim: some Claim, _ width: Int) -> StyledLine {
    let words = claim.wordings.first { fits($0, width) } ?? claim.brief
    return StyledLine(SafeText(words), theme.style(claim.tone))
  }

  private var stability: StyledLine {
    guard let claim = picture.stability?.claim(method: descent.method.name) else { return StyledLine() }
    let product = StyledLine(SafeText("η·λmax = \(claim.figures.product.text)"), theme.text)
    switch claim.kind {
    case .stable, .belowBound, .leavesSaddle, .atBound, .overshoots:
      // Of other methods the bound is told by the gauge.
      guard descent.method.momentum != nil, claim.kind != .leavesSaddle else { return product }
      return product.adding(SafeText(" \(claim.comparison)"), StabilityGauge.style(claim, theme))
    case .level, .downward, .scaled, .unknown: return product
    }
  }

  private func factors(_ name: String, _ values: [Double?]) -> StyledLine {
    let numbers = values.map { $0.map { math.number($0) } ?? "·" }.joined(separator: ", ")
    return StyledLine(SafeText(name), theme.muted).adding(SafeText(numbers), theme.heading)
  }

  /// For the heavy ball: the critical momentum of each direction, and the factor in the long run.
  private func damping(_ momentum: Double) -> [StyledLine] {
    let theory = picture.theory
    let critical = theory.steps.criticalMomentum(learningRate: descent.learningRate)
      .map { $0.map { math.number($0, significant: 2) } ?? "–" }.joined(separator: ", ")
    let factors = theory.steps.contractions(learningRate: descent.learningRate, momentum: momentum)
      .map { math.number($0, significant: 3) }.joined(separator: ", ")
    return [
      StyledLine("critical β  ", theme.muted).adding(SafeText(critical), theme.heading),
      StyledLine("long run ×  ", theme.muted).adding(SafeText(factors), theme.heading),
    ]
  }

  /// What plain gradient descent does here, in words; nil for other methods.
  private func behavior(width: Int) -> StyledLine? {
    picture.theory.claim(of: descent).map { told($0, width) }
  }
}
