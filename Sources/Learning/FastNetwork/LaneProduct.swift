/// What a matrix product starts from and what is done with its results.
///
/// A type of its own for each product, so that the loops are compiled for it.
protocol LaneProductTarget {
  /// What the sum C(m, n) starts from.
  func start(_ m: Int, _ n: Int) -> Lanes
  /// Takes a result.
  func finish(_ m: Int, _ n: Int, _ c: Lanes)
}

/// A matrix product, the one loop in which training, fields and loss surfaces spend their time.
///
/// C(m, n) = start(m, n) + sum over k of A(m, k) B(k, n), where a row of B and C is a row of lanes and A's numbers are
/// each spread over all lanes. With the units of a layer across the lanes:
///
/// | product       | m       | k                 | n                   |
/// |---------------|---------|-------------------|---------------------|
/// | forward       | example | unit of the input | unit of the layer   |
/// | backward      | example | unit of the layer | unit of the input   |
/// | weight change | input   | example           | unit of the layer   |
///
/// and with the examples across the lanes m is a unit, k a unit of the input, n an example. Up to twelve results (eight
/// rows of one column, or six of two) stay in registers while k runs. The tiles depend on the numbers of rows and columns
/// alone, so equal products give equal results, bit for bit.
struct LaneProduct {
  /// How many rows C has.
  let rows: Int
  /// How many lanes a row of C has.
  let columns: Int
  /// How many products are added.
  let depth: Int
  /// A(0, 0).
  let a: UnsafePointer<Float>
  /// How many numbers lie from A(m, k) to A(m + 1, k).
  let aRow: Int
  /// How many numbers lie from A(m, k) to A(m, k + 1).
  let aDepth: Int
  /// B(0, 0).
  let b: UnsafePointer<Lanes>
  /// How many lanes lie from B(k, n) to B(k + 1, n).
  let bDepth: Int

  /// Computes C; the target receives each of its results once.
  @inline(__always)
  func callAsFunction(_ target: some LaneProductTarget) {
    var n = 0
    while n &+ 2 <= columns {
      var m = 0
      // Eight rows are two fours rather than six and two.
      while m &+ 6 <= rows && m &+ 8 != rows {
        sixByTwo(m, n, target)
        m = m &+ 6
      }
      while m &+ 4 <= rows {
        fourByTwo(m, n, target)
        m = m &+ 4
      }
      if m &+ 2 <= rows {
        twoByTwo(m, n, target)
        m = m &+ 2
      }
      if m < rows { oneByTwo(m, n, target) }
      n = n &+ 2
    }
    guard n < columns else { return }
    var m = 0
    while m &+ 8 <= rows {
      eightByOne(m, n, target)
      m = m &+ 8
    }
    if m &+ 4 <= rows {
      fourByOne(m, n, target)
      m = m &+ 4
    }
    if m &+ 2 <= rows {
      twoByOne(m, n, target)
      m = m &+ 2
    }
    if m < rows { oneByOne(m, n, target) }
  }

  @inline(__always)
  private func eightByOne(
    _ m: Int, _ n: Int, _ target: some LaneProductTarget
  ) {
    var c00 = target.start(m, n)
    var c10 = target.start(m &+ 1, n)
    var c20 = target.start(m &+ 2, n)
    var c30 = target.start(m &+ 3, n)
    var c40 = target.start(m &+ 4, n)
    var c50 = target.start(m &+ 5, n)
    var c60 = target.start(m &+ 6, n)
    var c70 = target.start(m &+ 7, n)
    var row = a + m &* aRow
    var column = b + n
    for _ in 0..<depth {
      let b0 = column[0]
      c00 = c00.adding(Lanes(repeating: row[0]), times: b0)
      c10 = c10.adding(Lanes(repeating: row[aRow]), times: b0)
      c20 = c20.adding(Lanes(repeating: row[2 &* aRow]), times: b0)
      c30 = c30.adding(Lanes(repeating: row[3 &* aRow]), times: b0)
      c40 = c40.adding(Lanes(repeating: row[4 &* aRow]), times: b0)
      c50 = c50.adding(Lanes(repeating: row[5 &* aRow]), times: b0)
      c60 = c60.adding(Lanes(repeating: row[6 &* aRow]), times: b0)
      c70 = c70.adding(Lanes(repeating: row[7 &* aRow]), times: b0)
      row += aDepth
      column += bDepth
    }
    target.finish(m, n, c00)
    target.finish(m &+ 1, n, c10)
    target.finish(m &+ 2, n, c20)
    target.finish(m &+ 3, n, c30)
    target.finish(m &+ 4, n, c40)
    target.finish(m &+ 5, n, c50)
    target.finish(m &+ 6, n, c60)
    target.finish(m &+ 7, n, c70)
  }

