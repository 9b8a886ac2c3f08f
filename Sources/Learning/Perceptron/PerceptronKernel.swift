/// The inner loops of a perceptron: borrowed memory, no allocation, no reference counting.
///
/// `Perceptron` makes it, checks every index before and owns all of the memory; nothing here outlives a call. The
/// buffers are indexed unchecked in release builds, checked in debug builds.
struct PerceptronKernel {
  let rows: UnsafeBufferPointer<Double>
  let signs: UnsafeBufferPointer<Int8>
  let blocks: UnsafeBufferPointer<SIMD16<Float>>
  let largest: UnsafeBufferPointer<Double>
  /// w0 to wm.
  let weights: UnsafeMutableBufferPointer<Double>
  let learningRate: Double
  private var pass = PerceptronPass()

  init(
    rows: UnsafeBufferPointer<Double>, signs: UnsafeBufferPointer<Int8>, blocks: UnsafeBufferPointer<SIMD16<Float>>,
    largest: UnsafeBufferPointer<Double>, weights: UnsafeMutableBufferPointer<Double>, learningRate: Double
  ) {
    self.rows = rows
    self.signs = signs
    self.blocks = blocks
    self.largest = largest
    self.weights = weights
    self.learningRate = learningRate
  }

  // MARK: Going through the examples

  /// Learns from the examples at `positions` of `order`.
  mutating func learn(
    _ positions: Range<Int>, order: UnsafeBufferPointer<Int32>, _ onMistake: (Int, Double) -> Void
  ) -> PerceptronPass {
    _ = learnOneByOne(positions, order: order, onMistake)
    return pass
  }

  /// Learns from the examples at `positions` of the data, passing over blocks without a mistake.
  mutating func learnInOrder(_ positions: Range<Int>, _ onMistake: (Int, Double) -> Void) -> PerceptronPass {
    let size = PerceptronExamples.blockSize
    let firstBlock = (positions.lowerBound + size - 1) / size
    let endBlock = max(firstBlock, positions.upperBound / size)
    let head = positions.lowerBound..<min(firstBlock * size, positions.upperBound)
    let tail = min(max(head.upperBound, endBlock * size), positions.upperBound)..<positions.upperBound
    guard learnOneByOne(head, order: nil, onMistake) else { return pass }
    var block = firstBlock
    while true {
      let clean = cleanBlocks(from: block, to: endBlock)
      pass.steps += (clean - block) * size
      guard clean < endBlock else { break }
      // Where blocks fail one after the other, asking each first costs more than it saves.
      let stretch = clean == block ? min(4, endBlock - clean) : 1
      guard learnOneByOne(clean * size..<(clean + stretch) * size, order: nil, onMistake) else { return pass }
      block = clean + stretch
    }
    _ = learnOneByOne(tail, order: nil, onMistake)
    return pass
  }

  /// Learns from each example at `positions`; false when that ended before the last.
  private mutating func learnOneByOne(
    _ positions: Range<Int>, order: UnsafeBufferPointer<Int32>?, _ onMistake: (Int, Double) -> Void
  ) -> Bool {
    // The common case by itself: its three weights stay in registers.
    if largest.count == 2 { return learnPairs(positions, order: order, onMistake) }
    for position in positions {
      guard learn(index(at: position, order), at: position, onMistake) else { return false }
    }
    return true
  }

  @inline(__always)
  private func index(at position: Int, _ order: UnsafeBufferPointer<Int32>?) -> Int {
    guard let order else { return position }
    let index = Int(order[position])
    precondition(index >= 0 && index < signs.count, "example \(index) of \(signs.count)")
    return index
  }

  // MARK: Blocks

  /// The first block from `start` on that may hold a mistake, or `end`.
  func cleanBlocks(from start: Int, to end: Int) -> Int {
    // The common case with its size known at compile time: the loops over features disappear.
    largest.count == 2
      ? cleanBlocks(from: start, to: end, featureCount: 2)
      : cleanBlocks(from: start, to: end, featureCount: largest.count)
  }

