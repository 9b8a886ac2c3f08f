import Testing

@testable import Learning

@Suite("Eigenvectors of symmetric matrices")
struct SymmetricMatrixTests {
  @Test("a matrix of two rows, by hand")
  func byHand() {
    // [[2, 1], [1, 2]] has 3 along (1, 1) and 1 along (1, -1).
    let pairs = SymmetricMatrix(size: 2, values: [2, 1, 1, 2]).eigenvectors()
    #expect(abs(pairs[0].value - 3) < 1e-14 && abs(pairs[1].value - 1) < 1e-14)
    #expect(abs(pairs[0].vector[0] - pairs[0].vector[1]) < 1e-14)
    #expect(abs(pairs[1].vector[0] + pairs[1].vector[1]) < 1e-14)
  }

  @Test("A v = λ v for random matrices, by rotations and by iteration", arguments: [1, 2, 7, 32, 33, 80, 200])
  func residuals(size: Int) {
    var generator = SplitMix64(seed: UInt64(size))
    let rows = (0..<size).map { row in (0..<size + 3).map { _ in generator.normal() / Double(row + 1) } }
    let matrix = SymmetricMatrix(gramOf: rows)
    let pairs = matrix.leadingEigenvectors().prefix(2)
    #expect(pairs.count == min(2, size))
    for (value, vector) in pairs {
      for i in 0..<size {
        let image = (0..<size).reduce(0) { $0 + matrix.values[i * size + $1] * vector[$1] }
        #expect(abs(image - value * vector[i]) < 1e-9 * pairs[0].value)
      }
    }
  }
}
