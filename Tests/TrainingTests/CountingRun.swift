import Learning

@testable import Training

/// A run whose every step depends on all steps before it, so a replay that differs anywhere is found out.
struct CountingRun: Run, Equatable {
  var remedy: Double? { nil }
  var step = 0
  var value: UInt64 = 1
  var learningRate = 0.5
  var endsAt = Int.max
  var seed: UInt64 = 1

  let stepsPerEpoch = 7
  var epochsCompleted: Int { step / stepsPerEpoch }
  var stepsToEpochEnd: Int { stepsPerEpoch - step % stepsPerEpoch }
  var checkpointSize: Int { 32 }
  var numbers: [Double] { [Double(value)] }
  static func isLive(_ key: Key, in scene: SceneKind) -> Bool { key == .learningRate }
  static func quantityNames(in scene: SceneKind) -> [String] { [] }
  var status: RunStatus { step >= endsAt ? .converged : .running }

  mutating func advance(by count: Int, history: inout History) {
    for _ in 0..<count where status == .running {
      var generator = SplitMix64(seed: value ^ seed, stream: UInt64(step) ^ learningRate.bitPattern)
      value = generator.next()
      history.record(.stepLoss, index: step, value: Double(value >> 40))
      step += 1
      if step.isMultiple(of: stepsPerEpoch) {
        history.record(.trainLoss, index: epochsCompleted - 1, value: Double(value >> 30))
      }
    }
  }

  mutating func apply(_ change: Change) throws(ChangeError) {
    switch change {
    case .setting(.learningRate, .number(let rate)): learningRate = rate
    case .setting(let key, _): throw .needsNewStart(key)
    case .parameter(_, let number): value = UInt64(number)
    default: throw .doesNotApply("points")
    }
  }

  func picture(_ request: PictureRequest) -> any Picture { CountingPicture(value: value) }
}

struct CountingPicture: Picture {
  func ending(_ standing: Standing) -> (any Claim)? { nil }
  func number(_ name: String, example: Int) -> Double? { nil }
  func parameterIndex(_ name: String) -> Int? { nil }

  let value: UInt64
}