  /// The search itself.
  ///
  /// In single precision y s is off by at most the rounding of weights, features, products and sums, which is less than
  /// (m + 8) 2^-24 times the largest sum of magnitudes that any example can have; with weights and features of at most
  /// 1e15 and a sum of at least 1e-15, underflow (1e15 times 2^-150) is lost in that and nothing overflows. Where y s is
  /// larger than the bound, it is larger than what `DecimalGrid` takes for 0 too: the example is classified correctly.
  @inline(__always)
  private func cleanBlocks(from start: Int, to end: Int, featureCount: Int) -> Int {
    guard start < end else { return end }
    var magnitude = abs(weights[0])
    for feature in 0..<featureCount { magnitude += abs(weights[feature + 1]) * largest[feature] }
    guard magnitude > 1e-15, weights.allSatisfy({ abs($0) <= 1e15 }), largest.allSatisfy({ $0 <= 1e15 }) else {
      return start
    }
    let bound = SIMD16<Float>(repeating: Float(magnitude * Double(featureCount + 8) * 0x1p-24))
    let biasWeight = SIMD16<Float>(repeating: Float(weights[0]))
    let stride = featureCount + 1
    var block = start
    while block < end {
      var first = block * stride
      // Four blocks to a branch.
      let group = min(4, end - block)
      var failing = SIMDMask<SIMD16<Int32>>(repeating: false)
      for _ in 0..<group {
        var scores = blocks[first] * biasWeight
        for feature in 0..<featureCount {
          scores += blocks[first + 1 + feature] * Float(weights[feature + 1])
        }
        failing = failing .| .!(scores .> bound)
        first += stride
      }
      if any(failing) {
        return group == 1 ? block : firstFailing(block..<block + group, bound: bound, featureCount: featureCount)
      }
      block += group
    }
    return end
  }

  @inline(__always)
  private func firstFailing(_ range: Range<Int>, bound: SIMD16<Float>, featureCount: Int) -> Int {
    for block in range {
      let first = block * (featureCount + 1)
      var scores = blocks[first] * Float(weights[0])
      for feature in 0..<featureCount { scores += blocks[first + 1 + feature] * Float(weights[feature + 1]) }
      if any(.!(scores .> bound)) { return block }
    }
    return range.upperBound - 1
  }

  // MARK: One example

  /// Learns from one example; false when that would leave the finite numbers, and then nothing has changed.
  private mutating func learn(_ index: Int, at position: Int, _ onMistake: (Int, Double) -> Void) -> Bool {
    let (sum, magnitude) = sum(index)
    let isPositive = signs[index] > 0
    let isRight = Self.isRight(sum, magnitude: magnitude, isPositive: isPositive, terms: weights.count)
    guard sum.isFinite, isRight || update(index, sign: isPositive ? 1 : -1) else {
      pass.isFinite = false
      return false
    }
    pass.steps += 1
    if isRight { return true }
    pass.mistakes += 1
    let score = DecimalGrid.score(sum, magnitude: magnitude, terms: weights.count)
    onMistake(position, Perceptron.loss(score: score, target: isPositive ? 1 : -1))
    return true
  }

  /// Whether an example is classified correctly: a score has the sign of its decimal, unless that is 0.
  @inline(__always)
  static func isRight(_ sum: Double, magnitude: Double, isPositive: Bool, terms: Int) -> Bool {
    let isZero = magnitude.isFinite && abs(sum) <= DecimalGrid.tolerance(terms: terms) * magnitude
    return isPositive ? sum >= 0 || isZero : sum < 0 && !isZero
  }

  /// Moves the weights toward a misclassified example; false, and nothing moved, when one would become infinite or NaN.
  private mutating func update(_ index: Int, sign: Double) -> Bool {
    let featureCount = largest.count
    let first = index * featureCount
    var isFinite = (weights[0] + learningRate * sign).isFinite
    for feature in 0..<featureCount {
      let sum = weights[feature + 1] + learningRate * (sign * rows[first + feature])
      isFinite = isFinite && sum.isFinite
    }
    guard isFinite else { return false }
    weights[0] = DecimalGrid.sum(weights[0], learningRate * sign)
    for feature in 0..<featureCount {
      weights[feature + 1] = DecimalGrid.sum(weights[feature + 1], learningRate * (sign * rows[first + feature]))
    }
    return true
  }

