import Learning

/// A multi-layer perceptron learning in minibatches.
///
/// A step is one batch; an epoch goes through all examples, in the given order or in a new one drawn from the seed, and
/// its last batch may be smaller. The loss of a step is that of its batch before the update; the losses of an epoch are
/// those of the whole training and test set after it, without the regularizer. After a number that is not finite the
/// run stands at the last finite step.
package struct NetworkRun: Run {
  /// What is carried out, with the changes made since.
  package internal(set) var description: Description
  /// How it is trained now.
  package internal(set) var pace: NetworkPace
  /// The network as it stands.
  package internal(set) var model: FastNetwork
  /// How many batches have been learned from.
  package private(set) var step = 0
  /// How many times all examples have had their turn.
  package private(set) var epochsCompleted = 0
  /// How the run stands.
  package internal(set) var status = RunStatus.running
  /// The mean loss of the last batch, before its update; nil at the start and after a change by hand.
  package internal(set) var batchLoss: Double?
  /// How many examples of the present epoch have had their turn.
  package internal(set) var position = 0

  var training: ScoredExamples
  let testing: ScoredExamples?
  let isWatched: Bool
  /// The first weights and biases.
  let start: NetworkParameters
  /// What measures the curvature of the loss; nil where nothing is measured.
  var probe: CurvatureProbe?
  var watch = CurvatureSchedule()
  /// The order of the present epoch, where it is not that of the data.
  var permutation: [Int32]?
  /// A lower rate that was tried when it diverged, where somebody watches; nil where none helped.
  var remedyWhenDiverged: Double?
  /// Whether it only tries a rate for another run: it looks for no rate in its turn.
  var isTrial = false
  /// The best loss of an epoch so far, and how many epochs ago it was.
  var bestLoss = Double.infinity
  var epochsSinceBest = 0

  /// Begins a run.
  ///
  /// - Parameters:
  ///   - description: How it is trained.
  ///   - network: The shape.
  ///   - parameters: The first weights and biases.
  ///   - dataset: The examples that are trained on.
  ///   - test: The examples kept for testing; nil for none.
  ///   - isWatched: Whether somebody watches, so that only limits that were asked for hold.
  /// - Precondition: the data are of the kind that the network has outputs for.
  package init(
    _ description: Description, network: Network, parameters: NetworkParameters, dataset: Dataset,
    test: Dataset? = nil, isWatched: Bool = false
  ) {
    self.description = description
    self.isWatched = isWatched
    start = parameters
    pace = NetworkPace(description, isWatched: isWatched)
    model = FastNetwork(network, parameters: parameters, optimizer: pace.options.optimizer)
    training = ScoredExamples(dataset, for: network)
    probe = CurvatureProbe(dataset, for: network)
    testing = test.map { ScoredExamples($0, for: network) }
    permutation = pace.order.indices(epoch: 1, count: dataset.count)
    endIfPointless()
  }

  /// Begins the run of a description, from weights drawn by its initializer.
  ///
  /// - Throws: `AssembledRun.Failure` where loss, output and data do not go together.
  package init(
    _ description: Description, dataset: Dataset, test: Dataset? = nil, isWatched: Bool = false
  ) throws(AssembledRun.Failure) {
    let network = try description.network(for: dataset)
    self.init(
      description, network: network, parameters: description.firstParameters(of: network), dataset: dataset, test: test,
      isWatched: isWatched)
  }

  /// The examples that are trained on.
  package var dataset: Dataset { training.dataset }
  /// The examples kept for testing; nil for none.
  package var testDataset: Dataset? { testing?.dataset }
  /// The shape of the network.
  package var network: Network { model.network }
  /// The learning rate that was asked for, before the schedule's factor.
  package var learningRate: Double { pace.learningRate }
  /// How many examples a batch has at most, at least 1.
  package var batchSize: Int { max(1, min(pace.batchSize ?? dataset.count, dataset.count)) }
  /// How many batches an epoch has, at least 1.
  package var stepsPerEpoch: Int { batches(of: dataset.count) }
  /// How many batches are left in this epoch, at least 1.
  package var stepsToEpochEnd: Int { batches(of: dataset.count - position) }
  /// The size of the weights and of the optimizer's memory, and of the permutation where the order is shuffled.
  package var checkpointSize: Int { 512 + model.size + (permutation == nil ? 0 : 4 * dataset.count) }

  private func batches(of count: Int) -> Int { max(1, (count + batchSize - 1) / batchSize) }

  /// How the network does on the examples it is trained on.
  package var trainingScore: NetworkScore { training.score(model) }
  /// How it does on the examples kept for testing; nil without any.
  package var testingScore: NetworkScore? { testing.map { $0.score(model) } }
  /// What the regularizer adds to the training loss.
  package var penalty: Double { model.parameters.penalty(pace.options.regularizer) }

  /// The most steps that are made in one call, so that room for their losses is bounded.
  private static let longestStretch = 4096

  /// Learns from the next batches.
  package mutating func advance(by count: Int, history: inout History) {
    var left = count
    while left > 0 && status == .running {
      var stretch = min(left, stepsToEpochEnd, Self.longestStretch)
      if let limit = pace.stepLimit { stretch = min(stretch, limit - step) }
      left -= learn(stretch, history: &history)
    }
  }

  /// Makes steps within the epoch.
  ///
  /// - Returns: How many were made.
  private mutating func learn(_ count: Int, history: inout History) -> Int {
    let rate = pace.learningRate(epoch: epochsCompleted)
    let firstStep = step
    let unit = dataset.lossUnit
    let outcome = withUnsafeTemporaryAllocation(of: Double.self, capacity: count) { losses in
      losses.initialize(repeating: 0)
      let outcome = model.train(
        on: training.examples, order: permutation, position: position, batchSize: batchSize, steps: count,
        learningRate: rate, options: pace.options, losses: losses)
      for index in 0..<outcome.steps {
        history.record(.stepLoss, index: firstStep + index, value: losses[index] * unit)
      }
      if outcome.steps > 0 { batchLoss = losses[outcome.steps - 1] * unit }
      return outcome
    }
    step += outcome.steps
    position = min(dataset.count, position + outcome.steps * batchSize)
    if outcome.steps < count {
      diverge(at: outcome.divergedAt, learningRate: rate)
    } else {
      if position == dataset.count { finishEpoch(history: &history) }
      if status == .running, let limit = pace.stepLimit, step >= limit { status = .finished(.steps) }
    }
    return outcome.steps
  }

  private mutating func finishEpoch(history: inout History) {
    let index = epochsCompleted
    epochsCompleted += 1
    position = 0
    permutation = pace.order.indices(epoch: epochsCompleted + 1, count: dataset.count)
    // What the curves know already is not worked out again, unless the run's end depends on it.
    let endsByLoss = pace.targetLoss != nil || pace.patience != nil
    // A run ends with the first loss that is no number, so only the last one known can be it.
    let known = history[.trainLoss]
    var isFinite = known.count != index + 1 || known.last?.isFinite != false
    if endsByLoss || known.count <= index {
      let training = trainingScore
      isFinite = training.loss.isFinite
      let testing = testingScore
      history.record(.trainLoss, index: index, value: training.loss)
      history.record(.trainAccuracy, index: index, value: training.accuracy ?? .nan)
      if let testing {
        history.record(.testLoss, index: index, value: testing.loss)
        history.record(.testAccuracy, index: index, value: testing.accuracy ?? .nan)
      }
      if endsByLoss, isFinite { judge(training: training.loss, testing: testing?.loss) }
    }
    if !isFinite { diverge(at: nil, learningRate: pace.learningRate(epoch: index)) }
    measureCurvature(history: &history)
    if status == .running, let limit = pace.epochLimit, epochsCompleted >= limit { status = .finished(.epochs) }
  }

  /// Ends the run where its losses say so; no improvement is judged by the test loss where there is one.
  private mutating func judge(training: Double, testing: Double?) {
    if let target = pace.targetLoss, training <= target { status = .finished(.targetLoss) }
    let loss = testing ?? training
    if loss < bestLoss {
      bestLoss = loss
      epochsSinceBest = 0
    } else {
      epochsSinceBest += 1
      if status == .running, let patience = pace.patience, epochsSinceBest >= patience {
        status = .finished(.noImprovement)
      }
    }
  }

  private mutating func diverge(at place: NetworkParameters.Place?, learningRate: Double) {
    let quantity = place.map { $0.words(hiddenLayers: network.hidden.count) } ?? "the loss"
    status = .diverged(
      Divergence(
        step: step + 1, quantity: quantity, value: .nan, learningRate: learningRate, curvature: curvatureAtStart,
        bound: pace.options.optimizer.stabilityBound))
    // Every picture shows it, and the run stands still: once is enough.
    if isWatched, !isTrial { remedyWhenDiverged = triedRate() }
  }

  /// A lower learning rate with which the same training was tried; nil where it has not diverged or none is known.
  package var remedy: Double? {
    guard status.isDiverged else { return nil }
    return isWatched ? remedyWhenDiverged : triedRate()
  }

  mutating func endIfPointless() {
    if let limit = pace.epochLimit, epochsCompleted >= limit { status = .finished(.epochs) }
    if let limit = pace.stepLimit, step >= limit { status = .finished(.steps) }
    // Without examples there is nothing to do, and nothing wrong.
    if dataset.count == 0 { status = .converged }
  }

  /// A half epoch on other examples or in another order would prove nothing.
  mutating func beginEpochAgain() {
    position = 0
    permutation = pace.order.indices(epoch: epochsCompleted + 1, count: dataset.count)
  }
}

extension NetworkParameters.Place {
  /// The place in words, counted from 1: `weight 2 of unit 3 in hidden layer 1`, `bias of output 1`.
  package func words(hiddenLayers: Int) -> String {
    let unitWords = layer < hiddenLayers ? "unit \(unit + 1) in hidden layer \(layer + 1)" : "output \(unit + 1)"
    return input.map { "weight \($0 + 1) of \(unitWords)" } ?? "the bias of \(unitWords)"
  }
}
