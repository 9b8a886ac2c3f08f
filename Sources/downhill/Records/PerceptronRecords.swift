import Learning
import Training

/// A perceptron's records: every step with its arithmetic, every epoch with its mistakes.
struct PerceptronRecords: RunRecords {
  let description: Description
  /// The examples kept for testing, laid out for the perceptron's features; nil when there are none.
  let test: PerceptronExamples?
  /// The change of units that the examples went through; nil for none.
  var standardization: Standardization?

  func columns(of run: PerceptronRun, _ event: RecordWriter.Event) -> [String] {
    let weights = PerceptronRecords.weights(run.perceptron).map(\.0)
    let features = run.perceptron.features
    guard event == .step else {
      let scores = ["loss", "accuracy", "errors"]
      return ["epoch", "step"] + ColumnNames.group("train", scores)
        + (test == nil ? [] : ColumnNames.group("test", scores)) + ColumnNames.group("parameters", weights)
    }
    return ["epoch", "step", "example.index"] + ColumnNames.list("example.x", 2)
      + (features == [.x1, .x2] ? [] : ColumnNames.list("example.features", features.count))
      + ["example.y", "s", "prediction", "loss"] + ColumnNames.group("gradient", weights)
      + ColumnNames.group("weights", weights)
  }

  func start(_ run: PerceptronRun) -> Entry {
    Entry(
      members: [("description", description.json), ("parameters", .object(PerceptronRecords.weights(run.perceptron)))],
      sentence: """
        perceptron on \(run.dataset.name): \(PerceptronRecords.counted(run.dataset.count, "example")), \
        learning rate \(run.learningRate.shortestText), order \(description.isShuffled ? "shuffled" : "given"), \
        \(description.seedWords)
        start: \(PerceptronRecords.sentence(run.perceptron))
        """)
  }

  func step(_ run: PerceptronRun) -> Entry? {
    guard let step = run.lastStep else { return nil }
    let input = run.dataset.input(at: step.index)
    var example: Members = [("index", .number(Double(step.index))), ("x", [.number(input.x1), .number(input.x2)])]
    if step.before.features != [.x1, .x2] { example.append(("features", .array(step.values.map(JSONValue.number)))) }
    example.append(("y", .number(Double(step.target))))
    return Entry(
      members: [
        ("epoch", .number(Double(PerceptronRecords.epoch(of: run)))), ("step", .number(Double(run.step))),
        ("example", .object(example)), ("s", .number(step.score)), ("prediction", .number(Double(step.prediction))),
        ("loss", .number(step.loss)),
        ("gradient", .object(PerceptronRecords.named(step.biasGradient, step.gradient))),
        ("weights", .object(PerceptronRecords.weights(step.after))),
      ],
      sentence: """
        step \(run.step): example \(step.index + 1), x = (\(input.x1.shortestText), \(input.x2.shortestText)), \
        y = \(step.target), s = \(step.score.shortestText), predicts \(step.prediction), \
        \(step.isCorrect ? "right" : "wrong"); \(PerceptronRecords.sentence(step.after))
        """)
  }

  func epoch(_ run: PerceptronRun, _ history: History) -> Entry? {
    let sets = evaluation(of: run, history)
    let errors = PerceptronRecords.errors(history)
    return Entry(
      members: PerceptronRecords.place(of: run) + sets.members
        + [("parameters", .object(PerceptronRecords.weights(run.perceptron)))],
      sentence: """
        epoch \(run.epochsCompleted): \(errors) of \(run.dataset.count) wrong, \(sets.sentence); \
        \(PerceptronRecords.sentence(run.perceptron))
        """)
  }

  func end(_ run: PerceptronRun, _ history: History) -> Entry {
    let sets = evaluation(of: run, history)
    return Entry(
      members: [("reason", .string(run.status.reason))] + PerceptronRecords.place(of: run) + run.details
        + sets.members + [("parameters", .object(PerceptronRecords.weights(run.perceptron)))],
      sentence: "\(PerceptronRecords.ending(run)): \(PerceptronRecords.sentence(run.perceptron))")
  }

  func spoken(_ run: PerceptronRun, since before: PerceptronRun?) -> [String] {
    guard let boundary = SpokenBoundary(run, standardization) else { return [] }
    guard let before = before.flatMap({ SpokenBoundary($0, standardization) }) else { return [boundary.place] }
    return boundary == before ? ["The boundary has not moved."] : [boundary.place, boundary.movement(since: before)]
  }

  // MARK: Pieces

  /// The accuracy of the weights as they stand; the training loss and errors as the examples' turns came.
  private func evaluation(of run: PerceptronRun, _ history: History) -> (members: Members, sentence: String) {
    let train = run.perceptron.evaluate(PerceptronExamples(run.dataset, features: run.perceptron.features))
    let loss = history[.trainLoss].last ?? train.loss
    var members: Members = [
      (
        "train",
        .object([
          ("loss", .number(loss)), ("accuracy", .number(train.accuracy)),
          ("errors", .number(Double(PerceptronRecords.errors(history)))),
        ])
      )
    ]
    var sentence = "loss \(loss.shortestText), accuracy \(train.accuracy.shortestText)"
    if let test {
      let result = run.perceptron.evaluate(test)
      members.append(
        (
          "test",
          .object([
            ("loss", .number(result.loss)), ("accuracy", .number(result.accuracy)),
            ("errors", .number(Double(result.errors))),
          ])
        ))
      sentence += ", test loss \(result.loss.shortestText), test accuracy \(result.accuracy.shortestText)"
    }
    return (members, sentence)
  }

  /// How many examples were misclassified when their turn came in the last complete epoch.
  private static func errors(_ history: History) -> Int {
    history[.mistakes].last.flatMap(Int.init(exactly:)) ?? 0
  }

  /// The epoch that the last step belonged to, from 1.
  private static func epoch(of run: PerceptronRun) -> Int {
    run.isAtEpochStart ? run.epochsCompleted : run.epochsCompleted + 1
  }

  private static func place(of run: PerceptronRun) -> Members {
    [("epoch", .number(Double(run.epochsCompleted))), ("step", .number(Double(run.step)))]
  }

  private static func named(_ bias: Double, _ values: [Double]) -> Members {
    ([bias] + values).enumerated().map { ("w\($0)", .number($1)) }
  }

  private static func weights(_ perceptron: Perceptron) -> Members {
    named(perceptron.bias, perceptron.weights)
  }

  private static func sentence(_ perceptron: Perceptron) -> String {
    WeightOrder.numbered(perceptron.weights, bias: perceptron.bias).map { "w\($0) = \($1.shortestText)" }
      .joined(separator: ", ")
  }

  private static func ending(_ run: PerceptronRun) -> String {
    let length = "\(counted(run.epochsCompleted, "epoch")) and \(counted(run.step, "step"))"
    return switch run.status {
    case .running, .finished: "stopped after \(length)"
    case .converged: "converged after \(length)"
    case .cycling(let period):
      "will never converge: the weights come back every \(counted(period, "epoch")); stopped after \(length)"
    case .diverged(let divergence):
      "diverged at step \(divergence.step): \(divergence.quantity) would be \(divergence.value.shortestText)"
        + (run.remedy.map { "; try learning rate \($0.shortestText)" } ?? "")
    }
  }

  static func counted(_ count: Int, _ noun: String) -> String {
    count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
  }
}
