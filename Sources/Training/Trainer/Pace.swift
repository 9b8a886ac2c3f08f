import Dispatch

/// How many steps an engine makes when: slices of a few milliseconds, at the speed that was asked for.
struct Pace: Sendable {
  /// What is said of an engine that has been followed so far.
  private struct Course: Equatable {
    var generation = 0
    var isPlaying = false
    var speed: Speed?
  }

  private var course = Course()
  /// The steps owed to the clock at a limited speed, a fraction of one included.
  private var owedSteps = 0.0
  private var lastTick: DispatchTime?
  /// How many steps fill a slice, learned from the last one.
  private var sliceSteps = 1
  private var rate = RateMeter()

  /// How long a slice takes.
  static let sliceSeconds = 0.004
  /// The least time between two snapshots while playing: more than a screen can show is not built.
  static let frameSeconds = 1.0 / 60

  /// How many steps a second were made lately; nil until that is known.
  var stepsPerSecond: Double? { rate.stepsPerSecond }

  /// Takes in that an engine has begun another run, plays or stops, or has another speed.
  mutating func follow(_ engine: Engine) {
    let fresh = Course(generation: engine.generation, isPlaying: engine.isPlaying, speed: engine.speed)
    guard fresh != course else { return }
    if fresh.generation != course.generation { sliceSteps = 1 }
    if fresh.isPlaying != course.isPlaying {
      // The first step is due at once: who presses a key wants to see something happen.
      owedSteps = fresh.isPlaying ? 1 : 0
      lastTick = fresh.isPlaying ? .now() : nil
    }
    owedSteps = min(owedSteps, 1)
    rate = RateMeter()
    course = fresh
  }

  /// Has an engine make its steps for a slice.
  mutating func drive(_ engine: inout Engine) {
    let start = DispatchTime.now()
    let wanted = engine.stepsAsked ?? stepsDue(at: start, engine.speed)
    // A way may have nothing left to go.
    if wanted == 0 { engine.advance(by: 0) }
    var made = 0
    while made < wanted {
      let chunk = min(wanted - made, sliceSteps)
      let before = DispatchTime.now()
      let advanced = engine.advance(by: chunk)
      made += advanced
      let now = DispatchTime.now()
      let took = before.seconds(until: now)
      if took < Self.sliceSeconds / 4 {
        sliceSteps = min(sliceSteps * 2, 1 << 40)
      } else if took > Self.sliceSeconds {
        sliceSteps = max(1, sliceSteps / 2)
      }
      if advanced < chunk || start.seconds(until: now) >= Self.sliceSeconds { break }
    }
    rate.add(steps: made, seconds: start.seconds(until: .now()), at: start)
  }

  private mutating func stepsDue(at now: DispatchTime, _ speed: Speed) -> Int {
    guard let rate = speed.stepsPerSecond else { return .max }
    let elapsed = lastTick.map { $0.seconds(until: now) } ?? 0
    // A long stop (the process was suspended) is not made up for.
    owedSteps += min(elapsed, 0.25) * rate
    lastTick = now
    let due = Int(min(owedSteps, 1e9))
    owedSteps -= Double(due)
    return due
  }

  /// How many seconds an engine rests before its next slice.
  func rest(of engine: Engine) -> Double {
    guard !engine.isUnderWay, engine.stepsAsked == nil, let rate = engine.speed.stepsPerSecond else { return 0 }
    return rate <= 60 ? max(0, 1 - owedSteps) / rate : Self.frameSeconds
  }
}

extension DispatchTime {
  /// How many seconds lie between this moment and a later one; 0 if it is not later.
  func seconds(until later: DispatchTime) -> Double {
    later > self ? Double(later.uptimeNanoseconds - uptimeNanoseconds) * 1e-9 : 0
  }
}

/// Measures how many steps a second were made over the last half second.
private struct RateMeter {
  private(set) var stepsPerSecond: Double?
  private var steps = 0
  private var since: DispatchTime?

  mutating func add(steps made: Int, seconds: Double, at start: DispatchTime) {
    let origin = since ?? start
    since = origin
    steps += made
    let elapsed = origin.seconds(until: start) + seconds
    if elapsed >= 0.5 {
      stepsPerSecond = Double(steps) / elapsed
      steps = 0
      since = nil
    }
  }
}
