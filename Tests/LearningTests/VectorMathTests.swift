import Testing

@testable import Learning

@Suite("Sums over rows of numbers")
struct VectorMathTests {
  // The sum of k (k + 1) for k below n is n (n - 1) (n + 1) / 3, exactly, in whatever order.
  @Test("inner products of all lengths", arguments: [0, 1, 7, 15, 16, 17, 31, 32, 33, 100])
  func dot(count: Int) {
    let numbers = (0..<count).map(Double.init)
    let product = VectorMath.dot(numbers, numbers.map { $0 + 1 } + [5])
    #expect(product == Double(count * (count - 1) * (count + 1) / 3))
  }

  @Test("lengths near the ends of the doubles", arguments: [1e-300, 1, 1e300])
  func length(scale: Double) {
    #expect(abs(VectorMath.length([3 * scale, 4 * scale]) / (5 * scale) - 1) < 1e-15)
    #expect(VectorMath.length([0, 0]) == 0 && VectorMath.length([]) == 0)
    #expect(VectorMath.length([.infinity, 1]) == .infinity && VectorMath.length([1, .nan]).isNaN)
  }
}
