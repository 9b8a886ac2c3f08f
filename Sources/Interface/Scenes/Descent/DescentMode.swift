import Basics
import Calculus
import Plotting

/// A mode of a scene with a descent that catches keys.
enum DescentMode: Sendable, Equatable {
  /// A start is placed at a cursor in the function's own coordinates; typed ones are taken as they are.
  case start(PlanePoint, isTyped: Bool)

  /// The mode with its keys, for the key line.
  var words: SceneMode {
    SceneMode(
      name: "placing the start",
      keys: [
        ("arrows", "move"), ("0–9", "type"), ("Enter", "start here"), ("g", "go on from here"),
        ("a", "one more from here"),
        ("Esc", "done"),
      ])
  }
}
