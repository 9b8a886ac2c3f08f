/// Examples laid out for a perceptron: features computed once, classes encoded as +1 and -1.
package struct PerceptronExamples: Sendable {
  /// What was computed from the two inputs.
  package let features: [Feature]
  /// How many examples there are.
  package let count: Int

  /// The features, x1 to xm of the first example, then of the second.
  let rows: [Double]
  /// +1 for class A, -1 for class B.
  let signs: [Int8]
  /// The largest magnitude of each feature; 0 without examples.
  let largest: [Double]
  /// The features times the sign in single precision, for telling whole blocks without a mistake from others.
  ///
  /// A block of 16 examples is their signs, then their first features times the sign, and so on. Only whole blocks
  /// are there.
  let blocks: [SIMD16<Float>]

  /// How many examples a block has.
  static let blockSize = 16

  /// Lays out the examples of a data set.
  ///
  /// - Parameters:
  ///   - dataset: a set with classes; numbers are a precondition failure.
  ///   - positiveClass: the index of the class that is encoded as +1; all others are -1.
  /// - Complexity: O(examples x features).
  package init(_ dataset: Dataset, features: [Feature] = [.x1, .x2], positiveClass: Int = 0) {
    guard case .classes(let labels, _) = dataset.targets else {
      preconditionFailure("a perceptron needs classes; \(dataset.name) has numbers")
    }
    precondition(!features.isEmpty, "a perceptron needs a feature")
    self.features = features
    count = dataset.count
    signs = labels.map { $0 == positiveClass ? 1 : -1 }
    rows = features == [.x1, .x2] ? dataset.inputs : Self.rows(of: dataset, features: features)
    var largest = Array(repeating: 0.0, count: features.count)
    for (position, value) in rows.enumerated() {
      let feature = position % features.count
      // NaN counts as infinity, or blocks with one would be passed over.
      largest[feature] = max(largest[feature], value.isNaN ? .infinity : abs(value))
    }
    self.largest = largest
    blocks = Self.blocks(rows: rows, signs: signs, featureCount: features.count)
  }

  /// The features of an example, x1 to xm.
  package func values(at index: Int) -> [Double] {
    Array(rows[index * features.count..<(index + 1) * features.count])
  }

  /// The class of an example: +1 for class A, -1 for class B.
  package func target(at index: Int) -> Int {
    Int(signs[index])
  }

  private static func rows(of dataset: Dataset, features: [Feature]) -> [Double] {
    var rows: [Double] = []
    rows.reserveCapacity(dataset.count * features.count)
    for index in 0..<dataset.count {
      let (x1, x2) = dataset.input(at: index)
      for feature in features { rows.append(feature(x1, x2)) }
    }
    return rows
  }

  private static func blocks(rows: [Double], signs: [Int8], featureCount: Int) -> [SIMD16<Float>] {
    var blocks: [SIMD16<Float>] = []
    let blockCount = signs.count / blockSize
    blocks.reserveCapacity(blockCount * (featureCount + 1))
    for first in stride(from: 0, to: blockCount * blockSize, by: blockSize) {
      var lanes = SIMD16<Float>()
      for lane in 0..<blockSize { lanes[lane] = Float(signs[first + lane]) }
      let blockSigns = lanes
      blocks.append(lanes)
      for feature in 0..<featureCount {
        for lane in 0..<blockSize { lanes[lane] = Float(rows[(first + lane) * featureCount + feature]) }
        blocks.append(lanes * blockSigns)
      }
    }
    return blocks
  }
}