  @inline(__always)
  private func fourByOne(
    _ m: Int, _ n: Int, _ target: some LaneProductTarget
  ) {
    var c00 = target.start(m, n)
    var c10 = target.start(m &+ 1, n)
    var c20 = target.start(m &+ 2, n)
    var c30 = target.start(m &+ 3, n)
    var row = a + m &* aRow
    var column = b + n
    for _ in 0..<depth {
      let b0 = column[0]
      c00 = c00.adding(Lanes(repeating: row[0]), times: b0)
      c10 = c10.adding(Lanes(repeating: row[aRow]), times: b0)
      c20 = c20.adding(Lanes(repeating: row[2 &* aRow]), times: b0)
      c30 = c30.adding(Lanes(repeating: row[3 &* aRow]), times: b0)
      row += aDepth
      column += bDepth
    }
    target.finish(m, n, c00)
    target.finish(m &+ 1, n, c10)
    target.finish(m &+ 2, n, c20)
    target.finish(m &+ 3, n, c30)
  }

  @inline(__always)
  private func twoByOne(
    _ m: Int, _ n: Int, _ target: some LaneProductTarget
  ) {
    var c00 = target.start(m, n)
    var c10 = target.start(m &+ 1, n)
    var row = a + m &* aRow
    var column = b + n
    for _ in 0..<depth {
      let b0 = column[0]
      c00 = c00.adding(Lanes(repeating: row[0]), times: b0)
      c10 = c10.adding(Lanes(repeating: row[aRow]), times: b0)
      row += aDepth
      column += bDepth
    }
    target.finish(m, n, c00)
    target.finish(m &+ 1, n, c10)
  }

  /// A lone result waits for its own sum: two sums, of even and odd k, halve the wait.
  @inline(__always)
  private func oneByOne(_ m: Int, _ n: Int, _ target: some LaneProductTarget) {
    var even = target.start(m, n)
    var odd = Lanes.zero
    var row = a + m &* aRow
    var column = b + n
    for _ in 0..<depth >> 1 {
      even = even.adding(Lanes(repeating: row[0]), times: column[0])
      odd = odd.adding(Lanes(repeating: row[aDepth]), times: column[bDepth])
      row += 2 &* aDepth
      column += 2 &* bDepth
    }
    if depth & 1 == 1 { even = even.adding(Lanes(repeating: row[0]), times: column[0]) }
    target.finish(m, n, even + odd)
  }

  @inline(__always)
  private func sixByTwo(_ m: Int, _ n: Int, _ target: some LaneProductTarget) {
    var c00 = target.start(m, n)
    var c01 = target.start(m, n &+ 1)
    var c10 = target.start(m &+ 1, n)
    var c11 = target.start(m &+ 1, n &+ 1)
    var c20 = target.start(m &+ 2, n)
    var c21 = target.start(m &+ 2, n &+ 1)
    var c30 = target.start(m &+ 3, n)
    var c31 = target.start(m &+ 3, n &+ 1)
    var c40 = target.start(m &+ 4, n)
    var c41 = target.start(m &+ 4, n &+ 1)
    var c50 = target.start(m &+ 5, n)
    var c51 = target.start(m &+ 5, n &+ 1)
    var row = a + m &* aRow
    var column = b + n
    for _ in 0..<depth {
      let b0 = column[0]
      let b1 = column[1]
      let a0 = Lanes(repeating: row[0])
      c00 = c00.adding(a0, times: b0)
      c01 = c01.adding(a0, times: b1)
      let a1 = Lanes(repeating: row[aRow])
      c10 = c10.adding(a1, times: b0)
      c11 = c11.adding(a1, times: b1)
      let a2 = Lanes(repeating: row[2 &* aRow])
      c20 = c20.adding(a2, times: b0)
      c21 = c21.adding(a2, times: b1)
      let a3 = Lanes(repeating: row[3 &* aRow])
      c30 = c30.adding(a3, times: b0)
      c31 = c31.adding(a3, times: b1)
      let a4 = Lanes(repeating: row[4 &* aRow])
      c40 = c40.adding(a4, times: b0)
      c41 = c41.adding(a4, times: b1)
      let a5 = Lanes(repeating: row[5 &* aRow])
      c50 = c50.adding(a5, times: b0)
      c51 = c51.adding(a5, times: b1)
      row += aDepth
      column += bDepth
    }
    target.finish(m, n, c00)
    target.finish(m, n &+ 1, c01)
    target.finish(m &+ 1, n, c10)
    target.finish(m &+ 1, n &+ 1, c11)
    target.finish(m &+ 2, n, c20)
    target.finish(m &+ 2, n &+ 1, c21)
    target.finish(m &+ 3, n, c30)
    target.finish(m &+ 3, n &+ 1, c31)
    target.finish(m &+ 4, n, c40)
    target.finish(m &+ 4, n &+ 1, c41)
    target.finish(m &+ 5, n, c50)
    target.finish(m &+ 5, n &+ 1, c51)
  }

