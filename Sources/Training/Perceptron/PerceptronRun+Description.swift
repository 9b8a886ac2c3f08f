import Learning

extension PerceptronRun {
  /// Begins the run that a description of a perceptron describes, on data already loaded.
  ///
  /// The first weights are those of `weights` (w0 and one for each feature; 0 where one is missing), or drawn by the
  /// initializer from the seed of the weights. A watched run has no limits but those that were asked for.
  package init(_ description: Description, dataset: Dataset, isWatched: Bool = false) {
    let features = description.features
    let activation = description.word(.activation).flatMap(Perceptron.Activation.init(rawValue:)) ?? .sign
    var perceptron = Perceptron(features: features, activation: activation)
    if description[.weights] != nil {
      let given = description.assignments(.weights)
      perceptron.bias = given["w0"] ?? 0
      for index in features.indices { perceptron.weights[index] = given["w\(index + 1)"] ?? 0 }
    } else {
      let initializer = description.word(.initializer).flatMap(Initializer.init(rawValue:)) ?? .uniform
      var generator = SplitMix64(seed: description.weightSeed, stream: 1)
      for index in features.indices {
        perceptron.weights[index] = initializer.weight(inputs: features.count, units: 1, using: &generator)
      }
      // A start of the lecture's kind: the line is somewhere among the points, not through the origin.
      perceptron.bias = initializer.weight(inputs: features.count, units: 1, using: &generator)
    }
    self.init(
      dataset: dataset, perceptron: perceptron, learningRate: description.learningRate,
      order: description.order,
      epochs: description.limit(.epochs, isWatched: isWatched), steps: description.limit(.steps, isWatched: isWatched))
  }
}
