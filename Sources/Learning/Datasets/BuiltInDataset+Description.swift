/// What a person is told about a set before choosing it.
extension BuiltInDataset {
  /// A title of a few words.
  package var title: String {
    switch self {
    case .and: "AND"
    case .or: "OR"
    case .xorGate: "XOR, the gate"
    case .penguins: "Palmer penguins"
    case .circle: "Disk inside a ring"
    case .xor: "Four quadrants"
    case .gauss: "Two clouds"
    case .spiral: "Spirals"
    case .moons: "Two moons"
    case .blobs: "Several clouds"
    case .plane: "A tilted plane"
    case .bumps: "Hills and hollows"
    }
  }

  /// One sentence on what the set is good for.
  package var summary: String {
    switch self {
    case .and: "The lecture's gate: +1 for (1, 1) alone. A line separates it."
    case .or: "The gate that is +1 for all but (0, 0). A line separates it."
    case .xorGate: "The gate that no line separates: a perceptron cycles on it."
    case .penguins: "Real birds: bill length and depth tell Adelie from Gentoo."
    case .circle: "No line separates it; squared inputs or a hidden layer do."
    case .xor: "No line separates it; the input x1*x2 or a hidden layer does."
    case .gauss: "Two normal clouds; noise makes them overlap."
    case .spiral: "The hard one: it takes several layers, or many units."
    case .moons: "Two half circles that reach into each other."
    case .blobs: "Clouds around a circle, two to ten classes."
    case .plane: "Regression: a number that grows evenly to one side."
    case .bumps: "Regression: six hills and hollows on flat ground."
    }
  }

  /// How the examples are made, noise included; U is the uniform, N the normal distribution.
  ///
  /// Labels are flipped alike in every set: see ``Dataset/withLabelsFlipped(share:seed:)``.
  package var formula: String {
    switch self {
    case .and, .or, .xorGate:
      "(1,0), (1,1), (0,1), (0,0) in this order; noise: + U(-1,1) noise"
    case .penguins:
      "species, bill length and bill depth in mm of 342 penguins (Gorman, Williams & Fraser 2014)"
    case .circle:
      "x1 = r sin t, x2 = r cos t, t ~ U(0,2 pi); A: r ~ U(0,2.5), B: r ~ U(3.5,5); noise: + U(-5,5) noise"
    case .xor:
      "x1, x2 ~ U(-5,5), moved off the axes by 0.3; A if x1 x2 >= 0; noise: + U(-5,5) noise"
    case .gauss:
      "A: N((2,2), v), B: N((-2,-2), v), variance v = 0.5 + 7 noise"
    case .spiral:
      "arm k of K, i = 0..n-1: r = 5 i/n, t = 1.75 (i/n) 2 pi + 2 pi k/K; x1 = r sin t, x2 = r cos t, "
        + "+ U(-1,1) noise"
    case .moons:
      "t evenly over [0, pi]; A: (cos t, sin t), B: (1 - cos t, 1/2 - sin t); + N(0, noise)"
    case .blobs:
      "class k of K: N(4 (sin t, cos t), d), t = 2 pi k/K, deviation d = 0.4 + 4 noise"
    case .plane:
      "x1, x2 ~ U(-6,6); target (x1 + x2) / 10; noise: + U(-6,6) noise"
    case .bumps:
      "x1, x2 ~ U(-6,6); target: of sign * clamp(1 - distance/2, 0, 1) around (-4,2.5)+ (0,2.5)- (4,2.5)+ (-4,-2.5)- "
        + "(0,-2.5)+ (4,-2.5)- the one largest in magnitude; noise: + U(-6,6) noise"
    }
  }

  /// How many examples there are when nothing is asked for.
  package var defaultExamples: Int {
    switch kind {
    case .gate: 4
    case .classes: 500
    case .regression: 1200
    case .measured: 274
    }
  }

  /// How far points are moved when nothing is asked for.
  package var defaultNoise: Double { self == .moons ? 0.1 : 0 }

  /// How many classes there are when nothing is asked for; 0 for regression.
  package var defaultClasses: Int {
    switch self {
    case .blobs: 3
    case .plane, .bumps: 0
    default: 2
    }
  }

  /// The numbers of classes that can be asked for, or nil where there is no choice.
  package var classRange: ClosedRange<Int>? {
    self == .blobs || self == .spiral ? 2...10 : nil
  }

  /// Whether its points are drawn at random, so that their number and the seed make a difference.
  package var isGenerated: Bool { kind == .classes || kind == .regression }
}
