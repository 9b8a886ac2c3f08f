import Calculus
import Learning

/// Looks for a lower learning rate that helps, by trying: what was not seen to help is not advised.
enum Remedy {
  /// How many rates are tried at most.
  private static let mostTrials = 14

  /// The greatest of some round rates below the present one with which a trial goes well; nil where none does.
  ///
  /// - Parameter likely: A rate that theory suggests; greater ones are not tried.
  static func search(below rate: Double, likely: Double? = nil, _ goesWell: (Double) -> Bool) -> Double? {
    guard rate.isFinite, rate > 0 else { return nil }
    var candidate = LearningRateLadder.down(from: likely.map { min($0 * 1.000_01, rate) } ?? rate)
    for _ in 0..<mostTrials {
      guard candidate < rate else { return nil }
      if goesWell(candidate) { return candidate }
      let next = LearningRateLadder.down(from: candidate)
      guard next < candidate else { return nil }
      candidate = next
    }
    return nil
  }
}

extension Descent {
  /// A lower rate with which the same descent, tried from where it began, came to rest at a minimum or is on its way to
  /// one: lower than it began, less steep, and curved upward; nil where there is none or the learning rate plays no part.
  func remedy(on function: PlaneFunction) -> Double? {
    guard case .diverged(let divergence) = status, method.usesLearningRate else { return nil }
    let (value, gradient) = function.valueAndGradient(at: start)
    guard value.isFinite, gradient.length.isFinite else { return nil }
    let likely = divergence.curvature.flatMap { $0 > 0 ? 1 / $0 : nil }
    return Remedy.search(below: learningRate, likely: likely.map { max($0, learningRate / 1000) }) { rate in
      var trial = Descent(function, start: start, method: method, learningRate: rate, tolerance: tolerance)
      var parameters = [0.0, 0]
      var slopes = [0.0, 0]
      for _ in 0..<min(max(300, 4 * step), 1000) where trial.status == .running {
        trial.advance(on: function, parameters: &parameters, slopes: &slopes)
      }
      return trial.goesWell(on: function, from: value, gradient.length)
    }
  }

  private func goesWell(on function: PlaneFunction, from startValue: Double, _ startSlope: Double) -> Bool {
    if status == .converged, let ending = ending(on: function) {
      return ending.tone == .good || ending.kind == .localMinimum
    }
    guard status == .running, value < startValue, gradient.length < 0.5 * startSlope else { return false }
    return function.curvatures(at: point).allSatisfy { $0 > 0 }
  }
}

extension DescentRun {
  /// A lower rate that was tried for the first descent.
  package var remedy: Double? { descents[0].remedy(on: function) }
}

extension DescentPicture {
  /// A lower rate that was tried for the first descent.
  package var remedy: Double? { first.remedy(on: function) }
}

extension NetworkRun {
  /// How many products of a weight and an example a trial may take: some hundredths of a second.
  private static let affordable = 3e7

  /// A lower rate with which the same training, tried from its first weights beyond the step at which it diverged, stays
  /// finite and does not end above the loss that it began with; nil where that would take too long to try.
  func triedRate() -> Double? {
    guard case .diverged(let divergence) = status else { return nil }
    let steps = 2 * step + 20
    let work = Double(steps) * Double(batchSize) * Double(start.values.count)
    guard work <= Self.affordable else { return nil }
    let likely = divergence.curvature.flatMap { $0 > 0 ? 1 / $0 : nil }
    return Remedy.search(below: divergence.learningRate, likely: likely) { rate in
      var settings = description
      settings[.learningRate] = .number(rate)
      settings[.stopAtLoss] = nil
      settings[.patience] = nil
      var trial = NetworkRun(settings, network: network, parameters: start, dataset: dataset, isWatched: true)
      trial.probe = nil
      trial.isTrial = true
      let before = trial.trainingScore.loss
      var history = History()
      trial.advance(by: steps, history: &history)
      let after = trial.trainingScore.loss
      return !trial.status.isDiverged && after.isFinite && after <= before
    }
  }
}

extension PerceptronRun {
  /// A lower rate with which the same learning, tried from the last weights set by hand, stays finite for some time.
  package var remedy: Double? {
    guard case .diverged = status else { return nil }
    return Remedy.search(below: learningRate) { rate in
      var trial = PerceptronRun(dataset: dataset, perceptron: origin, learningRate: rate, order: order)
      var history = History()
      trial.advance(by: min(4 * step + 1000, 1_000_000), history: &history)
      return !trial.status.isDiverged
    }
  }
}

extension LandscapeRun {
  /// That of the run the landscape is about.
  package var remedy: Double? { subject.remedy }
}

extension RaceRun {
  /// None: the members differ in their rates, or have one each.
  package var remedy: Double? { nil }
}

extension GraphRun {
  /// None: a graph learns nothing.
  package var remedy: Double? { nil }
}

extension ActivationsRun {
  /// None: nothing is learned.
  package var remedy: Double? { nil }
}
