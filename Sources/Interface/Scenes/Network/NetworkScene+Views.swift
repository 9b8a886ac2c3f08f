import Learning
import Plotting
import Terminal
import Training

extension PanelID {
  static let examples: PanelID = "examples"
}

/// What the views have in common that are gone through move by move: backpropagation and the training loop.
extension NetworkScene {
  /// How the network is looked at; as a part of another scene, by its output.
  func view(_ context: SceneContext) -> SceneView {
    context.description.scene == .network ? context.description.view ?? .output : .output
  }

  /// Whether the present view is gone through move by move.
  func isByMove(_ context: SceneContext) -> Bool { view(context) != .output }

  /// The panels of the present view, in the order of the Tab key.
  func panels(_ context: SceneContext) -> [PanelID] {
    switch view(context) {
    case .backpropagation: [.picture, .arithmetic, .moves, .examples, .settings]
    case .trainingLoop: [.picture, .curve, .settings]
    default: panels
    }
  }

  /// What backpropagation shows of a run as it stands; nil where there is nothing to follow.
  ///
  /// In a preview, which nobody steps through, every number is there.
  func passes(_ picture: NetworkPicture, _ context: SceneContext) -> Backpropagation? {
    Backpropagation(picture, example: steps.example, made: context.display == .preview ? .max : steps.made)
  }

  /// Answers an action in a view that is gone through move by move.
  mutating func answerByMove(_ action: Action, _ picture: NetworkPicture, _ context: SceneContext) -> SceneAnswer {
    switch action {
    case .stepForward:
      steps.isPlaying = false
      return forward(picture, context)
    case .stepBack:
      steps.isPlaying = false
      return back(picture, context)
    case .playOrPause: return playOrPause(context)
    case .faster: return change(speed: steps.speed.faster, context)
    case .slower: return change(speed: steps.speed.slower, context)
    case .reset, .reseed, .newData, .goToFirst:
      (steps.made, steps.stage, steps.isPlaying) = (0, .batch, false)
      return .notMine
    case .nextPanel, .previousPanel:
      guard context.display == .panels else { return .notMine }
      moveFocus(by: action == .nextPanel ? 1 : -1, among: panels(context))
      return .done([])
    case .weightsByHand, .placePoints, .probe:
      return .done([.note("\(context.key(.changeView)) goes on to the output, where this is done")])
    default: return .notMine
    }
  }

  /// One move on; after the last the run makes its step, and the next begins.
  private mutating func forward(_ picture: NetworkPicture, _ context: SceneContext) -> SceneAnswer {
    let halt: [SceneRequest] = context.snapshot?.isPlaying == true ? [.trainer(.pause)] : []
    if view(context) == .trainingLoop {
      if let next = steps.stage.next {
        steps.stage = next
        return .done(halt)
      }
    } else if let passes = passes(picture, context) {
      steps.made = passes.made
      if passes.made < passes.moves.count {
        steps.made += 1
        return .done(halt)
      }
    }
    guard context.snapshot?.status.canAdvance == true else {
      steps.isPlaying = false
      return .done(halt)
    }
    (steps.made, steps.stage) = (0, .batch)
    return .done([.trainer(.step(1))])
  }

  /// One move back; before the first the run goes back a step, to its last move.
  private mutating func back(_ picture: NetworkPicture, _ context: SceneContext) -> SceneAnswer {
    let halt: [SceneRequest] = context.snapshot?.isPlaying == true ? [.trainer(.pause)] : []
    if view(context) == .trainingLoop, let previous = steps.stage.previous {
      steps.stage = previous
      return .done(halt)
    }
    let moves = BackpropagationMove.moves(of: picture.network).count
    if view(context) == .backpropagation, steps.made > 0 {
      steps.made = min(steps.made, moves) - 1
      return .done(halt)
    }
    guard let snapshot = context.snapshot, snapshot.step > 0 else { return .done(halt) }
    (steps.made, steps.stage) = (moves, .update)
    return .done([.trainer(.step(-1))])
  }

  // MARK: Playing

  private mutating func playOrPause(_ context: SceneContext) -> SceneAnswer {
    if steps.isPlaying {
      steps.isPlaying = false
      return .done([])
    }
    if context.snapshot?.isPlaying == true { return .done([.trainer(.pause)]) }
    guard steps.isByMove else { return .done([.trainer(.speed(steps.speed)), .trainer(.play)]) }
    steps.isPlaying = true
    return .done([])
  }

  private mutating func change(speed: Speed, _ context: SceneContext) -> SceneAnswer {
    steps.speed = speed
    let isRunPlaying = context.snapshot?.isPlaying == true
    guard steps.isPlaying || isRunPlaying else { return .done([]) }
    steps.isPlaying = steps.isByMove
    if steps.isByMove { return .done(isRunPlaying ? [.trainer(.pause)] : []) }
    return .done([.trainer(.speed(speed)), .trainer(.play)])
  }

  /// How many moves a second are made by themselves; nil when none are.
  public func beatsPerSecond(context: SceneContext) -> Double? {
    isByMove(context) && steps.isPlaying && context.display != .preview ? steps.speed.stepsPerSecond : nil
  }

  /// Makes the next move while moves are played.
  public mutating func beat(context: SceneContext) -> SceneAnswer {
    guard steps.isPlaying, let picture = context.snapshot?.picture as? NetworkPicture else { return .notMine }
    return forward(picture, context)
  }

  /// What the remark of a panel says while moves are played.
  var pace: String {
    steps.isPlaying
      ? " · ▶ \(GroupedNumber.text(clampedIndex(steps.speed.stepsPerSecond ?? 0, in: 0..<1_000_000) ?? 0))/s" : ""
  }
}
