import Training

/// What came of playing a lesson, or of grading an answer, without a screen.
package struct LessonReport: Sendable {
  /// Something that is not as it should be.
  package struct Failure: Sendable {
    /// What it is.
    package enum Problem: Sendable {
      /// A condition does not hold: what was found instead, where there is anything.
      case unmet(Condition, found: Quantity.Reading?)
      /// The words name a number that is not on the screen, of a size.
      case unseen(WrittenNumber, width: Int, height: Int)
      /// A quantity that is to be seen is not, or is something else, on a screen of a size; what it is in the picture.
      case notShown(Quantity, Double?, width: Int, height: Int)
      /// A number that is said to be on no screen is not in the words.
      case unsaid(UnseenNumber)
      /// Something could not be carried out.
      case refused(any Error)
    }

    /// Where it is written.
    package let place: TextPlace
    /// In which step, counted from 1; nil outside of the steps.
    package let step: Int?
    /// What it is.
    package let problem: Problem

    /// Notes what is not as it should be.
    package init(place: TextPlace, step: Int?, problem: Problem) {
      self.place = place
      self.step = step
      self.problem = problem
    }
  }

  /// How many steps were played.
  package internal(set) var steps = 0
  /// How many conditions were looked at.
  package internal(set) var expectations = 0
  /// What is not as it should be, in the order of the lesson.
  package internal(set) var failures: [Failure] = []

  /// Adds what was found by looking at the screen.
  package mutating func add(_ failures: [Failure]) { self.failures += failures }

  /// Whether everything is as it should be.
  package var isMet: Bool { failures.isEmpty }
}
