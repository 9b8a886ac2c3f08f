/// Everything a key can ask for.
///
/// The key table says which key asks for what; `update` and the scenes say what it does.
package enum Action: String, Sendable, CaseIterable {
  case playOrPause = "play"
  case stepForward = "step"
  case stepBack = "step-back"
  case epochForward = "epoch"
  case epochBack = "epoch-back"
  case goToFirst = "first"
  case goToLast = "last"
  case faster
  case slower
  case learningRateDown = "learning-rate-down"
  case learningRateUp = "learning-rate-up"
  case reset
  case reseed
  case newData = "new-data"
  case undo
  case fork
  case nextBranch = "next-branch"
  case closeBranch = "close-branch"
  case nextPanel = "next-panel"
  case previousPanel = "previous-panel"
  case enlarge
  case pickDataset = "data"
  case pickFeatures = "features"
  case pickNoise = "noise"
  case pickActivation = "activation"
  case pickOptimizer = "optimizer"
  case pickFunction = "function"
  case placePoints = "place"
  case removePoint = "remove"
  case weightsByHand = "weights"
  case proof
  case manyLines = "many-lines"
  case logarithmicAxis = "log-axis"
  case stability
  case unitActivation = "unit-activation"
  case changeView = "view"
  case zoomIn = "zoom-in"
  case zoomOut = "zoom-out"
  case panLeft = "pan-left"
  case panRight = "pan-right"
  case panUp = "pan-up"
  case panDown = "pan-down"
  case fitView = "fit"
  case addUnit = "add-unit"
  case removeUnit = "remove-unit"
  case addLayer = "add-layer"
  case removeLayer = "remove-layer"
  case layerActivation = "layer-activation"
  case toggleFeature = "toggle-feature"
  case probe
  case discretize
  case showTest = "test-points"
  case race
  case landscape
  case movePoint = "move-point"
  case nextPlane = "plane"
  case choosePlane = "choose-plane"
  case lessonNext = "lesson-next"
  case lessonBack = "lesson-back"
  case lessonReturn = "lesson-return"
  case nextTheme = "theme"
  case nextPalette = "palette"
  case savePicture = "save"
  case saveSession = "save-session"
  case commandLine = "command"
  case help
  case legend
  case aboutData = "about-data"
  case home = "start-screen"
  case quit
  case interrupt
  case suspend
  case redraw
  case escape

  /// Whether it only explains what is on the screen, so that it may be asked for wherever one is.
  var explains: Bool { self == .help || self == .legend || self == .aboutData }
}
