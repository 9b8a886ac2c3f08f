import Calculus
import Learning
import Training

/// One choice of a picker.
struct PickerItem: Sendable {
  /// The value as it is written after the key.
  let value: String
  /// What it is, in a few words for its row.
  let detail: String
  /// What it is for and when it fails, in a sentence or two for when it is selected.
  let summary: String

  /// The choices there are for a setting.
  static func items(for key: Key, in description: Description) -> [PickerItem] {
    switch key {
    case .data:
      return BuiltInDataset.allCases.filter { description.subject != .perceptron || $0.kind != .regression }
        .map { PickerItem(value: $0.name, detail: $0.title, summary: $0.summary) }
    case .noise: return amounts.map { amount($0, "how far points are moved", noise) }
    case .flipNoise: return amounts.map { amount($0, "the share of wrong labels", flipNoise) }
    case .features:
      return Feature.allCases.map {
        PickerItem(value: $0.rawValue, detail: clause($0.summary), summary: $0.summary)
      }
    case .function where description.subject == .graph:
      return graphs.map { PickerItem(value: $0.expression, detail: $0.about, summary: $0.about) }
    case .function:
      return NamedFunction.all(description.subject == .curve ? .x : .xAndY).map {
        PickerItem(value: $0.name, detail: $0.expression.text, summary: $0.summary)
      }
    default:
      return key.specification.words(in: description.subject).map { word in
        let summary = summary(of: word, for: key)
        return PickerItem(value: word, detail: clause(summary), summary: summary)
      }
    }
  }

  /// Whether a setting's values are chosen from a list.
  static func isListed(_ key: Key, in description: Description) -> Bool {
    if case .integer = key.specification.kind(in: description.subject) { return false }
    return !items(for: key, in: description).isEmpty
  }

  /// What a word of a key is for and when it fails; empty for words that nothing is known of.
  static func summary(of word: String, for key: Key) -> String {
    switch key {
    case .activation: Activation(rawValue: word)?.summary ?? steps[word] ?? ""
    case .outputActivation: OutputActivation(rawValue: word)?.summary ?? ""
    case .loss: Loss(rawValue: word)?.summary ?? ""
    case .initializer: Initializer(rawValue: word)?.summary ?? ""
    case .optimizer: Optimizer.all.first { $0.name == word }?.facts.summary ?? methods[word] ?? ""
    case .decimal: DecimalMark(rawValue: word)?.summary ?? ""
    case .thousands: ThousandsMark(rawValue: word)?.summary ?? ""
    default: words[key]?[word] ?? ""
    }
  }

  /// The beginning of a text, to its first colon or full stop: short enough for a row.
  private static func clause(_ text: String) -> String {
    let ends = [": ", ". "].compactMap { text.firstRange(of: $0)?.lowerBound }
    guard let end = ends.min() else { return text.hasSuffix(".") ? String(text.dropLast()) : text }
    return String(text[..<end])
  }

  // MARK: Amounts

  private static let amounts = [0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5]

  private static func amount(_ value: Double, _ name: String, _ words: (Double) -> String) -> PickerItem {
    PickerItem(value: Setting.number(value).text, detail: words(value), summary: "\(words(value)): \(name)")
  }

  private static func noise(_ amount: Double) -> String {
    switch amount {
    case 0: "none, as the formula has it"
    case ..<0.15: "a little, the shapes stay clear"
    case ..<0.3: "the classes begin to mix"
    default: "much, no model gets all right"
    }
  }

  private static func flipNoise(_ share: Double) -> String {
    switch share {
    case 0: "none"
    case ..<0.15: "a few to be learned by heart"
    case ..<0.4: "many, the test loss tells"
    default: "nearly half, little is left to learn"
    }
  }

  // MARK: Words

  /// The outputs of a perceptron, and what is only shown beside the functions of one sum.
  private static let steps = [
    "softmax": "Shares of several sums that add up to 1: for more than two classes. It looks at all of them at once.",
    "sign": "Outputs −1 and +1, as the lecture has it. No slope, so only the perceptron's own rule learns with it.",
    "step": "Outputs 0 and 1, as a gate does. No slope, so only the perceptron's own rule learns with it.",
  ]

  /// The methods of a descent that are no optimizers of networks.
  private static let methods = [
    "newton":
      "Uses the curvature: one step on a quadratic. Needs second derivatives, and saddles draw plain Newton in.",
    "line-search": "Tries shorter steps until f falls enough: never diverges. Each step costs several values of f.",
  ]

  /// What other words mean, by key.
  private static let words: [Key: [String: String]] = [
    .schedule: [
      "constant": "The learning rate stays. Near a minimum small batches keep shaking it.",
      "step":
        "Multiplied by decay every so many epochs: a drop that shows in the loss. Too early, and it stands still.",
      "exponential": "Multiplied by decay every epoch. It may be used up before the minimum is reached.",
      "cosine": "Falls as half a cosine to 0. The number of epochs must be known beforehand.",
    ],
    .order: [
      "given": "Keeps the data's order: every step can be repeated by hand. Sorted classes pull to and fro.",
      "shuffled": "A new order each epoch, from the seed: what is usual. No two epochs are alike.",
    ],
    .standardize: [
      "true": "Each input gets mean 0 and deviation 1: for inputs of different sizes. The axes are then in deviations.",
      "false": "Inputs stay in their own units. Large ones saturate units and need a tiny learning rate.",
    ],
    .target: [
      "classes": "The labels are names, digits among them: they are told apart. How far apart numbers are is lost.",
      "number": "The label is an amount to be predicted. Names can't be read so.",
    ],
    .header: [
      "yes": "The first row names the columns. An example that stands there would be lost.",
      "no": "The first row is an example already; columns go by number. Names there would be an error.",
    ],
    .delimiter: [
      "comma": "As CSV has it. Not where the comma is in the numbers, as in 0,5.",
      "semicolon": "As spreadsheets write it where fractions have a comma.",
      "tab": "Columns of a table that was copied. An editor may have made spaces of the tabs.",
      "space": "Any number of spaces between fields. Names of two words come apart.",
      "pipe": "Fields between upright bars: seldom in the text itself.",
    ],
    .directions: [
      "weights": "Two of the weights, the others held: every number has a name. It hides what the others do.",
      "principal": "The two directions that hold most of the path. It needs some steps first.",
      "random": "Two random directions, scaled unit by unit: how rugged it is. The path looks short in them.",
      "towards": "From here to another model, and a random one: is there a ridge between? It needs a second file.",
    ],
    .of: [
      "perceptron": "One line among points.", "network": "Units in layers.", "curve": "f(x).", "surface": "f(x, y).",
    ],
    .view: [
      "output": "The decision field, the units and the losses.", "backpropagation": "One example, number by number.",
      "training-loop": "The circle of batch, loss, gradient and update.", "flat": "From above, with contours.",
      "relief": "In perspective; arrows turn it.", "slice": "Along the first direction alone.",
      "cross-slice": "Along the second direction alone.",
    ],
  ]

  /// Expressions worth differentiating.
  private static let graphs: [(expression: String, about: String)] = [
    ("sin(x^2)", "the lecture's chain rule"), ("x^2 + y^2", "two paths that meet in a sum"),
    ("x*y + sin(x)", "x is read twice: its shares are added"),
    ("sigmoid(2x - 1)", "a unit with one input"), ("max(0, 0.5x - y + 1)", "a unit with a kink"),
    ("exp(-(x^2 + y^2)/2)", "a bell"), ("log(sigmoid(x*y))", "a loss"),
  ]
}
