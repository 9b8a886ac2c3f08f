/// The words of a step and the screen beside them.
extension LessonStep {
  /// The numbers that its words name: in what is said and in what is asked.
  package var numbers: [WrittenNumber] { WrittenNumber.all(in: say) + WrittenNumber.all(in: question?.text ?? "") }

  /// The numbers that a screen should show and doesn't, each once.
  ///
  /// - Parameter screen: The numbers on the screen, the words' own panel left out.
  package func missing(on screen: [WrittenNumber]) -> [WrittenNumber] {
    var seen: Set<String> = []
    return numbers.filter { number in
      !isDeclared(number) && seen.insert(number.text).inserted && !screen.contains { number.isShown(by: $0) }
    }
  }

  /// What is said to be on no screen and is not in the words either.
  package var unsaid: [UnseenNumber] {
    let numbers = numbers
    return unseen.filter { declared in !numbers.contains { Self.isSame($0, declared.number) } }
  }

  private func isDeclared(_ number: WrittenNumber) -> Bool {
    unseen.contains { Self.isSame($0.number, number) }
  }

  /// Whether both are one number in the same digits; the sign of one that is added or subtracted is not its own.
  private static func isSame(_ first: WrittenNumber, _ second: WrittenNumber) -> Bool {
    let (a, b) =
      first.hasOwnSign && second.hasOwnSign ? (first.value, second.value) : (abs(first.value), abs(second.value))
    return a == b && first.decimals == second.decimals
  }
}
