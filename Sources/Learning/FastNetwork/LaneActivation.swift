/// An activation function of eight units at once; each is a type, so that the loops around it are compiled for it.
protocol LaneActivation {
  /// g(r).
  static func value(_ r: Lanes) -> Lanes
  /// g(r) and dg/dr.
  static func both(_ r: Lanes) -> (value: Lanes, derivative: Lanes)
}

/// The activation functions of `Activation` for lanes.
///
/// Formulas and kinks are those of `Activation`, where each is explained.
enum LaneActivations {
  enum Identity: LaneActivation {
    @inline(__always) static func value(_ r: Lanes) -> Lanes { r }
    @inline(__always) static func both(_ r: Lanes) -> (value: Lanes, derivative: Lanes) {
      (r, Lanes(repeating: 1))
    }
  }

  enum Relu: LaneActivation {
    @inline(__always) static func value(_ r: Lanes) -> Lanes { r.replacing(with: Lanes.zero, where: r .<= Lanes.zero) }
    @inline(__always) static func both(_ r: Lanes) -> (value: Lanes, derivative: Lanes) {
      (value(r), Lanes.zero.replacing(with: Lanes(repeating: 1), where: r .> Lanes.zero))
    }
  }

  enum LeakyRelu: LaneActivation {
    @inline(__always) static var leak: Lanes { Lanes(repeating: Float(Activation.leak)) }
    @inline(__always) static func value(_ r: Lanes) -> Lanes { (leak * r).replacing(with: r, where: r .> Lanes.zero) }
    @inline(__always) static func both(_ r: Lanes) -> (value: Lanes, derivative: Lanes) {
      (value(r), leak.replacing(with: Lanes(repeating: 1), where: r .> Lanes.zero))
    }
  }

  enum Elu: LaneActivation {
    @inline(__always) static func value(_ r: Lanes) -> Lanes { both(r).value }
    @inline(__always) static func both(_ r: Lanes) -> (value: Lanes, derivative: Lanes) {
      let power = LaneFunctions.exp(r.replacing(with: Lanes.zero, where: r .> Lanes.zero))
      return ((power - Lanes(repeating: 1)).replacing(with: r, where: r .> Lanes.zero), power)
    }
  }

  enum Gelu: LaneActivation {
    @inline(__always) static func value(_ r: Lanes) -> Lanes { r * LaneFunctions.normal(r) }
    @inline(__always) static func both(_ r: Lanes) -> (value: Lanes, derivative: Lanes) {
      let share = LaneFunctions.normal(r)
      let near = r.clamped(-12, 12)
      let density = Lanes(repeating: 0.3989422804014327) * LaneFunctions.exp(Lanes(repeating: -0.5) * near * near)
      return (r * share, share.adding(near, times: density))
    }
  }

  enum Sigmoid: LaneActivation {
    @inline(__always) static func value(_ r: Lanes) -> Lanes { LaneFunctions.sigmoid(r) }
    @inline(__always) static func both(_ r: Lanes) -> (value: Lanes, derivative: Lanes) {
      let value = LaneFunctions.sigmoid(r)
      return (value, value - value * value)
    }
  }

  enum Tanh: LaneActivation {
    @inline(__always) static func value(_ r: Lanes) -> Lanes { LaneFunctions.tanh(r) }
    @inline(__always) static func both(_ r: Lanes) -> (value: Lanes, derivative: Lanes) {
      let value = LaneFunctions.tanh(r)
      return (value, Lanes(repeating: 1).adding(value, times: Lanes.zero - value))
    }
  }

  enum Softplus: LaneActivation {
    @inline(__always) static func value(_ r: Lanes) -> Lanes { LaneFunctions.softplus(r).value }
    @inline(__always) static func both(_ r: Lanes) -> (value: Lanes, derivative: Lanes) {
      LaneFunctions.softplus(r)
    }
  }

  enum Swish: LaneActivation {
    @inline(__always) static func value(_ r: Lanes) -> Lanes { r * LaneFunctions.logistic(r).value }
    @inline(__always) static func both(_ r: Lanes) -> (value: Lanes, derivative: Lanes) {
      let share = LaneFunctions.logistic(r).value
      let value = r * share
      return (value, share.adding(value, times: Lanes(repeating: 1) - share))
    }
  }
}
