import Training

extension Lesson {
  /// Plays the lesson without a screen and looks at everything it expects.
  ///
  /// The solution of a question is tried and undone; that of a `wait` stays. After something that can't be carried out
  /// the rest would mean nothing, so the report ends there.
  ///
  /// - Complexity: as many steps of training as the lesson asks for.
  package func check() -> LessonReport {
    var report = LessonReport()
    do {
      var stage = try LessonStage(description)
      for (index, step) in steps.enumerated() {
        guard report.play(step, number: index + 1, on: &stage) else { return report }
      }
    } catch {
      report.failures.append(.init(place: TextPlace(line: 1, column: 1), step: nil, problem: .refused(error)))
    }
    return report
  }
}

extension LessonReport {
  /// Plays one step.
  ///
  /// - Returns: Whether the lesson can go on.
  fileprivate mutating func play(_ step: LessonStep, number: Int, on stage: inout LessonStage) -> Bool {
    steps += 1
    guard perform(step.actions, until: step.until, step: number, on: &stage) else { return false }
    check(step.expect, step: number, on: stage)
    if case .state(let conditions, let solution) = step.question?.answer {
      var other = stage
      if perform(solution, until: [], step: number, on: &other) { check(conditions, step: number, on: other) }
    }
    guard !step.solution.isEmpty else { return true }
    guard perform(step.solution, until: [], step: number, on: &stage) else { return false }
    check(step.wait, step: number, on: stage)
    return true
  }

  /// Carries out actions.
  ///
  /// - Returns: Whether all could be.
  mutating func perform(
    _ actions: [LessonAction], until: [Condition], step: Int?, on stage: inout LessonStage
  ) -> Bool {
    for action in actions {
      do {
        try stage.perform(action, until: until)
      } catch {
        failures.append(Failure(place: action.place, step: step, problem: .refused(error)))
        return false
      }
    }
    return true
  }

  /// Checks whether conditions hold.
  mutating func check(_ conditions: [Condition], step: Int?, on stage: LessonStage) {
    guard !conditions.isEmpty else { return }
    let readings = stage.readings
    for condition in conditions {
      expectations += 1
      let found = readings.value(of: condition.quantity, example: condition.example)
      guard !condition.test.holds(for: found) else { continue }
      failures.append(Failure(place: condition.place, step: step, problem: .unmet(condition, found: found)))
    }
  }
}
