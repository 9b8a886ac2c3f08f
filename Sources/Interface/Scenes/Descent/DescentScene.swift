import Basics
import Calculus
import Plotting
import Terminal
import Training

/// What the scenes of curves and of surfaces have in common: a picture of the function with the descents on it, the
/// arithmetic of the step, the value against the steps, and the settings.
protocol DescentScene: Scene where ScenePicture == DescentPicture, PanelName == DescentPanel {
  /// What the user has set of the view.
  var viewState: DescentViewState { get set }
  /// Draws the function and the descents on it.
  func drawPicture(_ picture: DescentPicture, in rect: Rect, context: SceneContext, frame: inout Frame)
  /// Where the function lies in the picture's panel, for the mouse.
  func transform(_ picture: DescentPicture, in inside: Rect, context: SceneContext) -> PlotTransform
  /// The arithmetic of the step as lines for a panel of a size.
  func arithmetic(_ picture: DescentPicture, width: Int, height: Int, context: SceneContext) -> [StyledLine]
  /// The title and the remark of the picture's panel.
  func pictureTitle(_ picture: DescentPicture, context: SceneContext) -> (title: SafeText, remark: SafeText)
}

/// The panels of a scene with a descent.
package enum DescentPanel: String, ScenePanel {
  case picture, arithmetic, curve, settings
}

/// What a user has set of the view of a descent.
struct DescentViewState: Sendable {
  /// The mode that is on.
  var mode: DescentMode?
  /// The part of the plane in view; nil for the one that shows the function and the starts.
  var view: PlaneRect?
  /// Whether the value is drawn on a logarithmic axis where it can be.
  var isLogarithmic = true
  /// Whether η·λmax is drawn in place of the value.
  var showsStability = false
  /// The row of the settings that is selected.
  var selectedSetting = 0
  /// The lower rates that were tried for descents that diverged; a frame asks more than once.
  let remedies = Memo<RemedyKey, Double?>()
}

/// What the lower rate that helps a descent depends on.
struct RemedyKey: Equatable, Sendable {
  private let formula: String
  private let start: PlanePoint
  private let method: DescentMethod
  private let rate: Double
  private let step: Int

  init(_ picture: DescentPicture) {
    formula = picture.function.expression.text
    (start, method, rate) = (picture.first.start, picture.first.method, picture.first.learningRate)
    step = picture.first.step
  }
}

extension DescentViewState {
  /// Keeps what has been set of the view.
  mutating func keep(in book: inout ViewBook) {
    book.keep("view", &view)
    book.keep("log", &isLogarithmic)
    book.keep("stability", &showsStability)
    book.keep("setting", &selectedSetting)
  }
}

extension DescentScene {
  /// Keeps what has been set of the view.
  package mutating func keep(in book: inout ViewBook) { viewState.keep(in: &book) }

  /// The mode that is on, with its keys.
  package var mode: SceneMode? { viewState.mode?.words }

  /// The part of the plane in view.
  func view(_ picture: DescentPicture, _ context: SceneContext) -> PlaneRect {
    viewState.view ?? context.shared?.plane ?? picture.home
  }

  /// What several functions have in common is where they are looked at, and how high they are.
  package func sharedView(of pictures: [DescentPicture], in race: [RacePicture.Entry]) -> SharedView? {
    pictures.isEmpty ? nil : SharedView(pictures)
  }

  /// The picture first.
  package var panels: [DescentPanel] { DescentPanel.allCases }

  // MARK: Layout

