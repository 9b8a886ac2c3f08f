import Training

/// An answer to a lab sheet: settings on top of the sheet's, weights, actions.
package struct LessonAnswer: Sendable, Equatable {
  /// The most steps an answer without actions is trained for.
  package static let mostSteps = 1_000_000

  /// The file as it was named; hostile until made safe.
  package let file: String
  /// The sheet's description with the answer's settings.
  package let description: Description
  /// Weights set by hand at the start; nil for none.
  let weights: LessonAction?
  /// What is done; nil to train until the run ends, where the sheet allows that, or to leave weights set by hand as they are.
  package let actions: [LessonAction]?

  /// Reads an answer to a sheet.
  ///
  /// - Throws: all that is wrong with it, what the sheet does not allow included, in any of its parts.
  package init(_ bytes: [UInt8], file: String, to sheet: Lesson) throws(LessonError) {
    let document = try MarkedDocument.read(bytes, named: file)
    var reader = LessonReader(file: file)
    reader.description = sheet.description
    reader.rules = sheet.goal?.allowance.map { ($0, sheet.description) }
    let members = reader.members(document, knowing: ["description", "weights", "do"], as: "an answer: a mapping")
    var description = sheet.description
    if let value = members.first(where: { $0.name == "description" })?.value {
      let settings = reader.members(value, as: "a mapping of settings") ?? []
      description = reader.settings(settings, on: description, at: value.place)
    }
    reader.description = description
    let weights = members.first { $0.name == "weights" }.flatMap { reader.weights($0) }
    if let weights { reader.judge(weights, in: description.scene) }
    let actions = members.first { $0.name == "do" }.map { reader.actions($0.value) }
    guard reader.faults.isEmpty else {
      throw LessonError(file: file, faults: reader.faults.sorted(by: LessonFault.comesBefore))
    }
    self.file = file
    self.description = description
    self.weights = weights
    self.actions = actions
  }

  /// Reads an answer's file.
  ///
  /// - Throws: `FileError` where it can't be read, `LessonError` with all that is wrong in it.
  package init(at path: String, to sheet: Lesson) throws {
    try self.init(try FileContents.read(path, limit: MarkedDocument.mostBytes + 1), file: path, to: sheet)
  }
}

extension LessonReader {
  /// Weights given by hand at the start of an answer.
  fileprivate mutating func weights(_ member: MarkedValue.Member) -> LessonAction? {
    numbersByName(member.value).map { LessonAction(place: member.place, kind: .weights($0)) }
  }
}

extension Lesson {
  /// Carries out an answer and looks whether the goal is reached; the places of what can't be done are the answer's.
  package func grade(_ answer: LessonAnswer) -> LessonReport {
    var report = LessonReport()
    do {
      var stage = try LessonStage(answer.description)
      let train = LessonAction(place: TextPlace(line: 1, column: 1), kind: .train(LessonAnswer.mostSteps))
      // Weights found by hand are not to be learned after all, and nothing is where the sheet allows no training.
      let mayTrain = goal?.allowance?.allows(.train, in: answer.description.scene) ?? true
      let rest = answer.actions ?? (answer.weights == nil && mayTrain ? [train] : [])
      let actions = [answer.weights].compactMap(\.self) + rest
      guard report.perform(actions, until: [], step: nil, on: &stage) else { return report }
      report.check(goal?.conditions ?? [], step: nil, on: stage)
    } catch {
      report.failures.append(.init(place: TextPlace(line: 1, column: 1), step: nil, problem: .refused(error)))
    }
    return report
  }
}
