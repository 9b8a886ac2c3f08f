import Learning
import Training

/// The members of a record, in the order in which they are written.
typealias Members = [(String, JSONValue)]

/// What a kind of run writes when there is no screen; the same facts as members of records and as sentences.
///
/// A record's `event` is added by the writer. `nil` where a kind of run has no records of that event.
protocol RunRecords {
  /// The kind of run.
  associatedtype Subject: Run

  /// The description, as it stands after the data have been looked at.
  var description: Description { get }

  /// All columns that a row can have in a table of a run's steps, or of its epochs.
  ///
  /// - Parameter event: `step` or `epoch`; only kinds of run that have records of epochs are asked for theirs.
  func columns(of run: Subject, _ event: RecordWriter.Event) -> [String]
  /// Whether there are records of epochs.
  var hasEpochs: Bool { get }
  /// How the run begins.
  func start(_ run: Subject) -> Entry
  /// The start itself as step 0, where that says something.
  func initial(_ run: Subject) -> Entry?
  /// The step just made.
  func step(_ run: Subject) -> Entry?
  /// The epoch just completed.
  func epoch(_ run: Subject, _ history: History) -> Entry?
  /// How the run ended.
  func end(_ run: Subject, _ history: History) -> Entry
  /// How the run stood when somebody ended it.
  func interruption(_ run: Subject, _ history: History) -> Entry
  /// Sentences for a person who listens: where the run stands, and how that has changed.
  ///
  /// - Parameter before: The run when something was last said about it; nil the first time.
  func spoken(_ run: Subject, since before: Subject?) -> [String]
}

extension RunRecords {
  func initial(_ run: Subject) -> Entry? { nil }
  func spoken(_ run: Subject, since before: Subject?) -> [String] { [] }
  func epoch(_ run: Subject, _ history: History) -> Entry? { nil }
  var hasEpochs: Bool { true }

  func interruption(_ run: Subject, _ history: History) -> Entry { end(run, history).interrupted(at: run.step) }

  /// The table that a cadence asks for.
  func table(of run: Subject, _ cadence: Cadence) -> RecordTable {
    let event: RecordWriter.Event = cadence.hasSteps || !hasEpochs ? .step : .epoch
    return RecordTable(event, columns: columns(of: run, event))
  }
}

/// One record and the sentence that says the same.
struct Entry {
  /// The members, without the event.
  let members: Members
  /// A line for a person; may have foreign text in it.
  let sentence: String

  /// The record of an end that came from outside; everything else in it stays true.
  func interrupted(at step: Int) -> Entry {
    let members = members.map { $0.0 == "reason" ? ("reason", JSONValue.string("interrupted")) : $0 }
    return Entry(members: members, sentence: "interrupted at step \(step)")
  }
}

/// The form in which records are written.
enum RecordFormat: String, CaseIterable {
  /// Sentences, one a line.
  case text
  /// A table of the steps, or of the epochs.
  case csv
  /// JSON Lines, one record a line.
  case jsonl
}

/// Which records are written.
enum Cadence: Equatable {
  /// Every step and every epoch.
  case step
  /// Every epoch.
  case epoch
  /// Every step whose number is a multiple, and every epoch.
  case steps(Int)
  /// Every epoch whose number is a multiple, and the last.
  case epochs(Int)

  /// Whether there are records of steps.
  var hasSteps: Bool {
    switch self {
    case .step, .steps: true
    case .epoch, .epochs: false
    }
  }

  /// Reads `step`, `epoch` or a whole number from 1 on; nil for anything else.
  ///
  /// - Parameter countsEpochs: whether the number counts epochs, as it does where there are many steps in each.
  init?(_ text: String, countsEpochs: Bool) {
    switch text {
    case "step": self = .step
    case "epoch": self = .epoch
    default:
      guard let count = Int(text), count > 0 else { return nil }
      self = countsEpochs ? .epochs(count) : .steps(count)
    }
  }
}

extension RunStatus {
  /// Why a run ended, as `end` records say it; `running` for one that did not.
  var reason: String {
    switch self {
    case .running: "running"
    case .converged: "converged"
    case .finished(let limit): limit.rawValue
    case .cycling: "cycle"
    case .diverged: "diverged"
    }
  }
}

extension Run {
  /// What only some endings have: the period of a cycle, the place of a divergence.
  ///
  /// `stability` is the learning rate times the largest curvature: above its bound, 2 for plain gradient descent, steps
  /// overshoot further and further. A learning rate is suggested only where it was seen to help.
  var details: Members {
    switch status {
    case .cycling(let period): [("period", .number(Double(period)))]
    case .diverged(let divergence): [("diverged", true), ("divergence", .object(members(of: divergence)))]
    case .running, .converged, .finished: []
    }
  }

  private func members(of divergence: Divergence) -> Members {
    var members: Members = [
      ("step", .number(Double(divergence.step))), ("quantity", .string(divergence.quantity)),
      ("learning-rate", .number(divergence.learningRate)),
    ]
    if let remedy { members.append(("suggested-learning-rate", .number(remedy))) }
    if let curvature = divergence.curvature {
      members.append(("curvature", .number(curvature)))
      members.append(("stability", .number(divergence.learningRate * curvature)))
    }
    if let bound = divergence.bound { members.append(("stability-bound", .number(bound))) }
    return members
  }
}
