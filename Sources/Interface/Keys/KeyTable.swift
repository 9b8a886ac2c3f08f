import Terminal
import Training

/// One line of the key table: which keys ask for an action, and what people are told about it.
package struct KeyBinding: Sendable {
  /// What the keys are for, as the help groups them.
  package enum Group: String, Sendable, CaseIterable {
    case lesson = "Lesson"
    case time = "Time"
    case learning = "Learning"
    case picture = "Picture"
    case program = "Program"
  }

  /// What is asked for.
  package let action: Action
  /// The keys that ask for it; the first is the one that is shown.
  package let keys: [KeyPress]
  /// The keys as shown, where they are not simply the names of `keys`.
  package let label: String
  /// A word or two for the key line; nil where it is only in the help.
  package let footer: String?
  /// What it does, in half a sentence.
  package let help: String
  /// Where the help lists it.
  package let group: Group
  /// The scenes that know it; nil for all.
  package let scenes: Set<SceneKind>?
}

extension KeyBinding {
  /// Whether the line holds only while a lesson is played.
  ///
  /// Its keys are asked before the scene's: `n` is the next page there, and the noise again when the lesson is left.
  package var isOfLesson: Bool { group == .lesson }

  /// Whether the line holds in a place.
  func holds(in place: KeyTable.Place) -> Bool {
    switch place {
    case .start: !isOfLesson && scenes == nil
    case .scene(let scene): !isOfLesson && scenes?.contains(scene) != false
    case .lesson: isOfLesson
    }
  }
}

