import Learning
import Plotting
import Terminal
import Training

/// How a network is looked at.
enum NetworkView: Sendable {
  case output, backpropagation, trainingLoop

  /// The view of a description; the output where it has none, or one of another scene.
  init(_ view: SceneView?) {
    self =
      switch view {
      case .backpropagation: .backpropagation
      case .trainingLoop: .trainingLoop
      case .output, .flat, .relief, .slice, .crossSlice, nil: .output
      }
  }
}

/// What the views have in common that are gone through move by move: backpropagation and the training loop.
extension NetworkScene {
  /// How the network is looked at; as a part of another scene, by its output.
  func view(_ context: SceneContext) -> NetworkView {
    NetworkView(context.description.scene == .network ? context.description.view : nil)
  }

  /// Whether the present view is gone through move by move.
  func isByMove(_ context: SceneContext) -> Bool { view(context) != .output }

  /// The panels of the present view, in the order of the Tab key.
  func panels(_ context: SceneContext) -> [PanelName] {
    switch view(context) {
    case .backpropagation: [.picture, .arithmetic, .moves, .examples, .settings]
    case .trainingLoop: [.picture, .curve, .settings]
    case .output: panels
    }
  }

  /// Takes in where the run stands, so that what is drawn is of one moment.
  package mutating func see(_ picture: NetworkPicture, context: SceneContext) {
    guard let snapshot = context.snapshot else { return }
    steps.follow(
      step: snapshot.step, moves: BackpropagationMove.moves(of: picture.network).count,
      isMade: picture.stepAhead == nil ? nil : picture.stepMade != nil, canAdvance: snapshot.status.canAdvance,
      isShown: isByMove(context))
  }

  /// Where one is in the step that is drawn.
  func place(_ picture: NetworkPicture, _ context: SceneContext) -> NetworkViewState.Place {
    steps.shown(
      at: context.snapshot?.step ?? 0, moves: BackpropagationMove.moves(of: picture.network).count)
  }

  /// What backpropagation shows of a run as it stands; nil where there is nothing to follow.
  ///
  /// In a preview, which nobody steps through, every number is there.
  func passes(_ picture: NetworkPicture, _ context: SceneContext) -> Backpropagation? {
    let made = context.display == .preview ? .max : place(picture, context).made
    return Backpropagation(picture, example: steps.example, made: made)
  }

  /// One move on; the last is the run's own step, and after it the next begins.
  mutating func forward(_ picture: NetworkPicture, _ context: SceneContext) -> SceneAnswer {
    let halt: [SceneRequest] = context.snapshot?.isPlaying == true ? [.trainer(.pause)] : []
    let place = steps.place
    guard canFollow(picture, context) else { return .done([.trainer(.step(1))]) }
    if place.isUpdated {
      // Beyond a run's end the loop shows the step that would come; there is nobody to follow back.
      guard context.snapshot?.status.canAdvance == true || view(context) == .trainingLoop else {
        steps.isPlaying = false
        return .done(halt)
      }
      steps.go(to: .beginning)
      return .done(halt)
    }
    let moves = BackpropagationMove.moves(of: picture.network).count
    var next = place
    if view(context) == .trainingLoop {
      next.stage = place.stage.next ?? .update
      if next.isUpdated { next.made = moves }
    } else {
      next = Self.place(afterMoves: min(place.made, moves) + 1, of: moves, stage: place.stage)
    }
    return .done(go(to: next, halting: halt, context))
  }

