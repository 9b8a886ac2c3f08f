import Training

extension Description {
  /// The landscape of the model that is described, and of a landscape the model; nil where there are no weights.
  var landscape: Description? {
    if scene == .landscape { return ofSubject }
    guard scene.learns else { return nil }
    var landscape = Description(.landscape)
    landscape[.of] = .word(scene.rawValue)
    for (key, setting) in explicit where key != .view { landscape[key] = setting }
    return landscape
  }
}
