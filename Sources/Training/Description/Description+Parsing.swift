extension Description {
  /// Reads a description from keys and values as they are written on the command line.
  ///
  /// - Throws: all that is wrong, not only the first fault.
  ///
  /// - Parameter mayWait: Whether settings may wait for another, as numbers for the optimizer that has them.
  package init(
    _ scene: SceneKind, parsing pairs: [(key: String, value: String)], mayWait: Bool = false
  ) throws(DescriptionErrors) {
    self.init(scene)
    var errors: [DescriptionError] = []
    var known: [(key: Key, value: String)] = []
    for (name, value) in pairs {
      guard let key = Key(spelled: name) else {
        errors.append(.unknownKey(name, suggestion: Key.nearest(to: name, in: scene)))
        continue
      }
      if known.contains(where: { $0.key == key }) { errors.append(.repeated(key, name)) }
      known.append((key, value))
    }
    // Which scene a race is of decides what the other keys mean.
    for (key, value) in known.filter({ $0.key == .of }) + known.filter({ $0.key != .of }) {
      do { try set(key, to: value) } catch { errors.append(error) }
    }
    if errors.isEmpty { errors = contradictions.filter { !(mayWait && $0.isOfWaiting) } }
    guard errors.isEmpty else { throw DescriptionErrors(errors: errors) }
  }

  /// Reads a description from its JSON form.
  ///
  /// - Throws: all that is wrong, not only the first fault.
  ///
  /// - Parameter mayWait: Whether settings may wait for another.
  package init(json: JSONValue, mayWait: Bool = false) throws(DescriptionErrors) {
    guard case .object(let members) = json, case .string(let name) = json["scene"] else {
      throw DescriptionErrors(errors: [.notAnObject])
    }
    guard let scene = SceneKind(rawValue: name) else {
      let suggestion = Spelling.nearest(to: name, among: SceneKind.allCases.map(\.rawValue))
      throw DescriptionErrors(errors: [.unknownScene(name, suggestion: suggestion.flatMap(SceneKind.init))])
    }
    try self.init(scene, members: members.filter { $0.0 != "scene" }, mayWait: mayWait)
  }

  /// Reads a description from the members of a JSON object, or of a mapping in YAML.
  ///
  /// - Throws: all that is wrong, not only the first fault.
  ///
  /// - Parameter mayWait: Whether settings may wait for another.
  package init(
    _ scene: SceneKind, members: [(String, JSONValue)], mayWait: Bool = false
  ) throws(DescriptionErrors) {
    var pairs: [(key: String, value: String)] = []
    var errors: [DescriptionError] = []
    for (name, value) in members {
      // What is written for programs has one spelling.
      guard let key = Key(rawValue: name) else {
        errors.append(.unknownKey(name, suggestion: Key.nearest(to: name, in: scene)))
        continue
      }
      if let text = value.settingText { pairs.append((name, text)) } else { errors.append(.wrongType(key)) }
    }
    guard errors.isEmpty else { throw DescriptionErrors(errors: errors) }
    try self.init(scene, parsing: pairs, mayWait: mayWait)
  }
}

extension Key {
  static func nearest(to text: String, in scene: SceneKind) -> Key? {
    let own = keys(of: scene).map(\.rawValue)
    return Spelling.nearest(to: text, among: own).flatMap { Key(rawValue: $0) } ?? nearest(to: text)
  }
}

extension JSONValue {
  /// The value as the command line writes it, whichever kind of key it is for; nil for what no key takes.
  ///
  /// So there is one path of validation for all three spellings.
  package var settingText: String? {
    switch self {
    case .null: return nil
    case .bool(let value): return value ? "true" : "false"
    case .number(let value): return value.shortestText
    case .string(let value): return value
    case .array(let values):
      let parts = values.map(\.scalarText)
      guard !parts.contains(nil) else { return nil }
      return values.isEmpty ? "none" : parts.compactMap(\.self).map(ListText.quoted).joined(separator: ",")
    case .object(let members):
      if members.count == 1, let key = Training.Key(rawValue: members[0].0), case .array(let values) = members[0].1 {
        let parts = values.map(\.settingText)
        guard !parts.contains(nil) else { return nil }
        return "\(key.rawValue)=" + parts.compactMap(\.self).joined(separator: key.isListed ? ";" : ",")
      }
      let pairs = members.map { member in member.1.scalarText.map { "\(member.0)=\($0)" } }
      return pairs.contains(nil) ? nil : pairs.compactMap(\.self).joined(separator: ",")
    }
  }

  private var scalarText: String? {
    switch self {
    case .bool, .number, .string: settingText
    case .null, .array, .object: nil
    }
  }
}

extension DescriptionError {
  /// Whether it is only that a setting waits for another one.
  fileprivate var isOfWaiting: Bool {
    if case .needs = self { true } else { false }
  }
}
