import Learning
import Plotting
import Training

/// What is worked out in the background for the perceptron's scene.
extension AppState {
  /// Asks anew where going back in time has passed the placing of a point: the proof is then about other examples.
  mutating func recertification(_ fresh: Snapshot) -> [Effect] {
    guard let examples = (fresh.picture as? PerceptronPicture)?.dataset, let asked = findings.questioned,
      asked != examples
    else { return [] }
    return certification(of: examples)
  }

  /// Asks whether a boundary separates the data, where the scene wants to know.
  mutating func certification() -> [Effect] {
    dataset.map { certification(of: $0) } ?? []
  }

  private mutating func certification(of dataset: Dataset) -> [Effect] {
    guard scene.kind == .perceptron, dataset.classCount == 2 else { return [] }
    findings.questioned = dataset
    let (features, generation) = (description.features, generation)
    return [.work(Work { _ in .certified(Certificate(dataset, features: features), generation: generation) })]
  }

  /// Trains the same perceptron from other seeds.
  func trainingOthers(count: Int) -> [Effect] {
    guard let dataset else { return [] }
    let (description, generation) = (description, generation)
    return [
      .work(
        Work { _ in
          let lines = OtherSeeds.lines(description, dataset, count: count)
          return .found(generation: generation) { $0.otherLines = lines }
        })
    ]
  }
}

extension Message {
  /// Whether a boundary can separate some examples, and how many mistakes learning it takes at most.
  static func certified(_ certificate: Certificate, generation: Int) -> Message {
    .found(generation: generation) { findings in
      // Answers may come in another order than they were asked for.
      if findings.questioned == certificate.dataset { findings.certificate = certificate }
    }
  }
}
