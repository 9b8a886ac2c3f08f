import Calculus
import Learning

// The one table of keys. A key added here is an option, a YAML and a JSON key, and a line of help at once.

extension Key {
  /// All that is known about the key.
  package var specification: KeySpecification { Key.table[ordinal] }

  /// Built once: the parser of the command line asks for every key many times before the first frame.
  private static let table: [KeySpecification] = allCases.map(\.row)
  private static let ordinals = Dictionary(uniqueKeysWithValues: zip(allCases, allCases.indices))

  /// The keys that need another one to stand at a certain word, by that other one; every layout asks for them.
  static let dependents: [Key: [Key]] = Dictionary(
    grouping: allCases.filter { $0.specification.requirement != nil }, by: { $0.specification.requirement?.key ?? $0 })

  private var ordinal: Int { Key.ordinals[self, default: 0] }

  private var row: KeySpecification {
    switch self {
    case .of, .vary: raceSpecification
    case .directions, .planeWeights, .planeSeed, .towards, .span, .resolution: planeSpecification
    case .view: viewSpecification
    case .data, .columns, .label, .classes, .standardize, .noise, .flipNoise, .examples, .testFraction, .seed,
      .dataSeed:
      dataSpecification
    case .target, .header, .delimiter, .decimal, .thousands, .comment, .missing: tableSpecification
    case .features, .hidden, .activation, .outputActivation, .initializer, .weightSeed, .dropout, .weights, .model:
      modelSpecification
    case .function, .at, .start: functionSpecification
    case .epochs, .steps, .stopAtLoss, .patience: stoppingSpecification
    default: trainingSpecification
    }
  }

  private var raceSpecification: KeySpecification {
    self == .of
      ? .init(
        .scene, .word(["perceptron", "network", "curve", "surface"]), "SCENE", "the scene whose runs are shown",
        in: [.race, .landscape], else: .scenes([.race: .word("surface"), .landscape: .word("network")]),
        kinds: [.landscape: .word(["perceptron", "network"])])
      : .init(
        .scene, .variation, "KEY=A,B,C", "the key that differs between the runs, and its 2 to 16 values",
        in: [.race] + .descending,
        else: .scenes([
          .race: .variation(.init(.learningRate, [.number(0.01), .number(0.1), .number(0.5), .number(1)]))
        ]))
  }

  private var planeSpecification: KeySpecification {
    let kinds = LandscapePlane.Kind.allCases.map(\.rawValue)
    return switch self {
    case .directions:
      .init(
        .scene, .word(kinds), "NAME", "what the loss is shown over", in: [.landscape],
        else: .scenes([.perceptron: .word("weights"), .network: .word("principal")]),
        kinds: [.perceptron: .word(kinds.filter { $0 != LandscapePlane.Kind.towards.rawValue })])
    case .planeWeights:
      .init(
        .scene, .names(most: 2), "A,B", "the two weights: w1,w2 of a perceptron, h1.2.v1,out.1.w0 of a network",
        in: [.landscape], needs: .init(key: .directions, words: ["weights"]))
    case .planeSeed:
      .init(
        .scene, .integer(Words.seeds), "SEED", "decides the random directions, and nothing of the run",
        in: [.landscape], else: .always(.integer(1)))
    case .towards:
      .init(
        .scene, .text(known: []), "FILE.json", "the other model, of the same shape", in: [.landscape],
        needs: .init(key: .directions, words: ["towards"]))
    case .span:
      .init(
        .scene, .number(.positive), "LENGTH",
        "how far it reaches to each side, in lengths of the directions; around the path when left out",
        in: [.landscape])
    default:
      .init(
        .scene, .integer(2...501), "N", "places along each axis; when left out 61, on a screen what it can show",
        in: [.landscape])
    }
  }

  /// What the views are is the interface's affair; how they are spelled is everybody's.
  private var viewSpecification: KeySpecification {
    .init(
      .scene, .word(SceneView.names(of: .network)), "VIEW", "which view of the scene is shown first",
      in: [.network, .surface, .landscape],
      else: .scenes([
        .network: .word(SceneView.output.rawValue), .surface: .word(SceneView.flat.rawValue),
        .landscape: .word(SceneView.flat.rawValue),
      ]),
      kinds: [
        .surface: .word(SceneView.names(of: .surface)), .landscape: .word(SceneView.names(of: .landscape)),
      ])
  }

