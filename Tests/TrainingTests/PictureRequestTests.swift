import Testing

@testable import Training

@Suite("PictureRequest") struct PictureRequestTests {
  @Test(
    "What would cost too much is made coarser along both axes, but never finer than was asked for nor below 8",
    arguments: [
      // 100 x 60 places at 10 are 60,000; at 40 four times as many, so half of both.
      (100, 60, 10.0, 60_000.0, 100, 60), (100, 60, 40, 60_000, 50, 30), (1000, 4, 1, 10, 50, 4),
      (100, 100, 1, 1, 8, 8), (7, 3, 1e9, 1, 7, 3), (0, 50, 1, 1, 0, 50), (-3, -4, 1, 1, 0, 0),
    ])
  func size(columns: Int, rows: Int, cost: Double, most: Double, fewerColumns: Int, fewerRows: Int) {
    let size = PictureRequest(columns: columns, rows: rows).size(costing: cost, atMost: most)
    #expect(size == (fewerColumns, fewerRows))
  }

  @Test("No number of columns, and no cost, ends the program", arguments: [0, 1, 1e300, .infinity, .nan, -1])
  func extremes(cost: Double) {
    for (columns, rows) in [(Int.max, Int.max), (.max, 1), (.max, 0), (.min, .max), (1, 1)] {
      for most in [0, 1, 9.2e18, .infinity] {
        let size = PictureRequest(columns: columns, rows: rows).size(costing: cost, atMost: most)
        #expect((0...max(0, columns)).contains(size.columns) && (0...max(0, rows)).contains(size.rows))
      }
    }
  }

  @Test(
    "A number becomes a whole one within a range",
    arguments: [
      (3.9, 3), (15.999, 15), (16, 16), (-7.5, 1), (.nan, 1), (.infinity, 16), (-.infinity, 1), (1e300, 16),
    ] as [(Double, Int)])
  func whole(number: Double, expected: Int) {
    #expect(Int(number, within: 1...16) == expected)
  }
}
