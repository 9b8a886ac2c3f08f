import RealModule
import Testing

@testable import Learning

@Suite("BuiltInDataset") struct BuiltInDatasetTests {
  static func labels(_ dataset: Dataset) -> [Int] {
    guard case .classes(let labels, _) = dataset.targets else { return [] }
    return labels
  }

  static func points(_ dataset: Dataset) -> [(x1: Double, x2: Double)] {
    (0..<dataset.count).map { dataset.input(at: $0) }
  }

  @Test("the gates are the lecture's four points in its order")
  func gates() throws {
    for (set, labels) in [(BuiltInDataset.and, [1, 0, 1, 1]), (.or, [0, 0, 0, 1]), (.xorGate, [0, 1, 0, 1])] {
      let dataset = try set.dataset()
      #expect(dataset.inputs == [1, 0, 1, 1, 0, 1, 0, 0])
      #expect(dataset.targets == .classes(labels, names: ["A", "B"]))
    }
  }

  @Test("every set has what its description says", arguments: BuiltInDataset.allCases)
  func every(set: BuiltInDataset) throws {
    let dataset = try set.dataset()
    #expect(dataset.name == set.name)
    #expect(dataset.count == set.defaultExamples)
    #expect(dataset.classCount == set.defaultClasses)
    #expect(dataset.inputs.allSatisfy { $0.isFinite })
    #expect(!set.title.isEmpty && !set.summary.isEmpty && !set.formula.isEmpty)
    let again = try set.dataset()
    #expect(again == dataset)
    let reseeded = try set.dataset(DatasetOptions(seed: 2))
    #expect((reseeded == dataset) == !set.isGenerated)
    let noisy = DatasetOptions(noise: 0.3, labelNoise: set.takes(.labelNoise) ? 0.5 : 0, seed: 3)
    let noised = try set.dataset(noisy)
    #expect(noised.inputs.allSatisfy { $0.isFinite })
    if set.isGenerated {
      for examples in [1, 2, 3, 7, 101] {
        let drawn = try set.dataset(DatasetOptions(examples: examples))
        #expect(drawn.count == examples)
      }
    }
  }

  @Test("circle: A within 2.5, B from 3.5 to 5, even in radius and angle") func circle() throws {
    let dataset = try BuiltInDataset.circle.dataset(DatasetOptions(examples: 20_000))
    var radii = [0.0, 0.0]
    for (point, label) in zip(Self.points(dataset), Self.labels(dataset)) {
      let radius = (point.x1 * point.x1 + point.x2 * point.x2).squareRoot()
      #expect(label == 0 ? radius < 2.5 : (3.4999...5.0001).contains(radius))
      radii[label] += radius / 10_000
    }
    // The means of U(0, 2.5) and U(3.5, 5), within five standard errors.
    #expect(abs(radii[0] - 1.25) < 5 * 0.72 / 100 && abs(radii[1] - 4.25) < 5 * 0.43 / 100)
  }

  @Test("xor: the sign of the product decides, nothing near the axes") func xor() throws {
    let dataset = try BuiltInDataset.xor.dataset(DatasetOptions(examples: 5000))
    for (point, label) in zip(Self.points(dataset), Self.labels(dataset)) {
      #expect((label == 0) == (point.x1 * point.x2 >= 0))
      #expect((0.3...5.3).contains(abs(point.x1)) && (0.3...5.3).contains(abs(point.x2)))
    }
  }

  @Test("gauss: centers (2, 2) and (-2, -2), variance 0.5 to 4", arguments: [(0.0, 0.5), (0.1, 1.2), (0.5, 4.0)])
  func gauss(noise: Double, variance: Double) throws {
    let dataset = try BuiltInDataset.gauss.dataset(DatasetOptions(examples: 40_000, noise: noise))
    let positive = zip(Self.points(dataset), Self.labels(dataset)).filter { $0.1 == 0 }.map(\.0.x1)
    let mean = positive.reduce(0, +) / 20_000
    let measured = positive.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 20_000
    #expect(abs(mean - 2) < 5 * (variance / 20_000).squareRoot())
    #expect(abs(measured / variance - 1) < 5 * (2.0 / 20_000).squareRoot())
  }

  @Test("spiral: radius 5 i/n, angle 1.75 turns, arms evenly turned", arguments: [2, 3, 7])
  func spiral(classes: Int) throws {
    let dataset = try BuiltInDataset.spiral.dataset(DatasetOptions(examples: 100 * classes, classes: classes))
    for (point, label) in zip(Self.points(dataset), Self.labels(dataset)) {
      let radius = (point.x1 * point.x1 + point.x2 * point.x2).squareRoot()
      let index = (radius * 20).rounded()
      #expect(abs(radius * 20 - index) < 1e-9 && index < 100)
      let angle = 1.75 * index / 100 * 2 * .pi + 2 * .pi * Double(label) / Double(classes)
      #expect(abs(point.x1 - radius * Double.sin(angle)) < 1e-9)
      #expect(abs(point.x2 - radius * Double.cos(angle)) < 1e-9)
    }
    #expect(dataset.classCount == classes)
  }

