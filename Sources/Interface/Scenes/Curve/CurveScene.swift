import Calculus
import Plotting
import Terminal
import Training

/// The curve scene: f(x) with the tangent at the present point, the steps on the curve, the valleys and their basins.
public struct CurveScene: DescentScene {
  /// Which scene it is.
  public var kind: SceneKind { .curve }
  /// The picture first.
  public let panels: [PanelID] = [.picture, .arithmetic, .curve, .settings]
  /// The panel that has the focus.
  public var focus: PanelID = .picture

  var desk = DescentDesk()
  let sketches = Memo<CurveSketch.Key, CurveSketch>(capacity: 4)

  /// A scene as it is first seen.
  public init() {}

  func pictureTitle(_ picture: DescentPicture, context: SceneContext) -> (title: SafeText, remark: SafeText) {
    let view = view(picture)
    let x = picture.first.point.x
    if x < view.minX || x > view.maxX { return ("f(x)", "the point is outside: 0 shows it") }
    return ("f(x) and its tangent", desk.view == nil ? "" : "0 shows all")
  }

  /// The curve in view, remembered from the last time it was drawn.
  func sketch(_ picture: DescentPicture, width: Int) -> CurveSketch {
    let view = view(picture)
    let expression = picture.function.expression
    let key = CurveSketch.Key(formula: expression.text, low: view.minX, high: view.maxX, count: max(2, width * 4))
    return sketches.value(for: key) { CurveSketch(expression, key) }
  }

  /// Answers an action of the key table.
  public mutating func answer(_ action: Action, context: SceneContext) -> SceneAnswer {
    switch action {
    case .panUp, .panDown: .done([])
    default: answerShared(action, context: context)
    }
  }

  /// Answers a key in the mode or in the settings.
  public mutating func answer(key: KeyPress, context: SceneContext) -> SceneAnswer {
    answerShared(key: key, context: context)
  }

  /// Answers the mouse.
  public mutating func answer(mouse: MouseEvent, in panel: PlacedPanel, context: SceneContext) -> SceneAnswer {
    answerShared(mouse: mouse, in: panel, context: context)
  }

  func arithmetic(
    _ picture: DescentPicture, width: Int, height: Int, context: SceneContext
  ) -> [StyledLine] {
    let shared = DescentArithmetic(picture: picture, context: context)
    return shared.lines(
      [tangentLines(picture, shared.math, context), shared.update(width: width), shared.theory(width: width)],
      height: height)
  }

  /// The point, the slope, and what the tangent promises of the next step beside what the curve keeps.
  private func tangentLines(_ picture: DescentPicture, _ math: MathText, _ context: SceneContext) -> [StyledLine] {
    let theme = context.look.theme
    let descent = picture.first
    var lines = [
      StyledLine("x = \(math.number(descent.point.x))   f(x) = \(math.number(descent.value))", theme.heading),
      StyledLine(
        "a = f′(x) = \(math.number(descent.gradient.x))",
        Style(foreground: theme.gradientColor, attributes: .bold)),
    ]
    guard let dx = Self.nextStep(descent) else { return lines }
    let ahead = picture.function.value(at: PlanePoint(x: descent.point.x + dx))
    lines += [
      StyledLine("dx = −η·a = \(math.number(dx))", theme.text),
      StyledLine("f(x) + a·dx = \(math.number(descent.value + descent.gradient.x * dx))  the tangent", theme.text),
      StyledLine("f(x + dx)   = \(math.number(ahead))  the curve", theme.text),
    ]
    return lines
  }

  /// How far plain gradient descent goes next; nil for other methods.
  static func nextStep(_ descent: Descent) -> Double? {
    guard case .optimizer(.sgd) = descent.method else { return nil }
    return -descent.learningRate * descent.gradient.x
  }
}
