import Basics
import Learning
import Training

/// How a network divides the plane among the classes, in words, for a person who listens.
struct SpokenRegions {
  private let run: NetworkRun
  private let names: [String]
  private let view: PlaneRect
  private let standardization: Standardization?
  /// How many samples there are along a side of the plane.
  private static let fineness = 80
  /// How many crossings are told; more would not be listened to.
  private static let mostCrossings = 8

  /// The regions of a network; nil for one that learns numbers.
  ///
  /// - Parameter standardization: The change of units that its examples went through, for telling places in the old ones.
  init?(_ run: NetworkRun, _ standardization: Standardization? = nil) {
    self.standardization = standardization
    guard !run.dataset.isNumeric, run.dataset.classCount > 0 else { return nil }
    self.run = run
    names = run.dataset.classNames
    view = run.dataset.view
  }

  /// The class at a place.
  private func label(_ x1: Double, _ x2: Double) -> Int {
    let point = Dataset(name: "", inputs: [x1, x2], targets: .classes([0], names: names))
    return run.model.predictedClasses(FastExamples(NetworkExamples(point, for: run.network))).first ?? 0
  }

  /// What share of the plane each class has.
  var shares: String {
    let n = Self.fineness
    let grid = SampleGrid(xRange: view.minX...view.maxX, yRange: view.minY...view.maxY, columns: n, rows: n)
    let inputs = (0..<grid.count).flatMap { [grid.x(column: $0 % n), grid.y(row: $0 / n)] }
    let points = Dataset(
      name: "", inputs: inputs, targets: .classes(Array(repeating: 0, count: grid.count), names: names))
    var counts = Array(repeating: 0, count: names.count)
    for label in run.model.predictedClasses(FastExamples(NetworkExamples(points, for: run.network)))
    where counts.indices.contains(label) {
      counts[label] += 1
    }
    let parts = zip(names, counts).compactMap { name, count in
      var figures = RegionShare.Figures()
      (figures.name, figures.places, figures.of) = (name, count, grid.count)
      return RegionShare(figures)?.words
    }
    return "Of the plane in view: \(parts.joined(separator: ", "))."
  }

  /// Where the class changes along the two lines through the middle of the view.
  var crossings: [String] {
    let (first, second) = (run.dataset.inputNames[0], run.dataset.inputNames[1])
    let (x1, x2) = (view.minX / 2 + view.maxX / 2, view.minY / 2 + view.maxY / 2)
    return [
      line("Along \(second) = \(told(x2, 1)), from left to right", view.minX, view.maxX, input: 0) { label($0, x2) },
      line("Along \(first) = \(told(x1, 0)), from below", view.minY, view.maxY, input: 1) { label(x1, $0) },
    ]
  }

  /// A place on the axis of an input, in the units of the data.
  private func told(_ value: Double, _ input: Int) -> String {
    let old = standardization.map { value * $0.deviations[input] + $0.means[input] }
    return SpokenNumber.text(old ?? value)
  }

  private func line(
    _ beginning: String, _ low: Double, _ high: Double, input: Int, _ label: (Double) -> Int
  ) -> String {
    let n = Self.fineness
    var last = label(low)
    var from = low
    var parts = ["class \(names[last])"]
    for index in 1...n {
      let place = low + (high - low) * Double(index) / Double(n)
      let found = label(place)
      if found != last {
        parts.append("class \(names[found]) from \(told(Self.change(from, place, to: found, label), input))")
        last = found
      }
      from = place
    }
    let rest = parts.count - 1 - Self.mostCrossings
    if rest > 0 { parts = parts.prefix(Self.mostCrossings + 1) + ["and \(rest) more change\(rest == 1 ? "" : "s")"] }
    return "\(beginning): \(parts.joined(separator: ", "))."
  }

  /// Where between two places a class begins, by halving.
  private static func change(_ low: Double, _ high: Double, to label: Int, _ at: (Double) -> Int) -> Double {
    var (low, high) = (low, high)
    for _ in 0..<20 {
      let middle = low / 2 + high / 2
      if at(middle) == label { high = middle } else { low = middle }
    }
    return low / 2 + high / 2
  }
}
