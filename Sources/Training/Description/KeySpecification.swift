/// All that is known about a key: what values it takes, what it means, whom it concerns.
package struct KeySpecification: Sendable {
  /// The part of a description that a key belongs to; help is arranged by it.
  package enum Group: String, CaseIterable, Sendable {
    case scene, data, model, function, training, stopping
  }

  /// What values a key takes.
  package enum Kind: Sendable, Equatable {
    /// A finite number in a range.
    case number(NumberRange)
    /// A whole number in a range, or instead of it one word.
    case integer(ClosedRange<Int>, orWord: String? = nil)
    /// On or off.
    case flag
    /// One of these words.
    case word([String])
    /// One of these words, or a character of ASCII that is neither letter nor digit nor quotation mark.
    case character([String])
    /// A list of these words, separated by commas, at most so many; `once` if none may come twice.
    case words([String], most: Int, once: Bool)
    /// A list of any names, separated by commas, at most so many.
    case names(most: Int)
    /// Any text: a file's name, an expression; the words are what is known to be there.
    case text(known: [String])
    /// A list of whole numbers in a range, separated by commas, at most so many; `none` for the empty list.
    case integers(ClosedRange<Int>, most: Int)
    /// Numbers given to names: `x=3,y=-2`.
    case assignments([String])
    /// Another key and several values for it: `learning-rate=0.1,0.5,1`.
    case variation
  }

  /// What a key stands at when it is not set.
  package enum Fallback: Sendable, Equatable {
    /// Nothing: absent, or decided by the data when the run is built.
    case nothing
    /// Always the same.
    case always(Setting)
    /// By scene; nothing for a scene that is not named.
    case scenes([SceneKind: Setting])
    /// By the word that another key stands at; nothing for a word that is not named.
    case words(Key, [String: Setting])
    /// By scene and by the function that is descended; by scene alone where the function has no name.
    case functions([SceneKind: [String: Setting]], else: [SceneKind: Setting])
    /// The same, unless one of some other keys has been set, which then decides.
    case unless([Key], Setting)
    /// Whatever another key stands at.
    case same(as: Key)
    /// By scene where the data are a sample; the other setting where a built-in set is all the cases there are.
    case samples([SceneKind: Setting], whole: Setting)
  }

  /// A key means something only while another one stands at one of these words.
  package struct Requirement: Sendable, Equatable {
    /// The other key.
    package let key: Key
    /// The words.
    package let words: [String]
  }

  /// The key.
  package let key: Key
  /// The part of a description that the key belongs to.
  package let group: Group
  /// What values it takes, in most scenes.
  package let kind: Kind
  /// What values it takes in the scenes where they are others.
  package let kinds: [SceneKind: Kind]
  /// What stands for the value in help: `RATE` in `--learning-rate RATE`.
  package let placeholder: String
  /// What it means, in one line.
  package let help: String
  /// The scenes whose runs it concerns.
  package let scenes: [SceneKind]
  /// What it stands at when it is not set.
  package let fallback: Fallback
  /// What another key must stand at for this one to mean anything.
  package let requirement: Requirement?
  /// How it goes on to the next value in a panel of settings.
  package let step: SettingStep
  /// What it is called in a panel of settings; nil for its own name.
  package let label: String?

  init(
    _ key: Key, _ group: Group, _ kind: Kind, _ placeholder: String, _ help: String, in scenes: [SceneKind],
    else fallback: Fallback = .nothing, kinds: [SceneKind: Kind] = [:], needs requirement: Requirement? = nil,
    steps step: SettingStep? = nil, label: String? = nil
  ) {
    self.key = key
    self.group = group
    self.kind = kind
    self.kinds = kinds
    self.placeholder = placeholder
    self.help = help
    self.scenes = scenes
    self.fallback = fallback
    self.requirement = requirement
    self.step = step ?? kind.usualStep
    self.label = label
  }

  /// What values the key takes in a scene.
  package func kind(in scene: SceneKind) -> Kind { kinds[scene] ?? kind }

  /// The words a value can be chosen from in a scene; empty where there is no such choice.
  package func words(in scene: SceneKind) -> [String] {
    switch kind(in: scene) {
    case .word(let words), .words(let words, _, _), .text(let words), .character(let words): words
    case .integer(_, let word): word.map { [$0] } ?? []
    case .flag: ["true", "false"]
    case .number, .names, .integers, .assignments, .variation: []
    }
  }
}

/// An interval of finite numbers whose ends belong to it or not.
package struct NumberRange: Sendable, Equatable {
  /// The lower end, `-infinity` for none.
  package let lower: Double
  /// The upper end, `infinity` for none.
  package let upper: Double
  /// Whether the lower end itself belongs to the range.
  package let includesLower: Bool
  /// Whether the upper end itself belongs to the range.
  package let includesUpper: Bool

  /// All finite numbers.
  package static let finite = NumberRange(
    lower: -.infinity, upper: .infinity, includesLower: false, includesUpper: false)
  /// Zero and all finite numbers above.
  package static let notNegative = NumberRange(lower: 0, upper: .infinity, includesLower: true, includesUpper: false)
  /// All finite numbers above zero.
  package static let positive = NumberRange(lower: 0, upper: .infinity, includesLower: false, includesUpper: false)
  /// From 0 to 1, both included.
  package static let unit = NumberRange(lower: 0, upper: 1, includesLower: true, includesUpper: true)
  /// From 0, included, to 1, not included.
  package static let belowOne = NumberRange(lower: 0, upper: 1, includesLower: true, includesUpper: false)

  /// Whether a number is in the range; what is not finite never is.
  package func contains(_ number: Double) -> Bool {
    guard number.isFinite else { return false }
    let above = includesLower ? number >= lower : number > lower
    let below = includesUpper ? number <= upper : number < upper
    return above && below
  }
}

extension NumberRange {
  /// The range of numbers, both ends included.
  package init(_ numbers: ClosedRange<Double>) {
    self.init(lower: numbers.lowerBound, upper: numbers.upperBound, includesLower: true, includesUpper: true)
  }

  /// The range of whole numbers, seen as numbers.
  package init(_ integers: ClosedRange<Int>) {
    self.init(
      lower: Double(integers.lowerBound), upper: Double(integers.upperBound), includesLower: true, includesUpper: true)
  }
}

extension KeySpecification.Kind {
  /// How a value of this kind goes on to the next where the row says nothing else.
  fileprivate var usualStep: SettingStep {
    switch self {
    case .flag, .word, .words: .choices
    case .number, .integer, .character, .names, .text, .integers, .assignments, .variation: .typed
    }
  }
}
