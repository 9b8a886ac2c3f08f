import Training

extension LessonReader {
  static let actionNames = [
    "step", "epoch", "go", "train", "play", "set", "weights", "place", "remove", "view", "key", "open", "race", "fork",
  ]

  /// A list of actions, each a mapping of exactly one.
  mutating func actions(_ value: MarkedValue) -> [LessonAction] {
    elements(value, as: "a list of actions").compactMap { action($0) }
  }

  private mutating func action(_ value: MarkedValue) -> LessonAction? {
    if case .mapping(let members) = value.content, members.count != 1 {
      fault(.expected("one action in each entry of the list", found: "\(members.count)"), at: value.place)
      return nil
    }
    guard let member = members(value, knowing: Self.actionNames, as: "an action such as step: 1").first else {
      return nil
    }
    let scene = description?.scene
    let action = kind(member).map { LessonAction(place: member.place, kind: $0) }
    if let action, let scene { judge(action, in: scene) }
    return action
  }

  /// Finds fault with an action that is not allowed.
  mutating func judge(_ action: LessonAction, in scene: SceneKind) {
    guard let rules, let refused = rules.allowance.refusal(of: action.kind, to: rules.sheet, in: scene) else { return }
    fault(.forbidden(refused, allowed: rules.allowance.words), at: action.place)
  }

  private mutating func kind(_ member: MarkedValue.Member) -> LessonAction.Kind? {
    let value = member.value
    switch member.name {
    case "step": return integer(value, in: -1_000_000_000...1_000_000_000).map(LessonAction.Kind.step)
    case "epoch": return integer(value, in: -1_000_000...1_000_000).map(LessonAction.Kind.epoch)
    case "go":
      if value.text == "end" { return .go(nil) }
      return integer(value, in: 0...1_000_000_000).map { .go($0) }
    case "train": return integer(value, in: 1...1_000_000_000).map(LessonAction.Kind.train)
    case "play": return speed(value).map(LessonAction.Kind.play)
    case "set":
      let assignments = assignments(value)
      return assignments.isEmpty ? nil : .set(assignments)
    case "weights": return numbersByName(value).map(LessonAction.Kind.weights)
    case "place": return points(value).map(LessonAction.Kind.place)
    case "remove": return integer(value, in: 0...1_000_000_000).map(LessonAction.Kind.remove)
    case "view": return text(value, as: "a view or a panel").map(LessonAction.Kind.view)
    case "key": return text(value, as: "a key").map(LessonAction.Kind.key)
    case "open":
      // What may be opened is judged as a whole: a setting that says again what the sheet says changes nothing.
      let rules = self.rules
      self.rules = nil
      defer { self.rules = rules }
      guard let opened = description(value) else { return nil }
      description = opened
      return .open(opened)
    case "race": return race(value)
    default:
      let assignments = assignments(value)
      return assignments.isEmpty ? nil : .fork(assignments)
    }
  }

  private mutating func speed(_ value: MarkedValue) -> Speed? {
    if value.text == "max" { return .unlimited }
    guard let text = value.text, let rate = Double(readingNumber: text), rate > 0, rate.isFinite else {
      fault(.expected("steps a second, or max", found: value.found), at: value.place)
      return nil
    }
    return Speed(stepsPerSecond: rate)
  }

  /// Numbers given to names, as a mapping or in the spelling of the command line.
  mutating func numbersByName(_ value: MarkedValue) -> [Setting.Assignment]? {
    if let text = value.text {
      let pairs = text.split(separator: ",").map { part -> Setting.Assignment? in
        let sides = part.split(separator: "=").map { String($0.filter { !$0.isWhitespace }) }
        guard sides.count == 2, let number = Double(readingNumber: sides[1]), number.isFinite else { return nil }
        return Setting.Assignment(sides[0], number)
      }
      guard !pairs.isEmpty, !pairs.contains(nil) else {
        fault(.expected("numbers by name, such as {w1: 1, w2: 1}", found: value.found), at: value.place)
        return nil
      }
      return pairs.compactMap(\.self)
    }
    guard let members = members(value, as: "numbers by name, such as {w1: 1, w2: 1}") else { return nil }
    let pairs = members.compactMap { member in number(member.value).map { Setting.Assignment(member.name, $0) } }
    return pairs.count == members.count ? pairs : nil
  }

  private mutating func points(_ value: MarkedValue) -> [LessonAction.Point]? {
    var values = [value]
    if case .sequence(let elements) = value.content { values = elements }
    let points = values.compactMap { point($0) }
    return points.count == values.count ? points : nil
  }

  private mutating func point(_ value: MarkedValue) -> LessonAction.Point? {
    let members = members(value, knowing: ["x", "y", "class"], as: "a point such as {x: 1, y: 0.5, class: A}")
    var numbers: [String: Double] = [:]
    var label: Int?
    for member in members {
      if member.name == "class" {
        label = self.label(member.value)
      } else {
        numbers[member.name] = number(member.value)
      }
    }
    for name in ["x", "y", "class"] where !members.contains(where: { $0.name == name }) {
      fault(.missing(name), at: value.place)
    }
    guard let x = numbers["x"], let y = numbers["y"], let label else { return nil }
    return LessonAction.Point(x: x, y: y, label: label)
  }

  /// A class: a letter, or a number from 0 on.
  private mutating func label(_ value: MarkedValue) -> Int? {
    let letters = "ABCDEFGHIJ"
    if let text = value.text, text.count == 1, let index = letters.firstIndex(of: text[text.startIndex]) {
      return letters.distance(from: letters.startIndex, to: index)
    }
    guard let text = value.text, let number = Int(text), 0..<10 ~= number else {
      fault(.expected("a class: A to J, or 0 to 9", found: value.found), at: value.place)
      return nil
    }
    return number
  }

  private mutating func race(_ value: MarkedValue) -> LessonAction.Kind? {
    let members = members(value, knowing: ["vary"], as: "a mapping with vary")
    guard let member = members.first, let description else { return nil }
    guard let text = member.value.json.settingText else {
      fault(.description(.wrongType(.vary)), at: member.value.place)
      return nil
    }
    do {
      let setting = try Setting(parsing: text, for: .vary, in: description.scene)
      guard case .variation(let variation) = setting, let race = description.raced(varying: variation) else {
        fault(.impossible("\(description.scene.noun) can't be raced like this"), at: member.place)
        return nil
      }
      self.description = race
      return .race(variation)
    } catch {
      fault(.description(error), at: member.value.place)
      return nil
    }
  }
}
