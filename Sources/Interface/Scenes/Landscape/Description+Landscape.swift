import Training

extension Description {
  /// The landscape of the model that is described, and of a landscape the model; nil where there are no weights.
  var landscape: Description? {
    switch scene {
    case .perceptron, .network:
      var landscape = Description(.landscape)
      landscape[.of] = .word(scene.rawValue)
      for (key, setting) in explicit where key != .view { landscape[key] = setting }
      return landscape
    case .landscape: return ofSubject
    case .curve, .surface, .graph, .activations, .race: return nil
    }
  }
}
