import Plotting
import Training

/// Writes the records of a run in one of the formats.
struct RecordWriter {
  let format: RecordFormat
  let cadence: Cadence
  let output: Output
  /// Whether a person listens, who is told in sentences what others see.
  var isCurrent = false
  /// Written in front of every record: which run of a race it is.
  var prefix: Members = []
  private var table: RecordTable?

  init(format: RecordFormat, cadence: Cadence, output: Output) {
    self.format = format
    self.cadence = cadence
    self.output = output
  }

  /// What happened.
  enum Event: String {
    case start, step, epoch, end
    case plane, surface, slice, path
  }

  /// Begins a table: writes its header, where the format has tables.
  mutating func begin(_ table: RecordTable) throws(Output.Failure) {
    guard format == .csv else { return }
    self.table = table
    try output.line(table.columns.map(RecordWriter.field).joined(separator: ","))
  }

  /// Says something to a person who listens.
  func say(_ sentences: [String]) throws(Output.Failure) {
    let name = prefix.map { "\($0.0) \($0.1.plainText): " }.joined()
    for sentence in sentences { try output.line(SafeText(name + sentence).description) }
  }

  /// Writes one record, where the format has it.
  func write(_ event: Event, _ entry: Entry) throws(Output.Failure) {
    switch format {
    case .text:
      let name = prefix.map { "\($0.0) \($0.1.plainText)" }.joined(separator: ", ")
      for line in entry.sentence.split(separator: "\n") {
        try output.line(SafeText(name.isEmpty ? String(line) : "\(name): \(line)").description)
      }
    case .jsonl:
      var members = [("event", JSONValue.string(event.rawValue))] + RecordWriter.joined(prefix, entry.members)
      // A value that JSON can't tell is null; the record says why.
      if members.contains(where: { $0.1.isBeyondJSON }), !members.contains(where: { $0.0 == "diverged" }) {
        members.append(("diverged", true))
      }
      try output.line(JSONValue.object(members).text)
    case .csv:
      guard let table, event == table.event else { return }
      let fields = Dictionary(table.fields(RecordWriter.joined(prefix, entry.members))) { first, _ in first }
      try output.line(table.columns.map { RecordWriter.field(fields[$0] ?? "") }.joined(separator: ","))
    }
  }

  /// A record's members behind what tells its run from others: a key that is varied has its own name, so a member of
  /// that name is called otherwise.
  private static func joined(_ prefix: Members, _ members: Members) -> Members {
    let taken = Set(prefix.map(\.0))
    return prefix + members.map { taken.contains($0.0) ? (otherName($0.0), $0.1) : $0 }
  }

  /// What a member is called where its name is that of the key which differs between the runs of a race.
  static func otherName(_ name: String) -> String {
    switch name {
    case "function": "expression"
    case "weights": "weights-after"
    case "loss": "step-loss"
    default: "run-\(name)"
    }
  }

  /// A field of RFC 4180.
  private static func field(_ text: String) -> String {
    let isPlain = !text.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
    let safe = SafeText(text).description
    return isPlain ? safe : "\"\(safe.replacing("\"", with: "\"\""))\""
  }
}

extension JSONValue {
  /// Whether there is a number in it that JSON has no form for.
  fileprivate var isBeyondJSON: Bool {
    switch self {
    case .number(let value): !value.isFinite
    case .array(let values): values.contains(where: \.isBeyondJSON)
    case .object(let members): members.contains { $0.1.isBeyondJSON }
    case .null, .bool, .string: false
    }
  }

  /// The value as a sentence has it: text without quotation marks.
  fileprivate var plainText: String {
    if case .string(let text) = self { text } else { text }
  }

  /// The values that are no containers, by the path to them: `train.loss`, and from 1 within an array: `x.1`.
  var flattened: [(name: String, text: String)] {
    switch self {
    case .null: return [("", "")]
    case .bool(let value): return [("", value ? "true" : "false")]
    case .number(let value): return [("", value.isFinite ? value.shortestText : "")]
    case .string(let text): return [("", text)]
    case .array(let values):
      return values.enumerated().flatMap { index, value in
        value.flattened.map { (JSONValue.path("\(index + 1)", $0.name), $0.text) }
      }
    case .object(let members):
      return members.flatMap { name, value in value.flattened.map { (JSONValue.path(name, $0.name), $0.text) } }
    }
  }

  private static func path(_ name: String, _ rest: String) -> String {
    rest.isEmpty ? name : "\(name).\(rest)"
  }
}
