extension RacePicture {
  /// A race has no number of its own.
  package func number(_ name: String, example: Int) -> Double? { nil }

  /// What is read of one of its runs.
  package func reading(_ name: String, ofRun index: Int, example: Int) -> Quantity.Reading? {
    entries.indices.contains(index) ? Readings(entries[index].snapshot).value(named: name, example: example) : nil
  }

  /// A race has no parameter of its own.
  package func parameterIndex(_ name: String) -> Int? { nil }
}

extension RaceRun {
  /// The step and the numbers of each run, one after another.
  package var numbers: [Double] { members.flatMap { [Double($0.run.step)] + $0.run.numbers } }

  /// What is opened from a race is carried out by its description, so that must tell all.
  package static func isLive(_ key: Key, in scene: SceneKind) -> Bool { false }

  /// Those of its runs.
  package static func quantityNames(in scene: SceneKind) -> [String] {
    ["run1.loss", "run1.value", "run1.status", "run1.step", "run1.accuracy"]
  }
}
