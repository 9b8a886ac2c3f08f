/// Copies of a run at some of its steps: what going back starts from, in bounded memory.
///
/// There are two kinds. The even ones are spread over the whole past; when there are too many, every second one goes and
/// the distance doubles. The near ones lie around the step that is being looked at, the denser the nearer: they make a
/// walk back, step by step, cost a few steps of replay each and not `spacing` of them.
struct Checkpoints: Sendable {
  /// How many steps lie between two even checkpoints: a power of two.
  private(set) var spacing = 1

  private struct Checkpoint: Sendable {
    let step: Int
    let run: any Run
  }

  /// Ascending by step; the first is the start.
  private var even: [Checkpoint]
  /// Ascending by step.
  private var near: [Checkpoint] = []
  private var memory: Int
  /// How many bytes the largest takes so far: a change by hand may make a run larger than it was at the start.
  private var largest: Int
  private var mostEven: Int
  private var mostNear: Int

  /// Begins with the start of a run.
  ///
  /// - Parameter memory: How many bytes they may take, roughly; a few are kept whatever it is.
  init(start: any Run, memory: Int) {
    even = [Checkpoint(step: start.step, run: start)]
    self.memory = memory
    largest = start.checkpointSize
    (mostEven, mostNear) = Self.limits(memory: memory, size: largest)
  }

  private static func limits(memory: Int, size: Int) -> (even: Int, near: Int) {
    let room = memory / max(1, size)
    return (min(1024, max(16, room / 4 * 3)), min(96, max(8, room / 4)))
  }

  /// How many there are.
  var count: Int { even.count + near.count }
  /// How many bytes they take, roughly; what several share is counted for each.
  var size: Int { (even + near).reduce(0) { $0 + $1.run.checkpointSize } }
  /// The first step.
  var firstStep: Int { even[0].step }

  /// Takes up another amount of memory from now on.
  mutating func limit(memory: Int, around target: Int) {
    self.memory = memory
    share(around: target)
  }

  /// Notes how large a run is that is to be kept, and keeps fewer if it is larger than all so far.
  private mutating func weigh(_ run: any Run, around target: Int) {
    let size = run.checkpointSize
    guard size > largest else { return }
    largest = size
    share(around: target)
  }

  private mutating func share(around target: Int) {
    (mostEven, mostNear) = Self.limits(memory: memory, size: largest)
    while even.count > mostEven { thin() }
    while near.count > mostNear { dropLeastUseful(around: target) }
  }

  /// The last one at or before a step.
  func last(atOrBefore step: Int) -> any Run {
    let spread = even.last { $0.step <= step } ?? even[0]
    guard let close = near.last(where: { $0.step <= step }), close.step > spread.step else { return spread.run }
    return close.run
  }

  /// The last one for which a condition holds that holds for all before it too, else the start.
  func last(where condition: (any Run) -> Bool) -> any Run {
    let spread = even.last { condition($0.run) } ?? even[0]
    guard let close = near.last(where: { condition($0.run) }), close.step > spread.step else { return spread.run }
    return close.run
  }

  /// The next step after one that an even checkpoint belongs to.
  func evenStep(after step: Int) -> Int { (step / spacing + 1) * spacing }

  /// Forgets those beyond a step.
  mutating func forget(after step: Int) {
    let start = firstStep
    even.removeAll { $0.step > step && $0.step != start }
    near.removeAll { $0.step > step }
  }

  /// Keeps a run as an even checkpoint where its step is one of theirs and new.
  mutating func leaveEven(_ run: any Run) {
    let step = run.step
    weigh(run, around: step)
    guard step.isMultiple(of: spacing), step > even[even.count - 1].step, Self.canKeep(run) else { return }
    even.append(Checkpoint(step: step, run: run))
    if even.count > mostEven { thin() }
  }

  /// Keeps a run as a checkpoint near a step that is being gone to.
  mutating func leaveNear(_ run: any Run, around target: Int) {
    guard Self.canKeep(run) else { return }
    weigh(run, around: target)
    let step = run.step
    let place = near.firstIndex { $0.step >= step } ?? near.count
    if place < near.count, near[place].step == step { return }
    near.insert(Checkpoint(step: step, run: run), at: place)
    if near.count > mostNear { dropLeastUseful(around: target) }
  }

  /// How far apart checkpoints are to be that are left on the way to a step so far away.
  func stride(atDistance distance: Int) -> Int { max(1, distance / max(2, mostNear / 12)) }

  /// Whether a run is as every way to its step leaves it: that the next step leads nowhere is known only by trying.
  private static func canKeep(_ run: any Run) -> Bool {
    if case .diverged = run.status { return false }
    return true
  }

  private mutating func thin() {
    let start = even[0].step
    spacing *= 2
    let spacing = spacing
    even.removeAll { $0.step != start && !$0.step.isMultiple(of: spacing) }
  }

  /// Drops the near checkpoint whose gap would be the smallest, measured by its distance from a step.
  private mutating func dropLeastUseful(around target: Int) {
    var least = Double.infinity
    var victim = 0
    for (index, checkpoint) in near.enumerated() {
      let step = checkpoint.step
      // An even one lies at most a spacing before and after.
      let before = max(index > 0 ? near[index - 1].step : step - spacing, step - spacing)
      let after = min(index + 1 < near.count ? near[index + 1].step : step + spacing, step + spacing)
      let use = Double(after - before) / Double((target - step).magnitude + 1)
      // Of equals the one beyond the step goes: who looks back needs those before it.
      if use < least || (use == least && step > target) { (least, victim) = (use, index) }
    }
    near.remove(at: victim)
  }
}
