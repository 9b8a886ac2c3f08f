import RealModule

/// Draws the examples of the built-in sets, one after another, from one seed.
///
/// Circle, xor, gauss, spiral, plane and bumps follow the published formulas of the TensorFlow Playground
/// (`dataset.ts`), spiral with any number of arms; moons follows scikit-learn's `make_moons`.
struct DatasetGenerator {
  let examples: Int
  let noise: Double
  let classes: Int
  private var generator: SplitMix64
  private var inputs: [Double] = []
  private var labels: [Int] = []
  private var numbers: [Double] = []

  init(examples: Int, noise: Double, classes: Int, seed: UInt64) {
    self.examples = examples
    self.noise = noise
    self.classes = classes
    generator = SplitMix64(seed: seed)
    inputs.reserveCapacity(2 * examples)
  }

  /// The examples so far as a data set.
  mutating func dataset(name: String, isRegression: Bool, isShuffled: Bool) -> Dataset {
    if isShuffled {
      var order = Array(0..<inputs.count / 2)
      generator.shuffle(&order)
      inputs = order.flatMap { [inputs[2 * $0], inputs[2 * $0 + 1]] }
      if isRegression { numbers = order.map { numbers[$0] } } else { labels = order.map { labels[$0] } }
    }
    let names = ["A", "B", "C", "D", "E", "F", "G", "H", "I", "J"]
    return Dataset(
      name: name, inputs: inputs,
      targets: isRegression ? .numbers(numbers) : .classes(labels, names: Array(names.prefix(classes))))
  }

  // MARK: Gates

  /// The four points of a gate; `isPositive` tells which of them are class A.
  mutating func addGate(_ isPositive: (Double, Double) -> Bool) {
    for (x1, x2) in [(1.0, 0.0), (1, 1), (0, 1), (0, 0)] {
      add(x1, x2, label: isPositive(x1, x2) ? 0 : 1, spread: 1)
    }
  }

  // MARK: Classes

  mutating func addCircle() {
    let radius = 5.0
    for index in 0..<examples {
      let isInner = index < (examples + 1) / 2
      let distance = isInner ? generator.uniform(0, radius * 0.5) : generator.uniform(radius * 0.7, radius)
      let angle = generator.uniform(0, 2 * .pi)
      let (x1, x2) = (distance * Double.sin(angle), distance * Double.cos(angle))
      add(x1, x2, label: isInner ? 0 : 1, spread: radius)
    }
  }

  mutating func addXor() {
    for _ in 0..<examples {
      let (x1, x2) = (offAxis(), offAxis())
      add(x1, x2, label: x1 * x2 >= 0 ? 0 : 1, spread: 5)
    }
  }

  mutating func addGauss() {
    let deviation = (0.5 + 7 * noise).squareRoot()
    for index in 0..<examples {
      let label = index < (examples + 1) / 2 ? 0 : 1
      let center: Double = label == 0 ? 2 : -2
      let x1 = generator.normal(mean: center, deviation: deviation)
      let x2 = generator.normal(mean: center, deviation: deviation)
      add(x1, x2, label: label, spread: 0)
    }
  }

  mutating func addSpiral() {
    for label in 0..<classes {
      let count = share(of: label)
      for index in 0..<count {
        let fraction = Double(index) / Double(count)
        let angle = 1.75 * fraction * 2 * .pi + 2 * .pi * Double(label) / Double(classes)
        add(
          5 * fraction * Double.sin(angle), 5 * fraction * Double.cos(angle), label: label, spread: 1)
      }
    }
  }

  mutating func addMoons() {
    for label in 0..<2 {
      let count = share(of: label)
      for index in 0..<count {
        let angle = count > 1 ? Double.pi * Double(index) / Double(count - 1) : 0
        let (cosine, sine) = (Double.cos(angle), Double.sin(angle))
        let x1 = (label == 0 ? cosine : 1 - cosine) + generator.normal(deviation: noise)
        let x2 = (label == 0 ? sine : 0.5 - sine) + generator.normal(deviation: noise)
        add(x1, x2, label: label, spread: 0)
      }
    }
  }

  mutating func addBlobs() {
    let deviation = 0.4 + 4 * noise
    for label in 0..<classes {
      let angle = 2 * .pi * Double(label) / Double(classes)
      for _ in 0..<share(of: label) {
        let x1 = generator.normal(mean: 4 * Double.sin(angle), deviation: deviation)
        let x2 = generator.normal(mean: 4 * Double.cos(angle), deviation: deviation)
        add(x1, x2, label: label, spread: 0)
      }
    }
  }

  // MARK: Regression

  mutating func addPlane() {
    addSurface { ($0 + $1) / 10 }
  }

  mutating func addBumps() {
    let centers: [(x1: Double, x2: Double, sign: Double)] = [
      (-4, 2.5, 1), (0, 2.5, -1), (4, 2.5, 1), (-4, -2.5, -1), (0, -2.5, 1), (4, -2.5, -1),
    ]
    addSurface { x1, x2 in
      var highest = 0.0
      for center in centers {
        let distance = ((x1 - center.x1) * (x1 - center.x1) + (x2 - center.x2) * (x2 - center.x2)).squareRoot()
        let height = center.sign * min(max(1 - distance / 2, 0), 1)
        if abs(height) > abs(highest) { highest = height }
      }
      return highest
    }
  }

  private mutating func addSurface(_ target: (Double, Double) -> Double) {
    for _ in 0..<examples {
      let (x1, x2) = (generator.uniform(-6, 6), generator.uniform(-6, 6))
      numbers.append(target(x1, x2))
      addPoint(x1, x2, spread: 6)
    }
  }

  // MARK: Pieces

  private mutating func add(_ x1: Double, _ x2: Double, label: Int, spread: Double) {
    labels.append(label)
    addPoint(x1, x2, spread: spread)
  }

  private mutating func addPoint(_ x1: Double, _ x2: Double, spread: Double) {
    let (moved1, moved2) = moved(x1, x2, by: noise, spread: spread)
    inputs.append(moved1)
    inputs.append(moved2)
  }

  /// The point moved by U(-spread, spread) `amount` along each axis.
  private mutating func moved(
    _ x1: Double, _ x2: Double, by amount: Double, spread: Double
  ) -> (Double, Double) {
    guard amount > 0, spread > 0 else { return (x1, x2) }
    let first = generator.uniform(-spread, spread) * amount
    let second = generator.uniform(-spread, spread) * amount
    return (x1 + first, x2 + second)
  }

  /// U(-5, 5), pushed away from 0 by 0.3.
  private mutating func offAxis() -> Double {
    let value = generator.uniform(-5, 5)
    return value > 0 ? value + 0.3 : value - 0.3
  }

  /// How many of the examples belong to a class; the first classes take what is left over.
  private func share(of label: Int) -> Int {
    examples / classes + (label < examples % classes ? 1 : 0)
  }
}
