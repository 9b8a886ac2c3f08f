/// A key of a scene: what people are told of it, and what the scene does.
package struct SceneKey<Owner: Scene>: Sendable {
  /// What the scene does; the app's own meaning applies where it says that it has nothing to do with it.
  typealias Answer = @Sendable (inout Owner, Owner.ScenePicture, SceneContext) -> SceneAnswer

  /// What is asked for.
  let action: Action
  /// What people are told; nil for an action of the app, which has its own keys.
  let declaration: KeyDeclaration?
  let answer: Answer

  /// A key of the scene's own.
  init(_ declaration: KeyDeclaration, _ answer: @escaping Answer) {
    action = declaration.action
    self.declaration = declaration
    self.answer = answer
  }

  /// What the scene does first where the app is asked for something.
  init(before action: AppAction, _ answer: @escaping Answer) {
    self.action = .app(action)
    declaration = nil
    self.answer = answer
  }
}
