import Basics
import Learning
import Testing

@testable import Training

@Suite("NetworkRun") struct NetworkRunTests {
  private func description(_ settings: [Key: String]) throws -> Description {
    try Description(.network, parsing: settings.map { (key: $0.key.rawValue, value: $0.value) })
  }

  private func run(_ settings: [Key: String] = [:], isWatched: Bool = false) throws -> NetworkRun {
    let description = try description(settings)
    let examples = try LoadedExamples(description)
    return try NetworkRun(description, dataset: examples.training, test: examples.test, isWatched: isWatched)
  }

  /// The loss and the share of right answers, by the readable network in double precision.
  private func reference(_ run: NetworkRun, _ dataset: Dataset) -> (loss: Double, accuracy: Double) {
    let network = ReferenceNetwork(run.network, parameters: run.model.parameters)
    let examples = NetworkExamples(dataset, for: run.network)
    var loss = 0.0
    var correct = 0
    for index in 0..<examples.count {
      let passage = network.backpropagate(examples.input(at: index), targets: examples.target(at: index))
      loss += passage.loss
      if Network.predictedClass(sums: passage.values[passage.values.count - 1].sums) == examples.labels[index] {
        correct += 1
      }
    }
    return (loss / Double(examples.count), Double(correct) / Double(examples.count))
  }

