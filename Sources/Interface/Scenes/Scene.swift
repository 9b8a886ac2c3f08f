import Learning
import Lessons
import Plotting
import Terminal
import Training

/// What a scene may know when it draws or answers: the app's state as far as it concerns it.
package struct SceneContext: Sendable {
  /// The newest snapshot; nil until the first has come.
  package var snapshot: Snapshot?
  /// What is being carried out, with the changes made since.
  package var description: Description
  /// What was carried out before anything was changed; nil where nothing was.
  package var start: Description?
  /// The loaded data, for scenes that have any.
  package var dataset: Dataset?
  /// The theme, glyphs and color depth to draw with.
  package var look: Look
  /// What was worked out in the background about the data.
  package var findings: Findings
  /// The keys, for texts that name one.
  package var keys: KeyBindings
  /// Whether a page of a lesson is open, whose keys stand before the scene's own.
  package var isInLesson = false
  /// How the scene is shown.
  package var display = Display.panels
  /// What it has in common with the pictures beside it; nil where it stands alone.
  package var shared: SharedView?

  /// How a scene is shown.
  package enum Display: Sendable, Equatable {
    /// With all its panels.
    case panels
    /// With the focused panel alone.
    case enlarged
    /// As a preview without panels.
    case preview
  }
}

extension SceneContext {
  /// The key that asks for an action of the app, as a text names it.
  func key(_ action: AppAction) -> String { keys.name(of: action, in: .scene(description.scene)) }

  /// The key that asks for an action of the scene, as a text names it.
  func key(_ action: SceneAction) -> String { keys.name(of: action, in: .scene(description.scene)) }
}

/// What was worked out in the background about the present data.
package struct Findings: Sendable {
  /// Whether a boundary can separate the classes; nil while it is not known.
  package var certificate: Certificate?
  /// The examples that were last asked about.
  var questioned: Dataset?
  /// Where other seeds ended.
  package var otherLines: [[Double]] = []

  /// Whether a boundary can separate these very examples; nil while it is not known.
  ///
  /// A certificate names examples by their indices, so it says nothing about a set that has been edited since.
  func certificate(for dataset: Dataset) -> Certificate? {
    certificate.flatMap { $0.dataset == dataset ? $0 : nil }
  }
}

/// Whether a perceptron can learn the data, with the proof.
package struct Certificate: Sendable {
  /// The examples it is about.
  package let dataset: Dataset
  /// A boundary with its margin, or a point that no boundary has on the right side.
  package var separability: Separability
  /// How many mistakes learning takes at most, where it can be done.
  package var bound: MistakeBound?

  /// Works it out.
  ///
  /// - Complexity: O(n log n) for two features, and some dozens of passes over the data.
  package init(_ dataset: Dataset, features: [Feature]) {
    self.dataset = dataset
    let examples = PerceptronExamples(dataset, features: features)
    separability = Separability(examples)
    if case .separable = separability { bound = MistakeBound(examples) }
  }
}

/// What a scene answers to a key or the mouse.
package enum SceneAnswer: Sendable {
  /// It has nothing to do with it; the app's own meaning applies.
  case notMine
  /// It has dealt with it, and this is to be done.
  case done([SceneRequest])
}

/// What a scene asks of the app.
package enum SceneRequest: Sendable {
  /// Say something to the trainer.
  case trainer(TrainerCommand)
  /// Make a change at the present step that `u` takes back with the other one.
  case change(Change, undo: Change)
  /// Give a setting a value: in the run under way where it takes it, else with a new start.
  case set(Key, Setting)
  /// Look at the same run in another way.
  case view(SceneView)
  /// Begin anew with another description of the same scene.
  case begin(Description)
  /// Note in the description how the run is looked at; nothing about the run changes.
  case describe(Key, Setting)
  /// Let the user choose a value of a setting.
  case pick(Key)
  /// Open another description and go to a step of it; `u` comes back.
  case open(Description, step: Int)
  /// Exchange the examples and begin to look at them anew.
  case replaceDataset(Dataset)
  /// Work out whether a boundary can separate the data.
  case certify
  /// Train from other seeds.
  case trainOthers(count: Int)
  /// Show a short message.
  case note(SafeText)
  /// Act as if this action's key had been pressed.
  case action(Action)

  /// Act as if the key of an action of the app had been pressed.
  static func action(_ action: AppAction) -> SceneRequest { .action(.app(action)) }

  /// Act as if the key of an action of the scene had been pressed.
  static func action(_ action: SceneAction) -> SceneRequest { .action(.scene(action)) }
}

