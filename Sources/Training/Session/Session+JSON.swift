import Learning

extension Session {
  /// What a session file begins with.
  package static let signature = #"{"downhill":"session""#

  /// The session as the text of a file: JSON with a line for each change.
  ///
  /// Read again it gives the same session, and that the same text.
  package var text: String {
    var members: [(String, JSONValue)] = [("version", 1), ("description", description.explicitJSON)]
    if let training { members.append(("training", training.json)) }
    if let test { members.append(("test", test.json)) }
    members += [
      ("step", .number(Double(step))), ("head", .number(Double(head))), ("fingerprint", .string(fingerprint)),
      ("view", view.json),
    ]
    if let commonStep { members.append(("common", .number(Double(commonStep)))) }
    if !branches.isEmpty { members.append(("branches", .array(branches.map(\.json)))) }
    let lines = members.map { name, value in "\(JSONValue.string(name).text):\(value.text)" }
    let changes = changes.map { "  " + $0.json.text }.joined(separator: ",\n")
    let list = changes.isEmpty ? "\"changes\":[]" : "\"changes\":[\n\(changes)]"
    return ([Session.signature] + lines + [list]).joined(separator: ",\n") + "}\n"
  }
}

extension Description {
  /// The description as JSON, what has been set alone: unlike ``json`` it says no limits that nobody asked for.
  var explicitJSON: JSONValue {
    var members: [(String, JSONValue)] = [("scene", .string(scene.rawValue))]
    // With what waits for another optimizer, say: the run may come to it yet.
    for key in Key.allCases where takes(key) && key != variation?.key {
      if let setting = explicit[key] { members.append((key.rawValue, setting.json)) }
    }
    return .object(members)
  }
}

extension Session.View {
  fileprivate var json: JSONValue {
    var members: [(String, JSONValue)] = [
      ("panel", .string(panel)), ("enlarged", .bool(isEnlarged)), ("theme", .string(theme)),
      ("palette", .string(palette)),
    ]
    if let speed { members.append(("speed", .number(speed))) }
    if !settings.isEmpty {
      let set = Key.allCases.compactMap { key in settings[key].map { (key.rawValue, $0.json) } }
      members.append(("settings", .object(set)))
    }
    if !marks.isEmpty {
      members.append(("marks", .object(marks.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })))
    }
    return .object(members)
  }
}

extension Session.SavedBranch {
  fileprivate var json: JSONValue {
    var members: [(String, JSONValue)] = [("id", .number(Double(place.id)))]
    if let parent = place.parent { members.append(("parent", .number(Double(parent)))) }
    members.append(("fork", .number(Double(place.forkStep))))
    if let past {
      members.append(("head", .number(Double(past.head))))
      members.append(("changes", .array(past.changes.map(\.json))))
    }
    return .object(members)
  }
}

extension Session.Entry {
  fileprivate var json: JSONValue {
    let what: [(String, JSONValue)] =
      switch change {
      case .setting(let key, let setting): [("setting", .string(key.rawValue)), ("value", setting.json)]
      case .parameter(let index, let value): [("parameter", .number(Double(index))), ("value", .number(value))]
      case .parameters(let values): [("parameters", .array(values.map(JSONValue.number)))]
      case .dataset(let points): [("dataset", points.json)]
      case .point(let numbers): [("point", .array(numbers.map(JSONValue.number)))]
      }
    return .object([("step", .number(Double(step)))] + what)
  }
}

extension Dataset {
  /// The examples, each with its inputs and its class's index or its number.
  fileprivate var json: JSONValue {
    let targets: [Double]
    var members: [(String, JSONValue)] = [
      ("name", .string(name)), ("inputs", .array(inputNames.map(JSONValue.string))),
    ]
    switch self.targets {
    case .classes(let labels, let names):
      targets = labels.map(Double.init)
      members.append(("classes", .array(names.map(JSONValue.string))))
    case .numbers(let values): targets = values
    }
    let points = targets.enumerated().map { index, target in
      let input = input(at: index)
      return JSONValue.array([.number(input.x1), .number(input.x2), .number(target)])
    }
    members.append(("points", .array(points)))
    if let standardization { members.append(("standardization", standardization.json)) }
    if let targetScale { members.append(("target", targetScale.json)) }
    return .object(members)
  }
}
