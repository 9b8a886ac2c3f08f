import Learning
import Training

/// Going back over a million steps: how long a jump to any of them takes, and what the past occupies.
struct TimelineCase {
  /// What is trained.
  let name: String
  private let description: Description

  /// How many steps are made first.
  static let steps = 1_000_000
  /// How many jumps to random steps are timed, and how many steps back one after another.
  private static let jumps = 200

  /// The runs that are measured.
  static func all() throws -> [TimelineCase] {
    try [
      TimelineCase("perceptron 1000", .perceptron, [("data", "xor"), ("examples", "1000"), ("order", "shuffled")]),
      TimelineCase("2-8-8-1 [10]", .network, [("data", "spiral"), ("hidden", "8,8"), ("optimizer", "adam")]),
      TimelineCase(
        "rosenbrock adam", .surface,
        [("function", "rosenbrock"), ("optimizer", "adam"), ("learning-rate", "1e-7"), ("steps", "2147483647")]),
    ]
  }

  private init(_ name: String, _ scene: SceneKind, _ settings: [(String, String)]) throws {
    self.name = name
    description = try Description(scene, parsing: settings.map { (key: $0.0, value: $0.1) })
  }

  /// Milliseconds a jump and a step back take at most and in the middle, and the bytes of the checkpoints.
  func measure() throws -> (jump: (median: Double, worst: Double), back: (median: Double, worst: Double), bytes: Int) {
    var timeline = Timeline(try AssembledRun(loading: description, isWatched: true).run)
    timeline.advance(by: Self.steps)
    var generator = SplitMix64(seed: 1)
    func time(_ work: () -> Void) -> Double {
      let start = Stopwatch.now(.thread)
      work()
      return (Stopwatch.now(.thread) - start) * 1e3
    }
    let jumps = (0..<Self.jumps).map { _ in
      let target = generator.index(below: timeline.head + 1)
      return time { timeline.go(to: target) }
    }
    timeline.go(to: timeline.head)
    let back = (0..<Self.jumps).map { _ in time { timeline.go(to: timeline.present.step - 1) } }
    func summary(_ times: [Double]) -> (median: Double, worst: Double) {
      let sorted = times.sorted()
      return (sorted[sorted.count / 2], sorted[sorted.count - 1])
    }
    return (summary(jumps), summary(back), timeline.size)
  }
}
