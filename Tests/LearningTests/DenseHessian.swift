@testable import Learning

/// A Hessian written out, by central differences of the gradient, and taken apart by Jacobi's rotations: nothing in it is
/// shared with what it checks.
enum DenseHessian {
  /// The matrix of a network's mean loss and regularizer at its parameters.
  static func matrix(
    _ reference: ReferenceNetwork, _ examples: NetworkExamples, regularizer: Regularizer = .none
  ) -> [[Double]] {
    let all = Array(0..<examples.count)
    let h = 1e-5
    let rows = reference.parameters.values.indices.map { index in
      let slopes = [h, -h].map { step in
        var moved = reference
        moved.parameters.values[index] += step
        return moved.gradient(examples, at: all, regularizer: regularizer).gradient
      }
      return zip(slopes[0], slopes[1]).map { ($0 - $1) / (2 * h) }
    }
    return rows.indices.map { row in rows.indices.map { (rows[row][$0] + rows[$0][row]) / 2 } }
  }

  /// The eigenvalues of a symmetric matrix, smallest first: cyclic Jacobi rotations until nothing is left beside the
  /// diagonal.
  static func eigenvalues(_ matrix: [[Double]]) -> [Double] {
    var a = matrix
    let n = a.count
    for _ in 0..<60 {
      var rest = 0.0
      for p in 0..<n {
        for q in 0..<n where q > p {
          rest += a[p][q] * a[p][q]
          guard a[p][q] != 0 else { continue }
          let theta = (a[q][q] - a[p][p]) / (2 * a[p][q])
          let t = (theta >= 0 ? 1.0 : -1) / (theta.magnitude + (theta * theta + 1).squareRoot())
          let c = 1 / (t * t + 1).squareRoot()
          let s = t * c
          for k in 0..<n { (a[k][p], a[k][q]) = (c * a[k][p] - s * a[k][q], s * a[k][p] + c * a[k][q]) }
          for k in 0..<n { (a[p][k], a[q][k]) = (c * a[p][k] - s * a[q][k], s * a[p][k] + c * a[q][k]) }
        }
      }
      if rest < 1e-26 { break }
    }
    return (0..<n).map { a[$0][$0] }.sorted()
  }
}
