import Basics
import Plotting
import Terminal
import Training

/// The landscape scene: the data with the moving boundary beside the loss surface of the very same model, with the path
/// of its weights on it.
///
/// The scene of the model itself lives inside it and draws and answers for its own panels; the surface and what is said
/// about it are drawn here.
package struct LandscapeScene: Scene {
  /// Its own panels, then those of the model's own scene that stand beside them, under their names there.
  package enum PanelName: String, ScenePanel {
    case surface, fidelity
    case picture, arithmetic, network, unit, settings, curve
  }

  package static let kind = SceneKind.landscape
  /// The loss surface first, then the data, then what the model's own scene has.
  package let panels: [PanelName]
  package var focus: PanelName? = .surface {
    didSet {
      if let focus, shared.contains(focus) { slot = focus }
      giveFocusToModel()
    }
  }

  /// The scene of the model.
  var inner: any Scene
  /// The panels that share a place where it is narrow.
  let shared: [PanelName]
  /// The one of them that was last looked at.
  var slot = PanelName.fidelity
  var active: LandscapeMode?
  /// The part of the plane in view; nil for the one that shows the path.
  var view: PlaneRect?
  /// The point while it is held.
  var drag: LandscapeDrag?
  /// How the surface is turned, seen in perspective.
  var turntable = Turntable(elevation: 45)
  var isLogarithmic = false
  let maps = Memo<MapKey, SurfaceMap>(capacity: 2)

  /// What a drawn surface depends on.
  struct MapKey: Equatable, Sendable {
    var losses: [Double]
    var x: Scale
    var y: Scale
    var columns: Int
    var rows: Int
    var levels: Int
  }

  /// A scene for the landscape of a perceptron or of a network.
  package init(of subject: SceneKind) {
    inner = subject == .perceptron ? PerceptronScene() : NetworkScene()
    shared = subject == .perceptron ? [.fidelity, .arithmetic, .settings] : [.fidelity, .network, .unit, .settings]
    panels = [.surface, .picture] + shared + [.curve]
    inner.loseFocus()
  }

  /// Gives the model's own scene the focus where a panel of its has it here.
  private mutating func giveFocusToModel() {
    if let focus, inner.panelIDs.contains(PanelID(focus)) {
      inner.focusedPanel = PanelID(focus)
    } else {
      inner.loseFocus()
    }
  }

  /// Keeps how the surface is seen, and what the model's own scene keeps.
  package mutating func keep(in book: inout ViewBook) {
    book.keep("slot", &slot, among: shared)
    book.keep("view", &view)
    book.keep("log", &isLogarithmic)
    turntable.keep(in: &book)
    book.keep("model", &inner)
  }

  /// As fast as the model's own scene plays.
  package var usualSpeed: Speed { inner.usualSpeed }

  /// The mode that is on, with its keys.
  package var mode: SceneMode? { active?.words ?? inner.mode }

  /// How the surface is drawn.
  func face(_ context: SceneContext) -> SceneView { context.description.view ?? .flat }

  /// The same context as the model's own scene sees it.
  func innerContext(_ context: SceneContext) -> SceneContext {
    guard let picture: LandscapePicture = context.picture() else { return context }
    var inner = context
    inner.snapshot?.picture = picture.subject
    inner.description = context.description.ofSubject
    return inner
  }

  /// Where the panels lie.
  package func layout(in area: Rect, context: SceneContext) -> [Placed] {
    LandscapeLayout(focus: focus, slot: slot, shared: shared).panels(in: area)
  }

  /// The surface with shades and contours, worked out once for each picture.
  ///
  /// Where it was sampled more coarsely than it is seen, what lies between the samples is filled in.
  func map(of picture: LandscapePicture, in rect: Rect, levels: Int) -> SurfaceMap {
    let key = MapKey(
      losses: picture.losses, x: picture.x, y: picture.y, columns: max(rect.width, picture.alphas.count),
      rows: max(rect.height * 2, picture.betas.count), levels: levels)
    return maps.value(for: key) {
      SurfaceMap(
        heights: picture.losses(columns: key.columns, rows: key.rows), columns: key.columns, rows: key.rows, x: key.x,
        y: key.y, levels: levels)
    }
  }

  // MARK: Drawing

  package func draw(
    _ panel: PanelName, of picture: LandscapePicture, in rect: Rect, context: SceneContext, frame: inout Frame
  ) {
    let style = context.look.plotStyle
    switch panel {
    case .surface:
      let surface = LandscapeSurfaceDrawing(scene: self, picture: picture, context: context)
      let inside = Panel(surface.title, remark: surface.remark, isFocused: focus == panel, style: style)
        .draw(in: rect, on: &frame)
      frame.clipped(to: inside) { surface.draw(in: inside, frame: &$0) }
    case .fidelity:
      let inside = Panel("fidelity", isFocused: focus == panel, style: style).draw(in: rect, on: &frame)
        .inset(left: 1, right: 1)
      frame.clipped(to: inside) {
        LandscapeFidelity(picture: picture, context: context).draw(in: inside, frame: &$0)
      }
    case .picture, .arithmetic, .network, .unit, .settings, .curve:
      inner.draw(PanelID(panel), in: rect, context: innerContext(context), frame: &frame)
    }
  }

  /// Draws data and surface side by side, or the surface alone where it is narrow.
  package func drawPreview(of picture: LandscapePicture, in rect: Rect, context: SceneContext, frame: inout Frame) {
    let surface = LandscapeSurfaceDrawing(scene: self, picture: picture, context: context)
    guard rect.width >= 60 else {
      frame.clipped(to: rect) { surface.draw(in: rect, frame: &$0) }
      return
    }
    let (left, right) = rect.splitLeft(rect.width / 2)
    frame.clipped(to: left) {
      inner.drawPreview(in: left.inset(right: 1), context: innerContext(context), frame: &$0)
    }
    frame.clipped(to: right) { surface.draw(in: right, frame: &$0) }
  }

  /// `landscape · perceptron · and (4 examples)`.
  package func title(of picture: LandscapePicture?, context: SceneContext) -> SafeText {
    "landscape · \(inner.title(context: innerContext(context)).description)"
  }

  /// What to tell about the end of the run: what the model's own scene tells.
  package func banner(of picture: LandscapePicture, context: SceneContext) -> Banner? {
    guard inner is PerceptronScene, context.dataset?.count != 0, let ending = context.snapshot?.ending else {
      return inner.banner(context: innerContext(context))
    }
    // What a perceptron's own scene advises are keys that mean something else here.
    return Banner(ending, advice: [.stepBack, .moveWeights], in: context)
  }
}