  @Test("an epoch's losses and accuracies are those of the whole sets after it", arguments: ["circle", "blobs"])
  func scores(data: String) throws {
    var run = try run([.data: data, .learningRate: "0.1"])
    var history = History()
    run.advance(by: 3 * run.stepsPerEpoch, history: &history)
    #expect(run.epochsCompleted == 3)
    let training = reference(run, run.dataset)
    let testing = reference(run, try #require(run.testDataset))
    #expect(abs((history[.trainLoss].last ?? .nan) - training.loss) < 1e-5)
    #expect(abs((history[.testLoss].last ?? .nan) - testing.loss) < 1e-5)
    #expect(history[.trainAccuracy].last == training.accuracy)
    #expect(history[.testAccuracy].last == testing.accuracy)
    #expect(history[.stepLoss].count == run.step)
  }

  @Test("a step's loss is the mean over its batch before the update")
  func batchLoss() throws {
    var run = try run([.data: "gauss", .order: "given", .batchSize: "full"])
    let before = reference(run, run.dataset).loss
    var history = History()
    run.advance(by: 1, history: &history)
    #expect(abs((history[.stepLoss].last ?? .nan) - before) < 1e-5)
    #expect(run.epochsCompleted == 1)
  }

  // By hand: one sigmoid unit without hidden layers, all weights 0, so z = 0.5 and dL/ds = z - t. Examples of AND
  // (class 0 is t = 1): (1,0) 0.5, (1,1) -0.5, (0,1) 0.5, (0,0) 0.5. Mean gradient: w1 0, w2 0, bias 0.25.
  @Test("the first step on AND, worked out by hand")
  func byHand() throws {
    let gate = Dataset(
      name: "and", inputs: [1, 0, 1, 1, 0, 1, 0, 0], targets: .classes([1, 0, 1, 1], names: ["1", "0"]))
    let description = try description([
      .hidden: "none", .initializer: "zeros", .batchSize: "full", .learningRate: "0.4", .order: "given",
    ])
    var run = try NetworkRun(description, dataset: gate)
    var history = History()
    run.advance(by: 1, history: &history)
    let values = run.model.parameters.values
    #expect(values[0] == 0 && values[1] == 0)
    #expect(abs(values[2] + 0.1) < 1e-7)
    #expect(abs((history[.stepLoss].last ?? .nan) - 0.6931471805599453) < 1e-6)
  }

  @Test("the same numbers however the steps are divided", arguments: [1, 3, 7, 100], ["sgd", "adam", "momentum"])
  func chunks(chunk: Int, optimizer: String) throws {
    let settings: [Key: String] = [.data: "xor", .optimizer: optimizer, .dropout: "0.2", .batchSize: "7", .l2: "0.01"]
    var whole = try run(settings)
    var pieces = try run(settings)
    var wholeHistory = History()
    var pieceHistory = History()
    whole.advance(by: 210, history: &wholeHistory)
    while pieces.step < 210 { pieces.advance(by: min(chunk, 210 - pieces.step), history: &pieceHistory) }
    #expect(whole.model == pieces.model)
    #expect(wholeHistory == pieceHistory)
  }

  @Test("any step that was can be seen again, bit for bit", arguments: ["sgd", "adam"], ["given", "shuffled"])
  func timeTravel(optimizer: String, order: String) throws {
    var timeline = Timeline(
      try run([.data: "spiral", .optimizer: optimizer, .order: order, .batchSize: "9"]), memory: 40_000)
    var seen: [FastNetwork] = []
    for _ in 0...300 {
      seen.append(try #require(timeline.present as? NetworkRun).model)
      timeline.advance(by: 1)
    }
    #expect(timeline.spacing > 1)
    for step in [300, 0, 17, 299, 150, 151, 14, 13] {
      timeline.go(to: step)
      #expect(try #require(timeline.present as? NetworkRun).model == seen[step], "step \(step)")
    }
    let history = timeline.history
    timeline.go(to: 0)
    timeline.advance(by: 301)
    #expect(timeline.history == history)
  }

  @Test("changes on the way are passed again")
  func journal() throws {
    var timeline = Timeline(try run([.data: "circle", .optimizer: "adam"]))
    timeline.advance(by: 20)
    try timeline.apply(.setting(.optimizer, .word("momentum")))
    timeline.advance(by: 5)
    try timeline.apply(.parameter(index: 3, value: 0.5))
    try timeline.apply(.setting(.batchSize, .integer(3)))
    timeline.advance(by: 30)
    let model = try #require(timeline.present as? NetworkRun).model
    timeline.go(to: 2)
    timeline.go(to: 55)
    #expect(try #require(timeline.present as? NetworkRun).model == model)
  }

  @Test("what can change while it learns does, and what can't says so")
  func changes() throws {
    var run = try run([.data: "circle"])
    for (key, setting) in [
      (Key.learningRate, Setting.number(0.5)), (.l1, .number(0.1)), (.l2, .number(0.2)), (.dropout, .number(0.3)),
      (.batchSize, .integer(4)), (.schedule, .word("cosine")), (.optimizer, .word("adam")),
    ] {
      try run.apply(.setting(key, setting))
    }
    #expect(run.pace.learningRate == 0.5)
    #expect(run.pace.options.regularizer == Regularizer(l1: 0.1, l2: 0.2))
    #expect(run.pace.options.dropout.rate == 0.3)
    #expect(run.batchSize == 4)
    #expect(run.pace.options.optimizer == .adam())
    #expect(run.pace.schedule == .cosine(epochs: 100))
    var history = History()
    run.advance(by: 40, history: &history)
    #expect(run.step == 40)
    for key in [Key.hidden, .activation, .features, .loss, .seed, .data] {
      #expect(throws: ChangeError.needsNewStart(key)) { try run.apply(.setting(key, .word("x"))) }
    }
    #expect(throws: ChangeError.self) { try run.apply(.parameter(index: 1000, value: 1)) }
    #expect(throws: ChangeError.self) { try run.apply(.parameters([1])) }
    #expect(throws: ChangeError.self) {
      try run.apply(.dataset(Dataset(name: "n", inputs: [0, 0], targets: .numbers([1]))))
    }
  }

  @Test("a single weight by hand")
  func weight() throws {
    var run = try run([.hidden: "3,2"])
    var parameters = run.model.parameters
    try run.apply(.parameter(index: 5, value: 1.25))
    parameters.values[5] = 1.25
    #expect(run.model.parameters == parameters)
  }

  @Test("it ends after the epochs, the steps, at the target loss, or without improvement")
  func limits() throws {
    func end(_ settings: [Key: String]) throws -> NetworkRun {
      var run = try run(settings.merging([.data: "gauss", .learningRate: "0.1"]) { own, _ in own })
      var history = History()
      while run.status.canAdvance && run.epochsCompleted < 500 { run.advance(by: 13, history: &history) }
      return run
    }
    let epochs = try end([.epochs: "3"])
    #expect(epochs.status == .finished(.epochs) && epochs.epochsCompleted == 3)
    let steps = try end([.steps: "38"])
    #expect(steps.status == .finished(.steps) && steps.step == 38)
    let target = try end([.stopAtLoss: "0.05"])
    #expect(target.status == .finished(.targetLoss) && target.trainingScore.loss <= 0.05)
    // With a learning rate of 0 nothing ever improves after the first epoch.
    let patience = try end([.patience: "4", .learningRate: "0"])
    #expect(patience.status == .finished(.noImprovement) && patience.epochsCompleted == 5)
  }

  @Test("who watches has no limit but the ones asked for")
  func watched() throws {
    #expect(try run(isWatched: true).pace.epochLimit == nil)
    #expect(try run().pace.epochLimit == 1000)
    #expect(try run([.epochs: "7"], isWatched: true).pace.epochLimit == 7)
  }

  @Test("a run that diverges stands at the last finite step and names the weight")
  func divergence() throws {
    var run = try run([.data: "plane", .learningRate: "1000", .activation: "relu", .hidden: "4"])
    var history = History()
    run.advance(by: 10_000, history: &history)
    guard case .diverged(let divergence) = run.status else {
      Issue.record("it did not diverge: \(run.status)")
      return
    }
    #expect(divergence.step == run.step + 1)
    #expect(divergence.quantity.contains("layer 1") || divergence.quantity.contains("output 1"))
    // Above twice the reciprocal of the largest curvature no step from the start can settle.
    let curvature = try #require(divergence.curvature)
    #expect(1000 * curvature > 2)
    let suggested = try #require(run.remedy)
    #expect(suggested * curvature < 2)
    var second = try self.run([
      .data: "plane", .learningRate: "\(suggested)", .activation: "relu", .hidden: "4",
    ])
    var secondHistory = History()
    second.advance(by: 1000, history: &secondHistory)
    #expect(second.status == .running)
    let isFinite = run.model.parameters.values.allSatisfy { $0.isFinite }
    #expect(isFinite)
    #expect(history[.stepLoss].count == run.step)
    try run.apply(.setting(.learningRate, .number(1e-9)))
    #expect(run.status == .running)
  }

  @Test("R² is the share of the variance that is explained")
  func determination() throws {
    // Without hidden layers and with zero weights the output is 0; targets 1, 2, 3: variance 2/3, mean square 14/3.
    let line = Dataset(name: "line", inputs: [0, 0, 1, 0, 2, 0], targets: .numbers([1, 2, 3]))
    let run = try NetworkRun(try description([.hidden: "none", .initializer: "zeros"]), dataset: line)
    #expect(abs((run.trainingScore.accuracy ?? .nan) - (1 - 14.0 / 2)) < 1e-6)
    #expect(run.network.loss == .squaredError && run.network.outputActivation == .identity)
  }

  @Test("loss and output go with the data unless they are named")
  func shapes() throws {
    let circle = try run([.data: "circle"]).network
    #expect(circle.loss == .binaryCrossEntropy && circle.outputActivation == .sigmoid && circle.outputs == 1)
    let blobs = try run([.data: "blobs"]).network
    #expect(blobs.loss == .crossEntropy && blobs.outputActivation == .softmax && blobs.outputs == 3)
    let tanh = try run([.data: "circle", .outputActivation: "tanh"]).network
    #expect(tanh.loss == .squaredError)
    #expect(throws: AssembledRun.Failure.needsSquaredError("plane")) {
      try run([.data: "plane", .loss: "binary-cross-entropy"])
    }
    #expect(throws: AssembledRun.Failure.network(.pairing(.hinge, .sigmoid))) {
      try run([.data: "circle", .loss: "hinge", .outputActivation: "sigmoid"])
    }
  }

  @Test("without examples there is nothing to do and nothing wrong")
  func empty() throws {
    var run = try run([.examples: "0"])
    var history = History()
    run.advance(by: 10, history: &history)
    #expect(run.status == .converged && run.step == 0)
    _ = run.picture(PictureRequest())
  }

  @Test("points are exchanged while it learns")
  func points() throws {
    var run = try run([.data: "circle"])
    var history = History()
    run.advance(by: 30, history: &history)
    let fewer = run.dataset.examples(at: Array(0..<11))
    try run.apply(.dataset(fewer))
    #expect(run.dataset.count == 11 && run.stepsPerEpoch == 2)
    run.advance(by: 4, history: &history)
    #expect(run.step == 34)
  }

  @Test("the picture's field is the network's output at the centers of the cells")
  func field() throws {
    var run = try run([.data: "blobs", .hidden: "5,3"])
    var history = History()
    run.advance(by: 50, history: &history)
    let view = PlaneRect(minX: -2, maxX: 2, minY: -1, maxY: 3)
    let picture = try #require(
      run.picture(.network(columns: 7, rows: 5, view: view, thumbnailColumns: 4, thumbnailRows: 3)) as? NetworkPicture)
    let reference = ReferenceNetwork(run.network, parameters: picture.parameters)
    for row in 0..<5 {
      for column in 0..<7 {
        let x = -2 + 4 * (Double(column) + 0.5) / 7
        let y = 3 - 4 * (Double(row) + 0.5) / 5
        for (output, z) in reference.outputs(for: [x, y]).enumerated() {
          #expect(
            abs(Double(picture.field.plane(output)[picture.field.plane(output).startIndex + row * 7 + column]) - z)
              < 1e-4)
        }
      }
    }
    #expect(picture.thumbnails.planes == 8 && picture.thumbnails.values.count == 8 * 12)
    #expect(picture.predictions.count == run.dataset.count)
  }
}
