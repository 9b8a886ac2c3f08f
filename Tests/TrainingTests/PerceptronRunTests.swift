import Learning
import Testing

@testable import Training

@Suite("PerceptronRun") struct PerceptronRunTests {
  static func gate(_ targets: [Int], name: String = "gate") -> Dataset {
    // The lecture's order: (1,0), (1,1), (0,1), (0,0). Class 0 is +1.
    Dataset(
      name: name, inputs: [1, 0, 1, 1, 0, 1, 0, 0],
      targets: .classes(targets.map { $0 > 0 ? 0 : 1 }, names: ["+1", "-1"]))
  }

  static let lecture = Perceptron(weights: [0.2, 0], bias: -0.1)

  private func and() -> PerceptronRun {
    PerceptronRun(dataset: Self.gate([-1, 1, -1, -1]), perceptron: Self.lecture, learningRate: 0.1)
  }

  /// The table of the lecture, worked out with pencil and paper: w1, w2, w0 after each of the first four steps.
  @Test("the worked example of AND, step by step")
  func worked() throws {
    var run = and()
    var history = History()
    let table: [(s: Double, correct: Bool, w: [Double])] = [
      (0.1, false, [0.1, 0, -0.2]), (-0.1, false, [0.2, 0.1, -0.1]), (0, false, [0.2, 0, -0.2]),
      (-0.2, true, [0.2, 0, -0.2]),
    ]
    for row in table {
      run.advance(by: 1, history: &history)
      let step = try #require(run.lastStep)
      #expect(step.score == row.s)
      #expect(step.isCorrect == row.correct)
      #expect(run.perceptron.weights + [run.perceptron.bias] == row.w)
    }
    #expect(history[.mistakes].buckets.map(\.last) == [3])
  }

  @Test("the first epoch of AND without a mistake is the 4th, on the lecture's weights", arguments: [1, 3, 100])
  func converges(chunk: Int) {
    var run = and()
    var history = History()
    while run.status == .running { run.advance(by: chunk, history: &history) }
    #expect(run.status == .converged)
    #expect(run.epochsCompleted == 4)
    #expect(run.step == 16)
    #expect(run.perceptron.weights == [0.2, 0.1])
    #expect(run.perceptron.bias == -0.3)
    #expect(history[.mistakes].last == 0)
    #expect(history[.stepLoss].count == 16)
  }

  // For XOR with these weights an epoch by hand: (1,0) y=+1 s=0.1 right; (1,1) y=-1 s=0.1 wrong -> (0.1,-0.1,-0.2);
  // (0,1) y=+1 s=-0.3 wrong -> (0.1,0,-0.1); (0,0) y=-1 s=-0.1 right. And so on; it can never end.
  @Test("XOR goes round in a cycle, and the period is the true one")
  func cycles() {
    var run = PerceptronRun(dataset: Self.gate([1, -1, 1, -1]), perceptron: Self.lecture, learningRate: 0.1)
    var history = History()
    run.advance(by: 3, history: &history)
    #expect(run.perceptron.weights == [0.1, 0])
    #expect(run.perceptron.bias == -0.1)
    run.advance(by: 100_000, history: &history)
    guard case .cycling(let period) = run.status else {
      Issue.record("it ended as \(run.status)")
      return
    }
    // The truth, by keeping all weights there were.
    var again = PerceptronRun(
      dataset: Self.gate([1, -1, 1, -1]), perceptron: run.perceptron, learningRate: 0.1, epochs: period)
    again.advance(by: period * 4, history: &history)
    #expect(again.perceptron == run.perceptron)
    for shorter in 1..<period {
      var other = PerceptronRun(
        dataset: Self.gate([1, -1, 1, -1]), perceptron: run.perceptron, learningRate: 0.1, epochs: shorter)
      other.advance(by: shorter * 4, history: &history)
      #expect(other.perceptron != run.perceptron)
    }
  }

  @Test("a learning rate beyond all bounds ends as divergence, on the last finite weights")
  func diverges() {
    let huge = Dataset(
      name: "huge", inputs: [1e300, 1e300, -1e300, 1e300], targets: .classes([0, 1], names: ["+1", "-1"]))
    var run = PerceptronRun(dataset: huge, perceptron: Perceptron(weights: [-1, -1], bias: 0), learningRate: 1e300)
    var history = History()
    run.advance(by: 10, history: &history)
    guard case .diverged(let divergence) = run.status else {
      Issue.record("it ended as \(run.status)")
      return
    }
    #expect(divergence.step == run.step + 1)
    #expect(run.perceptron.isFinite)
  }

