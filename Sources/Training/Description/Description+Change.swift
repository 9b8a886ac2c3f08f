extension Description {
  /// Sets a key by hand: what stands in the way of the new value lets go.
  ///
  /// Another function has a start and a learning rate of its own; a model of another shape, or an output that does not
  /// go with a loss, is given up.
  ///
  /// - Throws: what is wrong with the value, that the key means nothing in this scene, or that another setting rules it
  ///   out. Nothing is changed then.
  package mutating func change(_ key: Key, to text: String) throws(DescriptionError) {
    var changed = self
    try changed.put(key) { description throws(DescriptionError) in try description.setting(key, parsing: text) }
    if let fault = changed.newContradiction(since: self, by: [key]) { throw fault }
    self = changed
  }

  private mutating func put(_ key: Key, _ value: (Description) throws(DescriptionError) -> Setting)
    throws(DescriptionError)
  {
    guard takes(key) else { throw .notUsed(key, in: subject) }
    self[key] = try value(self)
    if key == .function { forgetStart() }
    // Of two limits, and of what differs between the runs, the one that was set last holds.
    if let rival = key.rival { self[rival] = nil }
    if key == .vary, let varied = variation?.key { self[varied] = nil }
    // A race of another scene has no use for what only the runs before could differ in.
    if key == .of, let varied = variation?.key, !varied.specification.scenes.contains(subject) { self[.vary] = nil }
    giveWay(to: key)
  }

  /// What contradicts itself now and did not before; a number that only another optimizer has may wait for it, unless it
  /// is what was set.
  private func newContradiction(since before: Description, by keys: [Key]) -> DescriptionError? {
    let known = before.contradictions
    return contradictions.first { error in
      if case .needs(let key, _, _) = error, !keys.contains(key) { return false }
      return !known.contains(error)
    }
  }

  /// Notes that a run under way has taken a value between two steps: of two limits the later one holds.
  package mutating func take(_ key: Key, _ value: Setting) {
    self[key] = value
    if let rival = key.rival { self[rival] = nil }
  }

  /// Notes the same of a run that was asked for by another description: what is back at what it was there, as when a change
  /// was taken back, has not been set.
  package mutating func take(_ key: Key, _ value: Setting, since origin: Description) {
    guard origin[key] == value else { return take(key, value) }
    self[key] = origin.explicit[key]
    if let rival = key.rival { self[rival] = origin.explicit[rival] }
  }

  /// A setting that a run takes between two steps: what it is to be, and what it was.
  package struct LiveChange: Sendable, Equatable {
    /// The new value.
    package let value: Setting
    /// The value so far.
    package let old: Setting
    /// What it makes of the description.
    package let outcome: Description
  }

  /// What it comes to when several settings are changed by hand, one after another.
  package struct Changes: Sendable {
    /// The description with all of them.
    package fileprivate(set) var description: Description
    /// What a run under way is to be told, in this order.
    package fileprivate(set) var live: [(key: Key, change: LiveChange)] = []
    /// The first of the keys that take a new start; nil where the run under way takes them all.
    package fileprivate(set) var restarting: Key?
  }

  /// Changes several settings by hand; another view of the same run is neither news to it nor a new start.
  ///
  /// - Throws: what is wrong with the first value that can't be taken.
  package func changing(_ settings: [(key: Key, text: String)]) throws(DescriptionError) -> Changes {
    try changing(settings.map(\.key)) { index, description throws(DescriptionError) in
      try description.setting(settings[index].key, parsing: settings[index].text)
    }
  }

  /// Changes a setting to a value that is of its kind.
  ///
  /// - Throws: that it is out of its range, means nothing in this scene, or that another setting rules it out.
  package func changing(_ key: Key, to value: Setting) throws(DescriptionError) -> Changes {
    try changing([key]) { _, description throws(DescriptionError) in try description.checked(value, for: key) }
  }

  private func changing(
    _ keys: [Key], to value: (Int, Description) throws(DescriptionError) -> Setting
  ) throws(DescriptionError) -> Changes {
    var changes = Changes(description: self)
    for (index, key) in keys.enumerated() {
      let before = changes.description[key]
      try changes.description.put(key) { description throws(DescriptionError) in try value(index, description) }
      if key == .view { continue }
      let isLive = key.isLive(in: scene) || scene == .landscape && key.isLive(in: subject)
      if isLive, let before, let after = changes.description[key] {
        changes.live.append((key, LiveChange(value: after, old: before, outcome: changes.description)))
      } else if changes.restarting == nil {
        changes.restarting = key
      }
    }
    // Settings may need one another, so they are looked at together.
    if let fault = changes.description.newContradiction(since: self, by: keys) { throw fault }
    return changes
  }

  private mutating func forgetStart() {
    self[.start] = nil
    self[.learningRate] = nil
    if variation?.key == .start || variation?.key == .learningRate { self[.vary] = nil }
  }

  /// The same run under several values of one key, as a race; nil where the scene can't be raced in that key.
  package func raced(varying variation: Setting.Variation) -> Description? {
    guard !scene.isOfAnother, Key.of.specification.words(in: .race).contains(scene.rawValue),
      variation.key.specification.scenes.contains(scene)
    else { return nil }
    var race = Description(.race)
    race[.of] = .word(scene.rawValue)
    for (key, setting) in explicit where key != variation.key && key != .vary { race[key] = setting }
    race[.vary] = .variation(variation)
    return race
  }
}
