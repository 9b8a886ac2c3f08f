import Basics
import Learning
import Plotting
import Terminal
import Training

/// The network scene: features, hidden units and weights as they are, the output among the points, the losses.
package struct NetworkScene: Scene {
  /// The panels of the output, then those of backpropagation alone.
  package enum PanelName: String, ScenePanel {
    case picture, network, unit, scores, curve, settings, arithmetic, moves, examples
  }

  /// A mode that catches keys.
  enum Mode: Sendable, Equatable {
    /// A weight into the selected unit is turned; the input it comes from, nil for the bias.
    case weights(input: Int?)
    /// Points are placed.
    case points(PointBrush)
    /// A point of the plane is asked about.
    case probe(PointBrush)
  }

  package static let kind = SceneKind.network
  /// The picture first.
  package let panels: [PanelName] = [.picture, .network, .unit, .scores, .curve, .settings]
  package var focus: PanelName? = .picture {
    didSet { if let focus, NetworkLayout.slot.contains(focus) { slot = focus } }
  }

  /// The panel that was last looked at among those that share a place where it is narrow.
  var slot = PanelName.unit
  var active: Mode?
  /// The selected unit or feature.
  var selection = NetworkSelection.unit(layer: 0, unit: 0)
  /// The place that the numbers are worked out at; nil for an example.
  var place: PlanePoint?
  /// The training example that the numbers are worked out at.
  var example = 0
  var isLogarithmic = false
  /// Whether the selected unit is shown on its activation function with every example.
  var showsActivation = false
  /// Whether η·λmax is drawn in place of the losses.
  var showsStability = false
  /// Whether the output is drawn as classes, without shades.
  var isDiscrete = false
  /// Whether test points are drawn.
  var showsTest = true
  /// How far the views have come that are gone through move by move.
  var steps = NetworkViewState()
  /// The row of the settings panel that is selected.
  var selectedSetting = 0

  /// What very many points come to, cell by cell.
  let densities = Memo<DataDensity.Key, DataDensity>(capacity: 4)

  package init() {}

  /// Keeps what is selected and asked about, how it is drawn, and how far one has come in a step.
  package mutating func keep(in book: inout ViewBook) {
    book.keep("focus", &focus)
    book.keep("slot", &slot, among: NetworkLayout.slot)
    selection.keep(in: &book)
    book.keep("place", &place)
    book.keep("example", &example)
    book.keep("log", &isLogarithmic)
    book.keep("unit-activation", &showsActivation)
    book.keep("stability", &showsStability)
    book.keep("discrete", &isDiscrete)
    book.keep("test", &showsTest)
    book.keep("setting", &selectedSetting)
    steps.keep(in: &book)
  }

  /// A batch is too little to see: some epochs a second.
  package var usualSpeed: Speed { Speed(stepsPerSecond: 250) }

  /// The mode that is on, with its keys.
  package var mode: SceneMode? {
    switch active {
    case .weights:
      SceneMode(
        name: "weights by hand",
        keys: [("↑↓", "weight"), ("←→", "turn"), ("⇧←→", "finely"), ("0–9", "type"), ("Esc", "done")])
    case .points(let brush): brush.mode
    case .probe:
      SceneMode(
        name: "reading the output", keys: [("arrows", "move"), ("0–9", "type"), ("n", "next example"), ("Esc", "done")])
    case nil: nil
    }
  }

  /// Where the panels lie.
  package func layout(in area: Rect, context: SceneContext) -> [Placed] {
    switch view(context) {
    case .backpropagation: return backpropagationLayout(in: area)
    case .trainingLoop: return trainingLoopLayout(in: area, context: context)
    case .output:
      let rows = NetworkSettings.keys(context.description).count
      let classes = context.dataset?.classCount ?? 2
      return NetworkLayout(focus: focus, slot: slot, settingRows: rows, classCount: classes).panels(in: area)
    }
  }

  package func draw(
    _ panel: PanelName, of picture: NetworkPicture, in rect: Rect, context: SceneContext, frame: inout Frame
  ) {
    let isFocused = focus == panel
    func box(_ title: SafeText, _ remark: SafeText = "", margin: Int = 0, _ frame: inout Frame) -> Rect {
      Panel(title, remark: remark, isFocused: isFocused, style: context.look.plotStyle).draw(in: rect, on: &frame)
        .inset(left: margin, right: margin)
    }
    switch panel {
    case .picture:
      switch view(context) {
      case .backpropagation: drawBackpropagation(.picture, picture, in: rect, context: context, frame: &frame)
      case .trainingLoop: drawTrainingLoop(picture, in: rect, context: context, frame: &frame)
      case .output:
        let output = NetworkOutput(scene: self, picture: picture, context: context)
        let inside = box(output.title, output.remark, &frame)
        frame.clipped(to: inside) { output.draw(in: inside, frame: &$0) }
      }
    case .arithmetic: drawBackpropagation(.arithmetic, picture, in: rect, context: context, frame: &frame)
    case .moves: drawBackpropagation(.moves, picture, in: rect, context: context, frame: &frame)
    case .examples: drawBackpropagation(.examples, picture, in: rect, context: context, frame: &frame)
    case .network:
      let inside = box("network", "\(GroupedNumber.text(picture.parameters.values.count)) weights", &frame)
      frame.clipped(to: inside) {
        NetworkDrawing(picture, scene: self, in: inside, look: context.look).draw(frame: &$0)
      }
    case .unit:
      let part = selection.clamped(to: picture.network)
      let inside = box(
        SafeText(part.name(in: picture.network)), showsActivation ? "\(context.key(.unitActivation)) goes back" : "",
        margin: 1, &frame)
      if showsActivation, let view = NetworkUnitActivation(scene: self, picture: picture, context: context) {
        view.draw(in: inside, frame: &frame)
        return
      }
      NetworkInspector(scene: self, picture: picture, context: context).draw(in: inside, frame: &frame)
    case .scores:
      let inside = box(place == nil ? "scores" : "scores · output here", margin: 1, &frame)
      NetworkScores(scene: self, picture: picture, context: context).draw(in: inside, frame: &frame)
    case .curve:
      let curve = NetworkCurve(
        picture: picture, context: context, isLogarithmic: isLogarithmic, showsStability: showsStability)
      let inside = box(curve.title, curve.remark(width: rect.width), &frame)
      curve.draw(in: inside, frame: &frame)
    case .settings:
      let inside = box("settings", margin: 1, &frame)
      NetworkSettings.panel(picture, context: context)
        .draw(in: inside, selected: selectedSetting, isFocused: isFocused, look: context.look, frame: &frame)
    }
  }

  /// Draws the output among the points alone.
  package func drawPreview(of picture: NetworkPicture, in rect: Rect, context: SceneContext, frame: inout Frame) {
    switch view(context) {
    case .backpropagation:
      guard let passes = passes(picture, context) else { return }
      BackpropagationDrawing(passes, selection: selection, in: rect, look: context.look).draw(frame: &frame)
    case .trainingLoop:
      guard let loop = loop(picture, context, most: rect.height) else { return }
      TrainingLoopDrawing(loop, scene: self, in: rect, context: context).draw(frame: &frame)
    case .output: NetworkOutput(scene: self, picture: picture, context: context).draw(in: rect, frame: &frame)
    }
  }

  /// The output as fine as its panel shows it, the units as fine as their thumbnails.
  package func request(for area: Rect, of picture: NetworkPicture?, context: SceneContext) -> PictureRequest {
    guard let dataset = context.dataset else { return PictureRequest() }
    func inside(_ panel: PanelName) -> Rect? {
      switch context.display {
      case .preview: panel == .picture ? area : nil
      case .enlarged: focus == panel ? Panel.interior(of: area) : nil
      case .panels:
        layout(in: area, context: context).first { $0.id == panel }.map { Panel.interior(of: $0.rect) }
      }
    }
    let room = inside(.picture) ?? Rect(x: 0, y: 0, width: 20, height: 10)
    let hasStability = inside(.curve) != nil
    guard view(context) == .trainingLoop else {
      return request(
        output: room, diagram: inside(.network), hasStability: hasStability, dataset: dataset, context: context)
    }
    let rooms = TrainingLoopDrawing.networkRooms(of: room)
    return request(
      output: rooms.output, diagram: rooms.units, hasStability: hasStability, dataset: dataset, context: context)
  }

  /// The output as fine as a rectangle shows it, the units as fine as a diagram's thumbnails.
  func request(
    output room: Rect, diagram: Rect?, hasStability: Bool = false, dataset: Dataset, context: SceneContext
  ) -> PictureRequest {
    let view = view(context)
    let plot = QuantityLegend.plot(in: room, isNumeric: dataset.isNumeric)
    let transform = DataView.axes(dataset, context: context).transform(in: plot)
    let size = FieldPlot.resolution(of: transform.rect, style: context.look.plotStyle)
    let plane = PlaneRect(
      minX: transform.x.lower, maxX: transform.x.upper, minY: transform.y.lower, maxY: transform.y.upper)
    var thumbnail = (columns: 0, rows: 0)
    if let diagram, !diagram.isEmpty, let network = try? context.description.network(for: dataset) {
      thumbnail = NetworkDiagram(network, in: diagram, look: context.look).thumbnailSamples
    }
    // Nobody sees the plane while one example is followed.
    let isHidden = view == .backpropagation
    return .network(
      columns: isHidden ? 2 : size.columns, rows: isHidden ? 2 : size.rows, view: plane,
      thumbnailColumns: thumbnail.columns, thumbnailRows: thumbnail.rows, hasStability: hasStability,
      nextExamples: nextExamples(view))
  }

  /// How many examples of the next step a view shows or reckons with.
  private func nextExamples(_ view: NetworkView) -> Int {
    switch view {
    case .backpropagation: 2
    case .trainingLoop: 4096
    case .output: 0
    }
  }

  /// Whether inputs, or numbers to predict, are in other units than their own.
  private func isStandardized(_ context: SceneContext) -> Bool {
    context.description.isStandardized || context.dataset?.standardization != nil || context.dataset?.targetScale != nil
  }

  /// `network · circle (250 + 250 test)`.
  package func title(of picture: NetworkPicture?, context: SceneContext) -> SafeText {
    let name = context.dataset?.name ?? context.description.data
    guard let picture else { return "network · \(name)" }
    let training = GroupedNumber.text(picture.dataset.count)
    let test = picture.test.map { " + \(GroupedNumber.text($0.count)) test" } ?? " examples"
    let units = isStandardized(context) ? ", standardized" : ""
    return "network · \(name) (\(training)\(test)\(units))"
  }

}
