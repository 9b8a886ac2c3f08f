/// What a key can ask of the app, in the order of the help.
package enum AppAction: String, Sendable, CaseIterable {
  case lessonNext = "lesson-next"
  case lessonBack = "lesson-back"
  case lessonReturn = "lesson-return"
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
  case pickDataset = "data"
  case pickFeatures = "features"
  case pickNoise = "noise"
  case pickActivation = "activation"
  case pickOptimizer = "optimizer"
  case fork
  case nextBranch = "next-branch"
  case closeBranch = "close-branch"
  case reset
  case reseed
  case newData = "new-data"
  case undo
  case enlarge
  case nextPanel = "next-panel"
  case previousPanel = "previous-panel"
  case nextPalette = "palette"
  case race
  case landscape
  case nextTheme = "theme"
  case savePicture = "save"
  case saveSession = "save-session"
  case commandLine = "command"
  case home = "start-screen"
  case legend
  case aboutData = "about-data"
  case help
  case quit
  case interrupt
  case suspend
  case redraw
  case escape
}

extension AppAction {
  /// Where an action of the app is there.
  enum Scope: Sendable {
    /// On the start screen and in every scene.
    case everywhere
    /// In the scenes that say so (``Scene/appActions``).
    case someScenes
    /// On a page of a lesson.
    case lesson
  }

  /// Where it is there.
  var scope: Scope {
    switch self {
    case .lessonNext, .lessonBack, .lessonReturn: .lesson
    case .epochForward, .epochBack, .learningRateDown, .learningRateUp, .pickDataset, .pickFeatures, .pickNoise,
      .pickActivation, .pickOptimizer, .fork, .nextBranch, .closeBranch, .reseed, .newData, .nextPalette, .race,
      .landscape:
      .someScenes
    case .playOrPause, .stepForward, .stepBack, .goToFirst, .goToLast, .faster, .slower, .reset, .undo, .enlarge,
      .nextPanel, .previousPanel, .nextTheme, .savePicture, .saveSession, .commandLine, .home, .legend, .aboutData,
      .help, .quit, .interrupt, .suspend, .redraw, .escape:
      .everywhere
    }
  }

  /// What works everywhere, whatever holds the keys: leaving at once, suspending, drawing anew.
  static let ofProcess: Set<AppAction> = [.interrupt, .suspend, .redraw]
  /// Going from epoch to epoch, and drawing the run anew with other random numbers.
  static let ofEpochs: Set<AppAction> = [.epochForward, .epochBack, .reseed, .newData]
  /// Changing the learning rate.
  static let ofLearningRate: Set<AppAction> = [.learningRateDown, .learningRateUp]
  /// Choosing what is learned from.
  static let ofData: Set<AppAction> = [.pickDataset, .pickFeatures, .pickNoise, .pickActivation]
  /// Going on in two ways from one step.
  static let ofBranches: Set<AppAction> = [.fork, .nextBranch, .closeBranch]
}
