import Training

extension KeyBindings {
  /// The keys everybody starts with: those of the app and those of each scene, section by section.
  static let standard: KeyBindings = {
    let entries = ofApp + ofScenes
    let sections = KeyDeclaration.Section.allCases
    return KeyBindings(sections.flatMap { section in entries.filter { $0.declaration.section == section } })
  }()

  /// What the app declares, each action where it is there.
  private static var ofApp: [Entry] {
    AppAction.allCases.map { action in
      let scope: KeyBinding.Scope =
        switch action.scope {
        case .everywhere: .everywhere
        case .lesson: .lesson
        case .someScenes: .scenes(Set(SceneCatalog.all.filter { $0.appActions.contains(action) }.map { $0.kind }))
        }
      return Entry(declaration: action.declaration, scope: scope)
    }
  }

  /// What the scenes declare; what several declare with the same words is one line.
  private static var ofScenes: [Entry] {
    var kinds: [KeyDeclaration: Set<SceneKind>] = [:]
    var order: [KeyDeclaration] = []
    for scene in SceneCatalog.all {
      for declaration in scene.declarations {
        if kinds[declaration] == nil { order.append(declaration) }
        kinds[declaration, default: []].insert(scene.kind)
      }
    }
    return order.map { Entry(declaration: $0, scope: .scenes(kinds[$0] ?? [])) }
  }
}
