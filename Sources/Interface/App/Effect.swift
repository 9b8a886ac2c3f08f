import Learning
import Plotting
import Training

/// Something `update` wants done in the world outside; the loop does it.
package enum Effect: Sendable {
  /// Say something to the trainer.
  case trainer(TrainerCommand)
  /// Load the data and build the run of a description in the background; answered by `Message.assembled`.
  case assemble(Description, generation: Int, playing: Bool)
  /// Work out in the background whether a boundary can separate the data; answered by `Message.certified`.
  case certify(Dataset, features: [Feature], generation: Int)
  /// Train the same perceptron from other seeds in the background; answered by `Message.otherLines`.
  case trainOthers(Description, Dataset, count: Int, generation: Int)
  /// Write the picture to files, as it is and as plain text; answered by `Message.saved`.
  case save(Frame, plain: Frame)
  /// Write a session to a file, where the trainer stands; answered by `Message.saved`.
  case saveSession(Session, to: String?)
  /// Show where the trainer stands in another scene: its session, to come back to; answered by `Message.left`.
  case leave(Session, for: Description, playing: Bool)
  /// Read a session file in the background; answered by `Message.opened`, or `Message.saved` with what is wrong.
  case readSession(String)
  /// Build the run of a session at its start in the background; answered by `Message.assembled`.
  case assembleSession(Session, generation: Int)
  /// Compare where the trainer stands with what was saved; answered by `Message.verified`.
  case verify(Session, generation: Int)
  /// Draw everything anew, as if the screen were unknown.
  case redraw
  /// Stop the process until it is continued.
  case suspend
  /// Leave.
  case quit
}
