import Learning

/// How a network does on a set of examples, in the terms that suit the task.
package struct NetworkScore: Sendable, Equatable {
  /// The loss and the confusion matrix.
  package let evaluation: Evaluation
  /// The share of examples that got their own class; for numbers R², the share of the variance that is explained: 1 is
  /// perfect, 0 as good as the mean, below it worse.
  ///
  /// Nil without examples, for numbers that do not vary, and for numbers that are not judged by squared error.
  package let accuracy: Double?

  /// The mean loss, without the regularizer; of numbers to predict, in their own units.
  package let loss: Double

  /// A score from an evaluation; `variance` is that of the numbers aimed at, nil for classes, and `unit` what a loss of 1
  /// comes to in their own units.
  init(_ evaluation: Evaluation, variance: Double?, unit: Double) {
    self.evaluation = evaluation
    loss = evaluation.loss * unit
    if let variance {
      // The loss is half the mean square of what is left unexplained.
      accuracy = variance > 0 && evaluation.count > 0 ? 1 - 2 * evaluation.loss / variance : nil
    } else {
      accuracy = evaluation.accuracy
    }
  }
}

/// Examples laid out for a network, with what is needed to score it on them.
struct ScoredExamples: Sendable {
  let dataset: Dataset
  let examples: FastExamples
  /// The variance of the numbers aimed at; nil for classes.
  let variance: Double?

  init(_ dataset: Dataset, for network: Network) {
    self.dataset = dataset
    examples = FastExamples(NetworkExamples(dataset, for: network))
    guard case .numbers(let targets) = dataset.targets, !targets.isEmpty else {
      variance = nil
      return
    }
    let mean = targets.reduce(0, +) / Double(targets.count)
    variance = targets.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(targets.count)
  }

  func score(_ model: FastNetwork) -> NetworkScore {
    NetworkScore(model.evaluate(examples), variance: variance, unit: dataset.lossUnit)
  }
}