  private var dataSpecification: KeySpecification {
    switch self {
    case .data:
      .init(
        .data, .text(known: Words.datasets), "DATA", "a built-in set, a CSV file, or - for standard input",
        in: .learning, else: .scenes([.perceptron: .word("and"), .network: .word("circle")]))
    case .columns:
      .init(
        .data, .names(most: 2), "X,Y", "the two numeric columns of a file, by name or number; guessed when left out",
        in: .learning)
    case .label:
      .init(
        .data, .text(known: []), "COLUMN", "the label column of a file, by name or number; guessed when left out",
        in: .learning)
    case .classes:
      .init(
        .data, .names(most: 10), "A,B", "the labels whose examples are kept; of generated sets, how many classes",
        in: .learning)
    case .standardize:
      .init(
        .data, .flag, "", "shift and scale each input to mean 0 and deviation 1", in: .learning,
        else: .always(.flag(false)))
    case .noise:
      .init(
        .data, .number(NumberRange(DatasetOptions.noiseRange)), "AMOUNT",
        "how far the points of a generated set are moved; the set's own amount when left out", in: .learning)
    case .flipNoise:
      .init(
        .data, .number(.unit), "SHARE", "the share of labels that are changed to another class", in: .learning,
        else: .always(.number(0)))
    case .examples:
      .init(
        .data, .integer(0...10_000_000), "N", "how many examples a generated set has; its own number when left out",
        in: .learning)
    case .testFraction:
      .init(
        .data, .number(.belowOne), "SHARE", "the share of examples kept for testing", in: .learning,
        else: .samples([.perceptron: .number(0), .network: .number(0.5)], whole: .number(0)))
    case .dataSeed:
      partSeed(.data, "decides points, noise, flipped labels and the test set")
    default:
      .init(
        .data, .integer(Words.seeds), "SEED", "decides everything random: same seed, same run",
        in: .stepping, else: .always(.integer(1)))
    }
  }

  /// The seed of one part of what is random.
  private func partSeed(_ group: KeySpecification.Group, _ help: String) -> KeySpecification {
    .init(
      group, .integer(Words.seeds), "SEED", "\(help); seed when left out", in: .learning, else: .same(as: .seed))
  }

  /// How a file is to be read, where it is not to be guessed.
  private var tableSpecification: KeySpecification {
    switch self {
    case .target:
      .init(
        .data, .word(["classes", "number"]), "WHAT",
        "what the label of a file is: classes to tell apart, or a number to predict; guessed when left out",
        in: .learning)
    case .header:
      .init(
        .data, .word(["yes", "no"]), "YES|NO", "whether a file's first row names the columns; guessed when left out",
        in: .learning)
    case .delimiter:
      .init(
        .data, .character(Words.delimiters.map(\.word)), "CHAR",
        "what stands between the fields of a file, a character or a word; guessed when left out", in: .learning)
    case .decimal:
      .init(
        .data, .word(DecimalMark.allCases.map(\.rawValue)), "MARK",
        "the mark before fractions in a file; guessed when left out", in: .learning)
    case .thousands:
      .init(
        .data, .word(ThousandsMark.allCases.map(\.rawValue)), "MARK",
        "the mark between thousands in a file; guessed when left out", in: .learning)
    case .comment:
      .init(
        .data, .character(["none"]), "CHAR", "what the comments of a file begin with, or none; # when left out",
        in: .learning)
    default:
      .init(
        .data, .names(most: 64), "LIST",
        "words for a missing value, in numbers and labels, or none; left out, the usual ones in numbers",
        in: .learning)
    }
  }

