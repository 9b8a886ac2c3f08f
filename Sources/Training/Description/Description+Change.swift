extension Description {
  /// Sets a key by hand: what stands in the way of the new value lets go.
  ///
  /// Another function has a start and a learning rate of its own; a model of another shape, or an output that does not
  /// go with a loss, is given up.
  ///
  /// - Throws: what is wrong with the value, or that the key means nothing in this scene. Nothing is changed then.
  public mutating func change(_ key: Key, to text: String) throws(DescriptionError) {
    try set(key, to: text)
    if key == .function { forgetStart() }
    giveWay(to: key)
  }

  /// A setting that a run takes between two steps: what it is to be, and what it was.
  public struct LiveChange: Sendable, Equatable {
    /// The new value.
    public let value: Setting
    /// The value so far.
    public let old: Setting
  }

  /// The description with a key changed by hand, and the change where a run under way takes it; nil where it takes a new
  /// start.
  ///
  /// - Throws: what is wrong with the value, or that the key means nothing in this scene.
  public func changing(
    _ key: Key, to text: String
  ) throws(DescriptionError) -> (description: Description, live: LiveChange?) {
    var changed = self
    try changed.change(key, to: text)
    let isLive = key.isLive(in: scene) || scene == .landscape && key.isLive(in: subject)
    guard isLive, let value = changed[key], let old = self[key] else { return (changed, nil) }
    return (changed, LiveChange(value: value, old: old))
  }

  private mutating func forgetStart() {
    self[.start] = nil
    self[.learningRate] = nil
    if variation?.key == .start || variation?.key == .learningRate { self[.vary] = nil }
  }

  /// The same run under several values of one key, as a race; nil where the scene can't be raced in that key.
  public func raced(varying variation: Setting.Variation) -> Description? {
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