extension LandscapeScene {
  /// The surface and the data as fine as their panels show them.
  package func request(for area: Rect, of picture: LandscapePicture?, context: SceneContext) -> PictureRequest {
    func inside(_ panel: PanelName) -> Rect? {
      switch context.display {
      case .preview:
        guard area.width >= 60 else { return panel == .surface ? area : nil }
        let (left, right) = area.splitLeft(area.width / 2)
        return panel == .surface ? right : panel == .picture ? left : nil
      case .enlarged: return focus == panel ? Panel.interior(of: area) : nil
      case .panels:
        return layout(in: area, context: context).first { $0.id == panel }.map { Panel.interior(of: $0.rect) }
      }
    }
    let small = Rect(x: 0, y: 0, width: 20, height: 10)
    let size = LandscapeSurfaceDrawing.resolution(of: inside(.surface) ?? small, look: context.look)
    var subject = PictureRequest()
    if let network = inner as? NetworkScene, let dataset = context.dataset {
      subject = network.request(
        output: inside(.picture) ?? small, diagram: inside(.network), dataset: dataset, context: innerContext(context))
    }
    let plane = picture.flatMap { wish($0, context) }
    return .landscape(columns: size.columns, rows: size.rows, view: view, plane: plane, subject: subject)
  }
}
