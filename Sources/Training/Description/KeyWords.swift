import Calculus
import Learning

/// The words that several keys choose from.
enum Words {
  /// JSON readers elsewhere keep whole numbers exact up to 2^53.
  static let seeds = 0...9_007_199_254_740_991
  /// The characters between fields that have a name, for the shell's sake.
  static let delimiters: [(word: String, byte: UInt8)] = [
    ("comma", UInt8(ascii: ",")), ("semicolon", UInt8(ascii: ";")), ("tab", UInt8(ascii: "\t")),
    ("pipe", UInt8(ascii: "|")), ("space", UInt8(ascii: " ")),
  ]
  static let datasets = BuiltInDataset.allCases.map(\.name)
  static let activations = Activation.allCases.map(\.rawValue)
  static let outputActivations = OutputActivation.allCases.map(\.rawValue)
  static let losses = Loss.allCases.map(\.rawValue)
  static let initializers = Initializer.allCases.map(\.rawValue)
  static let optimizers = Optimizer.all.map(\.name)
  static let penalties: [Double] = [0, 0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1]
  static let batchSizes: [Double] = [1, 2, 5, 10, 20, 30, 50, 100, 200, 500, 1000, 2000, 5000, 10_000]
  static let descentMethods = ["newton", "line-search"]
  static let functionsOfOne = NamedFunction.all(.x).map(\.name)
  static let functionsOfTwo = NamedFunction.all(.xAndY).map(\.name)

  /// Something of every named function, by its name.
  static func ofFunctions(
    _ variables: Expression.Variables, _ setting: (NamedFunction) -> Setting
  ) -> [String: Setting] {
    Dictionary(NamedFunction.all(variables).map { ($0.name, setting($0)) }) { first, _ in first }
  }
}
