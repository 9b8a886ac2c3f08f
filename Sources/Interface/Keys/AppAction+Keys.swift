import Terminal

extension AppAction {
  /// The keys everybody starts with, and what people are told of them.
  var declaration: KeyDeclaration {
    switch self {
    case .lessonNext:
      keys(
        [.character("n"), .pageDown], in: .lesson, "on in the lesson", also: .keys("as presenters have it"))
    case .lessonBack:
      keys([.character("b"), .pageUp], in: .lesson, "back in the lesson, to the very state that was", also: .keys())
    case .lessonReturn:
      keys([.character("B")], in: .lesson, "after trying things out: back to where the lesson was")
    case .playOrPause: keys([.character(" ")], in: .time, footer: "play", "play, or pause")
    case .stepForward: keys([.right, .character(".")], in: .time, footer: "step", "one step forward", also: .keys())
    case .stepBack: keys([.left, .character(",")], in: .time, footer: "back", "one step back, exactly", also: .keys())
    case .epochForward:
      keys([.character("e"), .shiftRight], in: .time, footer: "epoch", "on to the end of the epoch", also: .keys())
    case .epochBack:
      keys([.character("E"), .shiftLeft], in: .time, "back to the beginning of the epoch", also: .keys())
    case .goToFirst: keys([.home], in: .time, "to the start")
    case .goToLast: keys([.end], in: .time, "to the furthest step reached")
    case .faster:
      keys(
        [.character("+"), .character("=")], in: .time, footer: "speed", "play faster",
        pair: .init(.slower, "plays slower"))
    case .slower: keys([.character("-"), .character("_")], in: .time, "play slower")
    case .learningRateDown:
      keys(
        [.character("[")], in: .settings, footer: "η", "learning rate down", pair: .init(.learningRateUp, "up"),
        note: "1, 2, 5, 10 ...")
    case .learningRateUp: keys([.character("]")], in: .settings, "learning rate up")
    case .pickDataset: keys([.character("d")], in: .settings, footer: "data", "choose the data")
    case .pickFeatures: keys([.character("i")], in: .settings, "choose the input features")
    case .pickNoise: keys([.character("n")], in: .settings, "choose the noise")
    case .pickActivation: keys([.character("a")], in: .settings, "choose the activation function")
    case .pickOptimizer: keys([.character("o")], in: .settings, "choose the optimizer")
    case .fork:
      keys([.character("f")], in: .branches, footer: "fork", "fork here: change something and run on; both stay")
    case .nextBranch: keys([.character("b")], in: .branches, "switch to the other branch")
    case .closeBranch: keys([.character("X")], in: .branches, "close the current branch")
    case .reset: keys([.character("r")], in: .start, footer: "reset", "back to the same start")
    case .reseed: keys([.character("R")], in: .start, "new first weights on the same data, drawn at random")
    case .newData: keys([.character("N")], in: .start, "new data of the same kind; the first weights stay")
    case .undo: keys([.character("u")], in: .start, "undo the last change")
    case .enlarge:
      keys([.character("z"), .enter], in: .panels, footer: "enlarge", "enlarge the panel, or back", also: .keys())
    case .nextPanel:
      keys([.tab], in: .panels, "next panel", pair: .init(.previousPanel, "the one before", label: .nowhere))
    case .previousPanel: keys([.backTab], in: .panels, "the panel before")
    case .nextPalette:
      keys([.character("c")], in: .palette, "next palette: the colors of fields, classes and heights")
    case .race: keys([.character("L")], in: .landscape, "race learning rates: the same run under six of them")
    case .landscape:
      keys(
        [.character("G")], in: .landscape, footer: "landscape",
        "the loss landscape of this very model at this step, or back", also: .app(.undo))
    case .nextTheme: keys([.character("t")], in: .picture, "next theme")
    case .savePicture: keys([.character("s")], in: .picture, "save the picture (text, ANSI and SVG)")
    case .saveSession:
      keys(
        [.character("S")], in: .program, "save the session; downhill open FILE, or :open FILE, comes back to it")
    case .commandLine: keys([.character(":")], in: .program, "type a setting, such as learning-rate 0.03")
    case .home: keys([.character("H")], in: .program, "to the start screen")
    case .legend:
      keys(
        [.character("*")], in: .program, footer: "marks",
        "what the marks on this screen mean, each with a sample as it is drawn")
    case .aboutData:
      keys(
        [.character("I")], in: .program, "about the data again: rows left out, what was guessed, what overrides it")
    case .help:
      keys(
        [.character("?"), .function(1), .character("/")], in: .program, footer: "help",
        "this help; type a key or an idea to search it: mouse, batch, overfitting")
    case .quit: keys([.character("q")], in: .program, footer: "quit", "quit")
    case .interrupt: keys([.control("c")], in: .program, "quit at once")
    case .suspend: keys([.control("z")], in: .program, "suspend; fg resumes")
    case .redraw: keys([.control("l")], in: .program, "draw everything anew")
    case .escape: keys([.escape], in: .program, "close what is open; never quits")
    }
  }

  private func keys(
    _ keys: [KeyPress], in section: KeyDeclaration.Section, footer: String? = nil, _ help: String,
    pair: KeyDeclaration.Pair? = nil, note: String? = nil, also: KeyDeclaration.Also? = nil
  ) -> KeyDeclaration {
    KeyDeclaration(.app(self), keys, in: section, footer: footer, help, pair: pair, note: note, also: also)
  }
}
