/// The steps of the learning rate under the keys: 1, 2, 5 times a power of ten.
package enum LearningRateLadder {
  /// The next greater step; values between two steps go to the nearest above.
  package static func up(from value: Double) -> Double {
    SettingStep.number(after: min(value, steps[steps.count - 1]), by: 1, in: steps)
  }

  /// The next smaller step; values between two steps go to the nearest below.
  package static func down(from value: Double) -> Double {
    SettingStep.number(after: max(value, steps[0]), by: -1, in: steps)
  }

  /// Written out as decimals, so that 0.1 is 0.1 and not 1 times a rounded power.
  static let steps: [Double] = [
    1e-7, 2e-7, 5e-7, 1e-6, 2e-6, 5e-6, 1e-5, 2e-5, 5e-5, 1e-4, 2e-4, 5e-4, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1,
    0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000,
  ]
}
