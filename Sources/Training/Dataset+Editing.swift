import Learning

extension Dataset {
  /// The number that a point placed by hand gets: the highest there is for class 0, the lowest for any other; 1 and -1
  /// where there are not two.
  package func number(placedFor label: Int) -> Double {
    guard let range = extent.targets, range.lowerBound < range.upperBound else { return label == 0 ? 1 : -1 }
    return label == 0 ? range.upperBound : range.lowerBound
  }

  /// The same examples and one more; where they have numbers, the one of `number(placedFor:)`.
  package func adding(x: Double, y: Double, label: Int) -> Dataset {
    switch targets {
    case .classes(var labels, var names):
      while names.count <= label { names.append(names.count == 0 ? "A" : "B") }
      labels.append(label)
      return with(inputs: inputs + [x, y], targets: .classes(labels, names: names))
    case .numbers(let values):
      return with(inputs: inputs + [x, y], targets: .numbers(values + [number(placedFor: label)]))
    }
  }

  /// The same examples without one.
  package func removing(at index: Int) -> Dataset {
    guard index >= 0, index < count else { return self }
    var left = inputs
    left.removeSubrange(2 * index..<2 * index + 2)
    switch targets {
    case .classes(var labels, let names):
      labels.remove(at: index)
      return with(inputs: left, targets: .classes(labels, names: names))
    case .numbers(var values):
      values.remove(at: index)
      return with(inputs: left, targets: .numbers(values))
    }
  }

  /// The example nearest to a place, at most so far away; nil where there is none.
  ///
  /// - Complexity: O(n).
  package func nearest(to x: Double, _ y: Double, within reach: Double) -> Int? {
    var best: (index: Int, square: Double)?
    for index in 0..<count {
      let (ownX, ownY) = input(at: index)
      let square = (ownX - x) * (ownX - x) + (ownY - y) * (ownY - y)
      if square <= reach * reach, square < best?.square ?? .infinity { best = (index, square) }
    }
    return best?.index
  }
}
