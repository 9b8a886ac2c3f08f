import Training

/// A run that is carried out without a screen, of whatever kind.
protocol PlayableRun {
  /// The run as it stands.
  var current: any Run { get }
  /// Its curves so far.
  var history: History { get }
  /// The table that its records make at a cadence.
  func table(_ cadence: Cadence) -> RecordTable
  /// Runs to the end, or until it is interrupted, without a word where there is no writer.
  mutating func play(_ writer: RecordWriter?, _ pace: HeadlessPace) throws(Output.Failure)
}

/// Carries out a run to its end without a screen and writes its records.
struct HeadlessRun<Records: RunRecords>: PlayableRun {
  private(set) var run: Records.Subject
  private let records: Records
  private(set) var history = History()
  /// The run when something was last said about it.
  private var told: Records.Subject?

  init(_ run: Records.Subject, _ records: Records) {
    self.run = run
    self.records = records
  }

  var current: any Run { run }

  func table(_ cadence: Cadence) -> RecordTable { records.table(of: run, cadence) }

  mutating func play(_ writer: RecordWriter?, _ pace: HeadlessPace) throws(Output.Failure) {
    guard let writer else {
      while run.status.canAdvance, !pace.isInterrupted { advance(by: run.stepsToEpochEnd, pace) }
      return
    }
    try writer.write(.start, records.start(run))
    if let entry = records.initial(run) { try writer.write(.step, entry) }
    try tell(writer)
    while run.status.canAdvance, !pace.isInterrupted {
      let (step, epochs) = (run.step, run.epochsCompleted)
      advance(by: stride(writer.cadence), pace)
      if run.step > step, isDue(writer.cadence), let entry = records.step(run) {
        try writer.write(.step, entry)
        try tell(writer)
      }
      if run.epochsCompleted > epochs, isEpochDue(writer.cadence), let entry = records.epoch(run, history) {
        try writer.write(.epoch, entry)
        try tell(writer)
      }
    }
    try tell(writer)
    let isInterrupted = pace.isInterrupted && run.status.canAdvance
    try writer.write(.end, isInterrupted ? records.interruption(run, history) : records.end(run, history))
    try writer.output.flush()
  }

  /// Makes some steps in slices of some milliseconds, so that an interruption is seen between them.
  private mutating func advance(by count: Int, _ pace: HeadlessPace) {
    var rest = count
    while rest > 0, run.status.canAdvance, !pace.isInterrupted {
      let before = run.step
      pace.measure(atMost: rest) { run.advance(by: $0, history: &history) }
      pace.show(run)
      guard run.step > before else { return }
      rest -= run.step - before
    }
  }

  /// Tells a person who listens where the run stands, unless that has been said.
  private mutating func tell(_ writer: RecordWriter) throws(Output.Failure) {
    guard writer.isCurrent, told?.step != run.step else { return }
    try writer.say(records.spoken(run, since: told))
    told = run
  }

  /// How many steps to make before the next record.
  private func stride(_ cadence: Cadence) -> Int {
    switch cadence {
    case .step: 1
    case .epoch, .epochs: run.stepsToEpochEnd
    case .steps(let count): min(count - run.step % count, run.stepsToEpochEnd)
    }
  }

  private func isDue(_ cadence: Cadence) -> Bool {
    switch cadence {
    case .step: true
    case .epoch, .epochs: false
    case .steps(let count): run.step.isMultiple(of: count)
    }
  }

  private func isEpochDue(_ cadence: Cadence) -> Bool {
    if case .epochs(let count) = cadence {
      run.epochsCompleted.isMultiple(of: count) || !run.status.canAdvance
    } else {
      true
    }
  }
}
