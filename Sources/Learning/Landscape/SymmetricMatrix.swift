/// A small symmetric matrix of finite numbers and its leading eigenvectors.
struct SymmetricMatrix {
  /// How many rows and columns it has.
  let size: Int
  /// The numbers, row by row.
  private(set) var values: [Double]

  /// A matrix from its numbers, row by row.
  ///
  /// - Precondition: there are `size * size` numbers; only what is symmetric about them matters.
  init(size: Int, values: [Double]) {
    precondition(values.count == size * size, "\(values.count) numbers for a matrix of \(size) rows and columns")
    self.size = size
    self.values = values
  }

  /// The inner products of rows with one another, M Mᵀ.
  init(gramOf rows: [[Double]]) {
    size = rows.count
    values = [Double](repeating: 0, count: size * size)
    for i in 0..<size {
      for j in i..<size {
        let product = VectorMath.dot(rows[i], rows[j])
        values[i * size + j] = product
        values[j * size + i] = product
      }
    }
  }

  /// The inner products of columns with one another, Mᵀ M.
  init(covarianceOf rows: [[Double]], width: Int) {
    size = width
    values = [Double](repeating: 0, count: width * width)
    for row in rows {
      for i in 0..<width where row[i] != 0 {
        let factor = row[i]
        for j in i..<width { values[i * width + j] += factor * row[j] }
      }
    }
    for i in 0..<width {
      for j in 0..<i { values[i * width + j] = values[j * width + i] }
    }
  }

  /// All eigenvalues, the largest first, with their eigenvectors, by Jacobi's rotations.
  ///
  /// Source: G. Golub, C. Van Loan, "Matrix Computations", section 8.5: cyclic by rows, until nothing is left beside the
  /// diagonal.
  ///
  /// - Complexity: O(size³) for each of some ten sweeps.
  func eigenvectors() -> [(value: Double, vector: [Double])] {
    var a = values
    var vectors = [Double](repeating: 0, count: size * size)
    for i in 0..<size { vectors[i * size + i] = 1 }
    let norm = VectorMath.length(a)
    for _ in 0..<60 {
      var rest = 0.0
      for p in 0..<size {
        for q in p + 1..<Swift.max(size, p + 1) { rest += a[p * size + q] * a[p * size + q] }
      }
      guard rest.squareRoot() > 1e-17 * norm else { break }
      for p in 0..<size {
        for q in p + 1..<Swift.max(size, p + 1) { rotate(&a, &vectors, p, q) }
      }
    }
    let order = (0..<size).sorted { a[$0 * size + $0] > a[$1 * size + $1] }
    return order.map { k in (a[k * size + k], (0..<size).map { vectors[$0 * size + k] }) }
  }

  /// Turns rows and columns p and q so that a[p, q] becomes 0.
  private func rotate(_ a: inout [Double], _ vectors: inout [Double], _ p: Int, _ q: Int) {
    let apq = a[p * size + q]
    guard apq != 0 else { return }
    let theta = (a[q * size + q] - a[p * size + p]) / (2 * apq)
    let t = (theta >= 0 ? 1 : -1) / (theta.magnitude + (theta * theta + 1).squareRoot())
    let c = 1 / (t * t + 1).squareRoot()
    let s = t * c
    for k in 0..<size {
      let (x, y) = (a[k * size + p], a[k * size + q])
      a[k * size + p] = c * x - s * y
      a[k * size + q] = s * x + c * y
    }
    for k in 0..<size {
      let (x, y) = (a[p * size + k], a[q * size + k])
      a[p * size + k] = c * x - s * y
      a[q * size + k] = s * x + c * y
      let (v, w) = (vectors[k * size + p], vectors[k * size + q])
      vectors[k * size + p] = c * v - s * w
      vectors[k * size + q] = s * v + c * w
    }
  }
}
