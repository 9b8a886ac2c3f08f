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

  /// Learns from the examples at `positions` of the data, passing over blocks without a mistake.
  mutating func learnInOrder(_ positions: Range<Int>, _ onMistake: (Int, Double) -> Void) -> PerceptronPass {
    // The common case with its size known at compile time: the loops over features disappear.
    if largest.count == 2 {
      learnInOrder(positions, featureCount: 2, onMistake)
    } else {
      learnInOrder(positions, featureCount: largest.count, onMistake)
    }
    return pass
  }

  /// Learns from the examples at `positions` of `order`.
  mutating func learn(
    _ positions: Range<Int>, order: UnsafeBufferPointer<Int32>, _ onMistake: (Int, Double) -> Void
  ) -> PerceptronPass {
    if largest.count == 2 {
      learn(positions, order: order, featureCount: 2, onMistake)
    } else {
      learn(positions, order: order, featureCount: largest.count, onMistake)
    }
    return pass
  }

  @inline(__always)
  private mutating func learn(
    _ positions: Range<Int>, order: UnsafeBufferPointer<Int32>, featureCount: Int, _ onMistake: (Int, Double) -> Void
  ) {
    for position in positions {
      let index = Int(order[position])
      precondition(index < signs.count, "example \(index) of \(signs.count)")
      guard learn(index, at: position, featureCount: featureCount, onMistake) else { return }
    }
  }

  @inline(__always)
  private mutating func learnInOrder(
    _ positions: Range<Int>, featureCount: Int, _ onMistake: (Int, Double) -> Void
  ) {
    let size = PerceptronExamples.blockSize
    let firstBlock = (positions.lowerBound + size - 1) / size
    let endBlock = max(firstBlock, positions.upperBound / size)
    let head = positions.lowerBound..<min(firstBlock * size, positions.upperBound)
    let tail = min(max(head.upperBound, endBlock * size), positions.upperBound)..<positions.upperBound
    guard learnOneByOne(head, featureCount: featureCount, onMistake) else { return }
    var block = firstBlock
    while true {
      let clean = cleanBlocks(from: block, to: endBlock, featureCount: featureCount)
      pass.steps += (clean - block) * size
      guard clean < endBlock else { break }
      let examples = clean * size..<(clean + 1) * size
      guard learnOneByOne(examples, featureCount: featureCount, onMistake) else { return }
      block = clean + 1
    }
    _ = learnOneByOne(tail, featureCount: featureCount, onMistake)
  }

  @inline(__always)
  private mutating func learnOneByOne(
    _ indices: Range<Int>, featureCount: Int, _ onMistake: (Int, Double) -> Void
  ) -> Bool {
    for index in indices {
      guard learn(index, at: index, featureCount: featureCount, onMistake) else { return false }
    }
    return true
  }

  // MARK: Blocks

  /// The first block from `start` on that may hold a mistake, or `end`.
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
  @inline(__always)
  private mutating func learn(
    _ index: Int, at position: Int, featureCount: Int, _ onMistake: (Int, Double) -> Void
  ) -> Bool {
    let (sum, magnitude) = sum(index, featureCount: featureCount)
    // A score off its decimal has the sign of its decimal, so it is enough to round at a mistake.
    let isZero = abs(sum) <= DecimalGrid.tolerance(terms: featureCount + 1) * magnitude && magnitude.isFinite
    let isPositive = signs[index] > 0
    if isPositive ? sum >= 0 || isZero : sum < 0 && !isZero {
      guard sum.isFinite else {
        pass.isFinite = false
        return false
      }
      pass.steps += 1
      return true
    }
    guard sum.isFinite, update(index, sign: isPositive ? 1 : -1, featureCount: featureCount) else {
      pass.isFinite = false
      return false
    }
    let score = DecimalGrid.score(sum, magnitude: magnitude, terms: featureCount + 1)
    onMistake(position, Perceptron.loss(score: score, target: isPositive ? 1 : -1))
    pass.steps += 1
    pass.mistakes += 1
    return true
  }

  /// Moves the weights toward a misclassified example; false, and nothing moved, when one would become infinite or NaN.
  @inline(__always)
  private mutating func update(_ index: Int, sign: Double, featureCount: Int) -> Bool {
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
  @inline(__always)
  private func sum(_ index: Int, featureCount: Int) -> (sum: Double, magnitude: Double) {
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

  /// The sum of the losses and the number of mistakes over the first `count` examples.
  mutating func evaluate(_ count: Int) -> (loss: Double, errors: Int) {
    var loss = 0.0
    var errors = 0
    let featureCount = largest.count
    for index in 0..<count {
      let (sum, magnitude) = sum(index, featureCount: featureCount)
      let score = DecimalGrid.score(sum, magnitude: magnitude, terms: featureCount + 1)
      let target = Int(signs[index])
      loss += Perceptron.loss(score: score, target: target)
      if !Perceptron.isCorrect(score: score, target: target) { errors += 1 }
    }
    return (loss, errors)
  }
}
