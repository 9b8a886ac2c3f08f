extension Change {
  /// The changes that give named weights, or the coordinates of a point, other numbers; nil where there are none so called.
  ///
  /// `w0`, `w1` ... of a perceptron; `h1.2.v0`, `out.1.w1` of a network; `x` and `y` of a descent or a graph. What is not
  /// named stays as it is.
  ///
  /// - Parameter picture: A picture of the run; only its shape is looked at, so an older one will do.
  package static func weights(_ numbers: [Setting.Assignment], on picture: any Picture) -> [Change]? {
    var changes: [Change] = []
    for assignment in numbers {
      guard let index = picture.parameterIndex(assignment.name) else { return nil }
      changes.append(.parameter(index: index, value: assignment.value))
    }
    return changes
  }
}
