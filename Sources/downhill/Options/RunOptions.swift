import ArgumentParser
import Training

/// The options that describe a run: one for each key, in the groups of help.
struct RunOptions<Scene: OptionScene>: ParsableArguments {
  @OptionGroup(title: "Plane") var plane: PlaneOptions<Scene>
  @OptionGroup(title: "Data") var data: DataOptions<Scene>
  @OptionGroup(title: "Model") var model: ModelOptions<Scene>
  @OptionGroup(title: "Training") var training: TrainingArguments<Scene>
  @OptionGroup(title: "Optimizer") var optimizer: OptimizerOptions<Scene>
  @OptionGroup(title: "Stopping") var stopping: StoppingOptions<Scene>
  @OptionGroup(title: "View") var view: ViewOptions<Scene>

  /// What has been given, by key, in the order of the table; what was given twice comes twice.
  var given: [(key: String, value: String)] {
    let values =
      plane.values + data.values + model.values + training.values + optimizer.values + stopping.values + view.values
    return values.flatMap { key, values in values.map { (key.rawValue, $0) } }
  }

  /// The files that are read.
  var files: [NamedFile] {
    given.flatMap { key, value in Key(rawValue: key)?.files(in: value) ?? [] }
  }

  /// The description that the options and the arguments spell.
  ///
  /// - Parameter arguments: keys that are written without their names.
  /// - Throws: all that is wrong.
  func description(with arguments: [(Key, String?)] = []) throws(DescriptionErrors) -> Description {
    let missing = given.compactMap { key, value in value.hasPrefix("--") ? Key(rawValue: key) : nil }
    guard missing.isEmpty else { throw DescriptionErrors(errors: missing.map(DescriptionError.empty)) }
    let named = arguments.compactMap { key, value in value.map { (key: key.rawValue, value: $0) } }
    return try Description(Scene.scene, parsing: named + given)
  }
}

/// What a landscape shows.
struct PlaneOptions<Scene: OptionScene>: ParsableArguments {
  @Option(.directions, Scene.scene) var directions: [String]
  @Option(.planeWeights, Scene.scene) var planeWeights: [String]
  @Option(.planeSeed, Scene.scene) var planeSeed: [String]
  @Option(.towards, Scene.scene) var towards: [String]
  @Option(.span, Scene.scene) var span: [String]
  @Option(.resolution, Scene.scene) var resolution: [String]

  var values: [(Key, [String])] {
    [
      (.directions, directions), (.planeWeights, planeWeights), (.planeSeed, planeSeed), (.towards, towards),
      (.span, span), (.resolution, resolution),
    ]
  }
}

/// What is learned from.
struct DataOptions<Scene: OptionScene>: ParsableArguments {
  @Option(.data, Scene.scene) var data: [String]
  @Option(.columns, Scene.scene) var columns: [String]
  @Option(.label, Scene.scene) var label: [String]
  @Option(.target, Scene.scene) var target: [String]
  @Option(.classes, Scene.scene) var classes: [String]
  @Option(.header, Scene.scene) var header: [String]
  @Option(.delimiter, Scene.scene) var delimiter: [String]
  @Option(.decimal, Scene.scene) var decimal: [String]
  @Option(.thousands, Scene.scene) var thousands: [String]
  @Option(.comment, Scene.scene) var comment: [String]
  @Option(.missing, Scene.scene) var missing: [String]
  @Flag(.standardize, Scene.scene) var standardize: Bool
  @Option(.noise, Scene.scene) var noise: [String]
  @Option(.flipNoise, Scene.scene) var flipNoise: [String]
  @Option(.examples, Scene.scene) var examples: [String]
  @Option(.testFraction, Scene.scene) var testFraction: [String]
  @Option(.seed, Scene.scene) var seed: [String]
  @Option(.dataSeed, Scene.scene) var dataSeed: [String]

  var values: [(Key, [String])] {
    [
      (.data, data), (.columns, columns), (.label, label), (.target, target), (.classes, classes),
      (.header, header), (.delimiter, delimiter), (.decimal, decimal), (.thousands, thousands), (.comment, comment),
      (.missing, missing),
      (.standardize, standardize ? ["true"] : []), (.noise, noise), (.flipNoise, flipNoise), (.examples, examples),
      (.testFraction, testFraction), (.seed, seed), (.dataSeed, dataSeed),
    ]
  }
}

