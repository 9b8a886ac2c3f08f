/// The examples of two classes between which their convex hulls are nearest, in any number of dimensions.
struct ClosestPoints {
  /// From the nearest point of class B's hull to the nearest of class A's, in scaled units.
  let difference: [Double]
  /// The examples of class A that the nearest point is a mixture of.
  let indicesA: [Int]
  /// The examples of class B that the nearest point is a mixture of.
  let indicesB: [Int]

  /// Finds them among the given examples, features multiplied by `scale`.
  init(_ examples: PerceptronExamples, scale: Double, indicesA: [Int], _ indicesB: [Int]) {
    struct Pair: Equatable {
      var a: Int
      var b: Int
    }
    let count = examples.features.count
    func member(_ a: Int, _ b: Int) -> MinimumNorm<Pair>.Member {
      let values = (0..<count).map { feature in
        examples.rows[a * count + feature] * scale - examples.rows[b * count + feature] * scale
      }
      return MinimumNorm.Member(label: Pair(a: a, b: b), values: values)
    }
    func extreme(_ indices: [Int], _ direction: [Double], sign: Double) -> Int {
      var best = indices[0]
      var reach = Double.infinity
      for index in indices {
        var product = 0.0
        for feature in 0..<count { product += direction[feature] * (examples.rows[index * count + feature] * scale) }
        if sign * product < reach {
          reach = sign * product
          best = index
        }
      }
      return best
    }
    let nearest = MinimumNorm<Pair>(start: member(indicesA[0], indicesB[0])) { direction in
      member(extreme(indicesA, direction, sign: 1), extreme(indicesB, direction, sign: -1))
    }
    difference = nearest.point
    self.indicesA = Array(Set(nearest.members.map(\.label.a))).sorted()
    self.indicesB = Array(Set(nearest.members.map(\.label.b))).sorted()
  }
}
