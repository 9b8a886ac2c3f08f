import Learning

/// Which plane through the space of all parameters a landscape shows.
public struct LandscapePlane: Sendable, Equatable {
  /// How its two directions are chosen; the raw values are those of the key `directions`.
  public enum Kind: String, Sendable, CaseIterable {
    /// Two single weights; alpha and beta are their values.
    case weights
    /// Random directions, scaled unit by unit to the model (Li et al. 2018), from the present point.
    case random
    /// The two directions that explain most of the path so far, from the present point.
    case principal
    /// The line from the present point, alpha 0, to another model, alpha 1, and a random direction across.
    case towards
  }

  /// How the directions are chosen.
  public let kind: Kind
  /// What the two axes are called: names of weights, or of directions.
  public let axisNames: [String]
  /// The indices of the two weights among the parameters; empty for other kinds.
  public let weights: [Int]
  /// The point where alpha and beta are 0, and the two directions.
  public let geometry: ParameterPlane
  /// The share of the path's variance that each direction explains; nil for other kinds, and for a path of one point.
  public let explained: [Double]?

  /// The parameters where alpha and beta are 0.
  public var origin: [Double] { geometry.origin }
  /// The two directions, in the order of the parameters.
  public var directions: [[Double]] { [geometry.first, geometry.second] }

  /// The parameters at a place of the plane.
  public func parameters(alpha: Double, beta: Double) -> [Double] {
    geometry.point(PlanePlace(alpha: alpha, beta: beta))
  }
}

/// What decides the plane of a landscape, as its description says or a scene wishes.
public struct LandscapeChoice: Sendable, Equatable {
  /// How the directions are chosen.
  public var kind: LandscapePlane.Kind
  /// The indices of the two weights, for that kind.
  public var weights: [Int]
  /// What random directions are drawn from.
  public var seed: UInt64

  /// A choice from its parts.
  public init(_ kind: LandscapePlane.Kind, weights: [Int], seed: UInt64) {
    self.kind = kind
    self.weights = weights
    self.seed = seed
  }
}