/// What learns, or what is descended on.
struct ModelOptions<Scene: OptionScene>: ParsableArguments {
  @Option(.vary, Scene.scene) var vary: [String]
  @Option(.features, Scene.scene) var features: [String]
  @Option(.hidden, Scene.scene) var hidden: [String]
  @Option(.activation, Scene.scene) var activation: [String]
  @Option(.outputActivation, Scene.scene) var outputActivation: [String]
  @Option(.initializer, Scene.scene) var initializer: [String]
  @Option(.weightSeed, Scene.scene) var weightSeed: [String]
  @Option(.dropout, Scene.scene) var dropout: [String]
  @Option(.weights, Scene.scene) var weights: [String]
  @Option(.model, Scene.scene) var model: [String]
  @Option(.at, Scene.scene) var at: [String]
  @Option(.start, Scene.scene) var start: [String]

  var values: [(Key, [String])] {
    [
      (.vary, vary), (.features, features), (.hidden, hidden), (.activation, activation),
      (.outputActivation, outputActivation), (.initializer, initializer), (.weightSeed, weightSeed),
      (.dropout, dropout),
      (.weights, weights), (.model, model), (.at, at), (.start, start),
    ]
  }
}

/// How it learns.
struct TrainingArguments<Scene: OptionScene>: ParsableArguments {
  @Option(.loss, Scene.scene) var loss: [String]
  @Option(.learningRate, Scene.scene) var learningRate: [String]
  @Option(.schedule, Scene.scene) var schedule: [String]
  @Option(.decay, Scene.scene) var decay: [String]
  @Option(.decayEvery, Scene.scene) var decayEvery: [String]
  @Option(.batchSize, Scene.scene) var batchSize: [String]
  @Option(.order, Scene.scene) var order: [String]
  @Option(.orderSeed, Scene.scene) var orderSeed: [String]
  @Option(.l1, Scene.scene) var l1: [String]
  @Option(.l2, Scene.scene) var l2: [String]

  var values: [(Key, [String])] {
    [
      (.loss, loss), (.learningRate, learningRate), (.schedule, schedule), (.decay, decay), (.decayEvery, decayEvery),
      (.batchSize, batchSize), (.order, order), (.orderSeed, orderSeed), (.l1, l1), (.l2, l2),
    ]
  }
}

/// How a gradient becomes a step.
struct OptimizerOptions<Scene: OptionScene>: ParsableArguments {
  @Option(.optimizer, Scene.scene) var optimizer: [String]
  @Option(.momentum, Scene.scene) var momentum: [String]
  @Option(.alpha, Scene.scene) var alpha: [String]
  @Option(.rho, Scene.scene) var rho: [String]
  @Option(.beta1, Scene.scene) var beta1: [String]
  @Option(.beta2, Scene.scene) var beta2: [String]
  @Option(.epsilon, Scene.scene) var epsilon: [String]
  @Option(.weightDecay, Scene.scene) var weightDecay: [String]

  var values: [(Key, [String])] {
    [
      (.optimizer, optimizer), (.momentum, momentum), (.alpha, alpha), (.rho, rho), (.beta1, beta1), (.beta2, beta2),
      (.epsilon, epsilon), (.weightDecay, weightDecay),
    ]
  }
}

/// When it ends.
struct StoppingOptions<Scene: OptionScene>: ParsableArguments {
  @Option(.epochs, Scene.scene) var epochs: [String]
  @Option(.steps, Scene.scene) var steps: [String]
  @Option(.stopAtLoss, Scene.scene) var stopAtLoss: [String]
  @Option(.patience, Scene.scene) var patience: [String]

  var values: [(Key, [String])] {
    [(.epochs, epochs), (.steps, steps), (.stopAtLoss, stopAtLoss), (.patience, patience)]
  }
}

/// How it is looked at.
struct ViewOptions<Scene: OptionScene>: ParsableArguments {
  @Option(.view, Scene.scene) var view: [String]

  var values: [(Key, [String])] { [(.view, view)] }
}