  @Test("moons: two half circles of radius 1 around (0, 0) and (1, 1/2)") func moons() throws {
    let dataset = try BuiltInDataset.moons.dataset(DatasetOptions(examples: 200, noise: 0))
    for (point, label) in zip(Self.points(dataset), Self.labels(dataset)) {
      let (x1, x2) = label == 0 ? (point.x1, point.x2) : (1 - point.x1, 0.5 - point.x2)
      #expect(abs(x1 * x1 + x2 * x2 - 1) < 1e-12 && x2 > -1e-12)
    }
  }

  @Test("blobs: every number of classes, evenly shared", arguments: 2...10) func blobs(classes: Int) throws {
    let dataset = try BuiltInDataset.blobs.dataset(DatasetOptions(examples: 1003, classes: classes))
    for label in 0..<classes {
      let share = Self.labels(dataset).count { $0 == label }
      #expect(share == 1003 / classes + (label < 1003 % classes ? 1 : 0))
    }
  }

  @Test("plane and bumps are their formulas") func regression() throws {
    let plane = try BuiltInDataset.plane.dataset()
    guard case .numbers(let heights) = plane.targets else { return #expect(Bool(false)) }
    for (point, height) in zip(Self.points(plane), heights) { #expect(height == (point.x1 + point.x2) / 10) }
    // By hand: at a center the height is its sign; at distance 1 half of it; beyond 2 it is 0.
    let bumps = try BuiltInDataset.bumps.dataset(DatasetOptions(examples: 5000))
    guard case .numbers(let values) = bumps.targets else { return #expect(Bool(false)) }
    let hills: [(Double, Double, Double)] = [
      (-4, 2.5, 1), (0, 2.5, -1), (4, 2.5, 1), (-4, -2.5, -1), (0, -2.5, 1), (4, -2.5, -1),
    ]
    for (point, value) in zip(Self.points(bumps), values) {
      // The centers are 4 apart or more, so at most two hills reach a point; the nearer is the higher.
      let nearest = hills.map { (Double.hypot(point.x1 - $0.0, point.x2 - $0.1), $0.2) }.min { $0.0 < $1.0 }
      let (distance, sign) = try #require(nearest)
      #expect(abs(value - sign * max(0, 1 - distance / 2)) < 1e-12)
    }
  }

  @Test("noise moves points and leaves labels; label noise flips labels and leaves points")
  func twoKindsOfNoise() throws {
    for set in BuiltInDataset.allCases where set.isGenerated && set != .moons && set != .gauss && set != .blobs {
      let options = DatasetOptions(examples: 2000, noise: 0)
      let clean = try set.dataset(options)
      if set.takes(.labelNoise) {
        let flipped = try set.dataset(DatasetOptions(examples: 2000, noise: 0, labelNoise: 0.2))
        #expect(flipped.targets != clean.targets && flipped.inputs == clean.inputs)
      }
      let reach = clean.inputs.map(abs).max() ?? 0
      let moved = try set.dataset(DatasetOptions(examples: 2000, noise: 0.5))
      #expect((moved.inputs.map(abs).max() ?? 0) > reach)
    }
    let gate = try BuiltInDataset.and.dataset(DatasetOptions(labelNoise: 1))
    #expect(gate.inputs == [1, 0, 1, 1, 0, 1, 0, 0])
    #expect(gate.targets == .classes([0, 1, 0, 0], names: ["A", "B"]))
    let shifted = try BuiltInDataset.and.dataset(DatasetOptions(noise: 0.1))
    let clear = try BuiltInDataset.and.dataset()
    #expect(shifted.targets == clear.targets)
    let shifts = zip(shifted.inputs, clear.inputs).map { abs($0 - $1) }
    #expect(shifts.allSatisfy { $0 > 0 && $0 <= 0.1 })
    let gauss = try BuiltInDataset.gauss.dataset(DatasetOptions(examples: 10_000, labelNoise: 0.25))
    let wrong = zip(Self.points(gauss), Self.labels(gauss)).count { ($0.x1 + $0.x2 > 0) != ($1 == 0) }
    #expect(abs(Double(wrong) / 10_000 - 0.25) < 5 * 0.0044)
  }

  @Test("options out of range are refused") func ranges() {
    func refused(_ set: BuiltInDataset, _ options: DatasetOptions) -> DatasetError? {
      do throws(DatasetError) {
        _ = try set.dataset(options)
        return nil
      } catch {
        return error
      }
    }
    #expect(
      refused(.circle, DatasetOptions(examples: 0))
        == .outOfRange(option: .examples, value: "0", allowed: "1...10000000"))
    #expect(refused(.circle, DatasetOptions(noise: .nan)) != nil)
    #expect(refused(.circle, DatasetOptions(labelNoise: -0.1)) != nil)
    #expect(
      refused(.blobs, DatasetOptions(classes: 11)) == .outOfRange(option: .classes, value: "11", allowed: "2...10"))
    #expect(refused(.penguins, DatasetOptions(columns: ["bill", "depth"])) != nil)
  }

  @Test("the penguins are the file's, Adelie and Gentoo by bill unless told otherwise") func penguins() throws {
    let dataset = try BuiltInDataset.penguins.dataset()
    #expect(dataset.classNames == ["Adelie", "Gentoo"])
    // 152 Adelie and 124 Gentoo, of which one each has no measurements.
    #expect(Self.labels(dataset).count { $0 == 0 } == 151 && Self.labels(dataset).count { $0 == 1 } == 123)
    #expect(dataset.input(at: 0) == (39.1, 18.7))
    let other = try BuiltInDataset.penguins.dataset(
      DatasetOptions(columns: ["flipper_length_mm", "body_mass_g"], classNames: ["Adelie", "Chinstrap", "Gentoo"]))
    #expect(other.count == 342 && other.classCount == 3 && other.input(at: 0) == (181, 3750))
  }
}

@Suite("Dataset+Split") struct DatasetSplitTests {
  @Test("parts are disjoint, complete and in order", arguments: [0, 0.1, 0.5, 0.999, 1, -1, 2, .nan])
  func parts(fraction: Double) {
    for count in [0, 1, 2, 3, 10, 101] {
      let dataset = Dataset(
        name: "n", inputs: (0..<2 * count).map(Double.init), targets: .numbers((0..<count).map(Double.init)))
      let (training, test) = dataset.split(testFraction: fraction, seed: 1)
      guard case .numbers(let first) = training.targets, case .numbers(let second) = test.targets else { return }
      #expect(first == first.sorted() && second == second.sorted())
      #expect((first + second).sorted() == (0..<count).map(Double.init))
      #expect(count == 0 || training.count >= 1)
      let expected = first.flatMap { [2 * $0, 2 * $0 + 1] }
      #expect(training.inputs == expected)
      if fraction == 0.5, count == 10 { #expect(test.count == 5) }
    }
  }

  @Test(
    "Of many examples some are chosen evenly",
    arguments: [
      (10, 10, Array(0..<10)), (10, 11, Array(0..<10)), (10, 3, [0, 3, 6]), (10, 1, [0]), (10, 0, []), (0, 3, []),
    ])
  func thinned(count: Int, most: Int, expected: [Int]) {
    let dataset = Dataset(
      name: "n", inputs: (0..<2 * count).map(Double.init), targets: .numbers((0..<count).map(Double.init)))
    #expect(dataset.thinned(to: most) == dataset.examples(at: expected))
  }
}

@Suite("Standardization") struct StandardizationTests {
  @Test("gives mean 0 and deviation 1, and back", arguments: [1, 1e-300, 1e300, 1e-8])
  func moments(scale: Double) {
    // By hand: 1, 2, 3, 4 have mean 2.5 and population variance 1.25.
    let dataset = Dataset(
      name: "n", inputs: [1, 7, 2, 7, 3, 7, 4, 7].map { $0 * scale }, targets: .numbers([0, 0, 0, 0]))
    let units = Standardization(fitting: dataset)
    #expect(abs(units.means[0] / scale - 2.5) < 1e-15 && abs(units.deviations[0] / scale - 1.25.squareRoot()) < 1e-15)
    #expect(abs(units.means[1] / scale - 7) < 1e-14 && units.deviations[1] == 1)
    let standard = units.apply(to: dataset)
    #expect(abs(standard.inputs[0] + 1.5 / 1.25.squareRoot()) < 1e-15)
    let (x1, x2) = units.invert(standard.inputs[0], standard.inputs[1])
    #expect(abs(x1 / scale - 1) < 1e-15 && abs(x2 / scale - 7) < 1e-14)
  }

  @Test("changes nothing without examples") func empty() {
    let units = Standardization(fitting: Dataset(name: "n", inputs: [], targets: .numbers([])))
    #expect(units.means == [0, 0] && units.deviations == [1, 1])
  }
}
