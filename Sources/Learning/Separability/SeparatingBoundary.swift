extension SeparatingBoundary {
  /// The boundary with a given normal, halfway between the classes.
  ///
  /// - Parameters:
  ///   - scale: what to multiply features by to keep their products finite.
  ///   - candidatesA: the examples of class A that may be nearest, by index; likewise `candidatesB`.
  ///   - distance: the distance between the classes in scaled units, if it is known better than from the projections.
  init(
    _ examples: PerceptronExamples, normal: [Double], scale: Double, candidatesA: [Int], candidatesB: [Int],
    distance: Double?
  ) {
    func level(_ index: Int) -> Double {
      let first = index * normal.count
      return normal.indices.reduce(0) { $0 + normal[$1] * (examples.rows[first + $1] * scale) }
    }
    let levelA = candidatesA.map(level).min() ?? 0
    let levelB = candidatesB.map(level).max() ?? 0
    let gap = distance ?? (levelA - levelB)
    let slack = max(1e-9 * gap, 0x1p-51)
    self.normal = normal
    offset = -(levelA / 2 + levelB / 2) / scale
    margin = gap / 2 / scale
    supportA = candidatesA.filter { level($0) <= levelA + slack }.sorted()
    supportB = candidatesB.filter { level($0) >= levelB - slack }.sorted()
  }
}
