import Learning

/// Which plane through the space of all parameters a landscape shows.
package struct LandscapePlane: Sendable, Equatable {
  /// How its two directions are chosen; the raw values are those of the key `directions`.
  package enum Kind: String, Sendable, CaseIterable {
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
  package let kind: Kind
  /// What the two axes are called: names of weights, or of directions.
  package let axisNames: [String]
  /// The indices of the two weights among the parameters; empty for other kinds.
  package let weights: [Int]
  /// The point where alpha and beta are 0, and the two directions.
  package let geometry: ParameterPlane
  /// The share of the path's variance that each direction explains; nil for other kinds, and for a path of one point.
  package let explained: [Double]?

  /// The parameters where alpha and beta are 0.
  package var origin: [Double] { geometry.origin }
  /// The two directions, in the order of the parameters.
  package var directions: [[Double]] { [geometry.first, geometry.second] }

  /// The parameters at a place of the plane.
  package func parameters(alpha: Double, beta: Double) -> [Double] {
    geometry.point(PlanePlace(alpha: alpha, beta: beta))
  }
}

/// What decides the plane of a landscape, as its description says or a scene wishes.
package struct LandscapeChoice: Sendable, Equatable {
  /// How the directions are chosen.
  package var kind: LandscapePlane.Kind
  /// The indices of the two weights, for that kind.
  package var weights: [Int]
  /// What random directions are drawn from.
  package var seed: UInt64

  /// A choice from its parts.
  package init(_ kind: LandscapePlane.Kind, weights: [Int], seed: UInt64) {
    self.kind = kind
    self.weights = weights
    self.seed = seed
  }
}
