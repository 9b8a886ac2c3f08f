import Learning
import Plotting
import Terminal
import Training

/// Something that happened: the only input of `update`.
package enum Message: Sendable {
  /// A key was pressed.
  case key(KeyPress)
  /// The mouse did something.
  case mouse(MouseEvent)
  /// Text was pasted; never taken for keys.
  case paste(String)
  /// As much time has passed as the scene asked to be told of.
  case beat
  /// The screen has a new size, in cells.
  case resize(width: Int, height: Int)
  /// The trainer published a snapshot.
  case snapshot(Snapshot)
  /// What was asked for takes long: so many commands wait for it; nil when it has been answered.
  case waiting(Int?)
  /// The terminal told whether its background is dark.
  case background(isDark: Bool)
  /// A file is being read: so much of it, 0...1, or nil where the length is unknown.
  case loading(fraction: Double?, generation: Int)
  /// A run is ready to be shown.
  case assembled(AssembledRun, generation: Int, playing: Bool)
  /// A run could not be made: why, in words.
  case failed(SafeText, generation: Int)
  /// Something was found out in the background about the run: how it is noted.
  case found(generation: Int, note: @Sendable (inout Findings) -> Void)
  /// A session was read.
  case opened(Session)
  /// Whether the run of a session that was opened has the numbers it was saved with.
  case verified(Bool, generation: Int)
  /// A scene is left for another one that shows the same run: the session to come back to, and what the other one is.
  case left(Session, for: Description, playing: Bool)
  /// The picture was saved, or why not: a line to show.
  case saved(SafeText)
}
