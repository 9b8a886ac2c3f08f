import Plotting
import Training

extension Divergence {
  /// Why it diverged where the stability limit is the reason; nil where it is not.
  ///
  /// - Parameter place: Where the curvature was measured: `here`, `at the start`.
  func stabilityWords(_ place: String, _ math: MathText) -> String? {
    guard isAboveBound, let curvature, let bound else { return nil }
    let product = math.number(learningRate * curvature, significant: 2)
    return "η \(math.number(learningRate, significant: 3)) is above the stability limit \(place) "
      + "(η·λmax = \(product) > \(math.number(bound, significant: 3)))"
  }
}