  private var modelSpecification: KeySpecification {
    switch self {
    case .features:
      .init(
        .model, .words(Feature.allCases.map(\.rawValue), most: Feature.allCases.count, once: true), "LIST",
        "the inputs, computed from the two columns", in: .learning, else: .always(.words(["x1", "x2"])))
    case .hidden:
      .init(
        .model, .integers(1...1024, most: 16), "UNITS", "units of each hidden layer, or none", in: [.network],
        else: .always(.integers([4, 2])))
    case .activation:
      .init(
        .model, .words(Words.activations, most: 16, once: false), "NAME",
        "of the hidden layers, one for all or one each; of a perceptron, step or sign", in: .learning + [.activations],
        else: .scenes([
          .perceptron: .words(["sign"]), .network: .words(["tanh"]), .activations: .words(["relu"]),
        ]),
        kinds: [
          .perceptron: .words(Perceptron.Activation.allCases.map(\.rawValue), most: 1, once: true),
          .activations: .words(ActivationCurve.allCases.map(\.rawValue), most: 1, once: true),
        ])
    case .outputActivation:
      .init(
        .model, .word(Words.outputActivations), "NAME", "of the output layer; goes with the loss when left out",
        in: [.network])
    case .initializer:
      .init(
        .model, .word(Words.initializers), "NAME", "how the first weights are drawn", in: .learning,
        else: .scenes([.network: .word("xavier-uniform")]))
    case .weightSeed: partSeed(.model, "decides the first weights")
    case .dropout:
      .init(
        .model, .number(.belowOne), "SHARE", "the share of hidden units left out of a step", in: [.network],
        else: .always(.number(0)))
    case .weights:
      .init(
        .model, .assignments(WeightOrder.names(count: Feature.allCases.count + 1)), "w1=A,w2=B,w0=C",
        "the first weights; w0 is the bias", in: [.perceptron],
        else: .unless(
          [.initializer, .weightSeed], .assignments([.init("w1", 0.2), .init("w2", 0), .init("w0", -0.1)])))
    default:
      .init(.model, .text(known: []), "FILE.json", "start from this model instead of new weights", in: [.network])
    }
  }

  private var functionSpecification: KeySpecification {
    switch self {
    case .function:
      .init(
        .function, .text(known: Words.functionsOfTwo), "F", "an expression, or the name of a function",
        in: [.curve, .surface, .graph],
        else: .scenes([.curve: .word("parabola"), .surface: .word("sphere"), .graph: .word("sin(x^2)")]),
        kinds: [.curve: .text(known: Words.functionsOfOne), .graph: .text(known: [])])
    case .at:
      .init(
        .function, .assignments(["x", "y"]), "x=A,y=B", "where the graph, or the functions, are evaluated",
        in: [.graph, .activations],
        else: .scenes([
          .graph: .assignments([.init("x", 1.5), .init("y", 1)]), .activations: .assignments([.init("x", -2)]),
        ]), kinds: [.activations: .assignments(["x"])])
    default:
      .init(
        .function, .assignments(["x", "y"]), "x=A,y=B",
        "where the descent starts; the function's own start when left out",
        in: .descending,
        else: .functions(
          [
            .curve: Words.ofFunctions(.x) { .assignments([.init("x", $0.start.x)]) },
            .surface: Words.ofFunctions(.xAndY) { .assignments([.init("x", $0.start.x), .init("y", $0.start.y)]) },
          ],
          else: [
            .curve: .assignments([.init("x", 3)]), .surface: .assignments([.init("x", 3), .init("y", -2)]),
          ]),
        kinds: [.curve: .assignments(["x"])])
    }
  }

