import Training

/// Carries out a run to its end without a screen and writes its records.
struct HeadlessRun<Records: RunRecords> {
  private(set) var run: Records.Subject
  private let records: Records
  private(set) var history = History()
  /// The run when it was last spoken of.
  private var told: Records.Subject?

  init(_ run: Records.Subject, _ records: Records) {
    self.run = run
    self.records = records
  }

  /// Runs to the end, without a word where there is no writer.
  ///
  /// - Returns: how the run stands then.
  @discardableResult
  mutating func play(_ destination: inout RecordWriter?) throws(Output.Failure) -> RunStatus {
    guard var writer = destination else {
      while run.status.canAdvance { run.advance(by: run.stepsToEpochEnd, history: &history) }
      return run.status
    }
    try writer.write(.start, records.start(run))
    if let entry = records.initial(run) { try writer.write(.step, entry) }
    try tell(writer)
    while run.status.canAdvance {
      let step = run.step
      let epochs = run.epochsCompleted
      run.advance(by: stride(writer.cadence), history: &history)
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
    try writer.write(.end, records.end(run, history))
    try writer.output.flush()
    // The columns of a table are those of the first run of a race.
    destination = writer
    return run.status
  }

  /// Tells a person who listens where the run stands, unless that has been said.
  private mutating func tell(_ writer: RecordWriter) throws(Output.Failure) {
    guard writer.isSpoken, told?.step != run.step else { return }
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
