import Basics
import Learning
import TestSupport
import Testing

@testable import Calculus

/// What any text must give: a value, derivatives, a graph, a field without a trap, or an error that points into it.
private func survive(_ text: String) {
  do {
    let expression = try Expression(parsing: text)
    _ = expression.derivatives(x: 0.7, y: -1.3)
    _ = ComputationGraph(expression).evaluated(x: 0, y: .infinity)
    _ = FieldSampler(expression, over: SampleGrid(xRange: -1...1, yRange: -1...1, columns: 3, rows: 2)).field()
    _ = Quadratic(expression)
  } catch {
    #expect(error.column >= 1 && error.column <= text.count + 1, "\(error.column) in \(text.debugDescription)")
    #expect(error.caretOffset <= error.excerpt.count)
    #expect(error.excerpt.count <= 66)
    #expect(!error.description.isEmpty)
  }
}

@Suite("Expressions from hostile hands") struct ExpressionFuzzTests {
  @Test("10,000 random byte strings") func bytes() {
    var generator = SplitMix64(seed: 1)
    let letters = Array(
      "0123456789.,+-*/^()| \u{2212}\u{00B2}\u{207B}\u{2081}\u{221A}xyepisncotalgmqrbdu\u{0301}\u{1F600}\n\t\u{0}\u{202E}"
        .utf8)
    for round in 0..<10_000 {
      let length = generator.index(below: 60)
      let bytes = (0..<length).map { _ in
        round.isMultiple(of: 2) ? UInt8(generator.index(below: 256)) : letters[generator.index(below: letters.count)]
      }
      survive(String(decoding: bytes, as: UTF8.self))
    }
  }

  @Test("10,000 mutated good expressions") func mutations() throws {
    var generator = SplitMix64(seed: 2)
    let good = try RecordedExpression.all().map(\.text)
    let pieces = ["min(", "1e", "sin", "\u{2212}", "9999999", "e+", "^^"] + "()+-*/^,xy2.".map { String($0) }
    // Whole expressions come in as often as pieces of one do.
    let damages = [Damage(pieces), Damage(good)]
    for round in 0..<10_000 {
      let text = good[generator.index(below: good.count)]
      survive(String(decoding: damages[round % 2].damaged(text.utf8, using: &generator), as: UTF8.self))
    }
  }

  @Test(
    "a megabyte is answered at once",
    arguments: ["x+", "(", "|", "\u{221A}", "x\u{00B2}", "1", "sin(", ")", "\u{0301}", "-", "^", ",", "e\u{0301}"])
  func large(piece: String) {
    let clock = ContinuousClock()
    for size in [Expression.longestText / piece.utf8.count, 1_048_576 / piece.utf8.count] {
      let text = String(repeating: piece, count: size)
      let time = clock.measure { survive(text) }
      #expect(time < TestShare.patience(.seconds(1)), "\(piece) took \(time)")
    }
  }

  @Test("the largest expressions are evaluated, differentiated and sampled in time")
  func largest() throws {
    let terms = (1...9_000).map { "sin(x*\($0)y)" }.joined(separator: "+")
    #expect(terms.utf8.count <= Expression.longestText)
    let clock = ContinuousClock()
    let time = clock.measure { survive(terms) }
    #expect(time < TestShare.patience(.seconds(2)), "\(time)")
  }
}