/// A kind of picture for a kind of run: a value with what the user has set of the view.
///
/// A scene knows no terminal, queue or clock: it draws snapshots into a frame and turns keys into requests. Whoever holds
/// one knows neither its picture nor its panels; the methods with a ``SceneContext`` alone find both, in one place.
package protocol Scene: Sendable {
  /// What its runs show.
  associatedtype ScenePicture: Picture
  /// Its panels, all that it has in any view.
  associatedtype PanelName: ScenePanel

  /// Which scene it is.
  static var kind: SceneKind { get }
  /// Its keys, each with what it does, and what it does first where the app is asked for something.
  static var keys: [SceneKey<Self>] { get }
  /// What the app does for some scenes and for this one (``AppAction/Scope/someScenes``).
  static var appActions: Set<AppAction> { get }
  /// The panels that can have the focus, in the order of the Tab key; the first dominates.
  var panels: [PanelName] { get }
  /// The panel that has the focus; nil while a panel of a scene around it has it.
  var focus: PanelName? { get set }
  /// How fast its runs are played until somebody says otherwise.
  var usualSpeed: Speed { get }
  /// A word for a mode that is on and catches keys, for the key line; nil when none is.
  var mode: SceneMode? { get }

  /// Where the panels lie in an area; panels that have no room are left out.
  func layout(in area: Rect, context: SceneContext) -> [Placed]
  /// Draws one panel.
  func draw(
    _ panel: PanelName, of picture: ScenePicture, in rect: Rect, context: SceneContext, frame: inout Frame)
  /// The panels whose marks are in the preview.
  var previewed: [PanelID] { get }
  /// Draws what dominates, without borders, as a preview.
  func drawPreview(of picture: ScenePicture, in rect: Rect, context: SceneContext, frame: inout Frame)
  /// What the run should picture for an area.
  ///
  /// - Parameter picture: What it showed last; nil before anything has come.
  func request(for area: Rect, of picture: ScenePicture?, context: SceneContext) -> PictureRequest
  /// The line on the left of the header, after the program's name.
  ///
  /// - Parameter picture: What the run shows; nil before anything has come.
  func title(of picture: ScenePicture?, context: SceneContext) -> SafeText
  /// What its pictures have in common where they stand side by side, members of a race; nil where there is nothing.
  func sharedView(of pictures: [ScenePicture], in race: [RacePicture.Entry]) -> SharedView?
  /// What a quantity is in what is drawn of the present moment; nil where it is not drawn, or not yet.
  func shown(_ quantity: Quantity, of picture: ScenePicture, context: SceneContext) -> Double?
  /// What to tell about the run's end, or nil.
  func banner(of picture: ScenePicture, context: SceneContext) -> Banner?
  /// Answers a key before the key table is asked; for modes and panels that take arrows and letters.
  mutating func answer(key: KeyPress, on picture: ScenePicture, context: SceneContext) -> SceneAnswer
  /// Takes in the newest snapshot, before anything else is done with it.
  mutating func see(_ picture: ScenePicture, context: SceneContext)
  /// What can be typed as numbers now; nil where nothing can.
  ///
  /// While a mode is on, digits, a point or a sign begin to type; without one, what of them asks for nothing else.
  func prompt(on picture: ScenePicture, context: SceneContext) -> NumberPrompt?
  /// Takes the numbers that were typed, from the first that ``prompt(on:context:)`` asks for on.
  mutating func answer(numbers: [Double], on picture: ScenePicture, context: SceneContext) -> SceneAnswer
  /// Every mark that a panel may draw now, and what it means there; the legend shows those that are in it.
  func legend(of panel: PanelName, on picture: ScenePicture, context: SceneContext) -> [LegendEntry]
  /// How many times a second it wants to hear that time has passed; nil for never.
  func beatsPerSecond(context: SceneContext) -> Double?
  /// Answers that time has passed.
  mutating func beat(on picture: ScenePicture, context: SceneContext) -> SceneAnswer
  /// Keeps how it is looked at, but for the focus, in a session; or takes it over from one.
  mutating func keep(in book: inout ViewBook)
  /// Answers the mouse over one of its panels.
  mutating func answer(
    mouse: MouseEvent, in panel: Placed, on picture: ScenePicture, context: SceneContext
  ) -> SceneAnswer
}

