import Basics
import Calculus

/// One step of a descent with its arithmetic.
package struct DescentStep: Sendable, Equatable {
  /// Where it began.
  package let before: PlanePoint
  /// The function's value there.
  package let valueBefore: Double
  /// The gradient there, which it went against.
  package let gradient: PlaneGradient
  /// Where it led.
  package let after: PlanePoint
  /// The function's value there.
  package let valueAfter: Double
  /// How far along the gradient: the learning rate, or what the line search found; nil for Newton's method.
  package let rate: Double?
  /// What kind of step Newton's method took; nil for other methods.
  package let newton: NewtonStep.Kind?
  /// How many rates a line search tried; nil for other methods.
  package let trials: Int?

  /// The way it went.
  package var movement: PlaneGradient { PlaneGradient(x: after.x - before.x, y: after.y - before.y) }
}