  /// However the steps are divided into calls, the picture has the arithmetic of the very last step made.
  @Test(
    "the step on record is the last one made, at the end of a run too",
    arguments: [1, 2, 3, 5, 16, 1000], ["converges", "diverges"])
  func lastStep(chunk: Int, ending: String) throws {
    let huge = Dataset(
      name: "huge", inputs: [1, 1, 2, 2, 1e300, 1e300, -1e300, 1e300],
      targets: .classes([0, 0, 0, 1], names: ["+1", "-1"]))
    let start =
      ending == "converges"
      ? and() : PerceptronRun(dataset: huge, perceptron: Perceptron(weights: [-1, -1], bias: 0), learningRate: 1e300)
    var single = start
    var divided = start
    var history = History()
    var other = History()
    while single.status == .running { single.advance(by: 1, history: &history) }
    while divided.status == .running { divided.advance(by: chunk, history: &other) }
    #expect(divided.lastStep == single.lastStep)
    #expect(divided.status == single.status)
    #expect(divided.step == single.step)
    #expect(divided.perceptron == single.perceptron)
    #expect(other == history)
    #expect(single.step > 0)
  }

  @Test("a limit of steps is kept in the middle of an epoch", arguments: [1, 2, 4, 100])
  func limited(chunk: Int) {
    var run = PerceptronRun(
      dataset: Self.gate([-1, 1, -1, -1]), perceptron: Self.lecture, learningRate: 0.1, steps: 7)
    var history = History()
    while run.status == .running { run.advance(by: chunk, history: &history) }
    #expect(run.step == 7)
    #expect(run.status == .finished(.steps))
  }

  @Test("no examples, one example, one class: nothing traps")
  func degenerate() {
    var history = History()
    for inputs in [[], [1.0, 2.0], [1.0, 2.0, 1.0, 2.0]] {
      let set = Dataset(
        name: "few", inputs: inputs,
        targets: .classes(Array(repeating: 1, count: inputs.count / 2), names: ["+1", "-1"]))
      var run = PerceptronRun(dataset: set, perceptron: Perceptron(), learningRate: 0.1, order: .shuffled(seed: 1))
      run.advance(by: 1000, history: &history)
      #expect(run.status == .converged)
    }
  }

  @Test("a shuffled run is the same however its steps are divided, and through its timeline")
  func shuffled() throws {
    var generator = SplitMix64(seed: 4)
    let inputs = (0..<400).map { _ in generator.normal() }
    let labels = (0..<200).map { inputs[2 * $0] + 0.3 * inputs[2 * $0 + 1] > 0.2 ? 0 : 1 }
    let set = Dataset(name: "cloud", inputs: inputs, targets: .classes(labels, names: ["A", "B"]))
    let start = PerceptronRun(dataset: set, perceptron: Perceptron(), learningRate: 0.1, order: .shuffled(seed: 2))
    var whole = start
    var history = History()
    whole.advance(by: 777, history: &history)
    var timeline = Timeline(start)
    for _ in 0..<111 { timeline.advance(by: 7) }
    timeline.go(to: 100)
    timeline.advance(by: 677)
    let present = try #require(timeline.present as? PerceptronRun)
    #expect(present.perceptron == whole.perceptron)
    #expect(timeline.history == history)
  }

  /// The bytes of the arrays of numbers that a run holds for itself, found without knowing what it holds.
  private func arrayBytes(_ value: Any) -> Int {
    Mirror(reflecting: value).children.reduce(0) { bytes, child in
      // What all copies share.
      if ["dataset", "examples", "features"].contains(child.label) { return bytes }
      switch child.value {
      case let numbers as [Double]: return bytes + 32 + 8 * numbers.count
      case let indices as [Int32]: return bytes + 32 + 4 * indices.count
      case let rows as [[Double]]: return bytes + 32 + 8 * rows.count + arrayBytes(rows)
      default: return bytes + arrayBytes(child.value)
      }
    }
  }

  @Test(
    "From the start on a checkpoint is said to be as large as it becomes",
    arguments: [ExampleOrder.given, .shuffled(seed: 2)], [[Feature.x1, .x2], Feature.allCases])
  func checkpointSize(order: ExampleOrder, features: [Feature]) {
    var generator = SplitMix64(seed: 4)
    let inputs = (0..<200).map { _ in generator.normal() }
    let labels = (0..<100).map { _ in generator.index(below: 2) }
    let set = Dataset(name: "noise", inputs: inputs, targets: .classes(labels, names: ["A", "B"]))
    var run = PerceptronRun(dataset: set, perceptron: Perceptron(features: features), learningRate: 0.1, order: order)
    let promised = run.checkpointSize
    var history = History()
    run.advance(by: 60 * 100 + 7, history: &history)
    #expect(run.status == .running && run.epochsCompleted == 60)
    let size = MemoryLayout<PerceptronRun>.size + arrayBytes(run)
    #expect(promised >= size && promised <= size + size / 4, "\(promised) bytes promised, \(size) taken")
    #expect(run.checkpointSize == promised)
  }
}
