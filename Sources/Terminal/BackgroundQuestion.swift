/// The question to the terminal for its background's color: whether an answer still counts, and whether one can still
/// come and must be kept from the shell.
///
/// Times are in milliseconds of any clock that only goes forward.
struct BackgroundQuestion {
  /// How long after the question an answer counts.
  static let answerTime: Int64 = 300
  /// How long after the question an answer may come at all.
  static let longestTime: Int64 = 2300

  /// When it was asked; nil where it was not, or has been answered.
  private var askedAt: Int64?

  /// Notes that the question was asked.
  mutating func ask(at now: Int64) { askedAt = now }

  /// Whether an answer, or the rest of one, may still come.
  func isDue(at now: Int64) -> Bool {
    askedAt.map { now < $0 + BackgroundQuestion.longestTime } ?? false
  }

  /// Takes a reply: the background where it says one, was asked for and is in time; otherwise nil.
  mutating func hear(_ reply: TerminalReply, at now: Int64) -> Brightness? {
    switch reply {
    case .background(let red, let green, let blue):
      guard let askedAt, now < askedAt + BackgroundQuestion.answerTime else { return nil }
      return TerminalReply.brightness(red: red, green: green, blue: blue)
    case .deviceAttributes:
      // The last of the answer.
      askedAt = nil
      return nil
    }
  }
}
