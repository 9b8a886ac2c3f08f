/// The output layer's sums of eight examples, one an example in each lane, and what becomes of them.
///
/// The sums s of output k stand at `sums[k * stride]`. Formulas are those of `Loss` and `OutputActivation`.
struct OutputBlock {
  /// The loss.
  let loss: Loss
  /// What the output layer makes of its sums.
  let activation: OutputActivation
  /// How many outputs there are.
  let outputs: Int
  /// How many lanes lie from one output to the next, in `sums`.
  let stride: Int

  /// Puts the outputs z = h(s) in the place of the sums.
  @inline(__always)
  func activate(_ sums: UnsafeMutablePointer<Lanes>) {
    switch activation {
    case .identity: break
    case .sigmoid:
      for k in 0..<outputs { sums[k &* stride] = LaneFunctions.sigmoid(sums[k &* stride]) }
    case .tanh:
      for k in 0..<outputs { sums[k &* stride] = LaneFunctions.tanh(sums[k &* stride]) }
    case .softmax: _ = softmax(sums)
    }
  }

  /// Puts softmax's outputs in the place of the sums; returns the logarithm of the sum of all e^s.
  @inline(__always)
  private func softmax(_ sums: UnsafeMutablePointer<Lanes>) -> Lanes {
    var largest = sums[0]
    for k in 1..<outputs { largest = Lanes.larger(largest, sums[k &* stride]) }
    var total = Lanes.zero
    for k in 0..<outputs {
      let power = LaneFunctions.exp(sums[k &* stride] - largest)
      sums[k &* stride] = power
      total += power
    }
    let share = Lanes(repeating: 1) / total
    for k in 0..<outputs { sums[k &* stride] *= share }
    return largest + LaneFunctions.log(total)
  }

  /// Puts dL/ds in the place of the sums and returns the loss of each of the eight examples.
  ///
  /// The targets of output k stand at `targets[k * targetStride]`.
  @inline(__always)
  func differentiate(
    _ sums: UnsafeMutablePointer<Lanes>, targets: UnsafePointer<Lanes>, targetStride: Int
  ) -> Lanes {
    let one = Lanes(repeating: 1)
    var value = Lanes.zero
    switch (loss, activation) {
    case (.squaredError, .softmax):
      _ = softmax(sums)
      var mean = Lanes.zero
      for k in 0..<outputs {
        let difference = sums[k &* stride] - targets[k &* targetStride]
        value = value.adding(Lanes(repeating: 0.5) * difference, times: difference)
        mean = mean.adding(sums[k &* stride], times: difference)
      }
      for k in 0..<outputs {
        sums[k &* stride] *= (sums[k &* stride] - targets[k &* targetStride]) - mean
      }
    case (.squaredError, _):
      for k in 0..<outputs {
        let s = sums[k &* stride]
        let z: Lanes
        let slope: Lanes
        switch activation {
        case .tanh:
          z = LaneFunctions.tanh(s)
          slope = one - z * z
        case .sigmoid:
          z = LaneFunctions.sigmoid(s)
          slope = z - z * z
        default:
          z = s
          slope = one
        }
        let difference = z - targets[k &* targetStride]
        value = value.adding(Lanes(repeating: 0.5) * difference, times: difference)
        sums[k &* stride] = difference * slope
      }
    case (.binaryCrossEntropy, _):
      for k in 0..<outputs {
        let s = sums[k &* stride]
        let t = targets[k &* targetStride]
        let (z, decay) = LaneFunctions.logistic(s)
        value += Lanes.larger(s, Lanes.zero) - t * s + LaneFunctions.logOnePlus(decay)
        sums[k &* stride] = z - t
      }
    case (.crossEntropy, _):
      for k in 0..<outputs { value -= targets[k &* targetStride] * sums[k &* stride] }
      value += softmax(sums)
      for k in 0..<outputs { sums[k &* stride] -= targets[k &* targetStride] }
    case (.hinge, _):
      for k in 0..<outputs {
        let t = targets[k &* targetStride]
        let margin = one - t * sums[k &* stride]
        value += Lanes.larger(margin, Lanes.zero)
        sums[k &* stride] = Lanes.zero.replacing(with: Lanes.zero - t, where: margin .> Lanes.zero)
      }
    }
    return value
  }

  /// The class that each example's sums stand for, as in `Network.predictedClass`.
  @inline(__always)
  func predictedClasses(_ sums: UnsafePointer<Lanes>) -> SIMD8<Int32> {
    if outputs == 1 {
      return SIMD8<Int32>(repeating: 1).replacing(with: 0, where: sums[0] .>= Lanes.zero)
    }
    var best = SIMD8<Int32>(repeating: 0)
    var largest = sums[0]
    for k in 1..<outputs {
      let larger = sums[k &* stride] .> largest
      largest.replace(with: sums[k &* stride], where: larger)
      best.replace(with: Int32(truncatingIfNeeded: k), where: larger)
    }
    return best
  }
}
