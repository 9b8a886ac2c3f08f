import Training

/// What an answer to a lab sheet may do: the settings it may change, and deeds other than changing settings.
package struct LessonAllowance: Sendable, Equatable {
  /// Something an answer does besides changing a setting; the raw values are the words of `allow`.
  package enum Deed: String, CaseIterable, Sendable {
    /// Goes through steps of training, by whichever action.
    case train
    /// Gives weights, or the point of a descent, numbers by hand.
    case weights
    /// Adds examples.
    case place
    /// Removes examples.
    case remove
    /// Looks at the run in another way.
    case view
    /// Presses a key.
    case key
    /// Begins any other run.
    case open
    /// Races the run under several values of a setting that may be changed.
    case race
  }

  /// The words, as the sheet lists them.
  package let words: [String]
  private let keys: Set<Key>
  private let deeds: Set<Deed>

  /// Allows what words name: each is a key, a deed, or both.
  init(_ words: [String]) {
    self.words = words
    keys = Set(words.compactMap(Key.init(rawValue:)))
    deeds = Set(words.compactMap(Deed.init(rawValue:)))
  }

  /// Whether a setting may be changed; the seed stands for the seeds of all that is drawn.
  package func allows(_ key: Key) -> Bool {
    keys.contains(key) || keys.contains(.seed) && RandomPart.allCases.contains { $0.key == key }
  }

  /// Whether something may be done.
  ///
  /// A setting that decides how a run learns is of use only where it learns, so it brings training with it; weights that
  /// are given, and how they are looked at, do not. Where a point is given by hand, its setting stands for it.
  ///
  /// - Parameter scene: The scene it would be done in.
  package func allows(_ deed: Deed, in scene: SceneKind) -> Bool {
    if deeds.contains(deed) { return true }
    switch deed {
    case .train: return !keys.subtracting([.weights, .model, .view]).isEmpty
    case .weights:
      return [Key.start, .at].contains { $0.specification.scenes.contains(scene) && keys.contains($0) }
    case .place, .remove, .view, .key, .open, .race: return false
    }
  }

  /// The name of what an action would do without being allowed; nil where all of it is.
  ///
  /// - Parameters:
  ///   - sheet: The sheet's own description.
  ///   - scene: The scene that the action is done in.
  func refusal(of kind: LessonAction.Kind, to sheet: Description, in scene: SceneKind) -> String? {
    let deed: Deed
    switch kind {
    case .step, .epoch, .go, .train, .play: deed = .train
    case .weights: deed = .weights
    case .place: deed = .place
    case .remove: deed = .remove
    case .view: deed = .view
    case .key: deed = .key
    case .set(let assignments), .fork(let assignments):
      return assignments.map(\.key).first { !allows($0) }?.rawValue
    case .open(let other):
      return allows(.open, in: scene) ? nil : refusal(of: other, to: sheet)
    case .race(let variation):
      guard allows(.race, in: scene) else { return Deed.race.rawValue }
      return allows(variation.key) ? nil : variation.key.rawValue
    }
    return allows(deed, in: scene) ? nil : deed.rawValue
  }

  /// The first setting in which another run differs from the sheet's without being allowed to; nil where there is none.
  ///
  /// How a run is looked at changes nothing about it.
  package func refusal(of other: Description, to sheet: Description) -> String? {
    guard other.scene == sheet.scene else { return "scene" }
    return Key.allCases.first { $0 != .view && !allows($0) && other[$0] != sheet[$0] }?.rawValue
  }
}