  /// One move back; from the update the run takes its step back, from the beginning it comes to the update before.
  mutating func back(_ picture: NetworkPicture, _ context: SceneContext) -> SceneAnswer {
    let halt: [SceneRequest] = context.snapshot?.isPlaying == true ? [.trainer(.pause)] : []
    let moves = BackpropagationMove.moves(of: picture.network).count
    guard canFollow(picture, context) else { return .done([.trainer(.step(-1))]) }
    var previous = steps.place
    if previous.isUpdated { return .done(go(to: .beforeUpdate(moves: moves), halting: halt, context)) }
    if view(context) == .trainingLoop, let stage = previous.stage.previous {
      previous.stage = stage
      return .done(go(to: previous, halting: halt, context))
    }
    if view(context) == .backpropagation, previous.made > 0 {
      previous.made = min(previous.made, moves) - 1
      return .done(go(to: previous, halting: halt, context))
    }
    guard let snapshot = context.snapshot, steps.step(of: snapshot.step) > 0 else { return .done(halt) }
    guard picture.stepMade != nil || steps.step(of: snapshot.step) != snapshot.step else {
      // What led here is not a step: its end can't be shown, only the moves before it.
      steps.go(to: .beforeUpdate(moves: moves), byStep: -1, from: snapshot.step)
      return .done([.trainer(.step(-1))])
    }
    steps.go(to: .update(moves: moves))
    return .done(halt)
  }

  /// Whether there are moves to be gone through: a network may be too large to be followed.
  private func canFollow(_ picture: NetworkPicture, _ context: SceneContext) -> Bool {
    view(context) == .trainingLoop || passes(picture, context) != nil
  }

  /// Goes to another place of the step that is shown; the run makes the step with its update, and takes it back before.
  mutating func go(
    to place: NetworkViewState.Place, halting halt: [SceneRequest] = [], _ context: SceneContext
  ) -> [SceneRequest] {
    guard place.isUpdated != steps.place.isUpdated else {
      steps.go(to: place)
      return halt
    }
    guard let snapshot = context.snapshot, !place.isUpdated || snapshot.status.canAdvance else {
      steps.isPlaying = false
      return halt
    }
    let count = place.isUpdated ? 1 : -1
    steps.go(to: place, byStep: count, from: snapshot.step)
    return [.trainer(.step(count))]
  }

  /// The place with so many moves made; the last is the update.
  static func place(afterMoves made: Int, of moves: Int, stage: TrainingLoop.Stage) -> NetworkViewState.Place {
    if made >= moves { return .update(moves: moves) }
    return NetworkViewState.Place(made: made, stage: stage == .update ? .backward : stage)
  }

  // MARK: Playing

  mutating func playOrPause(_ context: SceneContext) -> SceneAnswer {
    if steps.isPlaying {
      steps.isPlaying = false
      return .done([])
    }
    if context.snapshot?.isPlaying == true { return .done([.trainer(.pause)]) }
    guard steps.isByMove else { return .done([.trainer(.speed(steps.speed)), .trainer(.play)]) }
    steps.isPlaying = true
    return .done([])
  }

  mutating func change(speed: Speed, _ context: SceneContext) -> SceneAnswer {
    steps.speed = speed
    let isRunPlaying = context.snapshot?.isPlaying == true
    guard steps.isPlaying || isRunPlaying else { return .done([]) }
    steps.isPlaying = steps.isByMove
    if steps.isByMove { return .done(isRunPlaying ? [.trainer(.pause)] : []) }
    return .done([.trainer(.speed(speed)), .trainer(.play)])
  }

  /// How many moves a second are made by themselves; nil when none are.
  package func beatsPerSecond(context: SceneContext) -> Double? {
    isByMove(context) && steps.isPlaying && context.display != .preview ? steps.speed.stepsPerSecond : nil
  }

  /// Makes the next move while moves are played.
  package mutating func beat(on picture: NetworkPicture, context: SceneContext) -> SceneAnswer {
    guard steps.isPlaying else { return .notMine }
    return forward(picture, context)
  }

  /// What the remark of a panel says while moves are played.
  var pace: String {
    steps.isPlaying
      ? " · ▶ \(GroupedNumber.text(clampedIndex(steps.speed.stepsPerSecond ?? 0, in: 0..<1_000_000) ?? 0))/s" : ""
  }
}
