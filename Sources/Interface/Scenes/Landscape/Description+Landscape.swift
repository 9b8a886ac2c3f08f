import Training

extension Description {
  /// The landscape of the model that is described; nil where there are no weights, and of a landscape its model.
  var landscape: Description? {
    let other: Description
    switch scene {
    case .perceptron, .network:
      other = Description(.landscape)
    case .landscape: other = Description(subject)
    default: return nil
    }
    var changed = other
    if scene != .landscape { changed[.of] = .word(scene.rawValue) }
    for (key, setting) in explicit where key != .of { changed[key] = setting }
    return changed
  }
}
