/// How far the numbers of a data set reach.
///
/// A data set works it out once, when it is made: whoever draws axes asks for it with every frame, and a set may have
/// millions of examples.
package struct DataExtent: Sendable, Equatable {
  /// From the lowest first input to the highest; nil without any number.
  package let x1: ClosedRange<Double>?
  /// From the lowest second input to the highest; nil without any number.
  package let x2: ClosedRange<Double>?
  /// From the lowest finite number aimed at to the highest; nil for classes, and without any.
  package let targets: ClosedRange<Double>?

  /// The extent of inputs that come in turn, and of what they lead to.
  ///
  /// - Complexity: O(examples).
  init(inputs: [Double], targets: Dataset.Targets) {
    var low = SIMD2(repeating: Double.infinity)
    var high = SIMD2(repeating: -Double.infinity)
    inputs.withUnsafeBufferPointer { inputs in
      for index in 0..<inputs.count / 2 {
        let (x1, x2) = (inputs[2 &* index], inputs[2 &* index &+ 1])
        low = SIMD2(Double.minimum(low.x, x1), Double.minimum(low.y, x2))
        high = SIMD2(Double.maximum(high.x, x1), Double.maximum(high.y, x2))
      }
    }
    x1 = low.x <= high.x ? low.x...high.x : nil
    x2 = low.y <= high.y ? low.y...high.y : nil
    guard case .numbers(let values) = targets else {
      self.targets = nil
      return
    }
    var (least, most) = (Double.infinity, -Double.infinity)
    for value in values where value.isFinite { (least, most) = (min(least, value), max(most, value)) }
    self.targets = least <= most ? least...most : nil
  }
}
