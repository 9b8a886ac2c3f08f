import Glibc
import Learning
import Plotting
import Terminal
import Testing

@testable import Interface
@testable import Training

/// What a key and a frame cost does not grow with the examples or the weights: whatever has to be worked out from all of
/// them is, once for each picture, by the trainer.
///
/// Costs are in processor time of this thread, and compared with those of a small run on the same screen.
@Suite("What a key costs", .serialized) struct KeyCostTests {
  /// Two runs that differ by how much there is of them.
  struct Pair: Sendable, CustomTestStringConvertible {
    let scene: SceneKind
    let settings: [(key: String, value: String)]
    let key: String
    let small: String
    let large: String
    var testDescription: String { "\(scene.rawValue) \(settings.map(\.value)), \(key) \(small) and \(large)" }

    func app(_ value: String) throws -> SteppedApp {
      SteppedApp(try Description(scene, parsing: settings + [(key, value)]), width: 100, height: 32)
    }
  }

  static let pairs: [Pair] = [
    Pair(
      scene: .perceptron, settings: [("data", "gauss")], key: "examples", small: "10000", large: "1000000"),
    Pair(
      scene: .network, settings: [("data", "gauss"), ("batch-size", "full"), ("hidden", "2")], key: "examples",
      small: "10000", large: "400000"),
    Pair(
      scene: .network, settings: [("data", "plane"), ("batch-size", "full"), ("hidden", "2")], key: "examples",
      small: "10000", large: "400000"),
    Pair(
      scene: .network, settings: [("data", "gauss"), ("examples", "20")], key: "hidden",
      small: Array(repeating: "8", count: 16).joined(separator: ","),
      large: Array(repeating: "224", count: 16).joined(separator: ",")),
  ]

  static let keys: [KeyPress] =
    (33...126).map { .character(Unicode.Scalar($0)) } + [.character(" ")] + [
      .enter, .escape, .tab, .backTab, .backspace, .delete, .up, .down, .left, .right, .shiftLeft, .shiftRight,
      .shiftUp,
      .shiftDown, .home, .end, .pageUp, .pageDown, .insert, .control("l"), .function(1),
    ]

  private static var processorTime: Duration {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }

  /// What a key and the frame after it cost, and the state that it led to.
  private func cost(of key: KeyPress, in state: AppState) -> (time: Duration, after: AppState) {
    var after = state
    let start = Self.processorTime
    _ = after.update(.key(key))
    _ = after.draw()
    return (Self.processorTime - start, after)
  }

  /// Presses a key in the small run and in the large one, and compares the least that each took; where the large one is
  /// dearer, again, because what is worked out once for each picture may be at its first, and another program may have
  /// had the processor's cache.
  private func press(_ key: KeyPress, in states: [AppState], _ place: String) -> [AppState] {
    var costs = states.map { cost(of: key, in: $0) }
    var (small, large) = (costs[0].time, costs[1].time)
    for _ in 0..<6 where large > small * 2 + Self.slack {
      costs = states.map { cost(of: key, in: $0) }
      small = min(small, costs[0].time)
      large = min(large, costs[1].time)
    }
    #expect(large <= small * 2 + Self.slack, "\(place), \(key): \(small), \(large)")
    return costs.map(\.after)
  }

  /// A frame takes some milliseconds; to go through all examples takes ten times that.
  private static let slack = Duration.milliseconds(20)

  @Test("Every key, in every panel, enlarged, and what follows on it", arguments: pairs)
  func keys(pair: Pair) throws {
    var states = try [pair.small, pair.large].map { value in
      var app = try pair.app(value)
      app.press(.escape)
      return app.state
    }
    // Each panel, every other one enlarged.
    for _ in 0..<6 {
      for key in Self.keys {
        let after = press(key, in: states, pair.testDescription)
        _ = press(.enter, in: after, "\(pair.testDescription), \(key)")
      }
      for key in [KeyPress.tab, .character("z")] { states = press(key, in: states, pair.testDescription) }
    }
  }
}
