import Learning

/// A run, fully described: scene, data, model, loss, optimizer, learning rate, batches, seeds.
///
/// Only what has been set is stored; everything else stands at what the key table says. Two descriptions with the same
/// effective settings lead to the same run, bit for bit.
package struct Description: Sendable, Equatable {
  /// What kind of run it is.
  package let scene: SceneKind
  /// What has been set, by key.
  package private(set) var explicit: [Key: Setting] = [:]
  /// What the data have decided where nothing was set, once they are loaded; forgotten when other data are chosen.
  package internal(set) var found: [Key: Setting] = [:]

  /// A description with nothing set.
  package init(_ scene: SceneKind) {
    self.scene = scene
  }

  /// The scene whose runs are carried out: of a race or a landscape, the one that is shown; else the scene itself.
  package var subject: SceneKind {
    guard scene.isOfAnother, case .word(let name) = self[.of], let subject = SceneKind(rawValue: name) else {
      return scene
    }
    return subject
  }

  /// The keys that mean something here, as the other settings stand, in the order of the table.
  ///
  /// The key that a race varies is not among them: its values are part of `vary`.
  package var keys: [Key] {
    let varied = variation?.key
    return Key.keys(of: scene, showing: subject).filter { $0 != varied && meansSomething($0) }
  }

  /// The key that the runs of a race differ in, and its values; nil for other scenes.
  package var variation: Setting.Variation? {
    if case .variation(let variation) = self[.vary] { variation } else { nil }
  }

  /// The keys that mean something because of the word that another key stands at, in the order of the table: an
  /// optimizer's own numbers.
  package func dependents(of key: Key) -> [Key] {
    (Key.dependents[key] ?? []).filter { $0 != variation?.key && meansSomething($0) }
  }

  /// Whether the key that this one needs stands at one of the words, in at least one run.
  private func meansSomething(_ key: Key) -> Bool {
    guard let requirement = key.specification.requirement else { return true }
    var settings = [self[requirement.key]]
    if let variation, variation.key == requirement.key { settings = variation.values }
    return requirement.words.contains { settings.contains(.word($0)) }
  }

  /// What a key stands at: what has been set, or else its default; nil where there is none.
  ///
  /// A key that doesn't concern the scene has no value. Assigning nil goes back to the default; what is assigned is
  /// expected to have been parsed or to be known to be right (see ``set(_:to:)``).
  package subscript(key: Key) -> Setting? {
    get {
      let specification = key.specification
      let shown = shown(by: key)
      guard specification.scenes.contains(scene) || specification.scenes.contains(shown) else { return nil }
      if let setting = explicit[key] ?? found[key] { return setting }
      return switch specification.fallback {
      case .nothing: nil
      case .always(let setting): setting
      case .scenes(let settings): settings[shown]
      case .words(let other, let settings):
        if case .word(let word) = self[other] { settings[word] } else { nil }
      case .functions(let named, let others): named[shown]?[function] ?? others[shown]
      case .unless(let others, let setting): others.allSatisfy { explicit[$0] == nil } ? setting : nil
      case .same(let other): self[other]
      case .samples(let settings, let whole):
        BuiltInDataset(rawValue: data)?.isTruthTable == true ? whole : settings[shown]
      }
    }
    set {
      explicit[key] = newValue
      if key.specification.group == .data { found = [:] }
    }
  }

  /// Whose word a key is: of a race or a landscape, that of the scene that is shown, but for what is about them alone.
  private func shown(by key: Key) -> SceneKind {
    key == .of || key == .vary || key == .view && scene == .landscape ? scene : subject
  }

  /// Sets a key to a value written as on the command line.
  ///
  /// - Throws: what is wrong with the value, or that the key means nothing in this scene. Nothing is changed then.
  package mutating func set(_ key: Key, to text: String) throws(DescriptionError) {
    guard takes(key) else { throw .notUsed(key, in: subject) }
    self[key] = try setting(key, parsing: text)
  }

  /// Whether a key means something in this scene, or in the one that it shows.
  func takes(_ key: Key) -> Bool { Key.keys(of: scene, showing: subject).contains(key) }

  /// What a key would stand at, from a value written as on the command line.
  func setting(_ key: Key, parsing text: String) throws(DescriptionError) -> Setting {
    try Setting(parsing: text, for: key, in: key == .vary ? subject : shown(by: key))
  }

  /// A value of a key's kind, once it is known to be in range.
  func checked(_ value: Setting, for key: Key) throws(DescriptionError) -> Setting {
    let range: NumberRange? =
      switch key.specification.kind(in: shown(by: key)) {
      case .number(let range): range
      case .integer(let range, _): NumberRange(range)
      case .flag, .word, .character, .words, .names, .text, .integers, .assignments, .variation: nil
      }
    if let range, let number = value.number, !range.contains(number) { throw .outOfRange(key, value.text, range) }
    return value
  }

  /// Whether a key has been set, by itself or by the values of a race.
  private func isSet(_ key: Key) -> Bool { explicit[key] != nil || variation?.key == key }

  /// What is wrong between the settings, each of them being right by itself.
  package var contradictions: [DescriptionError] {
    var errors: [DescriptionError] = []
    if explicit[.epochs] != nil, explicit[.steps] != nil { errors.append(.conflict(.epochs, .steps)) }
    for given in [Key.weights, .model] {
      for drawn in [Key.initializer, .weightSeed] where given == .weights || drawn == .weightSeed {
        if isSet(given), isSet(drawn) { errors.append(.conflict(given, drawn)) }
      }
    }
    if let varied = variation?.key, explicit[varied] != nil { errors.append(.conflict(varied, .vary)) }
    for key in Key.allCases where explicit[key] != nil {
      guard let requirement = key.specification.requirement, !meansSomething(key) else { continue }
      errors.append(.needs(key, other: requirement.key, words: requirement.words))
    }
    if scene == .landscape, word(.directions) == LandscapePlane.Kind.towards.rawValue, explicit[.towards] == nil {
      errors.append(.missing(.towards, in: scene))
    }
    let layers = hidden.count
    if subject == .network, case .words(let names) = explicit[.activation], names.count > 1, names.count != layers {
      errors.append(.activationCount(names.count, layers: layers))
    }
    return errors
  }
}