extension Scene {
  /// One of its panels and where it lies.
  package typealias Placed = PlacedPanel<PanelName>

  package var kind: SceneKind { Self.kind }

  /// What is declared of its own keys.
  static var declarations: [KeyDeclaration] { keys.compactMap(\.declaration) }

  /// What dominates is in the preview.
  package var previewed: [PanelID] { Array(panelIDs.prefix(1)) }

  /// Slow enough to follow every step.
  package var usualSpeed: Speed { Speed(stepsPerSecond: 4) }

  /// Most scenes have no modes.
  package var mode: SceneMode? { nil }

  /// What is shown whole is asked for without a size.
  package func request(for area: Rect, of picture: ScenePicture?, context: SceneContext) -> PictureRequest {
    PictureRequest()
  }

  /// What is drawn is the run as it stands.
  package func shown(_ quantity: Quantity, of picture: ScenePicture, context: SceneContext) -> Double? {
    guard let snapshot = context.snapshot, case .number(let value)? = Readings(snapshot).value(of: quantity) else {
      return nil
    }
    return value
  }

  /// What its pictures have in common is the data.
  package func sharedView(of pictures: [ScenePicture], in race: [RacePicture.Entry]) -> SharedView? {
    SharedView(examplesOf: race)
  }

  /// What the run itself says of its end.
  package func banner(of picture: ScenePicture, context: SceneContext) -> Banner? {
    context.snapshot?.ending.map { Banner($0, in: context) }
  }

  /// What is drawn follows from each snapshot alone.
  package mutating func see(_ picture: ScenePicture, context: SceneContext) {}

  /// There is nothing to type.
  package func prompt(on picture: ScenePicture, context: SceneContext) -> NumberPrompt? { nil }

  /// There is nothing to type.
  package mutating func answer(numbers: [Double], on picture: ScenePicture, context: SceneContext) -> SceneAnswer {
    .notMine
  }

  /// Time passes by snapshots alone.
  package func beatsPerSecond(context: SceneContext) -> Double? { nil }

  /// Time passes by snapshots alone.
  package mutating func beat(on picture: ScenePicture, context: SceneContext) -> SceneAnswer { .notMine }

  /// Moves the focus by so many panels along some of them, round their ends.
  mutating func moveFocus(by distance: Int, among panels: [PanelName]) {
    guard !panels.isEmpty else { return }
    let index = focus.flatMap { panels.firstIndex(of: $0) } ?? 0
    focus = panels[(index + distance + panels.count) % panels.count]
  }
}

/// A mode of a scene: an editor that holds the keys, so that none of them does anything else.
package struct SceneMode: Sendable, Equatable {
  /// What it is called.
  package var name: SafeText
  /// Its keys, for the key line: pairs of a key and a word.
  package var keys: [(key: String, word: String)]
  /// What of the key table it lets through all the same: nothing that changes the run.
  package var actions: Set<Action>

  /// Makes a mode.
  package init(name: SafeText, keys: [(key: String, word: String)], actions: Set<Action> = []) {
    self.name = name
    self.keys = keys
    self.actions = actions
  }

  /// Whether two modes read the same.
  package static func == (first: SceneMode, second: SceneMode) -> Bool {
    first.name == second.name && first.keys.elementsEqual(second.keys, by: ==) && first.actions == second.actions
  }
}
