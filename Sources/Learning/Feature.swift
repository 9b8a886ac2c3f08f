import RealModule

/// An input computed from the two measured ones: feature engineering by hand.
package enum Feature: String, CaseIterable, Sendable {
  case x1 = "x1"
  case x2 = "x2"
  case x1Squared = "x1^2"
  case x2Squared = "x2^2"
  case product = "x1*x2"
  case sineOfX1 = "sin(x1)"
  case sineOfX2 = "sin(x2)"

  /// The value of the feature at a point.
  @inlinable
  package func callAsFunction(_ x1: Double, _ x2: Double) -> Double {
    switch self {
    case .x1: x1
    case .x2: x2
    case .x1Squared: x1 * x1
    case .x2Squared: x2 * x2
    case .product: x1 * x2
    case .sineOfX1: Double.sin(x1)
    case .sineOfX2: Double.sin(x2)
    }
  }
}
