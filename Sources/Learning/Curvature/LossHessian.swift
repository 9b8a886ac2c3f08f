/// The Hessian of a network's loss at its present weights, ready to be multiplied by many directions.
///
/// It is never written out. What does not depend on the direction (the values and derivatives of both passes) is worked
/// out once, with the examples side by side; `multiply` then sends a direction through, as
/// `ReferenceNetwork.curvature(along:)` does, which is the readable description of it. Double precision; dropout plays
/// no part.
///
/// Source: B. Pearlmutter, "Fast exact multiplication by the Hessian", Neural Computation 6, 1994.
package struct LossHessian: Sendable {
  /// A layer, and where its numbers are.
  struct Layer {
    /// The indices of its weights and biases.
    let parameters: NetworkParameters.Layer
    /// Where what comes in stands among the known numbers: input after input, `lanes` octets each.
    let inputs: Int
    /// Where dL/dr, or dL/ds of the output, stands there, times the share of an example: unit after unit.
    let gradients: Int
    /// Where du/dr stands there; for the output the factor from R{s} to R{dL/ds}, or z where it is softmax.
    let slopes: Int
    /// Where dL/du d²u/dr² stands there, times the share of an example; for the output z - t where it is softmax.
    let bends: Int
    /// Where R{input} and R{sum} stand among the numbers of one product.
    let inputChanges: Int
    let sumChanges: Int
  }

  /// How many weights and biases there are: the length of a direction.
  package let dimension: Int
  /// How many examples the loss is the mean of.
  package let exampleCount: Int

  let network: Network
  let parameters: NetworkParameters
  let l2: Double
  let layers: [Layer]
  /// How many octets hold the examples; those beyond the last example are all 0.
  let lanes: Int
  /// The share of each example in the mean; 0 beyond the last one.
  let shares: ContiguousArray<Octet>
  /// Everything that does not depend on the direction.
  private(set) var known: ContiguousArray<Octet>
  /// How many octets one product works with.
  let workspace: Int

  /// Prepares the Hessian of the mean loss over some examples and of the regularizer.
  ///
  /// - Precondition: the parameters are those of the network and the examples are laid out for it.
  /// - Complexity: O(weights) for each example, in time; O(units) in space.
  package init(
    _ network: Network, parameters: NetworkParameters, examples: NetworkExamples, regularizer: Regularizer = .none
  ) {
    precondition(
      parameters.layers == NetworkParameters.layers(of: network), "the parameters belong to a network of another shape")
    precondition(
      examples.inputCount == network.inputs.count && examples.targetCount == network.outputs,
      "examples of \(examples.inputCount) inputs and \(examples.targetCount) targets for another network")
    self.network = network
    self.parameters = parameters
    l2 = regularizer.l2
    dimension = parameters.values.count
    exampleCount = examples.count
    let lanes = (examples.count + 7) / 8
    self.lanes = lanes
    var layers: [Layer] = []
    var (place, change) = (0, 0)
    for layer in parameters.layers {
      let (inputs, units) = (layer.inputs * lanes, layer.units * lanes)
      layers.append(
        Layer(
          parameters: layer, inputs: place, gradients: place + inputs, slopes: place + inputs + units,
          bends: place + inputs + 2 * units, inputChanges: change, sumChanges: change + inputs))
      place += inputs + 3 * units
      change += inputs + units
    }
    self.layers = layers
    let widest = parameters.layers.map { Swift.max($0.inputs, $0.units) }.max() ?? 0
    workspace = change + 2 * widest * lanes
    known = []
    shares = ContiguousArray(
      (0..<lanes).map { lane in
        var share = Octet.zero
        for offset in 0..<Swift.min(8, examples.count - 8 * lane) { share[offset] = 1 / Double(examples.count) }
        return share
      })
    var memory = ContiguousArray(repeating: Octet.zero, count: place)
    memory.withUnsafeMutableBufferPointer { memory in
      guard lanes > 0, let memory = memory.baseAddress else { return }
      prepare(examples, memory)
    }
    known = memory
  }

  /// The product with a direction, as an array.
  ///
  /// - Precondition: the direction has a number for each weight and bias.
  /// - Complexity: O(weights) for each example.
  package func product(_ direction: [Double]) -> [Double] {
    precondition(direction.count == dimension, "a direction of \(direction.count) numbers for \(dimension) parameters")
    var product = [Double](repeating: 0, count: dimension)
    product.withUnsafeMutableBufferPointer { product in
      direction.withUnsafeBufferPointer { direction in
        withUnsafeTemporaryAllocation(of: Octet.self, capacity: workspace) { scratch in
          scratch.initialize(repeating: .zero)
          guard let product = product.baseAddress, let direction = direction.baseAddress,
            let scratch = scratch.baseAddress
          else { return }
          multiply(direction, into: product, scratch: scratch)
        }
      }
    }
    return product
  }

  /// The ends of its spectrum; the larger one is λmax, above 2 over which no learning rate of plain gradient descent
  /// can settle here.
  ///
  /// - Parameters:
  ///   - products: How many products with directions are made at most.
  ///   - tolerance: How far the larger end may be off, as a share of it.
  package func spectrum(products: Int = 32, tolerance: Double = 0.005) -> SpectrumEnds {
    withUnsafeTemporaryAllocation(of: Octet.self, capacity: Swift.max(1, workspace)) { scratch in
      scratch.initialize(repeating: .zero)
      return SpectrumEnds(dimension: dimension, products: products, tolerance: tolerance) { direction, product in
        guard let scratch = scratch.baseAddress else { return }
        multiply(direction, into: product, scratch: scratch)
      }
    }
  }
}
