/// The network as the lecture writes it: plain loops in double precision, every quantity of the two passes by its name.
///
/// The inspector of backpropagation shows these numbers, and the tests hold the fast network against them. For training
/// use `FastNetwork`; this one allocates freely.
package struct ReferenceNetwork: Sendable, Equatable {
  /// The shape.
  package let network: Network
  /// The weights and biases.
  package var parameters: NetworkParameters

  /// A network with the given parameters.
  ///
  /// - Precondition: the parameters are those of the shape.
  package init(_ network: Network, parameters: NetworkParameters) {
    precondition(
      parameters.layers == NetworkParameters.layers(of: network), "the parameters belong to a network of another shape")
    self.network = network
    self.parameters = parameters
  }

  /// What one layer computes on the way forward.
  package struct LayerValues: Sendable, Equatable {
    /// What comes into the layer: x, or u of the layer before.
    package var inputs: [Double]
    /// The weighted sums: r of a hidden layer, s (the logits) of the output.
    package var sums: [Double]
    /// What the layer makes of them: u = g(r), or z = h(s).
    package var outputs: [Double]
    /// du/dr of a hidden layer, unit by unit; empty for the output, whose z may depend on all s.
    package var slopes: [Double]
  }

  /// What one layer adds on the way backward.
  package struct LayerGradients: Sendable, Equatable {
    /// dL/du of a hidden layer, dL/dz of the output; nil where the loss looks at s alone (hinge).
    package var outputs: [Double]?
    /// dL/dr of a hidden layer, dL/ds of the output.
    package var sums: [Double]
    /// dL/dv or dL/dw: unit by unit, in the order of the inputs, as in `NetworkParameters`.
    package var weights: [Double]
    /// The derivatives with respect to the biases: those of the sums.
    package var biases: [Double] { sums }
  }

  /// One example's way through the network and back.
  package struct Passage: Sendable, Equatable {
    /// The forward pass, layer by layer, the output last.
    package var values: [LayerValues]
    /// The backward pass in the same order.
    package var gradients: [LayerGradients]
    /// The loss of the example.
    package var loss: Double
  }

  /// Sends an example forward: the values of every layer, the output last.
  ///
  /// With dropout, `mask(layer, unit)` is what a hidden unit's u and du/dr are multiplied by: 0, or the scale.
  ///
  /// - Precondition: there is a number for each input.
  package func forward(_ x: [Double], mask: (_ layer: Int, _ unit: Int) -> Double = { _, _ in 1 }) -> [LayerValues] {
    precondition(x.count == network.inputs.count, "\(x.count) numbers for \(network.inputs.count) inputs")
    var values: [LayerValues] = []
    var inputs = x
    for (number, layer) in parameters.layers.enumerated() {
      let sums = (0..<layer.units).map { unit in
        (0..<layer.inputs).reduce(parameters.values[layer.bias(unit: unit)]) { sum, input in
          sum + inputs[input] * parameters.values[layer.weight(input: input, unit: unit)]
        }
      }
      var outputs: [Double]
      var slopes: [Double] = []
      if number < network.hidden.count {
        let activation = network.hidden[number].activation
        outputs = []
        for (unit, r) in sums.enumerated() {
          let (value, slope) = activation(r)
          outputs.append(value * mask(number, unit))
          slopes.append(slope * mask(number, unit))
        }
      } else {
        outputs = network.outputActivation(sums)
      }
      values.append(LayerValues(inputs: inputs, sums: sums, outputs: outputs, slopes: slopes))
      inputs = outputs
    }
    return values
  }

  /// The outputs z for one example.
  package func outputs(for x: [Double]) -> [Double] {
    forward(x).last?.outputs ?? []
  }

  /// Sends an example forward and the derivatives of its loss backward.
  ///
  /// - Precondition: there is a number for each input and a target for each output.
  package func backpropagate(
    _ x: [Double], targets: [Double], mask: (_ layer: Int, _ unit: Int) -> Double = { _, _ in 1 }
  ) -> Passage {
    precondition(targets.count == network.outputs, "\(targets.count) targets for \(network.outputs) outputs")
    let values = forward(x, mask: mask)
    let output = values[values.count - 1]
    var gradients: [LayerGradients] = []
    var sums = network.loss.gradient(
      sums: output.sums, outputs: output.outputs, targets: targets, activation: network.outputActivation)
    var outputs = network.loss.outputGradient(outputs: output.outputs, targets: targets)
    for number in parameters.layers.indices.reversed() {
      let layer = parameters.layers[number]
      let weights = sums.flatMap { sum in values[number].inputs.map { sum * $0 } }
      gradients.append(LayerGradients(outputs: outputs, sums: sums, weights: weights))
      guard number > 0 else { break }
      let down = (0..<layer.inputs).map { input in
        (0..<layer.units).reduce(0) { sum, unit in
          sum + sums[unit] * parameters.values[layer.weight(input: input, unit: unit)]
        }
      }
      outputs = down
      sums = zip(down, values[number - 1].slopes).map { $0 * $1 }
    }
    return Passage(
      values: values, gradients: gradients.reversed(),
      loss: network.loss.value(sums: output.sums, outputs: output.outputs, targets: targets))
  }
}
