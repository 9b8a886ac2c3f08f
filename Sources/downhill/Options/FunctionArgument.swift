import ArgumentParser
import Training

/// The argument that is a function, described by its key.
enum FunctionArgument {
  static func help(_ scene: SceneKind) -> ArgumentHelp {
    ArgumentHelp(Key.function.helpText(for: scene), valueName: "F")
  }

  static func completion(_ scene: SceneKind) -> CompletionKind {
    .list(Key.function.specification.words(in: scene))
  }
}
