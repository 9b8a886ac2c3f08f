import Learning

/// Why a model file can't be used.
public struct ModelError: Error, Sendable, Equatable {
  /// What is wrong.
  public enum Problem: Sendable, Equatable {
    /// The file can't be read.
    case file(FileError)
    /// It is no JSON.
    case json(JSONError)
    /// Something is missing or of another kind; where (`layers[1].biases`), and what should be there.
    case shape(place: String, expected: String)
    /// It describes no network.
    case fault(ModelFile.Fault)
    /// The network has another number of outputs than the data needs.
    case outputs(found: Int, needed: Int)
    /// The network differs in shape, activations, inputs or loss from the one that it is to be compared with.
    case otherNetwork
  }

  /// The file, as it was named.
  public let path: String
  /// What is wrong.
  public let problem: Problem
}

extension ModelFile {
  /// The largest model file that is read, in bytes.
  static let mostBytes = 1 << 26

  /// Reads a model file.
  public init(reading path: String) throws(ModelError) {
    let bytes: [UInt8]
    do throws(FileError) { bytes = try FileContents.read(path, limit: ModelFile.mostBytes) } catch {
      throw ModelError(path: path, problem: .file(error))
    }
    let json: JSONValue
    do throws(JSONError) { json = try JSONParser.parse(bytes) } catch {
      throw ModelError(path: path, problem: .json(error))
    }
    do throws(ShapeFault) { try self.init(json: json) } catch {
      throw ModelError(path: path, problem: .shape(place: error.place, expected: error.expected))
    }
  }

  /// The file as JSON; numbers in the shortest form that reads back to the same single-precision number.
  public var json: JSONValue {
    [
      "inputs": .array(inputs.map(JSONValue.string)), "layers": .array(layers.map(\.json)), "loss": .string(loss),
    ]
  }

  private struct ShapeFault: Error {
    let place: String
    let expected: String
  }

  private init(json: JSONValue) throws(ShapeFault) {
    var layers: [Layer] = []
    for (index, layer) in try ModelFile.list(json, "layers", in: "").enumerated() {
      let place = "layers[\(index)]"
      var weights: [[Double]] = []
      for (unit, row) in try ModelFile.list(layer, "weights", in: place).enumerated() {
        weights.append(try ModelFile.numbers(row, at: "\(place).weights[\(unit)]"))
      }
      layers.append(
        Layer(
          activation: try ModelFile.text(layer["activation"], at: "\(place).activation"), weights: weights,
          biases: try ModelFile.numbers(layer["biases"], at: "\(place).biases")))
    }
    var inputs: [String] = []
    for (index, input) in try ModelFile.list(json, "inputs", in: "").enumerated() {
      inputs.append(try ModelFile.text(input, at: "inputs[\(index)]"))
    }
    self.init(inputs: inputs, layers: layers, loss: try ModelFile.text(json["loss"], at: "loss"))
  }

  private static func list(
    _ value: JSONValue, _ name: String, in place: String
  ) throws(ShapeFault) -> [JSONValue] {
    let path = place.isEmpty ? name : "\(place).\(name)"
    guard case .array(let values) = value[name] else { throw ShapeFault(place: path, expected: "a list") }
    return values
  }

  private static func text(_ value: JSONValue?, at place: String) throws(ShapeFault) -> String {
    guard case .string(let text) = value else { throw ShapeFault(place: place, expected: "a name in quotes") }
    return text
  }

  private static func numbers(_ value: JSONValue?, at place: String) throws(ShapeFault) -> [Double] {
    guard case .array(let values) = value else { throw ShapeFault(place: place, expected: "a list of numbers") }
    var numbers: [Double] = []
    for (index, value) in values.enumerated() {
      guard case .number(let number) = value else {
        throw ShapeFault(place: "\(place)[\(index)]", expected: "a number")
      }
      numbers.append(number)
    }
    return numbers
  }
}

extension ModelFile.Layer {
  fileprivate var json: JSONValue {
    [
      "activation": .string(activation), "weights": .array(weights.map(JSONValue.singles)),
      "biases": .singles(biases),
    ]
  }
}

extension JSONValue {
  /// Numbers of single precision, each as the shortest decimal that reads back to it.
  static func singles(_ values: [Double]) -> JSONValue {
    .array(
      values.map { value in
        let single = Float(value)
        return .number(single.isFinite ? Double(single.description) ?? value : value)
      })
  }
}

extension NetworkRun {
  /// The network as it stands, as a model file.
  public var modelFile: ModelFile { ModelFile(network, parameters: model.parameters) }

  /// Begins the run of a description whose network comes from a model file.
  ///
  /// What the file says about the shape takes the place of what the description says.
  ///
  /// - Throws: `AssembledRun.Failure.model` where the file can't be used for these data.
  init(
    _ description: Description, modelAt path: String, dataset: Dataset, test: Dataset?, isWatched: Bool
  ) throws(AssembledRun.Failure) {
    let network: Network
    let parameters: NetworkParameters
    do throws(ModelError) {
      let file = try ModelFile(reading: path)
      do throws(ModelFile.Fault) { (network, parameters) = try file.network() } catch {
        throw ModelError(path: path, problem: .fault(error))
      }
      let needed = Network.outputs(for: dataset, activation: network.outputActivation)
      guard network.outputs == needed else {
        throw ModelError(path: path, problem: .outputs(found: network.outputs, needed: needed))
      }
    } catch {
      throw .model(error)
    }
    if dataset.isNumeric, network.loss != .squaredError || network.outputActivation == .softmax {
      throw .needsSquaredError(dataset.name)
    }
    self.init(
      description.with(network), network: network, parameters: parameters, dataset: dataset, test: test,
      isWatched: isWatched)
  }
}

extension Description {
  /// The description with everything about the network's shape as it is, nothing left to the data.
  public func with(_ network: Network) -> Description {
    var description = self
    description[.features] = .words(network.inputs.map(\.rawValue))
    description[.hidden] = .integers(network.hidden.map(\.units))
    let activations = network.hidden.map(\.activation.rawValue)
    if let first = activations.first {
      description[.activation] = .words(Set(activations).count == 1 ? [first] : activations)
    }
    description[.outputActivation] = .word(network.outputActivation.rawValue)
    description[.loss] = .word(network.loss.rawValue)
    return description
  }
}
