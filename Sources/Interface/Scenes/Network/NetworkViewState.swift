import Training

/// How far somebody has come in the views of a network that are gone through move by move.
struct NetworkViewState: Sendable, Equatable {
  /// How many moves of backpropagation have been made.
  var made = 0
  /// The stage of the training loop that is reached.
  var stage = TrainingLoop.Stage.batch
  /// The example that is followed; nil for the one that the run learns from next.
  var example: Int?
  /// Whether moves are made by themselves.
  var isPlaying = false
  /// How fast: moves a second.
  var speed = Speed(stepsPerSecond: 2)

  /// Faster than this, nobody can follow single moves, and the run itself is played.
  static let fastest = 30.0

  /// Whether the speed is one for single moves.
  var isByMove: Bool { (speed.stepsPerSecond ?? .infinity) <= Self.fastest }
}
