import Learning

extension Dataset {
  /// The same examples and one more.
  func adding(x: Double, y: Double, label: Int) -> Dataset {
    guard case .classes(var labels, var names) = targets else { return self }
    while names.count <= label { names.append(names.count == 0 ? "A" : "B") }
    var larger = self
    labels.append(label)
    larger.targets = .classes(labels, names: names)
    larger.inputs += [x, y]
    return larger
  }

  /// The same examples without one.
  func removing(at index: Int) -> Dataset {
    guard case .classes(var labels, let names) = targets, labels.indices.contains(index) else { return self }
    var smaller = self
    labels.remove(at: index)
    smaller.targets = .classes(labels, names: names)
    smaller.inputs.removeSubrange(2 * index..<2 * index + 2)
    return smaller
  }

  /// The example nearest to a place, at most so far away; nil where there is none.
  ///
  /// - Complexity: O(n).
  func nearest(to x: Double, _ y: Double, within reach: Double) -> Int? {
    var best: (index: Int, square: Double)?
    for index in 0..<count {
      let (ownX, ownY) = input(at: index)
      let square = (ownX - x) * (ownX - x) + (ownY - y) * (ownY - y)
      if square <= reach * reach, square < best?.square ?? .infinity { best = (index, square) }
    }
    return best?.index
  }
}
