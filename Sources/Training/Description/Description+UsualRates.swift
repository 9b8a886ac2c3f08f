import Calculus
import Learning

extension Description {
  /// Whether its runs differ in the optimizer and no learning rate was asked for, so that each runs at its own usual one.
  ///
  /// One rate for all says nothing about optimizers: a step of adam is about as long as the rate, whatever the slope, one
  /// of gradient descent as long as the rate times the slope.
  package var racesUsualRates: Bool {
    variation?.key == .optimizer && explicit[.learningRate] == nil
  }

  /// What is to be said of the rates.
  package var rateNotes: [String] {
    racesUsualRates ? ["each optimizer at its own usual rate; --learning-rate gives one to all"] : []
  }

  /// The learning rate that an optimizer is usually run at here.
  ///
  /// Gradient descent, Newton's method and the line search have the scene's or the function's own; momentum a tenth of it,
  /// since at its usual 0.9 a step grows to ten times. Of networks the others have what PyTorch gives them. On a function,
  /// whose picture has some width, adam, adamw and rmsprop cross it in about 80 steps, adagrad, whose steps shrink, goes
  /// five times as far at first; adadelta finds its own length, at a rate of 1.
  package func usualLearningRate(of method: String) -> Double {
    var plain = self
    plain[.vary] = nil
    plain[.learningRate] = nil
    let own = plain.learningRate
    guard let optimizer = Optimizer(name: method) else { return own }
    switch optimizer.facts.usualRate {
    case .share(let share): return share == 1 ? own : own / (1 / share).rounded()
    case .always(let rate): return rate
    case .length(let network, let times):
      guard subject == .curve || subject == .surface else { return network }
      let width = (try? planeFunction()).map { $0.xRange.upperBound - $0.xRange.lowerBound } ?? 8
      return LearningRateLadder.down(from: width / 80 * 1.001) * times
    }
  }
}
