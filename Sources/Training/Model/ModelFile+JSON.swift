import Learning

/// Why a model file can't be used.
package struct ModelError: Error, Sendable, Equatable {
  /// What is wrong.
  package enum Problem: Sendable, Equatable {
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
    /// The data lacks a column that the model was trained on.
    case missingColumn(String, available: [String])
    /// The data has classes that the model does not know.
    case unknownClasses([String], known: [String])
    /// The network has been trained on classes in another order than the one that it is to be compared with.
    case otherClasses([String])
    /// The network differs in shape, activations, inputs or loss from the one that it is to be compared with.
    case otherNetwork
  }

  /// The file, as it was named.
  package let path: String
  /// What is wrong.
  package let problem: Problem
}

extension ModelFile {
  /// The largest model file that is read, in bytes.
  static let mostBytes = 1 << 26

  /// Reads a model file.
  package init(reading path: String) throws(ModelError) {
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

  /// The file as JSON; numbers in the shortest form that reads back to the same single-precision number, units exactly.
  package var json: JSONValue {
    var members: [(String, JSONValue)] = [
      ("inputs", .array(inputs.map(JSONValue.string))), ("layers", .array(layers.map(\.json))), ("loss", .string(loss)),
    ]
    if let features { members.append(("features", .array(features.map(JSONValue.string)))) }
    if let columns { members.append(("columns", .array(columns.map(JSONValue.string)))) }
    if let classes { members.append(("classes", .array(classes.map(JSONValue.string)))) }
    if let standardization { members.append(("standardization", standardization.json)) }
    if let target { members.append(("target", target.json)) }
    return .object(members)
  }

  private struct ShapeFault: JSONShapeFault {
    let place: String
    let expected: String
  }

  private init(json: JSONValue) throws(ShapeFault) {
    let file = JSONCursor<ShapeFault>(json)
    let name = "a name in quotes"
    var layers: [Layer] = []
    for layer in try file["layers"].list() {
      var weights: [[Double]] = []
      for row in try layer["weights"].list() { weights.append(try row.numbers()) }
      layers.append(
        Layer(
          activation: try layer["activation"].text(name), weights: weights, biases: try layer["biases"].numbers()))
    }
    var inputs: [String] = []
    for input in try file["inputs"].list() { inputs.append(try input.text(name)) }
    self.init(inputs: inputs, layers: layers, loss: try file["loss"].text(name))
    features = try Self.names(file["features"])
    columns = try Self.names(file["columns"])
    classes = try Self.names(file["classes"])
    if !file["standardization"].isMissing { standardization = try Standardization(file["standardization"]) }
    if !file["target"].isMissing { target = try TargetScale(file["target"]) }
  }

  /// A list of names, nil where there is none; numbers are names of classes as well.
  private static func names(_ cursor: JSONCursor<ShapeFault>) throws(ShapeFault) -> [String]? {
    guard !cursor.isMissing, try cursor.value() != .null else { return nil }
    var names: [String] = []
    for name in try cursor.list("a list of names") {
      if case .number(let number) = try name.value() {
        names.append(number.shortestText)
      } else {
        names.append(try name.text("a name in quotes"))
      }
    }
    return names
  }
}

extension Standardization {
  /// The means and deviations, as a model file has them.
  var json: JSONValue {
    ["mean": .array(means.map(JSONValue.number)), "deviation": .array(deviations.map(JSONValue.number))]
  }

  /// Reads means and deviations, two of each.
  init<Fault>(_ cursor: JSONCursor<Fault>) throws(Fault) {
    let means = try cursor["mean"].numbers()
    guard means.count == 2, means.allSatisfy(\.isFinite) else { throw cursor["mean"].fault("two numbers") }
    let deviations = try cursor["deviation"].numbers()
    guard deviations.count == 2, deviations.allSatisfy({ $0 > 0 && $0.isFinite }) else {
      throw cursor["deviation"].fault("two numbers above 0")
    }
    self.init(means: means, deviations: deviations)
  }
}

extension TargetScale {
  /// The mean and the deviation, as a model file has them.
  var json: JSONValue { ["mean": .number(mean), "deviation": .number(deviation)] }

  /// Reads a mean and a deviation.
  init<Fault>(_ cursor: JSONCursor<Fault>) throws(Fault) {
    let mean = try cursor["mean"].number()
    let deviation = try cursor["deviation"].number()
    guard mean.isFinite else { throw cursor["mean"].fault("a finite number") }
    guard deviation > 0, deviation.isFinite else { throw cursor["deviation"].fault("a number above 0") }
    self.init(mean: mean, deviation: deviation)
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
  package var modelFile: ModelFile { ModelFile(network, parameters: model.parameters, trainedOn: dataset) }

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
  package func with(_ network: Network) -> Description {
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
