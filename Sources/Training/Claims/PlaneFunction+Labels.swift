import Basics
import Calculus

extension PlaneFunction {
  /// What the valleys in view are called.
  ///
  /// - Parameter samples: The function's values over the part in view.
  package func labels(of valleys: [Valley], samples: [Double]) -> [MinimumLabel] {
    let lowestSample = samples.filter(\.isFinite).min() ?? .infinity
    let lowest = valleys.reduce(lowestSample) { min($0, $1.value) }
    func isLowest(_ value: Double) -> Bool { value - lowest <= 1e-9 * (1 + lowest.magnitude) }
    let equals = valleys.count { isLowest($0.value) }
    return valleys.map { valley in
      var figures = MinimumLabel.Figures()
      figures.standing = standing(ofMinimumAt: PlanePoint(x: valley.x), value: valley.value)
      figures.isLowestInView = isLowest(valley.value)
      figures.hasEqualInView = equals > 1
      return MinimumLabel(figures)
    }
  }

  /// What the known minima are called, in their order.
  package var minimumLabels: [MinimumLabel] {
    minima.map { minimum in
      var figures = MinimumLabel.Figures()
      figures.standing = standing(ofMinimumAt: minimum.point, value: minimum.value)
      return MinimumLabel(figures)
    }
  }
}
