import RealModule
import Testing

@testable import Learning

@Suite("Separability") struct SeparabilityTests {
  static func examples(_ points: [[Double]], _ signs: [Int], _ features: [Feature] = [.x1, .x2]) -> PerceptronExamples {
    PerceptronExamples(
      Dataset(
        name: "n", inputs: points.flatMap { $0 },
        targets: .classes(signs.map { $0 > 0 ? 0 : 1 }, names: ["A", "B"])), features: features)
  }

  static func gate(_ set: BuiltInDataset) throws -> PerceptronExamples {
    PerceptronExamples(try set.dataset())
  }

  /// Checks the proof that comes with an answer, from the examples alone.
  static func expectProof(_ result: Separability, _ examples: PerceptronExamples, tolerance: Double = 1e-9) {
    let size = max(examples.largest.reduce(0, max), 0x1p-1000)
    switch result {
    case .separable(let boundary):
      let distances = (0..<examples.count).map {
        boundary.distance(examples.values(at: $0)) * Double(examples.target(at: $0))
      }
      #expect(abs(norm(boundary.normal) - 1) < 1e-12)
      #expect(boundary.margin > 0)
      #expect((distances.min() ?? 0) >= boundary.margin - tolerance * size)
      for index in boundary.supportA + boundary.supportB {
        #expect(abs(distances[index] - boundary.margin) <= tolerance * size)
      }
      #expect(boundary.supportA.allSatisfy { examples.target(at: $0) == 1 } && !boundary.supportA.isEmpty)
      #expect(boundary.supportB.allSatisfy { examples.target(at: $0) == -1 } && !boundary.supportB.isEmpty)
    case .inseparable(let common):
      for (shares, target) in [(common.sharesA, 1), (common.sharesB, -1)] {
        #expect(shares.allSatisfy { $0.coefficient > 0 && examples.target(at: $0.index) == target })
        #expect(abs(shares.reduce(0) { $0 + $1.coefficient } - 1) < 1e-12)
        for feature in examples.features.indices {
          let value = shares.reduce(0) { $0 + $1.coefficient * examples.values(at: $1.index)[feature] }
          #expect(abs(value - common.values[feature]) <= tolerance * max(examples.largest[feature], 0x1p-1000))
        }
      }
    case .oneClass, .undecided: break
    }
  }

  static func isSeparable(_ result: Separability) -> Bool? {
    switch result {
    case .separable, .oneClass: true
    case .inseparable: false
    case .undecided: nil
    }
  }

  @Test("AND has the margin that geometry gives") func and() throws {
    // AND: the widest strip is between (1, 1) and the line through (1, 0) and (0, 1).
    guard case .separable(let boundary) = Separability(try Self.gate(.and)) else {
      Issue.record("AND is separable")
      return
    }
    #expect(abs(boundary.margin - 0.125.squareRoot()) < 1e-15)
    #expect(abs(boundary.normal[0] - 0.5.squareRoot()) < 1e-15 && abs(boundary.normal[1] - 0.5.squareRoot()) < 1e-15)
    #expect(abs(boundary.offset + 1.125.squareRoot()) < 1e-15)
    #expect(boundary.supportA == [1] && boundary.supportB == [0, 2])
  }

  @Test("XOR's segments cross at (1/2, 1/2)") func xor() throws {
    let examples = try Self.gate(.xorGate)
    guard case .inseparable(let common) = Separability(examples) else {
      Issue.record("XOR is not separable")
      return
    }
    #expect(common.isCrossing && common.values == [0.5, 0.5])
    #expect(Set(common.sharesA.map(\.index)) == [0, 2] && Set(common.sharesB.map(\.index)) == [1, 3])
    #expect((common.sharesA + common.sharesB).allSatisfy { $0.coefficient == 0.5 })
    #expect(MistakeBound(examples) == nil)
    // The product as a third input separates it.
    let engineered = PerceptronExamples(try BuiltInDataset.xorGate.dataset(), features: [.x1, .x2, .product])
    #expect(Self.isSeparable(Separability(engineered)) == true)
    Self.expectProof(Separability(engineered), engineered)
  }

  // MARK: The plane against brute force

