extension SymmetricMatrix {
  /// Up to this size all eigenvectors are found by Jacobi's rotations; beyond, the leading ones by iteration.
  private static let mostByJacobi = 32
  private static let mostIterations = 300

  /// The largest eigenvalues, at least two of them where there are two, with their eigenvectors.
  ///
  /// For large matrices eight vectors are multiplied by the matrix again and again, side by side in the lanes of a SIMD
  /// vector; each time the 8 x 8 problem within their span is solved by Jacobi's rotations (Rayleigh and Ritz). It ends
  /// when the two first residuals are rounding errors. Where the second eigenvalue and the ninth are nearly equal it may
  /// end earlier; the second direction is then as good as arbitrary.
  func leadingEigenvectors() -> [(value: Double, vector: [Double])] {
    guard size > Self.mostByJacobi else { return eigenvectors() }
    var generator = SplitMix64(seed: 8)
    var basis = (0..<size).map { _ in
      var lanes = SIMD8<Double>()
      for lane in 0..<8 { lanes[lane] = generator.normal() }
      return lanes
    }
    var values = SIMD8<Double>()
    for _ in 0..<Self.mostIterations {
      Self.orthonormalize(&basis)
      var image = product(with: basis)
      let ritz = Self.innerProducts(basis, image).eigenvectors()
      var turn = [SIMD8<Double>](repeating: .zero, count: 8)
      for (lane, pair) in ritz.enumerated() {
        values[lane] = pair.value
        for k in 0..<8 { turn[k][lane] = pair.vector[k] }
      }
      basis = Self.combine(basis, turn)
      image = Self.combine(image, turn)
      if hasConverged(basis, image, values) { break }
      basis = image
    }
    return (0..<2).map { lane in (values[lane], basis.map { $0[lane] }) }
  }

  /// The matrix times eight columns.
  private func product(with basis: [SIMD8<Double>]) -> [SIMD8<Double>] {
    var image = [SIMD8<Double>](repeating: .zero, count: size)
    for i in 0..<size {
      var sum = SIMD8<Double>.zero
      for j in 0..<size { sum += values[i * size + j] * basis[j] }
      image[i] = sum
    }
    return image
  }

  /// Whether A v - λ v of the two first columns is rounding error.
  private func hasConverged(_ basis: [SIMD8<Double>], _ image: [SIMD8<Double>], _ values: SIMD8<Double>) -> Bool {
    var squares = SIMD8<Double>.zero
    for (v, av) in zip(basis, image) {
      let residual = av - values * v
      squares += residual * residual
    }
    let floor = 1e-15 * values[0].magnitude
    return (0..<2).allSatisfy { squares[$0].squareRoot() <= Swift.max(1e-12 * values[$0].magnitude, floor) }
  }

  /// Makes the columns perpendicular to one another and of length 1, twice over against rounding; a column that
  /// vanishes becomes 0.
  private static func orthonormalize(_ basis: inout [SIMD8<Double>]) {
    for lane in 0..<8 {
      for _ in 0..<2 {
        var along = SIMD8<Double>.zero
        for row in basis { along += row * row[lane] }
        for k in basis.indices {
          var sum = 0.0
          for other in 0..<lane { sum += along[other] * basis[k][other] }
          basis[k][lane] -= sum
        }
      }
      let length = basis.reduce(0) { $0 + $1[lane] * $1[lane] }.squareRoot()
      for k in basis.indices { basis[k][lane] = length > 0 ? basis[k][lane] / length : 0 }
    }
  }

  /// The inner products of the columns of two blocks.
  private static func innerProducts(_ left: [SIMD8<Double>], _ right: [SIMD8<Double>]) -> SymmetricMatrix {
    var rows = [SIMD8<Double>](repeating: .zero, count: 8)
    for (l, r) in zip(left, right) {
      for lane in 0..<8 { rows[lane] += l[lane] * r }
    }
    var values: [Double] = []
    for i in 0..<8 {
      for j in 0..<8 { values.append((rows[i][j] + rows[j][i]) / 2) }
    }
    return SymmetricMatrix(size: 8, values: values)
  }

  /// The block's columns mixed by an 8 x 8 matrix.
  private static func combine(_ block: [SIMD8<Double>], _ turn: [SIMD8<Double>]) -> [SIMD8<Double>] {
    block.map { row in
      var sum = SIMD8<Double>.zero
      for k in 0..<8 { sum += row[k] * turn[k] }
      return sum
    }
  }
}
