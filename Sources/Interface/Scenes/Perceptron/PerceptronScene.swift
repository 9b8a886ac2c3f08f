import Learning
import Plotting
import Terminal
import Training

/// The perceptron scene: the boundary among the points, the arithmetic of the step, the curve that judges it.
package struct PerceptronScene: Scene {
  package enum PanelName: String, ScenePanel {
    case picture, arithmetic, curve, settings
  }

  /// A mode that catches keys.
  enum Mode: Sendable, Equatable {
    /// A weight is turned: 0 is the bias.
    case weights(selected: Int)
    /// Points are placed with a brush.
    case points(PointBrush)
  }

  /// Keeps what is drawn beside the boundary, the axis and the selected row.
  package mutating func keep(in book: inout ViewBook) {
    book.keep("log", &isLogarithmic)
    book.keep("stability", &showsStability)
    book.keep("lines", &showsOtherLines)
    book.keep("proof", &showsProof)
    book.keep("setting", &selectedSetting)
  }

  package static let kind = SceneKind.perceptron
  /// The picture first.
  package let panels = PanelName.allCases
  package var focus: PanelName? = .picture

  var active: Mode?
  var isLogarithmic = false
  /// Whether the curvature of the loss is shown in place of the loss.
  var showsStability = false
  var showsOtherLines = false
  var showsProof = false
  /// The row of the settings panel that is selected.
  var selectedSetting = 0

  /// What very many points come to, cell by cell.
  let densities = Memo<DataDensity.Key, DataDensity>(capacity: 4)

  package init() {}

  /// The mode that is on, with its keys.
  package var mode: SceneMode? {
    switch active {
    case .weights:
      SceneMode(
        name: "weights by hand",
        keys: [("↑↓", "weight"), ("←→", "turn"), ("⇧←→", "finely"), ("0–9", "type"), ("Esc", "done")])
    case .points(let brush): brush.mode
    case nil: nil
    }
  }

  /// Two columns where there is room; the curve goes first, then the arithmetic, when it gets small.
  package func layout(in area: Rect, context: SceneContext) -> [Placed] {
    guard area.width >= 60, area.height >= 12 else {
      guard area.height >= 20 else { return [Placed(id: .picture, rect: area)] }
      let (picture, arithmetic) = area.splitTop(area.height - 9)
      return [Placed(id: .picture, rect: picture), Placed(id: .arithmetic, rect: arithmetic)]
    }
    let rightWidth = min(46, max(31, area.width * 38 / 100))
    let (left, right) = area.splitLeft(area.width - rightWidth)
    var placed: [Placed] = []
    let curveHeight = area.height >= 17 ? min(12, max(6, area.height / 4)) : 0
    let (picture, curve) = left.splitTop(left.height - curveHeight)
    placed.append(Placed(id: .picture, rect: picture))
    let settingsHeight =
      area.height >= 20 ? min(PerceptronSettings.keys(context.description).count + 2, area.height - 16) : 0
    let (arithmetic, settings) = right.splitTop(right.height - max(0, settingsHeight))
    placed.append(Placed(id: .arithmetic, rect: arithmetic))
    if curveHeight > 0 { placed.append(Placed(id: .curve, rect: curve)) }
    if settingsHeight > 2 { placed.append(Placed(id: .settings, rect: settings)) }
    return placed
  }

  package func draw(
    _ panel: PanelName, of picture: PerceptronPicture, in rect: Rect, context: SceneContext, frame: inout Frame
  ) {
    let style = context.look.plotStyle
    let isFocused = focus == panel
    switch panel {
    case .picture:
      let right =
        picture.evaluation.errors == 0 ? "all right" : "\(GroupedNumber.text(picture.evaluation.errors)) wrong"
      let box = Panel("decision boundary", remark: SafeText(right), isFocused: isFocused, style: style)
      let inside = box.draw(in: rect, on: &frame)
      drawBoundary(picture, in: inside, context: context, frame: &frame)
    case .arithmetic:
      let title: SafeText =
        if case .weights = active { "weights by hand" } else if showsProof { "proof" } else { "this step" }
      let inside = Panel(title, isFocused: isFocused, style: style).draw(in: rect, on: &frame).inset(left: 1, right: 1)
      if case .weights(let selected) = active {
        drawWeights(picture, selected: selected, in: inside, context: context, frame: &frame)
      } else if showsProof {
        PerceptronProof(picture: picture, context: context).lines(width: inside.width)
          .draw(in: inside, look: context.look, frame: &frame)
      } else {
        PerceptronArithmetic(picture: picture, context: context).lines(width: inside.width, height: inside.height)
          .draw(in: inside, look: context.look, frame: &frame)
      }
    case .curve:
      let remark: SafeText =
        showsStability ? StabilityChart.remark(context) : rect.width >= 60 ? "mistakes per epoch" : ""
      let title: SafeText = showsStability ? "stability" : "loss"
      let inside = Panel(title, remark: remark, isFocused: isFocused, style: style).draw(in: rect, on: &frame)
      drawCurve(picture, in: inside, context: context, frame: &frame)
    case .settings:
      let inside = Panel("settings", isFocused: isFocused, style: style).draw(in: rect, on: &frame).inset(
        left: 1, right: 1)
      PerceptronSettings.panel(picture, context: context)
        .draw(in: inside, selected: selectedSetting, isFocused: isFocused, look: context.look, frame: &frame)
    }
  }

  /// Draws the boundary alone.
  package func drawPreview(of picture: PerceptronPicture, in rect: Rect, context: SceneContext, frame: inout Frame) {
    drawBoundary(picture, in: rect, context: context, frame: &frame)
  }

  /// A perceptron's picture holds no fields, so there is nothing to ask for.
  package func request(for area: Rect, of picture: PerceptronPicture?, context: SceneContext) -> PictureRequest {
    PictureRequest()
  }

  /// `perceptron · and (4 examples)`.
  package func title(of picture: PerceptronPicture?, context: SceneContext) -> SafeText {
    let dataset = context.dataset
    let name = dataset?.name ?? context.description.data
    let count = dataset.map { " (\(GroupedNumber.text($0.count)) examples)" } ?? ""
    return "perceptron · \(name)\(count)"
  }

  /// What to tell about the end of the run.
  package func banner(of picture: PerceptronPicture, context: SceneContext) -> Banner? {
    context.snapshot?.ending.map { ending in
      let advice = showsProof ? ending.advice.filter { $0 != .proof } : ending.advice
      return Banner(ending, advice: advice, in: context)
    }
  }
}
