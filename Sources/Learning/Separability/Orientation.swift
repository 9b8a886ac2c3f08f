/// A point of the plane with the index of the example it came from.
struct IndexedPoint: Equatable {
  var x: Double
  var y: Double
  var index: Int
}

/// On which side of the line from `a` to `b` the point `c` lies: positive for the left, 0 for on the line.
///
/// The value is twice the area of the triangle, rounded; its sign is exact as long as no product of two coordinates
/// underflows. Source: J. Shewchuk, "Adaptive precision floating-point arithmetic and fast robust geometric
/// predicates", 1997.
func orientation(_ a: IndexedPoint, _ b: IndexedPoint, _ c: IndexedPoint) -> Double {
  let left = (a.x - c.x) * (b.y - c.y)
  let right = (a.y - c.y) * (b.x - c.x)
  let area = left - right
  // (3 + 16 u) u with u = 2^-53, and a little for underflow.
  if abs(area) > 3.330_669_073_875_471_6e-16 * (abs(left) + abs(right)) + 1e-290 { return area }
  return exactOrientation(a, b, c)
}

/// The same by an exact sum of the six products of the determinant.
private func exactOrientation(_ a: IndexedPoint, _ b: IndexedPoint, _ c: IndexedPoint) -> Double {
  let factors = [(a.x, b.y), (-a.y, b.x), (b.x, c.y), (-b.y, c.x), (c.x, a.y), (-c.y, a.x)]
  var expansion: [Double] = []
  for (first, second) in factors {
    let product = first * second
    // The rounding error of a product is itself a double, and a fused multiply-add finds it.
    grow(&expansion, by: (-product).addingProduct(first, second))
    grow(&expansion, by: product)
  }
  // Components are sorted and do not overlap, so the largest has the sign of the sum, and the sum keeps it.
  return expansion.last { $0 != 0 } ?? 0
}

/// Adds a number to an expansion, a sum of doubles that do not overlap, in ascending order of magnitude.
private func grow(_ expansion: inout [Double], by number: Double) {
  var carry = number
  for index in expansion.indices {
    let component = expansion[index]
    let sum = carry + component
    let part = sum - carry
    expansion[index] = (carry - (sum - part)) + (component - part)
    carry = sum
  }
  expansion.append(carry)
}
