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

  /// Bits of which the first is set where a lane is infinite or not a number: there the exponent is all ones, and one more
  /// carries into the place of the sign.
  @inline(__always)
  var overflowMarks: SIMD8<UInt32> {
    (unsafeBitCast(self, to: SIMD8<UInt32>.self) & 0x7FFF_FFFF) &+ 0x0080_0000
  }

  /// The sum of the eight lanes, added pairwise.
  @inline(__always)
  var total: Float {
    ((self[0] + self[4]) + (self[2] + self[6])) + ((self[1] + self[5]) + (self[3] + self[7]))
  }

  /// The whole numbers from 0 to 7.
  static var indices: SIMD8<Int32> { SIMD8<Int32>(0, 1, 2, 3, 4, 5, 6, 7) }

  /// The lanes below `count` as they are, the others 0.
  @inline(__always)
  func keeping(first count: Int) -> Self {
    Self.zero.replacing(with: self, where: Self.indices .< SIMD8<Int32>(repeating: Int32(truncatingIfNeeded: count)))
  }

  /// The sums of neighbors within each half of a and b: of a, of b, of a's upper half, of b's upper half.
  ///
  /// Eight rows are added up by seven of these, which processors do within the halves of a register.
  @inline(__always)
  static func neighborSums(_ a: Self, _ b: Self) -> Self {
    Self(a[0], a[2], b[0], b[2], a[4], a[6], b[4], b[6]) + Self(a[1], a[3], b[1], b[3], a[5], a[7], b[5], b[7])
  }

  /// The lower two of every four lanes of a and b, alternating.
  @inline(__always)
  static func interleavedLow(_ a: Self, _ b: Self) -> Self {
    Self(a[0], b[0], a[1], b[1], a[4], b[4], a[5], b[5])
  }

  /// The upper two of every four lanes of a and b, alternating.
  @inline(__always)
  static func interleavedHigh(_ a: Self, _ b: Self) -> Self {
    Self(a[2], b[2], a[3], b[3], a[6], b[6], a[7], b[7])
  }

  /// The lower pairs of every four lanes, of a and b in turn.
  @inline(__always)
  static func pairsLow(_ a: Self, _ b: Self) -> Self {
    Self(a[0], a[1], b[0], b[1], a[4], a[5], b[4], b[5])
  }

  /// The upper pairs of every four lanes, of a and b in turn.
  @inline(__always)
  static func pairsHigh(_ a: Self, _ b: Self) -> Self {
    Self(a[2], a[3], b[2], b[3], a[6], a[7], b[6], b[7])
  }

  /// The lower halves of a and b.
  @inline(__always)
  static func halvesLow(_ a: Self, _ b: Self) -> Self {
    Self(a[0], a[1], a[2], a[3], b[0], b[1], b[2], b[3])
  }

  /// The upper halves of a and b.
  @inline(__always)
  static func halvesHigh(_ a: Self, _ b: Self) -> Self {
    Self(a[4], a[5], a[6], a[7], b[4], b[5], b[6], b[7])
  }
}

extension SIMD8<UInt32> {
  /// Whether the first bit of every lane is 0.
  @inline(__always)
  var leadingBitsAreClear: Bool {
    let four = lowHalf | highHalf
    let two = four.lowHalf | four.highHalf
    return (two.x | two.y) & 0x8000_0000 == 0
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

  /// The block with rows and columns exchanged: single numbers, then pairs, then halves.
  @inline(__always)
  var transposed: LaneBlock {
    let (a, b) = (Lanes.interleavedLow(r0, r1), Lanes.interleavedHigh(r0, r1))
    let (c, d) = (Lanes.interleavedLow(r2, r3), Lanes.interleavedHigh(r2, r3))
    let (e, f) = (Lanes.interleavedLow(r4, r5), Lanes.interleavedHigh(r4, r5))
    let (g, h) = (Lanes.interleavedLow(r6, r7), Lanes.interleavedHigh(r6, r7))
    let (p, q, r, s) = (Lanes.pairsLow(a, c), Lanes.pairsHigh(a, c), Lanes.pairsLow(b, d), Lanes.pairsHigh(b, d))
    let (t, u, v, w) = (Lanes.pairsLow(e, g), Lanes.pairsHigh(e, g), Lanes.pairsLow(f, h), Lanes.pairsHigh(f, h))
    return LaneBlock(
      r0: .halvesLow(p, t), r1: .halvesLow(q, u), r2: .halvesLow(r, v), r3: .halvesLow(s, w),
      r4: .halvesHigh(p, t), r5: .halvesHigh(q, u), r6: .halvesHigh(r, v), r7: .halvesHigh(s, w))
  }

  /// The sum of each row, row k in lane k.
  @inline(__always)
  var rowSums: Lanes {
    let lower = Lanes.neighborSums(Lanes.neighborSums(r0, r1), Lanes.neighborSums(r2, r3))
    let upper = Lanes.neighborSums(Lanes.neighborSums(r4, r5), Lanes.neighborSums(r6, r7))
    return Lanes.halvesLow(lower, upper) + Lanes.halvesHigh(lower, upper)
  }
}
