import Basics
import Calculus
import Training

/// A descent's records: the start as step 0, then every step with point, value and gradient.
struct DescentRecords: RunRecords {
  let description: Description

  let hasEpochs = false

  func columns(of run: DescentRun, _ event: RecordWriter.Event) -> [String] {
    let count = coordinates(run.descents[0].point).count
    let place =
      ["step"] + ColumnNames.list("point", count) + ["value"] + ColumnNames.list("gradient", count)
    guard run.function.quadratic != nil else { return place }
    return place + ColumnNames.list("factor.predicted", count) + ColumnNames.list("factor.measured", count)
  }

  func start(_ run: DescentRun) -> Entry {
    let descent = run.descents[0]
    return Entry(
      members: [
        ("description", description.json), ("function", .string(run.function.expression.text)),
        ("parameters", .object([("point", .array(coordinates(descent.start).map(JSONValue.number)))])),
      ],
      sentence: """
        \(description.scene.rawValue) of \(run.function.expression.text), learning rate \
        \(descent.learningRate.shortestText), optimizer \(descent.method.name)
        """)
  }

  func initial(_ run: DescentRun) -> Entry? { step(run) }

  func step(_ run: DescentRun) -> Entry? {
    let descent = run.descents[0]
    // A descent that had to stop has no step of this number.
    guard descent.step == run.step else { return nil }
    var members = [("step", JSONValue.number(Double(run.step)))] + place(descent)
    members += factors(run)
    return Entry(members: members, sentence: "step \(run.step): \(sentence(descent))")
  }

  func end(_ run: DescentRun, _ history: History) -> Entry {
    let descent = run.descents[0]
    return Entry(
      members: [("reason", .string(run.status.reason)), ("step", .number(Double(descent.step)))] + run.details
        + place(descent),
      sentence: "\(descent.ending(on: run.function)?.plainWords ?? "it goes on"); \(sentence(descent))")
  }

  func spoken(_ run: DescentRun, since before: DescentRun?) -> [String] {
    let descent = run.descents[0]
    var sentences: [String] = []
    if let before, descent.step > before.descents[0].step {
      let from = before.descents[0]
      let way = zip(coordinates(descent.point), coordinates(from.point)).map { $0 - $1 }
      let length = way.reduce(0) { $0 + $1 * $1 }.squareRoot()
      let verb = descent.value < from.value ? "fell" : descent.value > from.value ? "rose" : "stayed, "
      sentences.append(
        "From \(SpokenNumber.text(coordinates(from.point))) to \(SpokenNumber.text(coordinates(descent.point))), "
          + "\(SpokenNumber.text(length)) far; the value \(verb) from \(SpokenNumber.text(from.value)) to "
          + "\(SpokenNumber.text(descent.value)).")
    }
    let slopes = zip(["x", "y"], coordinates(PlanePoint(x: descent.gradient.x, y: descent.gradient.y)))
    let words = slopes.map { name, slope in
      slope == 0
        ? "is level along \(name)"
        : "\(slope > 0 ? "rises" : "falls") by \(SpokenNumber.text(abs(slope))) per unit toward larger \(name)"
    }
    sentences.append("The ground \(words.joined(separator: " and ")).")
    return sentences
  }

  // MARK: Pieces

  private func coordinates(_ point: PlanePoint) -> [Double] {
    description.scene == .curve ? [point.x] : [point.x, point.y]
  }

  private func place(_ descent: Descent) -> Members {
    let slope = PlanePoint(x: descent.gradient.x, y: descent.gradient.y)
    return [
      ("point", .array(coordinates(descent.point).map(JSONValue.number))), ("value", .number(descent.value)),
      ("gradient", .array(coordinates(slope).map(JSONValue.number))),
    ]
  }

  /// On a quadratic: what theory says that a step multiplies the distance to the bottom by, and what it did.
  private func factors(_ run: DescentRun) -> Members {
    guard let picture = run.picture(PictureRequest(columns: 1, rows: 1)) as? DescentPicture, picture.theory.isExact,
      let predicted = picture.theory.predictedFactors, let measured = picture.theory.measuredFactors
    else { return [] }
    return [
      (
        "factor",
        .object([
          ("predicted", .array(predicted.map(JSONValue.number))),
          ("measured", .array(measured.map { $0.map(JSONValue.number) ?? .null })),
        ])
      )
    ]
  }

  private func sentence(_ descent: Descent) -> String {
    let point = coordinates(descent.point).map(\.shortestText).joined(separator: ", ")
    let slope = coordinates(PlanePoint(x: descent.gradient.x, y: descent.gradient.y)).map(\.shortestText)
      .joined(separator: ", ")
    return "at (\(point)), value \(descent.value.shortestText), gradient (\(slope))"
  }
}
