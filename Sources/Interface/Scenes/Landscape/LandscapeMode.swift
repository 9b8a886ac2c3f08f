import Basics
import Plotting
import Training

/// A mode of the landscape scene that catches keys.
enum LandscapeMode: Sendable, Equatable {
  /// The point in weight space is moved by the arrows.
  case moving
  /// The two weights that span the plane are chosen, one of the two axes at a time.
  case choosing(isFirst: Bool)

  /// The mode with its keys, for the key line.
  var words: SceneMode {
    switch self {
    case .moving:
      SceneMode(
        name: "moving the point",
        keys: [
          ("arrows", "move"), ("⇧", "finely"), ("0–9", "type"), ("Enter", "stay"), ("space", "go on"),
          ("Esc", "go back"),
        ],
        actions: [
          .scene(.changeView), .scene(.logarithmicAxis), .app(.nextPalette), .app(.nextTheme), .app(.enlarge),
          .app(.savePicture),
        ])
    case .choosing(let isFirst):
      SceneMode(
        name: isFirst ? "the weight across" : "the weight up",
        keys: [("←→", "weight"), ("PgUp PgDn", "ten on"), ("↑↓", "other axis"), ("Enter", "done")])
    }
  }
}

/// The present point while it is held, by the mouse or by keys.
///
/// The plane stays as it was when it was taken: a plane around the present weights would otherwise move under the hand.
struct LandscapeDrag: Sendable {
  /// The surface on which the point is moved, with the weights to go back to.
  let surface: LandscapePicture
  /// Where the point is now.
  var place: PlanePoint
  /// Whether it has been moved.
  var hasMoved = false

  /// Takes the point where it is.
  init(_ picture: LandscapePicture) {
    surface = picture
    place = picture.place
  }

  /// The weights before.
  var before: [Double] { surface.parameters }

  /// The weights where the point is now.
  var now: [Double] { hasMoved ? surface.parameters(at: place) : before }

  /// Moves the point, to coordinates without digits that nobody could see.
  ///
  /// - Returns: What asks for the weights there; one undo takes back all of the movement.
  mutating func move(to target: PlanePoint) -> SceneRequest {
    let view = surface.view
    return move(
      exactlyTo: PlanePoint(
        x: Self.rounded(target.x, over: view.maxX - view.minX), y: Self.rounded(target.y, over: view.maxY - view.minY)))
  }

  /// Moves the point to coordinates as they are.
  ///
  /// - Returns: What asks for the weights there; one undo takes back all of the movement.
  mutating func move(exactlyTo target: PlanePoint) -> SceneRequest {
    let isFirst = !hasMoved
    place = target
    hasMoved = true
    return isFirst ? .change(.parameters(now), undo: .parameters(before)) : .trainer(.amend(.parameters(now)))
  }

  /// A number to a thousandth of the span, in decimals.
  private static func rounded(_ value: Double, over span: Double) -> Double {
    guard span > 0, span.isFinite else { return value }
    var scale = 1.0
    while span * scale < 1000, scale < 1e12 { scale *= 10 }
    while span * scale >= 10_000, scale > 1e-12 { scale /= 10 }
    let steps = (value * scale).rounded()
    return steps.isFinite ? steps / scale : value
  }
}
