/// A symmetric matrix with numbers on its diagonal and beside it, and zeros elsewhere.
struct TridiagonalMatrix {
  /// The diagonal.
  var diagonal: [Double] = []
  /// The numbers beside it: one fewer.
  var offDiagonal: [Double] = []

  /// An interval that holds all eigenvalues: the union of Gershgorin's discs.
  private var bounds: (low: Double, high: Double) {
    var (low, high) = (Double.infinity, -Double.infinity)
    for index in diagonal.indices {
      let radius =
        (index > 0 ? offDiagonal[index - 1].magnitude : 0)
        + (index < offDiagonal.count ? offDiagonal[index].magnitude : 0)
      (low, high) = (Swift.min(low, diagonal[index] - radius), Swift.max(high, diagonal[index] + radius))
    }
    return (low, high)
  }

  /// The largest size of a number that an eigenvalue can be.
  var size: Double {
    let (low, high) = bounds
    return Swift.max(low.magnitude, high.magnitude)
  }

  /// The largest eigenvalue; 0 for a matrix without rows.
  var largestEigenvalue: Double { eigenvalue(above: diagonal.count - 1) }
  /// The smallest eigenvalue; 0 for a matrix without rows.
  var smallestEigenvalue: Double { eigenvalue(above: 0) }

  /// The eigenvalue that so many others lie below, by bisection.
  ///
  /// - Complexity: O(n) for each bit.
  private func eigenvalue(above number: Int) -> Double {
    guard !diagonal.isEmpty else { return 0 }
    var (low, high) = bounds
    let precision = 1e-14 * Swift.max(low.magnitude, high.magnitude)
    while high - low > precision {
      let middle = low / 2 + high / 2
      guard middle > low, middle < high else { break }
      if eigenvalues(below: middle) > number { high = middle } else { low = middle }
    }
    return low / 2 + high / 2
  }

  /// How many eigenvalues lie below a number: as many as there are negative pivots (Sylvester's law of inertia).
  private func eigenvalues(below number: Double) -> Int {
    var count = 0
    var pivot = 1.0
    for index in diagonal.indices {
      let square = index > 0 ? offDiagonal[index - 1] * offDiagonal[index - 1] : 0
      pivot = diagonal[index] - number - (square == 0 ? 0 : square / pivot)
      // A pivot of 0 counts as a tiny negative one; division goes on.
      if pivot == 0 { pivot = -Double.leastNormalMagnitude }
      if pivot < 0 { count += 1 }
    }
    return count
  }

  /// The size of the last component of the eigenvector, of length 1, that belongs to an eigenvalue at an end.
  ///
  /// From the last component up: where it is small the others grow, so rounding does no harm.
  func lastComponent(of eigenvalue: Double) -> Double {
    var (own, below) = (1.0, 0.0)
    var square = 1.0
    for index in stride(from: diagonal.count - 1, to: 0, by: -1) {
      let beside = index < offDiagonal.count ? offDiagonal[index] * below : 0
      (own, below) = (((eigenvalue - diagonal[index]) * own - beside) / offDiagonal[index - 1], own)
      square += own * own
    }
    return 1 / square.squareRoot()
  }
}
