import Training

/// Reads the parts of a lesson out of a document and collects what is wrong, instead of stopping at the first fault.
struct LessonReader {
  /// What is wrong so far.
  private(set) var faults: [LessonFault] = []
  /// The folder of the file, where files that the lesson names are looked for; empty for the present one.
  private let folder: String
  /// The description that is in force where the reader stands; it decides which settings and quantities there are.
  var description: Description?
  /// What may be done in what is read, and the sheet that says so; nil for everything.
  var rules: (allowance: LessonAllowance, sheet: Description)?

  /// Reads a file of that name.
  init(file: String) {
    folder = file.lastIndex(of: "/").map { String(file[...$0]) } ?? ""
  }

  /// Notes a fault.
  mutating func fault(_ problem: LessonFault.Problem, at place: TextPlace) {
    faults.append(LessonFault(problem, at: place))
  }

  // MARK: Scalars

  /// The text of a scalar.
  mutating func text(_ value: MarkedValue, as what: String = "a text") -> String? {
    guard let text = value.text else {
      fault(.expected(what, found: value.found), at: value.place)
      return nil
    }
    return text
  }

  /// The text of a scalar that may be missing.
  mutating func text(_ value: MarkedValue?) -> String? {
    guard let value else { return nil }
    return text(value, as: "a text")
  }

  /// A finite number.
  mutating func number(_ value: MarkedValue) -> Double? {
    guard let text = value.text, let number = Double(readingNumber: text), number.isFinite else {
      fault(.expected("a number", found: value.found), at: value.place)
      return nil
    }
    return number
  }

  /// A whole number in a range.
  mutating func integer(_ value: MarkedValue, in range: ClosedRange<Int>) -> Int? {
    guard let text = value.text, let number = Int(text), range.contains(number) else {
      let bounds =
        range.upperBound == Int.max ? "from \(range.lowerBound)" : "\(range.lowerBound)...\(range.upperBound)"
      fault(.expected("a whole number (\(bounds))", found: value.found), at: value.place)
      return nil
    }
    return number
  }

  // MARK: Mappings and lists

  /// The members of a mapping whose keys are all known.
  mutating func members(_ value: MarkedValue, knowing known: [String], as what: String) -> [MarkedValue.Member] {
    guard let members = members(value, as: what) else { return [] }
    for member in members where !known.contains(member.name) {
      let suggestion = Spelling.nearest(to: member.name, among: known)
      fault(.unknownKey(member.name, known: known, suggestion: suggestion), at: member.place)
    }
    return members.filter { known.contains($0.name) }
  }

  /// The members of a mapping, whatever their keys.
  mutating func members(_ value: MarkedValue, as what: String) -> [MarkedValue.Member]? {
    guard case .mapping(let members) = value.content else {
      fault(.expected(what, found: value.found), at: value.place)
      return nil
    }
    return members
  }

  /// The elements of a list.
  mutating func elements(_ value: MarkedValue, as what: String) -> [MarkedValue] {
    guard case .sequence(let elements) = value.content else {
      fault(.expected(what, found: value.found), at: value.place)
      return []
    }
    return elements
  }

  // MARK: Settings

  /// A description: `scene` and settings.
  mutating func description(_ value: MarkedValue) -> Description? {
    guard let members = members(value, as: "a mapping of settings") else { return nil }
    guard let named = members.first(where: { $0.name == "scene" }) else {
      fault(.missing("scene"), at: value.place)
      return nil
    }
    guard let name = text(named.value, as: "the name of a scene") else { return nil }
    guard let scene = SceneKind(rawValue: name) else {
      let suggestion = Spelling.nearest(to: name, among: SceneKind.allCases.map(\.rawValue))
      fault(.description(.unknownScene(name, suggestion: suggestion.flatMap(SceneKind.init))), at: named.value.place)
      return nil
    }
    return settings(members.filter { $0.name != "scene" }, on: Description(scene), at: value.place)
  }

  /// A description with further settings, those that fit.
  mutating func settings(
    _ members: [MarkedValue.Member], on start: Description, at place: TextPlace
  ) -> Description {
    var description = start
    let before = faults.count
    // Which scene a race is of decides what the other keys mean.
    for member in members.filter({ $0.name == "of" }) + members.filter({ $0.name != "of" }) {
      guard let assignment = assignment(member, in: description) else { continue }
      do {
        try description.set(assignment.key, to: assignment.text)
      } catch {
        fault(.description(error), at: member.value.place)
      }
    }
    for error in faults.count == before ? description.contradictions : [] { fault(.description(error), at: place) }
    return description
  }

