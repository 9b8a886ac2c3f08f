/// Whether two classes can be told apart by a line (a plane, a hyperplane of the features), with the proof.
///
/// A perceptron can classify every example if and only if the convex hulls of the two classes have no point in common;
/// touching is having one. With one or two features the answer is exact, whatever rounding does to the numbers that
/// come with it, as long as the features lie within a hundred orders of magnitude. With more it is checked, and
/// `undecided` where the hulls are closer than rounding can tell.
package enum Separability: Sendable, Hashable {
  /// There are no examples, or only of one class: nothing to separate.
  case oneClass
  /// The boundary that keeps the largest distance from both classes.
  case separable(SeparatingBoundary)
  /// A point in both convex hulls: no boundary has it on both sides.
  case inseparable(CommonPoint)
  /// The hulls are too close to tell, or a feature is infinite or NaN.
  case undecided

  /// Decides about the examples of a perceptron, in the space of its features.
  ///
  /// - Complexity: with one or two features O(n log n); with more O(n m) an iteration, some dozens of iterations.
  package init(_ examples: PerceptronExamples) {
    guard examples.signs.contains(1), examples.signs.contains(-1) else {
      self = .oneClass
      return
    }
    guard examples.rows.allSatisfy({ $0.isFinite }) else {
      self = .undecided
      return
    }
    self = examples.features.count <= 2 ? PlanarSeparation(examples).result : SpatialSeparation(examples).result
  }
}

/// The boundary normal * x + offset = 0 that keeps the largest distance from both classes.
package struct SeparatingBoundary: Sendable, Hashable {
  /// The unit normal, pointing to class A; one number a feature.
  package let normal: [Double]
  /// The constant term, so that normal * x + offset is the signed distance of x, positive on the side of class A.
  package let offset: Double
  /// The distance of the nearest examples of either class: half the distance between the convex hulls.
  package let margin: Double
  /// The indices of class A's examples at that distance.
  package let supportA: [Int]
  /// The indices of class B's examples at that distance.
  package let supportB: [Int]

  /// The signed distance of a point of feature space, positive on the side of class A.
  package func distance(_ values: [Double]) -> Double {
    zip(normal, values).reduce(offset) { $0 + $1.0 * $1.1 }
  }
}

/// A point in the convex hulls of both classes, written as a mixture of examples of each.
package struct CommonPoint: Sendable, Hashable {
  /// An example and its share of the mixture.
  package struct Share: Sendable, Hashable {
    /// The index of the example.
    package let index: Int
    /// Its coefficient, above 0; those of a class sum to 1.
    package let coefficient: Double
  }

  /// The features of the point, rounded.
  package let values: [Double]
  /// The point as a mixture of examples of class A.
  package let sharesA: [Share]
  /// The point as a mixture of examples of class B.
  package let sharesB: [Share]

  /// Whether it is where the segment between two examples of class A meets that between two of class B.
  package var isCrossing: Bool { sharesA.count == 2 && sharesB.count == 2 }
}
