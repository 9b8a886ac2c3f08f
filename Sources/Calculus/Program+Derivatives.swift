extension Program {
  /// A value with its gradient: a dual number in two directions.
  struct Dual {
    var value: Double
    var byX = 0.0
    var byY = 0.0
  }

  /// A value with its gradient and its second derivatives.
  struct Jet {
    var value: Double
    var byX = 0.0
    var byY = 0.0
    var byXX = 0.0
    var byXY = 0.0
    var byYY = 0.0
  }

  /// The value and its exact derivatives with respect to x and y: forward automatic differentiation.
  ///
  /// Every step carries its value and derivative together. Where the value is NaN so are the derivatives.
  func dual(x: Double, y: Double) -> Dual {
    withUnsafeTemporaryAllocation(of: Dual.self, capacity: instructions.count) { duals in
      for (index, step) in instructions.enumerated() {
        duals.initializeElement(at: index, to: Self.dual(of: step, x: x, y: y, duals))
      }
      return duals[instructions.count - 1]
    }
  }

  @inline(__always)
  private static func dual(
    of step: Instruction, x: Double, y: Double, _ duals: UnsafeMutableBufferPointer<Dual>
  ) -> Dual {
    switch step.operation {
    case .constant: return Dual(value: step.number)
    case .x: return Dual(value: x, byX: 1)
    case .y: return Dual(value: y, byY: 1)
    default: break
    }
    let left = duals[step.left]
    let right = duals[step.right]
    let value = step.operation.value(left.value, right.value, step.number)
    if value.isNaN { return Dual(value: value, byX: .nan, byY: .nan) }
    let slope = step.operation.firstPartials(left.value, right.value, step.number, value: value)
    return Dual(
      value: value, byX: scaled(slope.left, left.byX) + scaled(slope.right, right.byX),
      byY: scaled(slope.left, left.byY) + scaled(slope.right, right.byY))
  }

  /// The value and its exact first and second derivatives with respect to x and y.
  ///
  /// For w = f(a, b): w_ij = f_a a_ij + f_b b_ij + f_aa a_i a_j + f_ab (a_i b_j + a_j b_i) + f_bb b_i b_j.
  func jet(x: Double, y: Double) -> Jet {
    withUnsafeTemporaryAllocation(of: Jet.self, capacity: instructions.count) { jets in
      for (index, step) in instructions.enumerated() {
        jets.initializeElement(at: index, to: Self.jet(of: step, x: x, y: y, jets))
      }
      return jets[instructions.count - 1]
    }
  }

  private static func jet(
    of step: Instruction, x: Double, y: Double, _ jets: UnsafeMutableBufferPointer<Jet>
  ) -> Jet {
    switch step.operation {
    case .constant: return Jet(value: step.number)
    case .x: return Jet(value: x, byX: 1)
    case .y: return Jet(value: y, byY: 1)
    default: break
    }
    let left = jets[step.left]
    let right = jets[step.right]
    let value = step.operation.value(left.value, right.value, step.number)
    if value.isNaN { return Jet(value: value, byX: .nan, byY: .nan, byXX: .nan, byXY: .nan, byYY: .nan) }
    let slope = step.operation.firstPartials(left.value, right.value, step.number, value: value)
    let bend = step.operation.secondPartials(left.value, right.value, step.number, value: value, first: slope)
    func second(_ leftSecond: Double, _ rightSecond: Double, _ products: (Double, Double, Double)) -> Double {
      scaled(slope.left, leftSecond) + scaled(slope.right, rightSecond) + scaled(bend.leftLeft, products.0)
        + scaled(bend.leftRight, products.1) + scaled(bend.rightRight, products.2)
    }
    return Jet(
      value: value,
      byX: scaled(slope.left, left.byX) + scaled(slope.right, right.byX),
      byY: scaled(slope.left, left.byY) + scaled(slope.right, right.byY),
      byXX: second(
        left.byXX, right.byXX,
        (scaled(left.byX, left.byX), 2 * scaled(left.byX, right.byX), scaled(right.byX, right.byX))),
      byXY: second(
        left.byXY, right.byXY,
        (
          scaled(left.byX, left.byY), scaled(left.byX, right.byY) + scaled(left.byY, right.byX),
          scaled(right.byX, right.byY)
        )),
      byYY: second(
        left.byYY, right.byYY,
        (scaled(left.byY, left.byY), 2 * scaled(left.byY, right.byY), scaled(right.byY, right.byY))))
  }
}