  /// Two columns where there is room; the chart goes first, then the arithmetic, when it gets small.
  package func layout(in area: Rect, context: SceneContext) -> [Placed] {
    guard area.width >= 60, area.height >= 10 else {
      guard area.height >= 20 else { return [Placed(id: .picture, rect: area)] }
      let (picture, arithmetic) = area.splitTop(area.height - 10)
      return [Placed(id: .picture, rect: picture), Placed(id: .arithmetic, rect: arithmetic)]
    }
    let rightWidth = min(48, max(31, area.width * 38 / 100))
    let (left, right) = area.splitLeft(area.width - rightWidth)
    let rows = DescentSettings.rows(context.description).count
    let settingsHeight = area.height >= 22 ? min(rows + 2, max(0, area.height - 18)) : 0
    let lowChartHeight = area.height >= 17 ? min(14, max(6, area.height / 4)) : 0
    // Where the right column is high enough the chart stands there and leaves the picture the whole height.
    if right.height - settingsHeight >= 27, rightWidth >= 40 {
      let chartHeight = min(16, right.height - settingsHeight - 18)
      let (arithmetic, below) = right.splitTop(right.height - settingsHeight - chartHeight)
      let (chart, settings) = below.splitTop(chartHeight)
      return [
        Placed(id: .picture, rect: left), Placed(id: .arithmetic, rect: arithmetic),
        Placed(id: .curve, rect: chart), Placed(id: .settings, rect: settings),
      ]
    }
    let (picture, chart) = left.splitTop(left.height - lowChartHeight)
    let (arithmetic, settings) = right.splitTop(right.height - settingsHeight)
    var placed = [Placed(id: .picture, rect: picture), Placed(id: .arithmetic, rect: arithmetic)]
    if lowChartHeight > 0 { placed.append(Placed(id: .curve, rect: chart)) }
    if settingsHeight > 2 { placed.append(Placed(id: .settings, rect: settings)) }
    return placed
  }

  package func draw(
    _ panel: PanelName, of picture: DescentPicture, in rect: Rect, context: SceneContext, frame: inout Frame
  ) {
    let style = context.look.plotStyle
    let isFocused = focus == panel
    switch panel {
    case .picture:
      let (title, remark) = pictureTitle(picture, context: context)
      let inside = Panel(title, remark: remark, isFocused: isFocused, style: style).draw(in: rect, on: &frame)
      frame.clipped(to: inside) { drawPicture(picture, in: inside, context: context, frame: &$0) }
    case .arithmetic:
      let inside = Panel("this step", isFocused: isFocused, style: style).draw(in: rect, on: &frame)
        .inset(left: 1, right: 1)
      var lines = DescentLegend(picture: picture, context: context).lines(width: inside.width)
      if !lines.isEmpty { lines.append(StyledLine()) }
      lines += arithmetic(picture, width: inside.width, height: inside.height - lines.count, context: context)
      lines.draw(in: inside, look: context.look, frame: &frame)
    case .curve:
      let chart = DescentChart(
        picture: picture, context: context, isLogarithmic: viewState.isLogarithmic,
        showsStability: viewState.showsStability)
      let inside = Panel(chart.title, remark: chart.remark, isFocused: isFocused, style: style)
        .draw(in: rect, on: &frame)
      chart.draw(in: inside, frame: &frame)
    case .settings:
      let inside = Panel("settings", isFocused: isFocused, style: style).draw(in: rect, on: &frame)
        .inset(left: 1, right: 1)
      DescentSettings.panel(picture, context: context).draw(
        in: inside, selected: viewState.selectedSetting, isFocused: isFocused, look: context.look, frame: &frame)
    }
  }

  /// Draws the function with the descents alone.
  package func drawPreview(of picture: DescentPicture, in rect: Rect, context: SceneContext, frame: inout Frame) {
    drawPicture(picture, in: rect, context: context, frame: &frame)
  }

  /// `surface · Rosenbrock's banana · (1 - x)^2 + 100(y - x^2)^2`.
  package func title(of picture: DescentPicture?, context: SceneContext) -> SafeText {
    let name = context.description.function
    guard let named = picture?.function.named else {
      return "\(kind.rawValue) · \(SafeText(name).description)"
    }
    return "\(kind.rawValue) · \(named.title) · \(named.expression.text)"
  }

  /// What to tell about the end of the run.
  package func banner(of picture: DescentPicture, context: SceneContext) -> Banner? {
    guard let snapshot = context.snapshot else { return nil }
    let remedy = snapshot.status.isDiverged ? viewState.remedies.value(for: RemedyKey(picture)) { picture.remedy } : nil
    let standing = Standing(
      snapshot.status, step: snapshot.step, epochs: snapshot.epochsCompleted, history: snapshot.history)
    return picture.ending(standing, remedy: remedy).map { Banner($0, in: context) }
  }
}
