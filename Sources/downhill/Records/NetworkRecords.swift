import Learning
import Training

/// A network's records: every epoch with train and test, with steps where they are asked for.
struct NetworkRecords: RunRecords {
  let description: Description
  /// Whether records have the weights and biases, in the form of the model file.
  let hasParameters: Bool
  /// The change of units that the examples went through; nil for none.
  var standardization: Standardization?

  func columns(of run: NetworkRun, _ event: RecordWriter.Event) -> [String] {
    guard event == .epoch else { return ["epoch", "step", "loss"] }
    let shape = JSONValue.object(scores(of: run).members + parameters(run)).flattened
    return ["epoch", "step"] + shape.map(\.name)
  }

  func start(_ run: NetworkRun) -> Entry {
    let network = run.network
    let shape = ([network.inputs.count] + network.hidden.map(\.units) + [network.outputs]).map { "\($0)" }
    return Entry(
      members: [("description", description.with(network).json)] + parameters(run),
      sentence: """
        network \(shape.joined(separator: "-")) on \(run.dataset.name): \(PerceptronRecords.counted(run.dataset.count, "example")) to train, \
        \(run.testDataset?.count ?? 0) to test, \(network.loss.rawValue), learning rate \
        \(run.learningRate.shortestText), batch size \(run.batchSize), \(description.seedWords)
        """)
  }

  func step(_ run: NetworkRun) -> Entry? {
    guard let loss = run.batchLoss else { return nil }
    let epoch = run.isAtEpochStart ? run.epochsCompleted : run.epochsCompleted + 1
    return Entry(
      members: [
        ("epoch", .number(Double(epoch))), ("step", .number(Double(run.step))), ("loss", .number(loss)),
      ],
      sentence: "step \(run.step): loss \(loss.shortestText)")
  }

  func epoch(_ run: NetworkRun, _ history: History) -> Entry? {
    let scores = scores(of: run)
    return Entry(
      members: place(of: run) + scores.members + parameters(run),
      sentence: "epoch \(run.epochsCompleted): \(scores.sentence)")
  }

  func end(_ run: NetworkRun, _ history: History) -> Entry { end(run, history, curvature(of: run)) }

  /// Without the curvature, which takes longer than somebody wants to wait who has ended the run.
  func interruption(_ run: NetworkRun, _ history: History) -> Entry {
    end(run, history, []).interrupted(at: run.step)
  }

  private func end(_ run: NetworkRun, _ history: History, _ curvature: Members) -> Entry {
    let scores = scores(of: run)
    return Entry(
      members: [("reason", .string(run.status.reason))] + place(of: run) + run.details + scores.members
        + curvature + parameters(run),
      sentence: "\(run.ending(history)?.plainWords ?? "it goes on"); \(scores.sentence)")
  }

  func spoken(_ run: NetworkRun, since before: NetworkRun?) -> [String] {
    let (now, earlier) = (run.trainingScore, before?.trainingScore)
    var measures = ["Training loss \(SpokenNumber.text(now.loss, since: earlier?.loss))"]
    if let accuracy = now.accuracy {
      let name = run.dataset.isNumeric ? "r squared" : "accuracy"
      measures.append("\(name) \(SpokenNumber.text(accuracy, since: earlier?.accuracy))")
    }
    let regions = SpokenRegions(run, standardization)
    return [measures.joined(separator: "; ") + "."] + (regions.map { [$0.shares] + $0.crossings } ?? [])
  }

  // MARK: Pieces

  private func place(of run: NetworkRun) -> Members {
    [("epoch", .number(Double(run.epochsCompleted))), ("step", .number(Double(run.step)))]
  }

  /// λmax where the run ended; once a run, as it takes longer than an epoch of some.
  private func curvature(of run: NetworkRun) -> Members {
    guard let stability = run.stability, stability.curvature.isFinite else { return [] }
    // As many digits as were measured.
    let measured = PrintedNumber(stability.curvature, significant: Stability.digits).value
    guard stability.isEstimate, let count = stability.exampleCount else { return [("lambda-max", .number(measured))] }
    return [("lambda-max", .number(measured)), ("lambda-max-examples", .number(Double(count)))]
  }

  private func parameters(_ run: NetworkRun) -> Members {
    hasParameters ? [("parameters", run.modelFile.json)] : []
  }

  private func scores(of run: NetworkRun) -> (members: Members, sentence: String) {
    let training = run.trainingScore
    let measure = run.dataset.isNumeric ? "r2" : "accuracy"
    func members(_ score: NetworkScore, _ further: Members) -> JSONValue {
      .object([("loss", .number(score.loss))] + further + [(measure, score.accuracy.map(JSONValue.number) ?? .null)])
    }
    func sentence(_ score: NetworkScore) -> String {
      "loss \(score.loss.shortestText), \(measure) \(score.accuracy?.shortestText ?? "unknown")"
    }
    let train = ("train", members(training, [("penalty", .number(run.penalty))]))
    guard let testing = run.testingScore else { return ([train], sentence(training)) }
    return ([train, ("test", members(testing, []))], "train \(sentence(training)); test \(sentence(testing))")
  }
}
