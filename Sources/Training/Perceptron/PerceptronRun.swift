import Learning

/// A perceptron learning from one example after another, as the lecture does it.
///
/// A step is one example; an epoch goes through all of them, in the given order or in a new one drawn from the seed.
/// The run converges with the first epoch without a mistake. In the given order it notices when the weights at an
/// epoch's end are ones it has had before: then it will go round for ever.
package struct PerceptronRun: Run {
  /// The examples as they are trained on.
  package private(set) var dataset: Dataset
  /// The perceptron as it stands.
  package private(set) var perceptron: Perceptron
  /// The learning rate in force.
  package private(set) var learningRate: Double
  /// How many examples have been learned from.
  package private(set) var step = 0
  /// How many times all examples have had their turn.
  package private(set) var epochsCompleted = 0
  /// How the run stands.
  package private(set) var status = RunStatus.running
  /// The last step made, with all its arithmetic; nil at the start.
  package private(set) var lastStep: PerceptronStep?
  /// How many examples have been misclassified when their turn came, since the start.
  package private(set) var mistakes = 0

  /// The weights at the start, or after the last change by hand: what the bound on mistakes counts from.
  private(set) var origin: Perceptron
  private var mistakesSinceOrigin = 0
  private var examples: PerceptronExamples
  let order: ExampleOrder
  private let epochLimit: Int?
  private let stepLimit: Int?
  /// How many examples of the present epoch have had their turn.
  private var position = 0
  /// The order of the present epoch, where it is not that of the data.
  private var permutation: [Int32]?
  private var epochMistakes = 0
  private var epochLoss = 0.0
  /// Whether nothing was changed by hand within the present epoch, so that it proves something.
  private var isEpochWhole = true
  private var cycle: CycleDetector

  /// Begins a run.
  ///
  /// - Parameters:
  ///   - dataset: Examples of classes; class 0 is encoded as +1, all others as -1.
  ///   - perceptron: The start.
  ///   - learningRate: Finite, not negative.
  ///   - order: In which order the examples have their turn.
  ///   - epochs: After how many epochs it ends; nil for never.
  ///   - steps: After how many steps it ends; nil for never.
  package init(
    dataset: Dataset, perceptron: Perceptron, learningRate: Double, order: ExampleOrder = .given, epochs: Int? = nil,
    steps: Int? = nil
  ) {
    self.dataset = dataset
    self.perceptron = perceptron
    self.learningRate = learningRate
    self.order = order
    origin = perceptron
    epochLimit = epochs
    stepLimit = steps
    examples = PerceptronExamples(dataset, features: perceptron.features)
    permutation = order.indices(epoch: 1, count: dataset.count)
    cycle = CycleDetector(start: perceptron)
    endIfPointless()
  }

  /// The number of examples, at least 1.
  package var stepsPerEpoch: Int { max(1, examples.count) }
  /// How many examples have not had their turn in this epoch.
  package var stepsToEpochEnd: Int { max(1, examples.count - position) }
  /// The run itself with the order of the epoch, and all the weights it remembers: of the start, of the step on record, of
  /// the epochs in which a cycle is looked for.
  package var checkpointSize: Int {
    let header = 32
    let row = header + 8 * (perceptron.weights.count + 1)
    // The weights now and at the start; the features, the gradient and the weights before and after the step on record.
    let rows = 6 + (order == .given ? CycleDetector.mostRows : 1)
    return MemoryLayout<Self>.size + rows * (row + 8) + header + (permutation == nil ? 0 : header + 4 * examples.count)
  }

  /// The index of the example whose turn is next; nil without examples.
  package var nextIndex: Int? {
    guard examples.count > 0 else { return nil }
    return permutation.map { Int($0[position]) } ?? position
  }

  /// Learns from the next examples, as fast as memory delivers them but for the last step of a call or an epoch.
  ///
  /// Those are made with their arithmetic on record: a run ends at an epoch's end or where it diverges, so the step on
  /// record is the last one made, however the steps are divided into calls.
  package mutating func advance(by count: Int, history: inout History) {
    var left = min(count, stepLimit.map { $0 - step } ?? count)
    while left > 0 && status == .running {
      let before = self
      let fast = learnFast(min(left, stepsToEpochEnd) - 1, history: &history)
      learnOne(history: &history)
      left -= fast + 1
      if fast > 0, case .diverged = status {
        // The last step that was possible belongs on record, not only the one that was not.
        self = before
        _ = learnFast(fast - 1, history: &history)
        learnOne(history: &history)
        learnOne(history: &history)
      }
    }
  }

  /// Takes a learning rate, an activation, weights or examples; other examples begin a new epoch.
  ///
  /// Otherwise the epoch goes on, so that a run that was changed has the same example at a step as one that was not.
  package mutating func apply(_ change: Change) throws(ChangeError) {
    switch change {
    case .setting(.learningRate, .number(let rate)):
      learningRate = rate
    case .setting(.activation, .words(let names)):
      guard let activation = names.first.flatMap(Perceptron.Activation.init(rawValue:)) else {
        throw .doesNotApply("no such activation")
      }
      perceptron.activation = activation
      return
    case .setting(let key, _):
      throw .needsNewStart(key)
    case .parameter(let index, let value):
      guard index >= 0, index <= perceptron.weights.count else { throw .doesNotApply("there is no weight \(index)") }
      if index == 0 { perceptron.bias = value } else { perceptron.weights[index - 1] = value }
    case .parameters(let values):
      guard values.count == perceptron.weights.count + 1 else {
        throw .doesNotApply("\(values.count) numbers for \(perceptron.weights.count + 1) weights")
      }
      perceptron.bias = values[0]
      perceptron.weights = Array(values.dropFirst())
    case .dataset(let points):
      guard case .classes = points.targets else { throw .doesNotApply("a perceptron needs classes") }
      dataset = points
      examples = PerceptronExamples(points, features: perceptron.features)
      beginEpochAgain()
    case .point:
      throw .doesNotApply("a perceptron has no point")
    }
    reconsider()
  }

  private mutating func beginEpochAgain() {
    position = 0
    permutation = order.indices(epoch: epochsCompleted + 1, count: examples.count)
    epochMistakes = 0
    epochLoss = 0
  }

  /// After a change by hand nothing is known about convergence any more.
  private mutating func reconsider() {
    status = .running
    lastStep = nil
    origin = perceptron
    mistakesSinceOrigin = 0
    isEpochWhole = position == 0
    cycle = CycleDetector(start: perceptron)
    endIfPointless()
  }

  private mutating func endIfPointless() {
    if let epochLimit, epochsCompleted >= epochLimit { status = .finished(.epochs) }
    if let stepLimit, step >= stepLimit { status = .finished(.steps) }
    // Without examples there is nothing to do, and nothing wrong.
    if examples.count == 0 { status = .converged }
  }

  private mutating func learnOne(history: inout History) {
    guard let index = nextIndex else { return }
    let record = perceptron.learn(
      index: index, values: examples.values(at: index), target: examples.target(at: index), learningRate: learningRate)
    guard record.isFinite else {
      diverge(at: record)
      return
    }
    lastStep = record
    history.record(.stepLoss, index: step, value: record.loss, filling: 0)
    if !record.isCorrect { note(loss: record.loss) }
    step += 1
    position += 1
    if position == examples.count { finishEpoch(history: &history) }
    if status == .running, let stepLimit, step >= stepLimit { status = .finished(.steps) }
  }

  /// Learns from examples within the present epoch without a record of each.
  ///
  /// - Returns: How many it learned from: fewer where the next step would leave the finite numbers.
  private mutating func learnFast(_ count: Int, history: inout History) -> Int {
    let firstStep = step
    let firstPosition = position
    var lossSum = epochLoss
    var missed = 0
    let pass = perceptron.learn(
      from: examples, order: permutation, positions: position..<position + count, learningRate: learningRate
    ) { position, loss in
      history.record(.stepLoss, index: firstStep + position - firstPosition, value: loss, filling: 0)
      lossSum += loss
      missed += 1
    }
    epochLoss = lossSum
    epochMistakes += missed
    mistakes += missed
    mistakesSinceOrigin += missed
    history.fill(.stepLoss, to: firstStep + pass.steps, with: 0)
    step += pass.steps
    position += pass.steps
    return pass.steps
  }

  private mutating func note(loss: Double) {
    epochLoss += loss
    epochMistakes += 1
    mistakes += 1
    mistakesSinceOrigin += 1
  }

  private mutating func finishEpoch(history: inout History) {
    history.record(.mistakes, index: epochsCompleted, value: Double(epochMistakes))
    history.record(.trainLoss, index: epochsCompleted, value: epochLoss / Double(examples.count))
    epochsCompleted += 1
    if !isEpochWhole {
      // Part of it was made with other weights or another learning rate: proofs begin with the next one.
      isEpochWhole = true
      cycle = CycleDetector(start: perceptron)
      if let epochLimit, epochsCompleted >= epochLimit { status = .finished(.epochs) }
    } else if epochMistakes == 0 {
      status = .converged
    } else if order == .given, let period = cycle.period(after: perceptron) {
      status = .cycling(period: period)
    } else if let epochLimit, epochsCompleted >= epochLimit {
      status = .finished(.epochs)
    }
    position = 0
    epochMistakes = 0
    epochLoss = 0
    permutation = order.indices(epoch: epochsCompleted + 1, count: examples.count)
  }

  private mutating func diverge(at record: PerceptronStep) {
    let weight = record.after.weights.firstIndex { !$0.isFinite }
    let quantity: String
    let value: Double
    if !record.score.isFinite {
      (quantity, value) = ("s", record.score)
    } else if let weight {
      (quantity, value) = ("w\(weight + 1)", record.after.weights[weight])
    } else {
      (quantity, value) = ("w0", record.after.bias)
    }
    status = .diverged(
      Divergence(step: step + 1, quantity: quantity, value: value, learningRate: learningRate))
  }

  /// The weights, the last step's arithmetic and how many examples are right.
  ///
  /// - Complexity: O(examples x features).
  package func picture(_ request: PictureRequest) -> any Picture {
    PerceptronPicture(
      dataset: dataset, perceptron: perceptron, learningRate: learningRate, lastStep: lastStep, nextIndex: nextIndex,
      evaluation: perceptron.evaluate(examples), totalMistakes: mistakes, origin: origin,
      mistakesSinceOrigin: mistakesSinceOrigin, epochMistakes: epochMistakes,
      position: position, order: order)
  }
}

/// What a perceptron shows of itself at one step.
package struct PerceptronPicture: Picture {
  /// The examples.
  package let dataset: Dataset
  /// The weights after the last step.
  package let perceptron: Perceptron
  /// The learning rate in force.
  package let learningRate: Double
  /// The last step with its arithmetic; nil at the start and after a change by hand.
  package let lastStep: PerceptronStep?
  /// The example whose turn is next.
  package let nextIndex: Int?
  /// How many examples are misclassified by the weights as they stand, and the mean loss.
  package let evaluation: PerceptronEvaluation
  /// How many mistakes were made since the start: as many as there were updates.
  package let totalMistakes: Int
  /// The weights at the start, or after the last change by hand.
  package let origin: Perceptron
  /// How many mistakes were made since then.
  package let mistakesSinceOrigin: Int
  /// How many mistakes were made in the present epoch so far.
  package let epochMistakes: Int
  /// How many examples of the present epoch have had their turn.
  package let position: Int
  /// In which order examples have their turn.
  package let order: ExampleOrder
}