  /// A setting in the spelling of the command line.
  private mutating func assignment(
    _ member: MarkedValue.Member, in description: Description
  ) -> LessonAction.Assignment? {
    guard let key = Key(rawValue: member.name) else {
      let own = Key.keys(of: description.scene, showing: description.subject).map(\.rawValue)
      let suggestion = Spelling.nearest(to: member.name, among: own) ?? Key.nearest(to: member.name)?.rawValue
      fault(.unknownKey(member.name, known: ["scene"] + own, suggestion: suggestion), at: member.place)
      return nil
    }
    if let rules, !rules.allowance.allows(key) {
      fault(.forbidden(key.rawValue, allowed: rules.allowance.words), at: member.place)
      return nil
    }
    guard let text = member.value.json.settingText else {
      fault(.description(.wrongType(key)), at: member.value.place)
      return nil
    }
    return LessonAction.Assignment(key: key, text: located(text, for: key))
  }

  /// The path of a file that the lesson names: it lies beside the lesson.
  private func located(_ text: String, for key: Key) -> String {
    let isFile = key == .model || key == .data && !key.specification.words(in: .network).contains(text) && text != "-"
    return isFile && !text.hasPrefix("/") ? folder + text : text
  }

  /// Settings for the present description, in the spelling of the command line; what doesn't fit it is a fault.
  mutating func assignments(_ value: MarkedValue) -> [LessonAction.Assignment] {
    guard let members = members(value, as: "a mapping of settings"), var description else { return [] }
    var assignments: [LessonAction.Assignment] = []
    for member in members {
      guard let assignment = assignment(member, in: description) else { continue }
      do {
        try description.change(assignment.key, to: assignment.text)
        assignments.append(assignment)
      } catch {
        fault(.description(error), at: member.value.place)
      }
    }
    self.description = description
    return assignments
  }

  // MARK: Conditions

  /// Conditions on quantities; a member `example` says whose units are looked at.
  mutating func conditions(_ value: MarkedValue) -> [Condition] {
    guard let members = members(value, as: "a mapping of conditions") else { return [] }
    var example = 0
    if let member = members.first(where: { $0.name == "example" }) {
      example = integer(member.value, in: 0...Int.max) ?? 0
    }
    return members.filter { $0.name != "example" }.compactMap { condition($0, example: example) }
  }

  private mutating func condition(_ member: MarkedValue.Member, example: Int) -> Condition? {
    guard let quantity = quantity(member.name, at: member.place) else { return nil }
    let test = quantity.base == "status" ? status(member.value) : self.test(member.value)
    return test.map { Condition(place: member.place, quantity: quantity, test: $0, example: example) }
  }

  /// The quantity of that name, where the scene has it.
  mutating func quantity(_ name: String, at place: TextPlace) -> Quantity? {
    let quantity = Quantity(name)
    guard let description else { return quantity }
    let scene = description.scene == .race && quantity.member != .whole ? description.subject : description.scene
    guard quantity.isKnown(in: scene) else {
      let suggestion = quantity.suggestion(in: scene)
      fault(.unknownQuantity(name, scene: description.scene, suggestion: suggestion), at: place)
      return nil
    }
    return quantity
  }

  private mutating func status(_ value: MarkedValue) -> Condition.Test? {
    guard let word = value.text, Quantity.statusWords.contains(word) else {
      fault(.expected("one of \(Quantity.statusWords.joined(separator: ", "))", found: value.found), at: value.place)
      return nil
    }
    return .word(word)
  }

  /// What a number is to be: the number itself, or a mapping of `about` and `within`, `at-least`, `at-most`, `between`.
  mutating func test(_ value: MarkedValue) -> Condition.Test? {
    guard case .mapping = value.content else { return number(value).map(Condition.Test.equal) }
    let before = faults.count
    let members = members(value, knowing: ["about", "within", "at-least", "at-most", "between"], as: "a condition")
    guard faults.count == before else { return nil }
    if let about = members["about"], members.count == 2, let within = members["within"] {
      guard let wanted = number(about), let tolerance = number(within) else { return nil }
      return .about(wanted, within: tolerance)
    }
    if members.count == 1, let least = members["at-least"] { return number(least).map(Condition.Test.atLeast) }
    if members.count == 1, let most = members["at-most"] { return number(most).map(Condition.Test.atMost) }
    if members.count == 1, let range = members["between"] {
      let bounds = elements(range, as: "a list of two numbers").compactMap { number($0) }
      guard bounds.count == 2, bounds[0] <= bounds[1] else {
        fault(.expected("two numbers in ascending order", found: range.found), at: range.place)
        return nil
      }
      return .between(bounds[0]...bounds[1])
    }
    let forms = "a number, {about: .., within: ..}, {at-least: ..}, {at-most: ..} or {between: [.., ..]}"
    fault(.expected(forms, found: value.found), at: value.place)
    return nil
  }
}

extension MarkedValue {
  /// The value as JSON, its scalars as text, for the readers of settings.
  var json: JSONValue {
    switch content {
    case .scalar(let text): .string(text)
    case .sequence(let values): .array(values.map(\.json))
    case .mapping(let members): .object(members.map { ($0.name, $0.value.json) })
    }
  }
}
