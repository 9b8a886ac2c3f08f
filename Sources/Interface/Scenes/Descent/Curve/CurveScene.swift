import Basics
import Calculus
import Plotting
import Terminal
import Training

/// The curve scene: f(x) with the tangent at the present point, the steps on the curve, the valleys and their basins.
package struct CurveScene: DescentScene {
  package static let kind = SceneKind.curve
  package var focus: DescentPanel? = .picture

  var viewState = DescentViewState()
  let sketches = Memo<CurveSketch.Key, CurveSketch>(capacity: 4)
  let strips = Memo<BasinKey, BasinStrip>(capacity: 4)

  package init() {}

  package static let appActions = sharedAppActions
  package static let keys = sharedKeys

  func pictureTitle(_ picture: DescentPicture, context: SceneContext) -> (title: SafeText, remark: SafeText) {
    let view = view(picture, context)
    let x = picture.first.point.x
    if x < view.minX || x > view.maxX { return ("f(x)", "the point is outside: \(context.key(.fitView)) shows it") }
    return ("f(x) and its tangent", viewState.view == nil ? "" : "\(context.key(.fitView)) shows all")
  }

  /// The curve in view, remembered from the last time it was drawn.
  func sketch(_ picture: DescentPicture, width: Int, context: SceneContext) -> CurveSketch {
    let view = view(picture, context)
    let function = picture.function
    let key = CurveSketch.Key(
      name: function.named?.name, formula: function.expression.text, low: view.minX, high: view.maxX,
      count: max(2, width * 4))
    return sketches.value(for: key) { CurveSketch(function, key) }
  }

  /// Where starts along the axis lead, remembered from the last time it was drawn.
  func basins(_ picture: DescentPicture, _ sketch: CurveSketch, _ transform: PlotTransform) -> BasinStrip {
    let (width, first) = (max(1, transform.rect.width), picture.first)
    let key = BasinKey(
      formula: picture.function.expression.text, low: transform.x.lower, high: transform.x.upper, columns: width,
      method: first.method, rate: first.learningRate)
    return strips.value(for: key) {
      let starts = (0..<width).map { transform.x.value(at: (Double($0) + 0.5) / Double(width)) }
      return BasinStrip(
        picture.function, valleys: sketch.valleys, starts: starts, method: first.method,
        learningRate: first.learningRate)
    }
  }

  /// Answers a key in the mode or in the settings.
  package mutating func answer(key: KeyPress, on picture: DescentPicture, context: SceneContext) -> SceneAnswer {
    answerShared(key: key, on: picture, context: context)
  }

  /// Answers the mouse.
  package mutating func answer(
    mouse: MouseEvent, in panel: PlacedPanel<DescentPanel>, on picture: DescentPicture, context: SceneContext
  )
    -> SceneAnswer
  {
    answerShared(mouse: mouse, in: panel, on: picture, context: context)
  }

  func arithmetic(
    _ picture: DescentPicture, width: Int, height: Int, context: SceneContext
  ) -> [StyledLine] {
    let shared = DescentArithmetic(picture: picture, context: context)
    return shared.lines(
      [tangentLines(picture, shared, width: width, context), shared.update(width: width), shared.theory(width: width)],
      height: height)
  }

  /// The point, the slope, and what the tangent promises of the next step beside what the curve keeps.
  private func tangentLines(
    _ picture: DescentPicture, _ shared: DescentArithmetic, width: Int, _ context: SceneContext
  ) -> [StyledLine] {
    let math = shared.math
    let theme = context.look.theme
    let descent = picture.first
    let (x, value) = ("x = \(math.number(descent.point.x))", "f(x) = \(math.number(descent.value))")
    let both = "\(x)   \(value)"
    var lines =
      shared.fits(both, width)
      ? [StyledLine(SafeText(both), theme.heading)] : [x, value].map { StyledLine(SafeText($0), theme.heading) }
    lines += [
      StyledLine(
        "a = f′(x) = \(math.number(descent.gradient.x))",
        Style(foreground: theme.gradientColor, attributes: .bold))
    ]
    func compared(_ formula: String, _ number: Double, _ name: String) -> StyledLine {
      let text = "\(formula)\(math.number(number))  \(name)"
      return StyledLine(SafeText(shared.fits(text, width) ? text : formula + math.number(number)), theme.text)
    }
    guard let step = Self.nextStep(descent) else { return lines }
    let ahead = picture.function.value(at: PlanePoint(x: descent.point.x + step))
    lines += [
      StyledLine("Δx = −η·a = \(math.number(step))", theme.text),
      compared("f(x) + a·Δx = ", descent.value + descent.gradient.x * step, "the tangent"),
      compared("f(x + Δx)   = ", ahead, "the curve"),
    ]
    return lines
  }

  /// How far plain gradient descent goes next; nil for other methods.
  static func nextStep(_ descent: Descent) -> Double? {
    guard case .optimizer(.sgd) = descent.method else { return nil }
    return -descent.learningRate * descent.gradient.x
  }
}

/// What the strip below a curve depends on.
struct BasinKey: Equatable, Sendable {
  /// The expression's text.
  var formula: String
  /// The ends of the part in view.
  var low: Double
  var high: Double
  /// How many starts.
  var columns: Int
  /// How steps are chosen, and how far they go.
  var method: DescentMethod
  var rate: Double
}
