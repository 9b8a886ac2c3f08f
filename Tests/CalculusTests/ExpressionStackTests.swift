import Basics
import Foundation
import Testing

@testable import Calculus

@Suite("Expressions on a small stack") struct ExpressionStackTests {
  @Test(
    "10,000 levels are parsed, differentiated, drawn and sampled on a thread of 512 kB", arguments: ["(", "sin(", "-"])
  func smallStack(opening: String) async throws {
    let closing = String(repeating: ")", count: opening.contains("(") ? 10_000 : 0)
    let text = String(repeating: opening, count: 10_000) + "x*y" + closing
    let isFinished = await withCheckedContinuation { continuation in
      let thread = Thread {
        guard let expression = try? Expression(parsing: text) else { return continuation.resume(returning: false) }
        let grid = SampleGrid(xRange: -1...1, yRange: -1...1, columns: 3, rows: 2)
        let field = FieldSampler(expression, over: grid).field()
        let slope = expression.derivatives(x: 0.5, y: 0.5).gradient.x
        let drawn = ComputationGraph(expression).evaluated(x: 0.5, y: 0.5).gradient.x
        continuation.resume(returning: field.count == 6 && abs(slope - drawn) < 1e-9)
      }
      thread.stackSize = 512 * 1024
      thread.start()
    }
    #expect(isFinished)
  }
}
