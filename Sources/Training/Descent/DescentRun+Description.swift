import Basics
import Calculus
import Learning

extension DescentRun {
  /// Begins the run that a description of a curve or a surface describes.
  ///
  /// Start and learning rate are the function's own where they are left out. With `vary`, one descent for each value. A
  /// watched run has no limits but those that were asked for.
  ///
  /// - Throws: `AssembledRun.Failure` for an expression that is none and for a key that descents can't differ in.
  package init(_ description: Description, isWatched: Bool = false) throws(AssembledRun.Failure) {
    let function = try description.planeFunction()
    if let key = description.variation?.key, !Self.canVary(key) { throw .cannotVary(key) }
    let contestants = description.contestants.map { contestant in
      Contestant(
        start: contestant.start(on: function), method: contestant.descentMethod,
        learningRate: contestant.learningRate)
    }
    self.init(
      function, contestants, variation: description.variation,
      steps: description.limit(.steps, isWatched: isWatched),
      target: description.number(.stopAtLoss), tolerance: DescentRun.defaultTolerance)
  }

  /// Whether descents on one picture can differ in a key.
  static func canVary(_ key: Key) -> Bool {
    switch key {
    case .learningRate, .optimizer, .start: true
    default: key.isOfOptimizer
    }
  }
}

extension Description {
  /// The function of a curve or a surface: a named one or an expression.
  ///
  /// - Throws: `AssembledRun.Failure.expression` where it is neither.
  package func planeFunction() throws(AssembledRun.Failure) -> PlaneFunction {
    do {
      return try PlaneFunction(parsing: function, variables: subject == .curve ? .x : .xAndY)
    } catch {
      throw .expression(error)
    }
  }

  /// How a descent chooses its steps, hyper-parameters included.
  package var descentMethod: DescentMethod {
    if let optimizer { return .optimizer(optimizer) }
    return word(.optimizer).flatMap(DescentMethod.init(name:)) ?? .optimizer(.sgd)
  }

  /// Where a descent on a function starts: coordinates left out are the function's own.
  package func start(on function: PlaneFunction) -> PlanePoint {
    let given = assignments(.start)
    return PlanePoint(
      x: given["x"] ?? function.start.x, y: function.variables == .x ? 0 : given["y"] ?? function.start.y)
  }
}
