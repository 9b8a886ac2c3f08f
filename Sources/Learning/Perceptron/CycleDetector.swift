/// Notices when weights come back exactly, in bounded memory.
///
/// In a given order an epoch is a function of the weights, so weights that come back once come back forever: the
/// perceptron will never converge. The weights of the last epochs are kept, which finds a short cycle the first time it
/// closes; for longer ones a milestone is kept that moves on at epochs 1, 2, 4, 8 and so on (R. Brent, "An improved
/// Monte Carlo factorization algorithm", BIT 20, 1980), which finds any cycle within three times the epochs that it and
/// the way to it take. Of no use with an order that changes from epoch to epoch.
package struct CycleDetector: Sendable, Hashable {
  /// How many epochs are remembered besides the milestone.
  static let window = 32
  /// How many rows of weights it keeps at most: the window and the milestone.
  package static let mostRows = window + 1

  private var recent: [[Double]] = []
  private var milestone: [Double] = []
  private var epochsSinceMilestone = 0
  private var stretch = 1
  private var next = 0

  /// Starts from the weights before the first epoch.
  package init(start: Perceptron) {
    milestone = Self.state(start)
    recent = [milestone]
    next = 1
  }

  /// Takes the weights at an epoch's end; tells after how many epochs they came back, or nil if they are new.
  ///
  /// The number is the exact period of the cycle. Weights come back, after one epoch, from an epoch without a mistake
  /// too: whether it converged is to be asked first. Weights that are NaN never come back.
  ///
  /// - Complexity: O(window x features).
  package mutating func period(after perceptron: Perceptron) -> Int? {
    let state = Self.state(perceptron)
    epochsSinceMilestone += 1
    let found = age(of: state) ?? (state == milestone ? epochsSinceMilestone : nil)
    if epochsSinceMilestone == stretch {
      milestone = state
      epochsSinceMilestone = 0
      stretch = stretch > Int.max / 2 ? stretch : stretch * 2
    }
    if recent.count < Self.window { recent.append(state) } else { recent[next % Self.window] = state }
    next = (next + 1) % Self.window
    return found
  }

  /// How many epochs ago these weights were there, the last time, as far as the window goes.
  private func age(of state: [Double]) -> Int? {
    for age in 1...recent.count {
      let place = ((next - age) % Self.window + Self.window) % Self.window
      if place < recent.count, recent[place] == state { return age }
    }
    return nil
  }

  private static func state(_ perceptron: Perceptron) -> [Double] {
    [perceptron.bias] + perceptron.weights
  }
}
