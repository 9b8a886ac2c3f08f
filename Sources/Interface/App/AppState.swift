import Learning
import Lessons
import Plotting
import Terminal
import Training

/// The whole state of the interface: a value, changed only by `update`.
package struct AppState: Sendable {
  /// What fills the screen.
  package enum Page: Sendable {
    /// The start screen.
    case start(StartPage)
    /// One scene.
    case scene
  }

  /// What lies over the page and takes the keys.
  package enum Overlay: Sendable {
    case help(HelpOverlay)
    case picker(Picker)
    case command(CommandLineOverlay)
    case number(NumberLine)
    case legend(LegendOverlay)
  }

  /// How to go back to a run that another took the place of.
  enum Restart: Sendable {
    /// It begins anew, with the examples there were.
    case description(Description, Dataset?)
    /// It was shown in another scene: it stands where it stood.
    case session(Session)
  }

  /// The screen's size in cells.
  package internal(set) var size: (width: Int, height: Int)
  /// The theme, glyphs and color depth.
  package internal(set) var look: Look
  /// What fills the screen.
  package internal(set) var page: Page
  /// What lies over it.
  package internal(set) var overlay: Overlay?
  /// The present scene, or the one previewed on the start screen.
  package internal(set) var scene: any Scene
  /// Whether the focused panel fills the screen.
  package internal(set) var isEnlarged = false
  /// What is carried out, with the changes made since.
  package internal(set) var description: Description
  /// The loaded data.
  package internal(set) var dataset: Dataset?
  /// Counts the runs begun; answers to older ones are stale.
  package internal(set) var generation = 0
  /// The newest snapshot.
  package internal(set) var snapshot: Snapshot?
  /// What was worked out about the data.
  package internal(set) var findings = Findings()
  /// A short message above the key line, until the next key.
  package internal(set) var note: SafeText?
  /// What was left out and guessed when the data were read, until the next key.
  var dataNotes: DataNotesPanel?
  /// The same, to be shown again when it is asked for.
  var knownDataNotes: DataNotesPanel?
  /// How many commands wait for something that takes long, as a step may; nil while nothing does.
  package internal(set) var waitingCommands: Int?
  /// How far a file has been read, while one is.
  package internal(set) var loading: Loading?
  /// The lesson under way, also while the start screen is open; nil without one.
  package internal(set) var lesson: LessonPlayer?
  /// The keys.
  package let keys: KeyBindings
  /// A lesson that was left for something else and can be gone on with.
  var shelvedLesson: LessonPlayer?
  /// The runs that others took the place of; what was done to the present one is known to its branches.
  var restarts: [Restart] = []
  /// The speed that was asked for, kept over new starts; nil until somebody does.
  var chosenSpeed: Speed?
  var lastRequest: PictureRequest?
  /// How far the run that was asked for last has come.
  var phase: RunPhase
  /// What stood last: what is gone back to where another run was asked for that can't be.
  var standing: Standing?
  /// How many runs have been asked for; each has its own generation, also after one that could not be.
  var runsAsked = 0
  /// Whether the scrub bar is being dragged.
  var isScrubbing = false

  /// What was on the screen when the start screen was opened; nil where nothing was.
  var departure: ShownRun?

  /// All that belongs to a run that stands, while another one is being put together.
  struct Standing: Sendable {
    var generation: Int
    var shown: ShownRun
    var restarts: [Restart]
  }

  /// A file being read.
  package struct Loading: Sendable, Equatable {
    /// So much of it, 0...1; nil where the length is unknown.
    package var fraction: Double?
  }

  /// The state at the start of the program.
  ///
  /// - Parameters:
  ///   - description: What to show; nil opens the start screen.
  ///   - lesson: A lesson to play instead of it.
  ///   - look: Theme, glyphs and color depth.
  ///   - speed: How fast to play; nil for what is usual in a scene.
  ///   - keys: The key table.
  ///   - note: What is to be said first.
  package init(
    description: Description?, lesson: Lesson? = nil, look: Look, speed: Speed? = nil,
    keys: KeyBindings = KeyBindings(),
    note: SafeText? = nil
  ) {
    size = (0, 0)
    self.look = look
    self.keys = keys
    self.note = note
    let start = StartPage()
    if let description = lesson?.description ?? description {
      page = .scene
      self.description = description
    } else {
      page = .start(start)
      self.description = start.selected.description
    }
    phase = .assembling(self.description, .start(), [.afresh])
    scene = SceneCatalog.scene(for: self.description)
    chosenSpeed = speed
    self.lesson = lesson.map { LessonPlayer($0) }
  }

  /// What the run under way began as; nil until it stands.
  var origin: RunOrigin? { phase.origin }

  /// What scenes may know.
  package var context: SceneContext {
    SceneContext(
      snapshot: snapshot, description: description, start: origin?.description, dataset: dataset, look: look,
      findings: findings, keys: keys, isInLesson: isLessonOpen,
      display: isPreviewing ? .preview : isEnlarged ? .enlarged : .panels)
  }

  /// Where a key is pressed that is not a lesson's own.
  var place: KeyBindings.Place { isPreviewing ? .start : .scene(scene.kind) }

  /// The speed to play at.
  var speed: Speed { chosenSpeed ?? scene.usualSpeed }

  /// How fast the trainer should play: previews have a pace of their own.
  var playingSpeed: Speed {
    guard isPreviewing, let usual = scene.usualSpeed.stepsPerSecond else { return speed }
    return Speed(stepsPerSecond: max(8, usual))
  }

  /// How many beats a second the scene wants; nil for none.
  package var beatsPerSecond: Double? {
    isPreviewing || overlay != nil ? nil : scene.beatsPerSecond(context: context)
  }

  /// The effects that begin the program.
  ///
  /// - Parameter session: What to come back to; nil for what the state was made for.
  package mutating func begin(opening session: Session? = nil) -> [Effect] {
    if let session { return open(session) }
    if let lesson { return play(lesson.lesson) }
    return restart(.afresh, playing: isPreviewing)
  }

  /// What is carried out in the open scene; nil on the start screen.
  ///
  /// A run that is still being put together has never been: until it stands, it is the one before.
  package var openDescription: Description? {
    guard !isPreviewing else { return nil }
    return origin == nil ? standing?.shown.description ?? description : description
  }

  /// Whether the scene is only previewed on the start screen.
  var isPreviewing: Bool {
    if case .start = page { return true }
    return false
  }
}
