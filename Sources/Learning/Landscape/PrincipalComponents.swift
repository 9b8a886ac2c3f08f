/// The two leading right singular vectors of a matrix, from the eigenvectors of its smaller Gram matrix.
struct PrincipalComponents {
  /// The directions, of length 1 and perpendicular to one another; fewer than two where the rank is lower.
  let directions: [[Double]]
  /// The share of the sum of squares that each explains.
  let explained: [Double]

  /// A second singular value below this share of the first is rounding error: Gram matrices square it.
  private static let leastShare = 1e-14

  /// Decomposes the matrix of the given rows.
  ///
  /// - Precondition: all rows are of one length and finite.
  init(_ rows: [[Double]]) {
    let largest = rows.reduce(0) { $1.reduce($0) { Double.maximum($0, $1.magnitude) } }
    guard let width = rows.first?.count, largest > 0 else {
      (directions, explained) = ([], [])
      return
    }
    // Squares of what is scaled so neither overflow nor vanish.
    let scaled = rows.map { $0.map { $0 / largest } }
    let byRows = scaled.count <= width
    let gram = byRows ? SymmetricMatrix(gramOf: scaled) : SymmetricMatrix(covarianceOf: scaled, width: width)
    let total = scaled.reduce(0) { $0 + VectorMath.dot($1, $1) }
    var directions: [[Double]] = []
    var explained: [Double] = []
    for (value, vector) in gram.leadingEigenvectors().prefix(2) where value > Self.leastShare * total {
      var direction = vector
      if byRows {
        direction = [Double](repeating: 0, count: width)
        for (factor, row) in zip(vector, scaled) {
          for index in 0..<width { direction[index] += factor * row[index] }
        }
      }
      for other in directions { direction = VectorMath.perpendicular(direction, to: other) }
      guard let unit = VectorMath.unit(direction) else { break }
      directions.append(unit)
      explained.append(Swift.min(1, value / total))
    }
    self.directions = directions
    self.explained = explained
  }
}
