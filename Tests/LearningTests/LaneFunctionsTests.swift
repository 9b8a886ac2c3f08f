import RealModule
import Testing

@testable import Learning

/// Starts at m - n and writes the sums.
private struct PlainTarget: LaneProductTarget {
  let result: UnsafeMutablePointer<Lanes>
  let columns: Int

  func start(_ m: Int, _ n: Int) -> Lanes { Lanes(repeating: Float(m - n)) }

  func finish(_ m: Int, _ n: Int, _ c: Lanes) { result[m * columns + n] += c }
}

@Suite("Functions of eight numbers: the stated error bounds")
struct LaneFunctionsTests {
  /// The largest error of a lane function against a double-precision one over an even grid.
  static func error(
    _ low: Double, _ high: Double, relative: Bool = false, of function: (Lanes) -> Lanes,
    against exact: (Double) -> Double
  ) -> Double {
    var worst = 0.0
    let count = 200_000
    for block in 0..<count / 8 {
      var x = Lanes()
      for lane in 0..<8 { x[lane] = Float(low + (high - low) * Double(8 * block + lane) / Double(count - 1)) }
      let y = function(x)
      for lane in 0..<8 {
        let expected = exact(Double(x[lane]))
        let difference = abs(Double(y[lane]) - expected)
        worst = max(worst, relative ? difference / abs(expected) : difference)
      }
    }
    return worst
  }

  @Test("tanh, sigmoid and the normal distribution are off by at most 1e-6")
  func bounded() {
    #expect(Self.error(-20, 20, of: LaneFunctions.tanh, against: { Double.tanh($0) }) < 1e-6)
    #expect(Self.error(-0.1, 0.1, relative: true, of: LaneFunctions.tanh, against: { Double.tanh($0) }) < 1e-6)
    #expect(Self.error(-40, 40, of: LaneFunctions.sigmoid, against: { 1 / (1 + Double.exp(-$0)) }) < 1e-6)
    #expect(
      Self.error(-10, 10, of: LaneFunctions.normal, against: { 0.5 * Double.erfc(-$0 * 0.5.squareRoot()) }) < 1e-6)
  }

  @Test("exp is relatively off by at most 3e-7, the logistic function by 1e-6, logarithms by 2e-7 and 1e-6")
  func relative() {
    #expect(Self.error(-87, 88, relative: true, of: LaneFunctions.exp, against: { Double.exp($0) }) < 3e-7)
    #expect(Self.error(-1, 1, relative: true, of: LaneFunctions.exp, against: { Double.exp($0) }) < 3e-7)
    let logistic: (Lanes) -> Lanes = { LaneFunctions.logistic($0).value }
    #expect(Self.error(-80, 80, relative: true, of: logistic, against: { 1 / (1 + Double.exp(-$0)) }) < 1e-6)
    #expect(Self.error(0, 1, of: LaneFunctions.logOnePlus, against: { Double.log(onePlus: $0) }) < 2e-7)
    #expect(Self.error(1, 1100, of: LaneFunctions.log, against: { Double.log($0) }) < 1e-6)
  }

  @Test("activations agree with the scalar ones, value and derivative", arguments: Activation.allCases)
  func activations(activation: Activation) {
    func check(_ kind: (some LaneActivation).Type) {
      #expect(Self.error(-12, 12, of: kind.value, against: { activation($0).value }) < 6e-6)
      #expect(Self.error(-12, 12, of: { kind.both($0).value }, against: { activation($0).value }) < 6e-6)
      #expect(Self.error(-12, 12, of: { kind.both($0).derivative }, against: { activation($0).derivative }) < 6e-6)
      for far in [-1e4, 1e4] as [Float] {
        let (value, derivative) = kind.both(Lanes(repeating: far))
        let expected = activation(Double(far))
        #expect(abs(Double(value[0]) - expected.value) < 1e-3)
        #expect(abs(Double(derivative[0]) - expected.derivative) < 6e-6)
      }
      #expect(kind.value(Lanes(repeating: .nan))[3].isNaN)
    }
    switch activation {
    case .identity: check(LaneActivations.Identity.self)
    case .relu: check(LaneActivations.Relu.self)
    case .leakyRelu: check(LaneActivations.LeakyRelu.self)
    case .elu: check(LaneActivations.Elu.self)
    case .gelu: check(LaneActivations.Gelu.self)
    case .sigmoid: check(LaneActivations.Sigmoid.self)
    case .tanh: check(LaneActivations.Tanh.self)
    case .softplus: check(LaneActivations.Softplus.self)
    case .swish: check(LaneActivations.Swish.self)
    }
  }

  @Test("infinities and NaN leave their marks, every finite number none")
  func overflowMarks() {
    let finite = Lanes(0, -0, 1, -1, .greatestFiniteMagnitude, -.greatestFiniteMagnitude, .leastNonzeroMagnitude, 1e-38)
    #expect(finite.overflowMarks.leadingBitsAreClear)
    for lane in 0..<8 {
      for value in [Float.infinity, -.infinity, .nan, -.nan, .signalingNaN] {
        var lanes = finite
        lanes[lane] = value
        #expect(!lanes.overflowMarks.leadingBitsAreClear)
      }
    }
  }

  @Test("a transposed block has rows and columns exchanged, row sums are in order")
  func transposition() {
    func row(_ k: Int) -> Lanes { Lanes(SIMD8<Int32>(0, 1, 2, 3, 4, 5, 6, 7) &+ Int32(8 * k)) }
    let block = LaneBlock(
      r0: row(0), r1: row(1), r2: row(2), r3: row(3), r4: row(4), r5: row(5), r6: row(6), r7: row(7))
    #expect(block.transposed.r0 == Lanes(0, 8, 16, 24, 32, 40, 48, 56))
    #expect(block.transposed.r7 == Lanes(7, 15, 23, 31, 39, 47, 55, 63))
    #expect(block.rowSums == Lanes(28, 92, 156, 220, 284, 348, 412, 476))
  }

  @Test("a product of any size agrees with the plain double loop")
  func products() {
    var generator = SplitMix64(seed: 1)
    for (rows, columns, depth) in [
      (1, 1, 1), (1, 2, 3), (2, 3, 5), (3, 1, 4), (7, 2, 0), (13, 3, 9), (15, 1, 2), (8, 4, 8),
    ] {
      let a = (0..<rows * depth).map { _ in Float(generator.uniform(-1, 1)) } + [0]
      let b = (0..<max(1, depth) * columns).map { _ in
        Lanes((0..<8).map { _ in Float(generator.uniform(-1, 1)) })
      }
      var c = [Lanes](repeating: .zero, count: rows * columns)
      a.withUnsafeBufferPointer { a in
        b.withUnsafeBufferPointer { b in
          c.withUnsafeMutableBufferPointer { c in
            guard let a = a.baseAddress, let b = b.baseAddress, let c = c.baseAddress else { return }
            let product = LaneProduct(
              rows: rows, columns: columns, depth: depth, a: a, aRow: depth, aDepth: 1, b: b, bDepth: columns)
            product(PlainTarget(result: c, columns: columns))
          }
        }
      }
      for m in 0..<rows {
        for n in 0..<columns {
          for lane in 0..<8 {
            let exact = (0..<depth).reduce(Double(m - n)) {
              $0 + Double(a[m * depth + $1]) * Double(b[$1 * columns + n][lane])
            }
            #expect(abs(Double(c[m * columns + n][lane]) - exact) < 1e-5)
          }
        }
      }
    }
  }
}