/// The one key table: it feeds dispatch, the key line, the help, the man page and the README.
///
/// Never bound, because terminals and multiplexers own them: Ctrl-A, Ctrl-B, Ctrl-S, Ctrl-Q, Ctrl-G, F10, F11.
package struct KeyTable: Sendable {
  /// Where a key is pressed.
  package enum Place: Sendable, Equatable {
    /// On the start screen.
    case start
    /// In a scene.
    case scene(SceneKind)
    /// On a page of a lesson, whatever its scene.
    case lesson
  }

  /// The lines, in the order of the help.
  package let bindings: [KeyBinding]
  private let actions: [KeyPress: [KeyBinding]]

  /// Makes a table.
  package init(_ bindings: [KeyBinding] = KeyTable.standard) {
    self.bindings = bindings
    var actions: [KeyPress: [KeyBinding]] = [:]
    for binding in bindings {
      for key in binding.keys { actions[key, default: []].append(binding) }
    }
    self.actions = actions
  }

  /// What a key asks for in a place; nil when it is not bound there.
  ///
  /// `=` is `+` without Shift on many keyboards, so it asks for the same unless it has a meaning of its own.
  package func action(for key: KeyPress, in place: Place) -> Action? {
    let found = actions[key]?.first { $0.holds(in: place) }?.action
    return found ?? (key == .character("=") ? action(for: .character("+"), in: place) : nil)
  }

  /// The lines that hold in a place.
  package func bindings(in place: Place) -> [KeyBinding] {
    bindings.filter { $0.holds(in: place) }
  }

  /// The key that asks for an action in a place, as the screen names it wherever it speaks of one.
  ///
  /// Where no key does, what can be typed in its place. The keys of a lesson have their names everywhere.
  package func name(of action: Action, in place: Place) -> String {
    let binding = bindings.first { $0.action == action && ($0.scenes == nil || $0.holds(in: place)) }
    return binding?.keys.first?.label ?? ":\(action.rawValue)"
  }

  /// The key that asks for an action anywhere, as texts name it that are not about one scene; of several lines the first.
  package func anyName(of action: Action) -> String {
    bindings.first { $0.action == action }?.label ?? ":\(action.rawValue)"
  }

  /// The keys everybody starts with.
  package static let standard: [KeyBinding] = {
    let points: Set<SceneKind> = [.perceptron, .network, .landscape]
    let optimized: Set<SceneKind> = [.network, .curve, .surface, .landscape]
    let functions: Set<SceneKind> = [.curve, .surface]
    let planes = functions.union([.landscape])
    let rated = Set(SceneKind.allCases).subtracting([.graph, .activations])
    let forked = Set(SceneKind.allCases).subtracting([.graph, .race, .activations])
    let epochs: Set<SceneKind> = [.perceptron, .network, .race, .landscape]
    func line(
      _ action: Action, _ keys: [KeyPress], _ label: String, _ footer: String?, _ group: KeyBinding.Group,
      _ help: String, in scenes: Set<SceneKind>? = nil
    ) -> KeyBinding {
      KeyBinding(
        action: action, keys: keys, label: label, footer: footer, help: help, group: group, scenes: scenes)
    }
    return [
      line(
        .lessonNext, [.character("n"), .pageDown], "n", nil, .lesson,
        "on in the lesson (also Page Down, as presenters have it)"),
      line(
        .lessonBack, [.character("b"), .pageUp], "b", nil, .lesson,
        "back in the lesson, to the very state that was (also Page Up)"),
      line(
        .lessonReturn, [.character("B")], "B", nil, .lesson,
        "after trying things out: back to where the lesson was"),
      line(.playOrPause, [.character(" ")], "space", "play", .time, "play, or pause"),
      line(.stepForward, [.right, .character(".")], "→", "step", .time, "one step forward (also .)"),
      line(.stepBack, [.left, .character(",")], "←", "back", .time, "one step back, exactly (also ,)"),
      line(
        .epochForward, [.character("e"), .shiftRight], "e", "epoch", .time, "on to the end of the epoch (also ⇧→)",
        in: epochs),
      line(
        .epochBack, [.character("E"), .shiftLeft], "E", nil, .time, "back to the beginning of the epoch (also ⇧←)",
        in: epochs),
      line(.goToFirst, [.home], "Home", nil, .time, "to the start"),
      line(.goToLast, [.end], "End", nil, .time, "to the furthest step reached"),
      line(.faster, [.character("+"), .character("=")], "+ −", "speed", .time, "play faster; − plays slower"),
      line(.slower, [.character("-"), .character("_")], "−", nil, .time, "play slower"),
      line(
        .learningRateDown, [.character("[")], "[ ]", "η", .learning, "learning rate down; ] up (1, 2, 5, 10 ...)",
        in: rated),
      line(.learningRateUp, [.character("]")], "]", nil, .learning, "learning rate up", in: rated),
      line(.pickDataset, [.character("d")], "d", "data", .learning, "choose the data", in: points),
      line(.pickFeatures, [.character("i")], "i", nil, .learning, "choose the input features", in: points),
      line(.pickNoise, [.character("n")], "n", nil, .learning, "choose the noise", in: points),
      line(
        .pickActivation, [.character("a")], "a", nil, .learning, "choose the activation function",
        in: points.union([.activations])),
      line(.pickOptimizer, [.character("o")], "o", nil, .learning, "choose the optimizer", in: optimized),
      line(
        .weightsByHand, [.character("w")], "w", "weights by hand", .learning, "turn the weights by hand",
        in: points),
      line(
        .placePoints, [.character("p")], "p", "points", .learning, "place points: arrows move, Enter places, x removes",
        in: points),
      line(
        .removePoint, [.character("x"), .delete], "x", nil, .learning, "remove the nearest point (while placing)",
        in: points),
      line(
        .proof, [.character("P")], "P", nil, .learning, "can it be learned at all? the proof, in the picture",
        in: [.perceptron]),
      line(
        .manyLines, [.character("m")], "m", nil, .learning, "lines that other first weights and orders end on",
        in: [.perceptron]),
      line(
        .pickFunction, [.character("d")], "d", "function", .learning, "choose the function",
        in: [.curve, .surface, .graph]),
      line(
        .placePoints, [.character("p")], "p", "start", .learning,
        "place the start: arrows move, Enter starts there (also a click)", in: functions),
      line(
        .manyLines, [.character("m")], "m", "compare", .learning,
        "several at once: optimizers, learning rates, starts, one alone", in: functions),
      line(
        .addUnit, [.character("}")], "{ }", "units", .learning, "a unit more in the selected layer; { one less",
        in: [.network]),
      line(.removeUnit, [.character("{")], "{", nil, .learning, "a unit less in the selected layer", in: [.network]),
      line(.addLayer, [.character(">")], "< >", "layers", .learning, "a hidden layer more; < one less", in: [.network]),
      line(.removeLayer, [.character("<")], "<", nil, .learning, "a hidden layer less", in: [.network]),
      line(
        .layerActivation, [.character("A")], "A", nil, .learning, "the next activation function for the selected layer",
        in: [.network]),
      line(
        .toggleFeature, "1234567".unicodeScalars.map { .character($0) }, "1–7", nil, .learning,
        "switch an input feature on or off", in: [.network]),
      line(
        .probe, [.character("C")], "C", "cursor", .picture, "a cursor: what the network says there, and why",
        in: [.network]),
      line(.discretize, [.character("D")], "D", nil, .picture, "the output as classes, without shades", in: [.network]),
      line(.showTest, [.character("T")], "T", nil, .picture, "show or hide the test points", in: [.network]),
      line(
        .fork, [.character("f")], "f", "fork", .time, "fork here: change something and run on; both stay",
        in: forked),
      line(.nextBranch, [.character("b")], "b", nil, .time, "switch to the other branch", in: forked),
      line(.closeBranch, [.character("X")], "X", nil, .time, "close the current branch", in: forked),
      line(.reset, [.character("r")], "r", "reset", .learning, "back to the same start"),
      line(
        .reseed, [.character("R")], "R", nil, .learning, "new first weights on the same data, drawn at random",
        in: epochs),
      line(
        .newData, [.character("N")], "N", nil, .learning, "new data of the same kind; the first weights stay",
        in: epochs),
      line(.undo, [.character("u")], "u", nil, .learning, "undo the last change"),
      line(.enlarge, [.character("z"), .enter], "z", "enlarge", .picture, "enlarge the panel, or back (also Enter)"),
      line(.nextPanel, [.tab], "Tab", nil, .picture, "next panel; ⇧Tab the one before"),
      line(.previousPanel, [.backTab], "⇧Tab", nil, .picture, "the panel before"),
      line(
        .unitActivation, [.character("F")], "F", nil, .picture,
        "the selected unit on its activation function, with r of every example", in: [.network]),
      line(
        .stability, [.character("K")], "K", nil, .picture,
        "the edge of stability: η·λmax against its bound, or the loss",
        in: points.union(functions)),
      line(.logarithmicAxis, [.character("y")], "y", nil, .picture, "logarithmic loss axis, or linear"),
      line(.changeView, [.character("v")], "v", "view", .picture, "flat or in three dimensions", in: [.surface]),
      line(
        .changeView, [.character("v")], "v", "view", .picture,
        "next view: output, backpropagation (n next example, ↑↓ layers), training loop", in: [.network]),
      line(
        .changeView, [.character("v")], "v", "view", .picture, "from above, in three dimensions, along one axis",
        in: [.landscape]),
      line(.zoomIn, [.character(">")], "> <", nil, .picture, "look closer; < looks from further away", in: planes),
      line(.zoomOut, [.character("<")], "<", nil, .picture, "look from further away (also the wheel)", in: planes),
      line(
        .panLeft, [.character("h")], "hjkl", nil, .picture, "move the view to the left; j k l the other ways",
        in: planes),
      line(.panDown, [.character("j")], "j", nil, .picture, "move the view down", in: planes),
      line(.panUp, [.character("k")], "k", nil, .picture, "move the view up", in: planes),
      line(.panRight, [.character("l")], "l", nil, .picture, "move the view to the right", in: planes),
      line(.fitView, [.character("0")], "0", nil, .picture, "the whole view; again: all of the path", in: planes),
      line(
        .nextPalette, [.character("c")], "c", nil, .picture, "next palette: the colors of fields, classes and heights",
        in: [.perceptron, .network, .surface, .race, .landscape]),
      line(
        .race, [.character("L")], "L", nil, .learning, "race learning rates: the same run under six of them",
        in: [.perceptron, .network, .curve, .surface]),
      line(
        .landscape, [.character("G")], "G", "landscape", .learning,
        "the loss landscape of this very model at this step, or back (also u)", in: points),
      line(
        .movePoint, [.character("g")], "g", "move the point", .learning,
        "move the point in weight space: arrows move, Enter stays, Esc goes back (also the mouse)", in: [.landscape]),
      line(
        .nextPlane, [.character("P")], "P", "plane", .learning,
        "next plane: two weights, the path's main directions, two random ones, towards another model",
        in: [.landscape]),
      line(
        .choosePlane, [.character("W")], "W", nil, .learning,
        "choose the two weights of the plane, or draw other random directions",
        in: [.landscape]),
      line(.nextTheme, [.character("t")], "t", nil, .picture, "next theme"),
      line(.savePicture, [.character("s")], "s", nil, .picture, "save the picture (text, ANSI and SVG)"),
      line(
        .saveSession, [.character("S")], "S", nil, .program,
        "save the session; downhill open FILE, or :open FILE, comes back to it"),
      line(.commandLine, [.character(":")], ":", nil, .program, "type a setting, such as learning-rate 0.03"),
      line(.home, [.character("H")], "H", nil, .program, "to the start screen"),
      line(
        .legend, [.character("*")], "*", "marks", .program,
        "what the marks on this screen mean, each with a sample as it is drawn"),
      line(
        .aboutData, [.character("I")], "I", nil, .program,
        "about the data again: rows left out, what was guessed, what overrides it"),
      line(
        .help, [.character("?"), .function(1), .character("/")], "?", "help", .program,
        "this help; type a key or an idea to search it: mouse, batch, overfitting"),
      line(.quit, [.character("q")], "q", "quit", .program, "quit"),
      line(.interrupt, [.control("c")], "Ctrl-C", nil, .program, "quit at once"),
      line(.suspend, [.control("z")], "Ctrl-Z", nil, .program, "suspend; fg resumes"),
      line(.redraw, [.control("l")], "Ctrl-L", nil, .program, "draw everything anew"),
      line(.escape, [.escape], "Esc", nil, .program, "close what is open; never quits"),
    ]
  }()
}
