import Training

/// The records of activation functions: one function along the axis, step by step.
struct ActivationsRecords: RunRecords {
  let description: Description

  let hasEpochs = false

  func columns(of run: ActivationsRun, _ event: RecordWriter.Event) -> [String] { ["step", "x", "value", "slope"] }

  func start(_ run: ActivationsRun) -> Entry {
    Entry(
      members: [("description", description.json), ("formula", .string(run.curve.formula))],
      sentence: "\(run.curve.rawValue)(x) = \(run.curve.formula), slope \(run.curve.slopeFormula)")
  }

  func initial(_ run: ActivationsRun) -> Entry? { step(run) }

  func step(_ run: ActivationsRun) -> Entry? {
    let (value, slope) = run.curve(run.x)
    return Entry(
      members: [
        ("step", .number(Double(run.step))), ("x", .number(run.x)), ("value", .number(value)),
        ("slope", .number(slope)),
      ],
      sentence: "x \(run.x.shortestText): value \(value.shortestText), slope \(slope.shortestText)")
  }

  func end(_ run: ActivationsRun, _ history: History) -> Entry {
    Entry(
      members: [("reason", .string(run.status.reason)), ("step", .number(Double(run.step))), ("x", .number(run.x))],
      sentence: "the end of the axis: x \(run.x.shortestText)")
  }
}
