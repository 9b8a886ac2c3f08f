import Calculus
import Training

extension LessonReader {
  static let stepNames = ["say", "do", "until", "wait", "hint", "expect", "ask", "solution", "shows", "unseen"]

  /// One step.
  mutating func step(_ value: MarkedValue) -> LessonStep {
    var step = LessonStep(place: value.place)
    let members = members(value, knowing: Self.stepNames, as: "a step: a mapping of say, do, expect, ask ...")
    // The actions come first whatever the order in the file: they decide which settings and quantities there are.
    for member in members where member.name == "do" { step.actions = actions(member.value) }
    for member in members {
      switch member.name {
      case "say": step.say = text(member.value) ?? ""
      case "hint": step.hint = text(member.value) ?? ""
      case "expect": step.expect = conditions(member.value)
      case "until": step.until = conditions(member.value)
      case "wait": step.wait = conditions(member.value)
      case "shows": step.shows = shows(member.value)
      case "unseen": step.unseen = unseen(member.value)
      case "ask": step.question = question(member.value)
      default: break
      }
    }
    for member in members where member.name == "solution" { solution(member, of: &step) }
    return step
  }

  /// The way to what is waited for; the next step goes on from there.
  private mutating func solution(_ member: MarkedValue.Member, of step: inout LessonStep) {
    step.solution = actions(member.value)
    if step.wait.isEmpty {
      fault(
        .expected("a solution only beside wait; that of a question stands under ask", found: "none"), at: member.place)
    }
  }

  /// The quantities that are to be seen: a list of their names, or conditions on what they are in the picture.
  private mutating func shows(_ value: MarkedValue) -> [ShownQuantity] {
    if case .mapping = value.content {
      return conditions(value).map { ShownQuantity(place: $0.place, quantity: $0.quantity, test: $0.test) }
    }
    return elements(value, as: "a list of quantities").compactMap { element -> ShownQuantity? in
      guard let name = text(element, as: "the name of a quantity") else { return nil }
      return quantity(name, at: element.place).map { ShownQuantity(place: element.place, quantity: $0, test: nil) }
    }
  }

  /// Numbers that no screen shows, by the reason.
  private mutating func unseen(_ value: MarkedValue) -> [UnseenNumber] {
    let reasons = UnseenNumber.Reason.allCases.map(\.rawValue)
    return members(value, knowing: reasons, as: "numbers by why no screen shows them").flatMap { member in
      switch UnseenNumber.Reason(rawValue: member.name) {
      case .computed?: return computed(member.value)
      case .constant?, .supposed?, .count?:
        guard let reason = UnseenNumber.Reason(rawValue: member.name) else { return [] }
        return elements(member.value, as: "a list of numbers").compactMap { element in
          written(element.text ?? "", at: element.place).map {
            UnseenNumber(place: element.place, reason: reason, number: $0, expression: nil)
          }
        }
      case nil: return []
      }
    }
  }

  /// Numbers with the expressions that they are worked out by.
  private mutating func computed(_ value: MarkedValue) -> [UnseenNumber] {
    (members(value, as: "numbers, each with how it is worked out") ?? []).compactMap { member in
      guard let number = written(member.name, at: member.place),
        let expression = text(member.value, as: "an expression")
      else { return nil }
      do {
        let found = try Expression(parsing: expression, variables: .x).value(x: .nan)
        guard let result = WrittenNumber(found), number.isShown(by: result) else {
          fault(
            .expected("what makes \(number.text)", found: "\(expression) = \(found.shortestText)"), at: member.place)
          return nil
        }
      } catch {
        fault(.expected("an expression of numbers", found: expression), at: member.value.place)
        return nil
      }
      return UnseenNumber(place: member.place, reason: .computed, number: number, expression: expression)
    }
  }

  private mutating func written(_ text: String, at place: TextPlace) -> WrittenNumber? {
    let numbers = WrittenNumber.all(in: text)
    guard numbers.count == 1, numbers[0].text == text else {
      fault(.expected("a number as the words have it", found: text), at: place)
      return nil
    }
    return numbers[0]
  }

  private mutating func question(_ value: MarkedValue) -> Question? {
    let known = ["question", "choices", "answer", "state", "solution", "because"]
    let members = members(value, knowing: known, as: "a question")
    guard let asked = members["question"] else {
      if !members.isEmpty { fault(.missing("question"), at: value.place) }
      return nil
    }
    guard let question = text(asked), let answer = answer(members, at: value.place) else { return nil }
    let because = text(members["because"]) ?? ""
    return Question(place: value.place, text: question, answer: answer, because: because)
  }

  private mutating func answer(_ members: [MarkedValue.Member], at place: TextPlace) -> Question.Answer? {
    if let state = members["state"] {
      guard let way = members["solution"] else {
        fault(.missing("solution"), at: place)
        return nil
      }
      let conditions = conditions(state)
      // The solution is only tried: what it sets does not stay.
      let before = description
      let solution = actions(way)
      description = before
      return conditions.isEmpty ? nil : .state(conditions, solution: solution)
    }
    guard let answer = members["answer"] else {
      fault(.missing("answer"), at: place)
      return nil
    }
    guard let listed = members["choices"] else { return test(answer).map(Question.Answer.number) }
    let choices = elements(listed, as: "a list of texts").compactMap { text($0) }
    guard 2...9 ~= choices.count else {
      fault(.expected("2 to 9 choices", found: "\(choices.count)"), at: listed.place)
      return nil
    }
    return integer(answer, in: 1...choices.count).map { .choice(choices, right: $0 - 1) }
  }

  /// What a lab sheet asks for.
  mutating func goal(_ value: MarkedValue) -> LessonGoal? {
    guard let members = members(value, as: "a mapping of conditions") else { return nil }
    var allowance: LessonAllowance?
    var say = ""
    for member in members {
      switch member.name {
      case "allow":
        allowance = LessonAllowance(elements(member.value, as: "a list of keys and deeds").compactMap { allowed($0) })
      case "say": say = text(member.value) ?? ""
      default: break
      }
    }
    let others = members.filter { $0.name != "allow" && $0.name != "say" }
    let conditions = conditions(MarkedValue(place: value.place, content: .mapping(others)))
    if conditions.isEmpty, others.isEmpty { fault(.missing("a condition"), at: value.place) }
    return LessonGoal(place: value.place, conditions: conditions, allowance: allowance, say: say)
  }

  /// A word of `allow`: a key, or a deed.
  private mutating func allowed(_ value: MarkedValue) -> String? {
    guard let name = text(value, as: "a key or a deed") else { return nil }
    guard Key(rawValue: name) != nil || LessonAllowance.Deed(rawValue: name) != nil else {
      let deeds = LessonAllowance.Deed.allCases.map(\.rawValue)
      let suggestion = Key.nearest(to: name)?.rawValue ?? Spelling.nearest(to: name, among: deeds)
      fault(.unknownKey(name, known: deeds + ["any key (downhill list keys)"], suggestion: suggestion), at: value.place)
      return nil
    }
    return name
  }
}
