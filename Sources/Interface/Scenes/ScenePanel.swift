import Plotting

/// The panels of a scene that can have the focus or be enlarged, by the names that sessions and lessons have for them.
package protocol ScenePanel: RawRepresentable, CaseIterable, Hashable, Sendable where RawValue == String {}

/// A panel of a scene, whichever scene it is.
package struct PanelID: Sendable, Hashable {
  /// Its name, unique in its scene.
  package let name: String

  /// The name of a panel.
  init(_ panel: some ScenePanel) { name = panel.rawValue }
}

/// A panel and where it lies.
package struct PlacedPanel<ID: Hashable & Sendable>: Sendable, Equatable {
  /// Which panel.
  package var id: ID
  /// Its rectangle, border included.
  package var rect: Rect
}
