import Calculus
import Learning
import Training

/// One choice of a picker.
struct PickerItem: Sendable {
  /// The value as it is written after the key.
  let value: String
  /// What it is, in half a line.
  let detail: String

  /// The choices there are for a setting.
  static func items(for key: SettingKey, in description: Description) -> [PickerItem] {
    switch key {
    case .data:
      return BuiltInDataset.allCases.filter { description.subject != .perceptron || $0.kind != .regression }
        .map { PickerItem(value: $0.name, detail: $0.title) }
    case .noise, .flipNoise:
      return [0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5].map {
        PickerItem(value: Setting.number($0).text, detail: $0 == 0 ? "none" : "")
      }
    case .features:
      return Feature.allCases.map { PickerItem(value: $0.rawValue, detail: about($0)) }
    case .function where description.subject == .graph:
      return graphs.map { PickerItem(value: $0.expression, detail: $0.about) }
    case .function:
      return NamedFunction.all(description.subject == .curve ? .x : .xAndY).map {
        PickerItem(value: $0.name, detail: $0.expression.text)
      }
    default:
      return key.specification.words(in: description.subject).map { PickerItem(value: $0, detail: "") }
    }
  }

  /// Expressions worth differentiating.
  private static let graphs: [(expression: String, about: String)] = [
    ("sin(x^2)", "the lecture's chain rule"), ("x^2 + y^2", "two paths that meet in a sum"),
    ("x*y + sin(x)", "x is read twice: its shares are added"),
    ("sigmoid(2x - 1)", "a unit with one input"), ("max(0, 0.5x - y + 1)", "a unit with a kink"),
    ("exp(-(x^2 + y^2)/2)", "a bell"), ("log(sigmoid(x*y))", "a loss"),
  ]

  private static func about(_ feature: Feature) -> String {
    switch feature {
    case .x1: "the first input itself"
    case .x2: "the second input itself"
    case .x1Squared: "makes circles and parabolas possible"
    case .x2Squared: "makes circles and parabolas possible"
    case .product: "one sign in two opposite quarters: solves XOR"
    case .sineOfX1: "makes stripes across"
    case .sineOfX2: "makes stripes along"
    }
  }
}