  @Test("in the plane, decides and measures as brute force does", arguments: 0..<40)
  func plane(block: Int) {
    for seed in block * 25..<block * 25 + 25 {
      var generator = SplitMix64(seed: UInt64(seed))
      let count = 2 + generator.index(below: 9)
      // Coarse grids make degenerate cases common: equal points, points on a line, hulls that touch.
      let size = [2, 3, 5, 12, 1000][seed % 5]
      let shift = seed % 2 == 0 ? 0 : size / 2
      var points: [(x: Int, y: Int)] = []
      var signs: [Int] = []
      for _ in 0..<count {
        let sign = generator.index(below: 2) == 0 ? 1 : -1
        points.append((generator.index(below: size) + shift * sign, seed % 7 == 0 ? 0 : generator.index(below: size)))
        signs.append(sign)
      }
      guard Set(signs).count == 2 else { continue }
      let brute = BruteForceSeparation(
        zip(points, signs).filter { $0.1 > 0 }.map(\.0), zip(points, signs).filter { $0.1 < 0 }.map(\.0))
      for scale in [1, 0.1, 0x1p-900, 0x1p900] {
        let examples = Self.examples(points.map { [Double($0.x) * scale, Double($0.y) * scale] }, signs)
        let result = Separability(examples)
        // 0.1 rounds, so lines and touches need not survive it; the other scales are exact.
        if scale != 0.1 { #expect(Self.isSeparable(result) == brute.isSeparable, "seed \(seed)") }
        Self.expectProof(result, examples)
        if case .separable(let boundary) = result, scale != 0.1 {
          #expect(abs(boundary.margin / scale - brute.distance / 2) <= 1e-12 * brute.distance, "seed \(seed)")
        }
        if scale == 1 { #expect((MistakeBound(examples) != nil) == brute.isSeparable, "seed \(seed)") }
      }
    }
  }

  @Test("a hair decides, exactly") func hair() {
    // (0.5, 0.5) is on the segment from (0, 1) to (1, 0); the next double up is not.
    let segment = [[0.0, 1], [1, 0]]
    #expect(Self.isSeparable(Separability(Self.examples(segment + [[0.5, 0.5]], [-1, -1, 1]))) == false)
    #expect(Self.isSeparable(Separability(Self.examples(segment + [[0.5, (0.5).nextUp]], [-1, -1, 1]))) == true)
    #expect(Self.isSeparable(Separability(Self.examples(segment + [[(0.5).nextDown, 0.5]], [-1, -1, 1]))) == true)
    // Shewchuk's example of a failing orientation test: points near the diagonal.
    let tiny = 0x1p-53
    let diagonal = [[12.0, 12], [24, 24]]
    for step in 0..<64 {
      let point = [12.5 + Double(step) * 16 * tiny, 12.5 + Double(step % 8) * 16 * tiny]
      let isOn = point[0] == point[1]
      #expect(Self.isSeparable(Separability(Self.examples(diagonal + [point], [-1, -1, 1]))) == !isOn)
    }
  }

  @Test("one point, one class, equal points of both classes, one feature") func small() {
    #expect(Separability(Self.examples([], [])) == .oneClass)
    #expect(Separability(Self.examples([[1, 2]], [1])) == .oneClass)
    #expect(Separability(Self.examples([[1, 2], [3, 4]], [-1, -1])) == .oneClass)
    guard case .inseparable(let common) = Separability(Self.examples([[1, 2], [1, 2]], [1, -1])) else {
      Issue.record("equal points are not separable")
      return
    }
    #expect(common.values == [1, 2] && common.sharesA.map(\.index) == [0] && common.sharesB.map(\.index) == [1])
    let line = Self.examples([[1, 9], [2, 8], [4, 7]], [1, 1, -1], [.x1])
    guard case .separable(let boundary) = Separability(line) else {
      Issue.record("numbers on a line are separable")
      return
    }
    #expect(boundary.margin == 1 && boundary.normal == [-1] && boundary.offset == 3)
    #expect(boundary.supportA == [1] && boundary.supportB == [2])
    #expect(Self.isSeparable(Separability(Self.examples([[1, 0], [3, 0], [2, 0]], [1, 1, -1], [.x1]))) == false)
    #expect(Separability(Self.examples([[.nan, 0], [3, 0]], [1, -1])) == .undecided)
    #expect(Separability(Self.examples([[.infinity, 0], [3, 0]], [1, -1])) == .undecided)
  }

  @Test("numbers of every size are no reason to trap", arguments: [1e-300, 0x1p-1030, 0x1p-1074, 1e300, 1.7e308])
  func scales(scale: Double) {
    for features in [[.x1, .x2], [.x1], Feature.allCases] as [[Feature]] {
      for points in [[[1, 0], [1, 1], [0, 1], [0, 0]], [[1, 0], [-1, 0], [1, 1], [-1, 1]]] as [[[Double]]] {
        for signs in [[1, -1, 1, -1], [1, -1, -1, -1], [1, 1, 1, -1]] {
          let examples = Self.examples(points.map { [$0[0] * scale, $0[1]] }, signs, features)
          let result = Separability(examples)
          // Below the normal numbers distances round to 0.
          if scale >= 1e-300 { Self.expectProof(result, examples) }
          _ = MistakeBound(examples)
        }
      }
    }
  }

  @Test("twenty thousand points, in clouds and on circles") func large() {
    var generator = SplitMix64(seed: 1)
    var points: [[Double]] = []
    var signs: [Int] = []
    for _ in 0..<20_000 {
      let (x, y) = (generator.normal(), generator.normal())
      guard abs(x + y) > 0.1 else { continue }
      points.append([x, y])
      signs.append(x + y > 0 ? 1 : -1)
    }
    let clouds = Self.examples(points, signs)
    let result = Separability(clouds)
    #expect(Self.isSeparable(result) == true)
    Self.expectProof(result, clouds)
    signs[7] = -signs[7]
    let spoiled = Self.examples(points, signs)
    #expect(Self.isSeparable(Separability(spoiled)) == false)
    Self.expectProof(Separability(spoiled), spoiled)
    // Two disks 1 apart, each with 10,000 vertices: half the gap is the margin.
    var circles: [[Double]] = []
    for index in 0..<20_000 {
      let angle = Double(index / 2) / 10_000 * 2 * .pi
      circles.append([(index % 2 == 0 ? 1.5 : -1.5) + Double.cos(angle), Double.sin(angle)])
    }
    let disks = Self.examples(circles, (0..<20_000).map { $0 % 2 == 0 ? 1 : -1 })
    guard case .separable(let boundary) = Separability(disks) else {
      Issue.record("the disks are apart")
      return
    }
    #expect(abs(boundary.margin - 0.5) < 1e-7)
    Self.expectProof(.separable(boundary), disks)
  }

  // MARK: Space against linear programming

  /// SciPy's `linprog` (HiGHS) on y (w0 + w1 x1 and so on) >= 1, by the same generator: 1 where feasible, - for one class.
  static let linearProgram = Array(
    "001111011101101111-10-011111111001110100111110011101000111111111011011100110011000101110100100111-01"
      + "1011101101101011110111101011101111001111001011110101111001110111100100101111-11101111--010-00011101-"
      + "101010011100010000101100-110000111101001100101111100-10111110-11000011011101101111011100111010011010")

  static func quadratic(seed: Int) -> PerceptronExamples {
    var generator = SplitMix64(seed: UInt64(seed))
    let count = 4 + generator.index(below: 9)
    var points: [[Double]] = []
    var signs: [Int] = []
    for _ in 0..<count {
      points.append([Double(generator.index(below: 7) - 3), Double(generator.index(below: 7) - 3)])
      signs.append(generator.index(below: 2) == 0 ? 1 : -1)
    }
    return examples(points, signs, [.x1, .x2, .x1Squared, .x2Squared, .product])
  }

  @Test("with quadratic features, decides as linear programming does", arguments: 0..<30)
  func space(block: Int) {
    #expect(Self.linearProgram.count == 300)
    for seed in block * 10..<block * 10 + 10 {
      let examples = Self.quadratic(seed: seed)
      let result = Separability(examples)
      switch Self.linearProgram[seed] {
      case "-": #expect(result == .oneClass)
      case "1": #expect(Self.isSeparable(result) == true, "seed \(seed)")
      default: #expect(Self.isSeparable(result) == false, "seed \(seed)")
      }
      Self.expectProof(result, examples)
      if result != .oneClass { #expect((MistakeBound(examples) != nil) == (Self.isSeparable(result) == true)) }
    }
  }

  /// 1 / |w| of scikit-learn's `SVC(kernel="linear", C=1e12, tol=1e-10)` on the same examples.
  @Test(
    "with quadratic features, finds the margin that a support vector machine finds",
    arguments: [
      (2, 0.8547143297008617), (3, 1.129590202691067), (4, 3.4735845279957993), (5, 1.992485884482031),
      (7, 2.925429803454966), (8, 1.3346729155562507), (9, 1.1243017897875405), (11, 0.7849037704721638),
      (12, 0.1527454517844919), (14, 0.2204180571941013), (15, 0.41702882811203623), (16, 1.527616228874413),
    ])
  func margin(seed: Int, margin: Double) {
    guard case .separable(let boundary) = Separability(Self.quadratic(seed: seed)) else {
      Issue.record("seed \(seed) is separable")
      return
    }
    #expect(abs(boundary.margin / margin - 1) < 1e-5)
  }
}
