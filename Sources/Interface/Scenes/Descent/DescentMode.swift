import Calculus
import Plotting

/// A mode of a scene with a descent that catches keys.
enum DescentMode: Sendable, Equatable {
  /// A start is placed at a cursor in the function's own coordinates.
  case start(PlanePoint)

  /// The mode with its keys, for the key line.
  var words: SceneMode {
    SceneMode(
      name: "placing the start",
      keys: [
        ("arrows", "move"), ("Enter", "start here"), ("g", "go on from here"), ("a", "one more from here"),
        ("Esc", "done"),
      ])
  }
}