  /// The score before rounding and the sum of its terms' magnitudes, added in the order of `Perceptron.score(_:)`.
  func sum(_ index: Int) -> (sum: Double, magnitude: Double) {
    let featureCount = largest.count
    let first = index * featureCount
    var sum = weights[0]
    var magnitude = abs(sum)
    for feature in 0..<featureCount {
      let term = rows[first + feature] * weights[feature + 1]
      sum += term
      magnitude += abs(term)
    }
    return (sum, magnitude)
  }

  // MARK: Two features

  /// `learn` for two features, the same operations in the same order, with the weights in local variables.
  private mutating func learnPairs(
    _ positions: Range<Int>, order: UnsafeBufferPointer<Int32>?, _ onMistake: (Int, Double) -> Void
  ) -> Bool {
    var (w0, w1, w2) = (weights[0], weights[1], weights[2])
    let (largest1, largest2) = (largest[0], largest[1])
    let rate = learningRate
    // The largest score that rounding could make 0, whatever the example; infinite or NaN lets none pass.
    func bound() -> Double {
      (abs(w0) + abs(w1) * largest1 + abs(w2) * largest2) * (2 * DecimalGrid.tolerance(terms: 3))
    }
    var clearlyRight = bound()
    var position = positions.lowerBound
    var mistakes = 0
    while position < positions.upperBound {
      let index = index(at: position, order)
      let (x1, x2) = (rows[2 * index], rows[2 * index + 1])
      let (term1, term2) = (x1 * w1, x2 * w2)
      let sum = w0 + term1 + term2
      let sign = Double(signs[index])
      position += 1
      // One branch, foreseen wherever mistakes are rare; none on the class, which nobody can foresee.
      if sign * sum > clearlyRight { continue }
      let magnitude = abs(w0) + abs(term1) + abs(term2)
      let isRight = Self.isRight(sum, magnitude: magnitude, isPositive: sign > 0, terms: 3)
      if isRight && sum.isFinite { continue }
      let (change0, change1, change2) = (rate * sign, rate * (sign * x1), rate * (sign * x2))
      guard sum.isFinite && (w0 + change0).isFinite && (w1 + change1).isFinite && (w2 + change2).isFinite else {
        position -= 1
        break
      }
      w0 = DecimalGrid.sum(w0, change0)
      w1 = DecimalGrid.sum(w1, change1)
      w2 = DecimalGrid.sum(w2, change2)
      clearlyRight = bound()
      mistakes += 1
      let score = DecimalGrid.score(sum, magnitude: magnitude, terms: 3)
      onMistake(position - 1, Perceptron.loss(score: score, target: sign > 0 ? 1 : -1))
    }
    (weights[0], weights[1], weights[2]) = (w0, w1, w2)
    pass.steps += position - positions.lowerBound
    pass.mistakes += mistakes
    pass.isFinite = position == positions.upperBound
    return pass.isFinite
  }
}

extension PerceptronKernel {
  /// The sum of the losses and the number of mistakes over the first `count` examples.
  ///
  /// A block that cannot hold a mistake adds nothing to either.
  func evaluate(_ count: Int) -> (loss: Double, errors: Int) {
    var total = (loss: 0.0, errors: 0)
    let size = PerceptronExamples.blockSize
    let endBlock = count / size
    var block = 0
    while block < endBlock {
      let clean = cleanBlocks(from: block, to: endBlock)
      guard clean < endBlock else { break }
      add(clean * size..<(clean + 1) * size, to: &total)
      block = clean + 1
    }
    add(endBlock * size..<count, to: &total)
    return total
  }

  private func add(_ indices: Range<Int>, to total: inout (loss: Double, errors: Int)) {
    for index in indices {
      let (sum, magnitude) = sum(index)
      let isPositive = signs[index] > 0
      if Self.isRight(sum, magnitude: magnitude, isPositive: isPositive, terms: weights.count) { continue }
      let score = DecimalGrid.score(sum, magnitude: magnitude, terms: weights.count)
      total.loss += Perceptron.loss(score: score, target: isPositive ? 1 : -1)
      total.errors += 1
    }
  }
}
