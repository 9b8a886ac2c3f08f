import Learning
import Training

/// A landscape's records: a table of places as CSV; as JSON Lines the plane, the surface and each point of the path.
struct LandscapeRecords {
  let run: LandscapeRun
  let surface: LandscapeSurface
  let isSlice: Bool

  init(_ run: LandscapeRun, isSlice: Bool) {
    self.run = run
    self.isSlice = isSlice
    surface = run.surface(isSlice: isSlice)
  }

  /// Writes everything in the form asked for.
  func write(to writer: inout RecordWriter) throws(Output.Failure) {
    try writer.begin(RecordTable(.surface, columns: isSlice ? ["alpha", "loss"] : ["alpha", "beta", "loss"]))
    guard writer.format == .csv else {
      try writer.write(.start, start)
      try writer.write(.plane, plane)
      try writer.write(isSlice ? .slice : .surface, whole)
      for point in surface.path { try writer.write(.path, Entry(members: Self.members(point), sentence: "")) }
      try writer.write(.end, end)
      try writer.output.flush()
      return
    }
    for row in surface.betas.indices {
      for column in surface.alphas.indices {
        var members: Members = [("alpha", .number(surface.alphas[column]))]
        if !isSlice { members.append(("beta", .number(surface.betas[row]))) }
        members.append(("loss", .number(surface.losses[row * surface.alphas.count + column])))
        try writer.write(.surface, Entry(members: members, sentence: ""))
      }
    }
    try writer.output.flush()
  }

  /// The path as a table.
  var pathTable: String {
    let rows = surface.path.map(Self.members)
    let names = ["step", "alpha", "beta", "loss", "slice-loss", "distance"]
    let lines = rows.map { row in row.map { $0.1.field }.joined(separator: ",") }
    return ([names.joined(separator: ",")] + lines).joined(separator: "\n") + "\n"
  }

  /// Writes how far a run has come whose landscape is not worked out, because somebody has ended it.
  static func writeInterrupted(_ run: LandscapeRun, to writer: inout RecordWriter) throws(Output.Failure) {
    try writer.begin(RecordTable(.surface, columns: ["alpha", "beta", "loss"]))
    try writer.write(.start, start(of: run))
    let place: Members = [("epoch", .number(Double(run.epochsCompleted))), ("step", .number(Double(run.step)))]
    try writer.write(
      .end, Entry(members: [("reason", .string(""))] + place, sentence: "").interrupted(at: run.step))
    try writer.output.flush()
  }

  // MARK: Entries

  private var start: Entry { Self.start(of: run) }

  private static func start(of run: LandscapeRun) -> Entry {
    Entry(
      members: [("description", run.description.json)],
      sentence: """
        the loss of a \(run.description.subject.rawValue) of \(run.subject.parameterValues.count) parameters on \
        \(run.subject.dataset.name): \(PerceptronRecords.counted(run.subject.dataset.count, "example"))
        """)
  }

  private var plane: Entry {
    let plane = surface.plane
    var members: Members = [
      ("directions", .string(plane.kind.rawValue)), ("axes", .array(plane.axisNames.map(JSONValue.string))),
    ]
    if let explained = plane.explained { members.append(("explained", .array(explained.map(JSONValue.number)))) }
    members += [
      ("origin", .array(plane.origin.map(JSONValue.number))),
      ("first", .array(plane.directions[0].map(JSONValue.number))),
      ("second", .array(plane.directions[1].map(JSONValue.number))),
    ]
    var sentence = isSlice ? "along \(plane.axisNames[0])" : "over \(plane.axisNames.joined(separator: " and "))"
    if let explained = plane.explained {
      sentence += ", which hold \(PathShare(.init(explained)).plainWords)"
    }
    return Entry(members: members, sentence: sentence)
  }

  /// All losses in one record: the rows of a surface, or the one row of a slice.
  private var whole: Entry {
    let width = surface.alphas.count
    let rows = surface.betas.indices.map { row in
      JSONValue.array(surface.losses[row * width..<(row + 1) * width].map(JSONValue.number))
    }
    var members: Members = [("alphas", .array(surface.alphas.map(JSONValue.number)))]
    if isSlice {
      members += [("beta", .number(surface.position.beta)), ("losses", rows.first ?? .array([]))]
    } else {
      members += [("betas", .array(surface.betas.map(JSONValue.number))), ("losses", .array(rows))]
    }
    return Entry(members: members, sentence: heights)
  }

  private var heights: String {
    let known = surface.losses.indices.filter { !surface.losses[$0].isNaN }
    guard let lowest = known.min(by: { surface.losses[$0] < surface.losses[$1] }),
      let highest = known.max(by: { surface.losses[$0] < surface.losses[$1] })
    else { return "no loss is a number" }
    func place(_ index: Int) -> String {
      let alpha = surface.alphas[index % surface.alphas.count].shortestText
      return isSlice
        ? "alpha \(alpha)" : "alpha \(alpha), beta \(surface.betas[index / surface.alphas.count].shortestText)"
    }
    return """
      lowest loss \(surface.losses[lowest].shortestText) at \(place(lowest)); \
      highest \(surface.losses[highest].shortestText) at \(place(highest))
      """
  }

  private static func members(_ point: LandscapePathPoint) -> Members {
    [
      ("step", .number(Double(point.step))), ("alpha", .number(point.alpha)), ("beta", .number(point.beta)),
      ("loss", .number(point.loss)), ("slice-loss", .number(point.sliceLoss)), ("distance", .number(point.distance)),
    ]
  }

  private var end: Entry {
    let place = surface.position
    return Entry(
      members: [
        ("reason", .string(run.status.reason)), ("epoch", .number(Double(run.epochsCompleted))),
        ("step", .number(Double(run.step))),
      ] + run.details + [
        ("alpha", .number(place.alpha)), ("beta", .number(place.beta)), ("loss", .number(surface.loss)),
      ],
      sentence: """
        after \(PerceptronRecords.counted(run.epochsCompleted, "epoch")) and \
        \(PerceptronRecords.counted(run.step, "step")): loss \(surface.loss.shortestText) at \
        alpha \(place.alpha.shortestText), beta \(place.beta.shortestText)
        """)
  }
}

extension JSONValue {
  /// A number as a field of a table, empty where it is not finite.
  fileprivate var field: String {
    if case .number(let value) = self, !value.isFinite { "" } else { text }
  }
}