  @inline(__always)
  private func fourByTwo(
    _ m: Int, _ n: Int, _ target: some LaneProductTarget
  ) {
    var c00 = target.start(m, n)
    var c01 = target.start(m, n &+ 1)
    var c10 = target.start(m &+ 1, n)
    var c11 = target.start(m &+ 1, n &+ 1)
    var c20 = target.start(m &+ 2, n)
    var c21 = target.start(m &+ 2, n &+ 1)
    var c30 = target.start(m &+ 3, n)
    var c31 = target.start(m &+ 3, n &+ 1)
    var row = a + m &* aRow
    var column = b + n
    for _ in 0..<depth {
      let b0 = column[0]
      let b1 = column[1]
      let a0 = Lanes(repeating: row[0])
      c00 = c00.adding(a0, times: b0)
      c01 = c01.adding(a0, times: b1)
      let a1 = Lanes(repeating: row[aRow])
      c10 = c10.adding(a1, times: b0)
      c11 = c11.adding(a1, times: b1)
      let a2 = Lanes(repeating: row[2 &* aRow])
      c20 = c20.adding(a2, times: b0)
      c21 = c21.adding(a2, times: b1)
      let a3 = Lanes(repeating: row[3 &* aRow])
      c30 = c30.adding(a3, times: b0)
      c31 = c31.adding(a3, times: b1)
      row += aDepth
      column += bDepth
    }
    target.finish(m, n, c00)
    target.finish(m, n &+ 1, c01)
    target.finish(m &+ 1, n, c10)
    target.finish(m &+ 1, n &+ 1, c11)
    target.finish(m &+ 2, n, c20)
    target.finish(m &+ 2, n &+ 1, c21)
    target.finish(m &+ 3, n, c30)
    target.finish(m &+ 3, n &+ 1, c31)
  }

  @inline(__always)
  private func twoByTwo(
    _ m: Int, _ n: Int, _ target: some LaneProductTarget
  ) {
    var c00 = target.start(m, n)
    var c01 = target.start(m, n &+ 1)
    var c10 = target.start(m &+ 1, n)
    var c11 = target.start(m &+ 1, n &+ 1)
    var row = a + m &* aRow
    var column = b + n
    for _ in 0..<depth {
      let b0 = column[0]
      let b1 = column[1]
      let a0 = Lanes(repeating: row[0])
      c00 = c00.adding(a0, times: b0)
      c01 = c01.adding(a0, times: b1)
      let a1 = Lanes(repeating: row[aRow])
      c10 = c10.adding(a1, times: b0)
      c11 = c11.adding(a1, times: b1)
      row += aDepth
      column += bDepth
    }
    target.finish(m, n, c00)
    target.finish(m, n &+ 1, c01)
    target.finish(m &+ 1, n, c10)
    target.finish(m &+ 1, n &+ 1, c11)
  }

  @inline(__always)
  private func oneByTwo(
    _ m: Int, _ n: Int, _ target: some LaneProductTarget
  ) {
    var c00 = target.start(m, n)
    var c01 = target.start(m, n &+ 1)
    var row = a + m &* aRow
    var column = b + n
    for _ in 0..<depth {
      let b0 = column[0]
      let b1 = column[1]
      let a0 = Lanes(repeating: row[0])
      c00 = c00.adding(a0, times: b0)
      c01 = c01.adding(a0, times: b1)
      row += aDepth
      column += bDepth
    }
    target.finish(m, n, c00)
    target.finish(m, n &+ 1, c01)
  }
}
