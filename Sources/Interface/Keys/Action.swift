/// What a key, a lesson or a text can ask for: something of the app, or something of the scene that is shown.
package enum Action: Sendable, Hashable {
  /// Something that the app does, whichever scene is shown.
  case app(AppAction)
  /// Something that only the scene can do.
  case scene(SceneAction)
}

extension Action: CaseIterable {
  /// All of them: the app's, then the scenes'.
  package static let allCases = AppAction.allCases.map(Action.app) + SceneAction.allCases.map(Action.scene)

  /// The action of a name, as a configuration file has it; nil where there is none.
  package init?(name: String) {
    if let action = AppAction(rawValue: name) {
      self = .app(action)
    } else if let action = SceneAction(rawValue: name) {
      self = .scene(action)
    } else {
      return nil
    }
  }

  /// Its name in a configuration file.
  package var name: String {
    switch self {
    case .app(let action): action.rawValue
    case .scene(let action): action.rawValue
    }
  }

  /// Whether it only explains what is on the screen, so that it may be asked for wherever one is.
  var explains: Bool {
    switch self {
    case .app(let action): action == .help || action == .legend || action == .aboutData
    case .scene: false
    }
  }
}
