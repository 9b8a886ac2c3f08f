import Basics
import Testing

@Suite("Places and rectangles of the plane") struct PlaneTests {
  @Test("A rectangle has a width and a height whatever it is made of")
  func positive() {
    let edges = [-Double.infinity, -1e308, -2, 0, 0.5, .leastNonzeroMagnitude, 3, 1e308, .infinity, .nan]
    for low in edges {
      for high in edges {
        let rect = PlaneRect(minX: low, maxX: high, minY: high, maxY: low)
        #expect(rect.minX < rect.maxX && rect.minY < rect.maxY)
        #expect((rect.maxX - rect.minX).isFinite && (rect.maxY - rect.minY).isFinite)
      }
    }
  }

  @Test("It moves by parts of its size, grows about a place, and takes in another with a margin of a twentieth")
  func geometry() {
    let rect = PlaneRect(minX: 0, maxX: 4, minY: -1, maxY: 1)
    #expect(rect.moved(x: 0.5, y: -1) == PlaneRect(minX: 2, maxX: 6, minY: -3, maxY: -1))
    #expect(rect.scaled(by: 2, about: PlanePoint(x: 1, y: 0)) == PlaneRect(minX: -1, maxX: 7, minY: -2, maxY: 2))
    #expect(rect.extended(toX: 8, y: 0) == PlaneRect(minX: 0, maxX: 8.4, minY: -1, maxY: 1))
    #expect(rect.contains(x: 4, y: 1) && !rect.contains(x: 4.1, y: 0))
    #expect(rect.middle == PlanePoint(x: 2, y: 0))
  }

  @Test("A grid's samples are the middles of its boxes, from the top left")
  func grid() {
    let grid = SampleGrid(xRange: 0...2, yRange: 0...4, columns: 2, rows: 2)
    #expect([grid.x(column: 0), grid.x(column: 1), grid.y(row: 0), grid.y(row: 1)] == [0.5, 1.5, 3, 1])
    #expect(SampleGrid(xRange: 0...1, yRange: 0...1, columns: -1, rows: 3).count == 0)
    let widest = SampleGrid(xRange: -1e308...1e308, yRange: -1e308...1e308, columns: 4, rows: 4)
    #expect((0..<4).allSatisfy { widest.x(column: $0).isFinite && widest.y(row: $0).isFinite })
  }
}
