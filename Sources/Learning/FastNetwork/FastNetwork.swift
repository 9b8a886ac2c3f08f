/// A network in training, in single precision and laid out for speed: its weights and biases, what its optimizer
/// remembers, and how many steps it has made.
///
/// It is a value: a copy is a checkpoint, equal networks that make the same steps stay equal, bit for bit, however the
/// steps are divided into calls. `ReferenceNetwork` is the readable description of what it computes.
package struct FastNetwork: Sendable, Equatable {
  /// The shape.
  package let network: Network
  /// How many training steps have been made.
  package internal(set) var stepCount = 0
  /// Where everything is.
  let plan: LanePlan
  /// The parameters, then what the optimizer remembers: `plan.size` lanes each.
  var lanes: ContiguousArray<Lanes>

  /// A network before its first step.
  ///
  /// - Precondition: the parameters are those of the shape.
  package init(_ network: Network, parameters: NetworkParameters, optimizer: Optimizer = .sgd) {
    self.network = network
    plan = LanePlan(network)
    lanes = ContiguousArray(repeating: .zero, count: plan.size * (1 + optimizer.memories))
    self.parameters = parameters
  }

  /// The weights and biases; setting them leaves the optimizer's memory as it is.
  ///
  /// - Precondition: they are those of the shape.
  package var parameters: NetworkParameters {
    get { NetworkParameters(row(0), for: network) }
    set {
      precondition(
        newValue.layers == NetworkParameters.layers(of: network), "the parameters belong to a network of another shape")
      setRow(0, to: newValue.values)
    }
  }

  /// One weight or bias; setting it leaves everything else as it is.
  package subscript(place: NetworkParameters.Place) -> Double {
    get {
      let index = plan.index(of: place)
      return Double(lanes[index / 8][index % 8])
    }
    set {
      let index = plan.index(of: place)
      lanes[index / 8][index % 8] = Float(newValue)
    }
  }

  /// Forgets what an optimizer has remembered and makes room for another one's memory; the step count goes on.
  package mutating func forget(for optimizer: Optimizer) {
    lanes.removeSubrange(plan.size...)
    lanes.append(contentsOf: repeatElement(.zero, count: plan.size * optimizer.memories))
  }

  /// How many bytes a copy takes once one of the two has changed.
  package var size: Int { lanes.count * 32 }

  /// The numbers of one row of `plan.size` lanes, in the order of `NetworkParameters`.
  private func row(_ number: Int) -> [Double] {
    let layout = NetworkParameters(zerosFor: network)
    return layout.values.indices.map { index in
      let place = 8 * number * plan.size + plan.index(of: layout.place(of: index))
      return Double(lanes[place / 8][place % 8])
    }
  }

  private mutating func setRow(_ number: Int, to values: [Double]) {
    let layout = NetworkParameters(zerosFor: network)
    for (index, value) in values.enumerated() {
      let place = 8 * number * plan.size + plan.index(of: layout.place(of: index))
      lanes[place / 8][place % 8] = Float(value)
    }
  }
}
