import Training

extension Description {
  /// The same run under six learning rates around one; nil where nothing steps with a learning rate.
  func racingLearningRates(around rate: Double) -> Description? {
    guard [.perceptron, .network, .curve, .surface].contains(scene), rate.isFinite else { return nil }
    let down = LearningRateLadder.down(from: rate)
    var rates = [LearningRateLadder.down(from: LearningRateLadder.down(from: down)), down, rate]
    for _ in 0..<3 { rates.append(LearningRateLadder.up(from: rates[rates.count - 1])) }
    return raced(varying: .init(.learningRate, rates.map { .number($0) }))
  }
}
