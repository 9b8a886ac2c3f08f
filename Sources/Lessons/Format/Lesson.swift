import Training

/// A lesson: a run to begin with, and steps that do, say and ask something.
package struct Lesson: Sendable, Equatable {
  /// What it is called on the command line: its file's name without folder and ending.
  package let name: String
  /// The file as it was named; hostile until made safe.
  package let file: String
  package let title: String
  /// The section of the lecture it belongs to.
  package let section: Int
  /// The run it begins with.
  package let description: Description
  /// The steps, in order.
  package let steps: [LessonStep]
  /// What a lab sheet asks for; nil for a lesson without a goal.
  package let goal: LessonGoal?

  /// The sections of the lecture.
  package static let sections = 1...13
}

/// One step of a lesson.
package struct LessonStep: Sendable, Equatable {
  /// Where it stands in the file.
  package let place: TextPlace
  /// What is said; paragraphs divided by empty lines, formulas indented.
  package var say = ""
  /// What is done when the step begins.
  package var actions: [LessonAction] = []
  /// Where `play` stops of itself; empty where it doesn't.
  package var until: [Condition] = []
  /// What the user is to bring about before going on.
  package var wait: [Condition] = []
  /// Helps whoever is stuck.
  package var hint = ""
  /// What must hold after the actions.
  package var expect: [Condition] = []
  /// The quantities that must be seen on the screen beside the words.
  package var shows: [ShownQuantity] = []
  /// The numbers in the words that no screen shows, and why.
  package var unseen: [UnseenNumber] = []
  /// What the user is asked; nil for nothing.
  package var question: Question?
  /// What brings about the conditions of `wait`; empty where a check passes them over.
  package var solution: [LessonAction] = []

  /// An empty step.
  init(place: TextPlace) { self.place = place }
}

/// A quantity that a page says it shows.
package struct ShownQuantity: Sendable, Equatable {
  /// Where it is written.
  package let place: TextPlace
  /// What it is.
  package let quantity: Quantity
  /// What it is to be in the picture; nil where it only has to be seen.
  package let test: Condition.Test?
}

/// A number in the words of a page that no screen shows.
package struct UnseenNumber: Sendable, Equatable {
  /// Why it is not on the screen; the raw values are the words of the format.
  package enum Reason: String, CaseIterable, Sendable {
    /// It belongs to a formula, whatever the numbers of the run are: the 2 of 2x.
    case constant
    /// It belongs to a case that is only thought of, asked about, or to be tried.
    case supposed
    /// It counts, orders or names something that the words speak of: 4 examples, section 1.
    case count
    /// The page works it out itself, from numbers that are on the screen.
    case computed
  }

  /// Where it is written.
  package let place: TextPlace
  /// Why no screen shows it.
  package let reason: Reason
  /// The number as the words have it.
  package let number: WrittenNumber
  /// What it is worked out by; nil for what is not computed.
  package let expression: String?
}

/// Something a step does, with the place where it is written.
package struct LessonAction: Sendable, Equatable {
  /// What is done; every kind has its place among the deeds of `LessonAllowance`.
  package enum Kind: Sendable, Equatable {
    /// So many steps forward, or back if negative.
    case step(Int)
    /// To the end of the epoch, so many times, or back if negative.
    case epoch(Int)
    /// To a step, training on to it where it has not been reached; nil for the furthest one that has.
    case go(Int?)
    /// Trains until the run ends, at most so many steps.
    case train(Int)
    /// Plays on at a speed.
    case play(Speed)
    /// Gives settings values as they are written on the command line.
    case set([Assignment])
    /// Gives weights, or the point of a descent, numbers by hand.
    case weights([Setting.Assignment])
    /// Adds examples.
    case place([Point])
    /// Removes the example with an index.
    case remove(Int)
    /// Shows something else: a value of the key `view`, a panel, `enlarged` or `panels`.
    case view(String)
    /// Presses a key.
    case key(String)
    /// Begins another run in place of this one.
    case open(Description)
    /// Races the present description under several values of a key.
    case race(Setting.Variation)
    /// Branches here: changes settings and runs on; both stay.
    case fork([Assignment])
  }

  /// A setting and its value in the spelling of the command line.
  package struct Assignment: Sendable, Equatable {
    /// The setting.
    package let key: Key
    /// Its value.
    package let text: String
  }

  /// An example that is added.
  package struct Point: Sendable, Equatable {
    /// The first input.
    package let x: Double
    /// The second input.
    package let y: Double
    /// The class, counted from 0.
    package let label: Int
  }

  /// Where it is written.
  package let place: TextPlace
  /// What is done.
  package let kind: Kind
}

/// A question to the user.
package struct Question: Sendable, Equatable {
  /// How it is answered.
  package enum Answer: Sendable, Equatable {
    /// By one of some texts; which one is right, counted from 0.
    case choice([String], right: Int)
    /// By a number.
    case number(Condition.Test)
    /// By bringing about a state; the solution leads to it.
    case state([Condition], solution: [LessonAction])
  }

  /// Where it is written.
  package let place: TextPlace
  /// What is asked.
  package let text: String
  /// How it is answered.
  package let answer: Answer
  /// Why the right answer is right; shown after an answer.
  package let because: String
}

/// What a lab sheet asks for.
package struct LessonGoal: Sendable, Equatable {
  /// Where it is written.
  package let place: TextPlace
  /// What must hold, all at once.
  package let conditions: [Condition]
  /// What an answer may do; nil for everything.
  package let allowance: LessonAllowance?
  /// What the sheet says.
  package let say: String
}
