/// Eight numbers side by side: what one instruction works on.
///
/// Eight single-precision numbers are one AVX register, or two of SSE's and NEON's.
typealias Lanes = SIMD8<Float>

extension SIMD8<Float> {
  /// How many `Lanes` hold `count` numbers.
  @inline(__always)
  static func count(for count: Int) -> Int { (count &+ 7) >> 3 }

  /// self + a b, in one rounding where the build says that the processor can (`FMA`), in two elsewhere.
  ///
  /// Without the instruction `addingProduct` becomes eight calls into the C library.
  @inline(__always)
  func adding(_ a: Self, times b: Self) -> Self {
    #if FMA
      addingProduct(a, b)
    #else
      self + a * b
    #endif
  }

  /// The lanes, each at least `low` and at most `high`; NaN stays NaN.
  @inline(__always)
  func clamped(_ low: Float, _ high: Float) -> Self {
    let floor = Self(repeating: low)
    let ceiling = Self(repeating: high)
    let raised = replacing(with: floor, where: self .< floor)
    return raised.replacing(with: ceiling, where: raised .> ceiling)
  }

  /// The larger of two numbers, lane by lane.
  @inline(__always)
  static func larger(_ a: Self, _ b: Self) -> Self { a.replacing(with: b, where: b .> a) }

  /// |x|, lane by lane.
  @inline(__always)
  var magnitudes: Self {
    unsafeBitCast(unsafeBitCast(self, to: SIMD8<UInt32>.self) & 0x7FFF_FFFF, to: Self.self)
  }

  /// The sum of the eight lanes, added pairwise.
  @inline(__always)
  var total: Float {
    let four = lowHalf + highHalf
    let two = four.lowHalf + four.highHalf
    return two.x + two.y
  }

  /// The whole numbers from 0 to 7.
  static var indices: SIMD8<Int32> { SIMD8<Int32>(0, 1, 2, 3, 4, 5, 6, 7) }

  /// The lanes below `count` as they are, the others 0.
  @inline(__always)
  func keeping(first count: Int) -> Self {
    Self.zero.replacing(with: self, where: Self.indices .< SIMD8<Int32>(repeating: Int32(truncatingIfNeeded: count)))
  }

  /// a0 b0 a1 b1 a2 b2 a3 b3.
  @inline(__always)
  static func interleavedLow(_ a: Self, _ b: Self) -> Self {
    var result = Self()
    result.evenHalf = a.lowHalf
    result.oddHalf = b.lowHalf
    return result
  }

  /// a4 b4 a5 b5 a6 b6 a7 b7.
  @inline(__always)
  static func interleavedHigh(_ a: Self, _ b: Self) -> Self {
    var result = Self()
    result.evenHalf = a.highHalf
    result.oddHalf = b.highHalf
    return result
  }
}

extension SIMD8<Float>: UpdateNumber {
  @inline(__always)
  init(constant: Double) { self.init(repeating: Float(constant)) }
}

/// Eight rows of eight numbers.
struct LaneBlock {
  var r0 = Lanes.zero
  var r1 = Lanes.zero
  var r2 = Lanes.zero
  var r3 = Lanes.zero
  var r4 = Lanes.zero
  var r5 = Lanes.zero
  var r6 = Lanes.zero
  var r7 = Lanes.zero

  /// The block with rows and columns exchanged: three rounds of a perfect shuffle.
  @inline(__always)
  var transposed: LaneBlock { shuffled.shuffled.shuffled }

  @inline(__always)
  private var shuffled: LaneBlock {
    LaneBlock(
      r0: .interleavedLow(r0, r4), r1: .interleavedHigh(r0, r4), r2: .interleavedLow(r1, r5),
      r3: .interleavedHigh(r1, r5), r4: .interleavedLow(r2, r6), r5: .interleavedHigh(r2, r6),
      r6: .interleavedLow(r3, r7), r7: .interleavedHigh(r3, r7))
  }

  /// The sum of each row, row k in lane k.
  @inline(__always)
  var rowSums: Lanes {
    let block = transposed
    return ((block.r0 + block.r1) + (block.r2 + block.r3)) + ((block.r4 + block.r5) + (block.r6 + block.r7))
  }
}
