import Testing

@testable import Terminal

@Suite struct BackgroundQuestionTests {
  private let white = TerminalReply.background(red: 1, green: 1, blue: 1)

  @Test("An answer within 0.3 s counts, a later one does not")
  func times() {
    var question = BackgroundQuestion()
    question.ask(at: 1000)
    #expect(question.hear(white, at: 1299) == .light)
    #expect(question.hear(white, at: 1300) == nil)
  }

  @Test("What was not asked for is not heard, and nothing is due")
  func unasked() {
    var question = BackgroundQuestion()
    #expect(question.hear(white, at: 5) == nil)
    #expect(!question.isDue(at: 5))
  }

  @Test("Device attributes end the answer; without them it is due for a while, not for ever")
  func end() {
    var question = BackgroundQuestion()
    question.ask(at: 0)
    #expect(question.isDue(at: 299) && question.isDue(at: 2000) && !question.isDue(at: 3000))
    #expect(question.hear(.deviceAttributes, at: 10) == nil)
    #expect(!question.isDue(at: 11))
    #expect(question.hear(white, at: 12) == nil)
  }
}
