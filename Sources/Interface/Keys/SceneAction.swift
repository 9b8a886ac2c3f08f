/// What a key can ask of a scene.
///
/// Scenes whose actions mean the same share a name, so that a configuration file gives them one key. What each does is
/// said where a scene lists its keys (``Scene/keys``).
package enum SceneAction: String, Sendable, CaseIterable {
  case pickFunction = "function"
  case placePoints = "place"
  case removePoint = "remove"
  case weightsByHand = "weights"
  case proof
  case manyLines = "many-lines"
  case logarithmicAxis = "log-axis"
  case stability
  case unitActivation = "unit-activation"
  case changeView = "view"
  case zoomIn = "zoom-in"
  case zoomOut = "zoom-out"
  case panLeft = "pan-left"
  case panRight = "pan-right"
  case panUp = "pan-up"
  case panDown = "pan-down"
  case fitView = "fit"
  case addUnit = "add-unit"
  case removeUnit = "remove-unit"
  case addLayer = "add-layer"
  case removeLayer = "remove-layer"
  case layerActivation = "layer-activation"
  case toggleFeature = "toggle-feature"
  case probe
  case discretize
  case showTest = "test-points"
  case movePoint = "move-point"
  case nextPlane = "plane"
  case choosePlane = "choose-plane"
}