  private var trainingSpecification: KeySpecification {
    switch self {
    case .loss:
      .init(
        .training, .word(Words.losses), "NAME", "what is minimized; goes with the data when left out", in: [.network])
    case .learningRate:
      .init(
        .training, .number(.notNegative), "RATE", "how far a step goes along the gradient", in: .stepping,
        else: .functions(
          [
            .curve: Words.ofFunctions(.x) { .number($0.learningRate) },
            .surface: Words.ofFunctions(.xAndY) { .number($0.learningRate) },
          ],
          else: [.perceptron: .number(0.1), .network: .number(0.03), .curve: .number(0.1), .surface: .number(0.1)]))
    case .schedule:
      .init(
        .training, .word(["constant", "step", "exponential", "cosine"]), "NAME",
        "how the learning rate changes with the epochs", in: [.network], else: .always(.word("constant")))
    case .decay:
      .init(
        .training, .number(.unit), "FACTOR", "what the schedule multiplies the learning rate by", in: [.network],
        else: .words(.schedule, ["step": .number(0.1), "exponential": .number(0.99)]),
        needs: .init(key: .schedule, words: ["step", "exponential"]))
    case .decayEvery:
      .init(
        .training, .integer(1...1_000_000_000), "EPOCHS", "epochs between two changes, or to the end of the cosine",
        in: [.network], else: .words(.schedule, ["step": .integer(30), "cosine": .integer(100)]),
        needs: .init(key: .schedule, words: ["step", "cosine"]))
    case .batchSize:
      .init(
        .training, .integer(1...10_000_000, orWord: "full"), "N", "examples in a step, or full for all of them",
        in: [.network], else: .always(.integer(10)))
    case .order:
      .init(
        .training, .word(["given", "shuffled"]), "ORDER", "given keeps the data's order, shuffled draws one each epoch",
        in: .learning, else: .scenes([.perceptron: .word("given"), .network: .word("shuffled")]))
    case .orderSeed: partSeed(.training, "decides the order of the examples and what dropout leaves out")
    case .optimizer:
      .init(
        .training, .word(Words.optimizers), "NAME", "how the gradient becomes a step", in: [.network] + .descending,
        else: .always(.word("sgd")),
        kinds: [
          .curve: .word(Words.optimizers + Words.descentMethods),
          .surface: .word(Words.optimizers + Words.descentMethods),
        ])
    case .l1:
      .init(
        .training, .number(.notNegative), "STRENGTH", "adds this times the sum of |w| to the loss", in: [.network],
        else: .always(.number(0)))
    case .l2:
      .init(
        .training, .number(.notNegative), "STRENGTH", "adds this times half the sum of w^2 to the loss", in: [.network],
        else: .always(.number(0)))
    default: optimizerSpecification
    }
  }

  /// The optimizers' own keys; names and defaults are those of the optimizers themselves.
  private var optimizerSpecification: KeySpecification {
    func own(_ range: NumberRange, _ placeholder: String, _ help: String) -> KeySpecification {
      var defaults: [String: Setting] = [:]
      for optimizer in Optimizer.all {
        for (name, value) in optimizer.hyperparameters where name.rawValue == rawValue {
          defaults[optimizer.name] = .number(value)
        }
      }
      return .init(
        .training, .number(range), placeholder, help, in: [.network] + .descending, else: .words(.optimizer, defaults),
        needs: .init(key: .optimizer, words: Words.optimizers.filter { defaults[$0] != nil }))
    }
    return switch self {
    case .momentum: own(.belowOne, "FACTOR", "the share of the last step that the next one keeps")
    case .alpha: own(.belowOne, "FACTOR", "rmsprop's smoothing of the squared gradient")
    case .rho: own(.belowOne, "FACTOR", "adadelta's smoothing of squared gradients and steps")
    case .beta1: own(.belowOne, "FACTOR", "adam's smoothing of the gradient")
    case .beta2: own(.belowOne, "FACTOR", "adam's smoothing of the squared gradient")
    case .epsilon: own(.notNegative, "NUMBER", "keeps the adaptive optimizers from dividing by zero")
    default: own(.notNegative, "RATE", "adamw's decay of the weights")
    }
  }

  private var stoppingSpecification: KeySpecification {
    switch self {
    case .epochs:
      .init(
        .stopping, .integer(0...2_147_483_648), "N", "stop after so many passes over the data", in: .learning,
        else: .unless([.steps], .integer(1000)))
    case .steps:
      .init(
        .stopping, .integer(0...9_007_199_254_740_991), "N", "stop after so many steps", in: .stepping,
        else: .scenes([.curve: .integer(100), .surface: .integer(100)]))
    case .stopAtLoss:
      .init(
        .stopping, .number(.finite), "LOSS", "stop when the training loss is at most this", in: [.network] + .descending
      )
    default:
      .init(
        .stopping, .integer(1...1_000_000_000), "EPOCHS",
        "stop when so many epochs brought no better loss, on the test set if there is one", in: [.network])
    }
  }
}

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
