import Basics
import Calculus

/// One step of a descent with its arithmetic.
public struct DescentStep: Sendable, Equatable {
  /// Where it began.
  public let before: PlanePoint
  /// The function's value there.
  public let valueBefore: Double
  /// The gradient there, which it went against.
  public let gradient: PlaneGradient
  /// Where it led.
  public let after: PlanePoint
  /// The function's value there.
  public let valueAfter: Double
  /// How far along the gradient: the learning rate, or what the line search found; nil for Newton's method.
  public let rate: Double?
  /// What kind of step Newton's method took; nil for other methods.
  public let newton: NewtonStep.Kind?
  /// How many rates a line search tried; nil for other methods.
  public let trials: Int?

  /// The way it went.
  public var movement: PlaneGradient { PlaneGradient(x: after.x - before.x, y: after.y - before.y) }
}
