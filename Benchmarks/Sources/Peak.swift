/// What the core can do at most, measured.
enum Peak {
  /// Multiplications and additions a second in single precision: twelve independent chains of multiply-adds.
  static func multiplyAdds() -> Double {
    var sink: Float = 0
    let loops = 100_000
    let rate = Stopwatch.rate(rounds: 9, seconds: 0.05) { sink = run(loops, from: sink) }
    precondition(sink.isFinite, "the chains do not converge")
    return rate * Double(loops) * 12 * 8 * 2
  }

  @inline(never)
  private static func run(_ loops: Int, from start: Float) -> Float {
    let a = SIMD8<Float>(repeating: 0.5)
    let b = SIMD8<Float>(repeating: 0.25 + 0.0001 * start)
    var (c0, c1, c2, c3, c4, c5) = (a, a, a, a, a, a)
    var (c6, c7, c8, c9, c10, c11) = (b, b, b, b, b, b)
    for _ in 0..<loops {
      c0 = step(c0, a, b)
      c1 = step(c1, a, b)
      c2 = step(c2, a, b)
      c3 = step(c3, a, b)
      c4 = step(c4, a, b)
      c5 = step(c5, a, b)
      c6 = step(c6, a, b)
      c7 = step(c7, a, b)
      c8 = step(c8, a, b)
      c9 = step(c9, a, b)
      c10 = step(c10, a, b)
      c11 = step(c11, a, b)
    }
    let sum = c0 + c1 + c2 + c3 + c4 + c5 + c6 + c7 + c8 + c9 + c10 + c11
    return (0..<8).reduce(0) { $0 + sum[$1] }
  }

  @inline(__always)
  private static func step(_ c: SIMD8<Float>, _ a: SIMD8<Float>, _ b: SIMD8<Float>) -> SIMD8<Float> {
    #if FMA
      b.addingProduct(c, a)
    #else
      b + c * a
    #endif
  }
}
