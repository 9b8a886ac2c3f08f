/// The smallest and the largest eigenvalue of a symmetric matrix that is known only by its products with directions.
///
/// Lanczos' method: of the very products that power iteration makes it takes the best estimate that they allow, so a
/// dozen do where power iteration needs a hundred, and a negative eigenvalue of larger size is not in the way. Source:
/// G. Golub, C. Van Loan, "Matrix Computations", 4th ed., section 10.1.
package struct SpectrumEnds: Sendable, Equatable {
  /// The smallest eigenvalue; approached from above, and less exactly than the largest.
  package let smallest: Double
  /// The largest eigenvalue; approached from below.
  package let largest: Double
  /// How far the largest is from an eigenvalue at most.
  package let error: Double
  /// How many products were made.
  package let products: Int

  /// Works the ends out, beginning in a direction drawn from a seed.
  ///
  /// NaN where a product is not finite; 0 for a matrix without rows.
  ///
  /// - Parameters:
  ///   - dimension: How many rows the matrix has.
  ///   - products: How many products are made at most.
  ///   - tolerance: How far the largest eigenvalue may be off, as a share of it.
  ///   - seed: What the first direction is drawn from.
  ///   - multiply: Writes the product of the first `dimension` numbers to the second.
  /// - Complexity: O(products² dimension) besides the products.
  package init(
    dimension: Int, products: Int, tolerance: Double, seed: UInt64 = 1,
    multiply: (UnsafePointer<Double>, UnsafeMutablePointer<Double>) -> Void
  ) {
    var tridiagonal = TridiagonalMatrix()
    var ends = (smallest: 0.0, largest: 0.0, error: 0.0)
    let most = Swift.min(dimension, Swift.max(1, products))
    withUnsafeTemporaryAllocation(of: Double.self, capacity: Swift.max(1, (most + 1) * dimension)) { memory in
      memory.initialize(repeating: 0)
      guard dimension > 0, let basis = memory.baseAddress else { return }
      var generator = SplitMix64(seed: seed)
      for index in 0..<dimension { basis[index] = generator.uniform(-1, 1) }
      scale(basis, dimension, by: 1 / VectorMath.dot(basis, basis, count: dimension).squareRoot())
      for count in 1...most {
        let own = basis + (count - 1) * dimension
        let next = basis + count * dimension
        multiply(own, next)
        tridiagonal.diagonal.append(VectorMath.dot(own, next, count: dimension))
        // Against all directions so far, twice, as rounding lets them lean.
        for _ in 0..<2 {
          for earlier in 0..<count {
            let direction = basis + earlier * dimension
            add(-VectorMath.dot(direction, next, count: dimension), direction, to: next, dimension)
          }
        }
        let length = VectorMath.dot(next, next, count: dimension).squareRoot()
        guard length.isFinite, tridiagonal.diagonal[count - 1].isFinite else {
          ends = (.nan, .nan, .nan)
          return
        }
        ends.largest = tridiagonal.largestEigenvalue
        ends.error = length * tridiagonal.lastComponent(of: ends.largest)
        let size = Swift.max(ends.largest.magnitude, tridiagonal.size * 1e-12)
        if count == most || length <= tridiagonal.size * 1e-13 || ends.error <= tolerance * size { break }
        tridiagonal.offDiagonal.append(length)
        scale(next, dimension, by: 1 / length)
      }
      ends.smallest = tridiagonal.smallestEigenvalue
    }
    (smallest, largest, error) = ends
    self.products = tridiagonal.diagonal.count
  }
}

@inline(__always)
private func add(
  _ factor: Double, _ direction: UnsafePointer<Double>, to target: UnsafeMutablePointer<Double>, _ count: Int
) {
  for index in 0..<count { target[index] += factor * direction[index] }
}

@inline(__always)
private func scale(_ direction: UnsafeMutablePointer<Double>, _ count: Int, by factor: Double) {
  for index in 0..<count { direction[index] *= factor }
}
