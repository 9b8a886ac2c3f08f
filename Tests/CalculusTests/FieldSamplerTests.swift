import Basics
import Learning
import Testing

@testable import Calculus

@Suite("FieldSampler") struct FieldSamplerTests {
  @Test("row 0 is the top row and samples are in the middle of their boxes") func geometry() throws {
    let grid = SampleGrid(xRange: 0...4, yRange: -1...1, columns: 2, rows: 2)
    #expect(FieldSampler(try Expression(parsing: "x"), over: grid).field() == [1, 3, 1, 3])
    #expect(FieldSampler(try Expression(parsing: "y"), over: grid).field() == [0.5, 0.5, -0.5, -0.5])
    #expect(FieldSampler(try Expression(parsing: "7"), over: grid).field() == [7, 7, 7, 7])
    #expect(FieldSampler(try Expression(parsing: "x*y"), over: grid).field() == [0.5, 1.5, -0.5, -1.5])
  }

  @Test("is bit for bit the value at each point, for all recorded expressions") func exact() throws {
    for recorded in try RecordedExpression.all() {
      let expression = try Expression(parsing: recorded.text)
      let grid = SampleGrid(xRange: -3...3.5, yRange: -2...3, columns: 19, rows: 5)
      let field = FieldSampler(expression, over: grid).field()
      for row in 0..<5 {
        for column in 0..<19 {
          let value = expression.value(x: grid.x(column: column), y: grid.y(row: row))
          let sample = field[row * 19 + column]
          #expect(sample == value || (sample.isNaN && value.isNaN), "\(recorded.text)")
        }
      }
    }
  }

  @Test("does not depend on how the rows are split", arguments: [1, 7, 127, 128, 129, 400]) func split(columns: Int)
    throws
  {
    let expression = try Expression(parsing: "sin(x y) + (x - y^2)^3 + min(x, y) + x^5 - exp(y)/2")
    let grid = SampleGrid(xRange: -2...2, yRange: -2...2, columns: columns, rows: 13)
    let sampler = FieldSampler(expression, over: grid)
    var pieces = [Double](repeating: .nan, count: grid.count)
    pieces.withUnsafeMutableBufferPointer { buffer in
      for rows in [9..<13, 0..<1, 1..<1, 1..<9] { sampler.fill(rows: rows, of: buffer) }
    }
    #expect(pieces == sampler.field())
    #expect(pieces[5 * columns + columns / 2] == expression.value(x: grid.x(column: columns / 2), y: grid.y(row: 5)))
  }

  @Test("empty grids give empty fields", arguments: [(0, 0), (0, 5), (5, 0), (-1, 3)]) func empty(
    columns: Int, rows: Int
  ) throws {
    let grid = SampleGrid(xRange: 0...1, yRange: 0...1, columns: columns, rows: rows)
    #expect(FieldSampler(try Expression(parsing: "x*y + x"), over: grid).field().isEmpty)
  }

  @Test("a rectangle without extent and one of all numbers do not trap") func extremes() throws {
    let expression = try Expression(parsing: "x*y + 1/x")
    for range in [0.0...0.0, -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude, 1e-300...1e300] {
      let grid = SampleGrid(xRange: range, yRange: range, columns: 9, rows: 3)
      #expect(FieldSampler(expression, over: grid).field().count == 27)
    }
  }
}
