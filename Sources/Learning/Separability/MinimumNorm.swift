/// The point of a convex hull that is nearest to the origin.
///
/// The hull is known by its support alone: the point that reaches least far in a direction. The answer is a mixture of
/// at most as many points as there are dimensions and one.
/// Source: P. Wolfe, "Finding the nearest point in a polytope", Mathematical Programming 11, 1976.
struct MinimumNorm<Label: Equatable> {
  /// A point of which the hull is made.
  struct Member {
    var label: Label
    var values: [Double]
  }

  /// The nearest point.
  private(set) var point: [Double]
  /// The points that it is a mixture of.
  private(set) var members: [Member]
  /// Their coefficients, which sum to 1.
  private(set) var coefficients: [Double]

  /// Finds the point.
  ///
  /// - Parameters:
  ///   - start: any point of the hull.
  ///   - support: the point p with the smallest product with a direction.
  /// - Complexity: a call of `support` an iteration, some dozens of iterations, at most 2000.
  init(start: Member, support: ([Double]) -> Member) {
    point = start.values
    members = [start]
    coefficients = [1]
    var radius = norm(start.values)
    for _ in 0..<2000 {
      let squared = dot(point, point)
      let next = support(point)
      radius = max(radius, norm(next.values))
      let gap = squared - dot(point, next.values)
      guard gap > 1e-14 * squared + 0x1p-51 * squared.squareRoot() * radius else { return }
      guard !members.contains(where: { $0.label == next.label }) else { return }
      let before = self
      members.append(next)
      coefficients.append(0)
      guard settle(), dot(point, point) < squared else {
        self = before
        return
      }
    }
  }

  /// Moves to the nearest point of the members' hull, leaving members out until it lies inside.
  private mutating func settle() -> Bool {
    while true {
      guard let wanted = affineCoefficients() else { return false }
      if wanted.allSatisfy({ $0 > 1e-15 }) {
        coefficients = wanted
        updatePoint()
        return true
      }
      guard members.count > 1 else { return false }
      var step = 1.0
      for (old, new) in zip(coefficients, wanted) where new <= 1e-15 { step = min(step, old / (old - new)) }
      if !(step >= 0) { step = 0 }
      coefficients = zip(coefficients, wanted).map { $0 + step * ($1 - $0) }
      // The member that was reached leaves, and with it any other that has no share left.
      let least = zip(coefficients, wanted).enumerated().filter { $0.element.1 <= 1e-15 }
        .min { $0.element.0 < $1.element.0 }?.offset
      let kept = coefficients.indices.filter { $0 != least && (coefficients[$0] > 1e-15 || wanted[$0] > 1e-15) }
      guard !kept.isEmpty, kept.count < members.count else { return false }
      let total = kept.reduce(0) { $0 + coefficients[$1] }
      members = kept.map { members[$0] }
      coefficients = kept.map { total > 0 ? coefficients[$0] / total : 1 / Double(kept.count) }
    }
  }

  private mutating func updatePoint() {
    point = point.indices.map { axis in
      zip(coefficients, members).reduce(0) { $0 + $1.0 * $1.1.values[axis] }
    }
  }

  /// The coefficients of the point nearest to the origin of the plane through the members, or nil if they depend on
  /// each other: least squares by orthogonalization (Gram and Schmidt, twice).
  private func affineCoefficients() -> [Double]? {
    let base = members[0].values
    var basis: [[Double]] = []
    var triangle: [[Double]] = []
    for member in members.dropFirst() {
      var rest = zip(member.values, base).map { $0 - $1 }
      let length = norm(rest)
      var column: [Double] = Array(repeating: 0, count: basis.count)
      for _ in 0..<2 {
        for (index, axis) in basis.enumerated() {
          let part = dot(axis, rest)
          column[index] += part
          rest = zip(rest, axis).map { $0 - part * $1 }
        }
      }
      let left = norm(rest)
      guard left > 1e-13 * length else { return nil }
      column.append(left)
      basis.append(rest.map { $0 / left })
      triangle.append(column)
    }
    var rest = base
    let target = basis.map { axis in
      let part = dot(axis, rest)
      rest = zip(rest, axis).map { $0 - part * $1 }
      return -part
    }
    var steps = Array(repeating: 0.0, count: basis.count)
    for row in basis.indices.reversed() {
      var value = target[row]
      for column in row + 1..<max(basis.count, row + 1) { value -= triangle[column][row] * steps[column] }
      steps[row] = value / triangle[row][row]
    }
    return [1 - steps.reduce(0, +)] + steps
  }
}

/// The product of two vectors.
func dot(_ a: [Double], _ b: [Double]) -> Double {
  var sum = 0.0
  for index in a.indices { sum += a[index] * b[index] }
  return sum
}

/// The length of a vector.
func norm(_ a: [Double]) -> Double {
  dot(a, a).squareRoot()
}
