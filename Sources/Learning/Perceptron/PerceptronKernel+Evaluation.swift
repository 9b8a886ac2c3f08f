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
