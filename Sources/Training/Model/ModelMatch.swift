import Learning

/// Brings examples into the order of columns and classes that a model was trained in.
struct ModelMatch {
  private let model: ModelFile
  private let path: String

  init(_ model: ModelFile, path: String) {
    self.model = model
    self.path = path
  }

  /// The examples with columns and classes in the model's order.
  ///
  /// - Parameter areColumnsNamed: whether the columns have names of their own; else they stay as they are.
  /// - Throws: `ModelError` for a column that the data lacks, or a class that the model does not know.
  func arranged(_ dataset: Dataset, areColumnsNamed: Bool) throws(ModelError) -> Dataset {
    var result = dataset
    if let columns = model.knownColumns, columns.count == 2, areColumnsNamed,
      model.columns != nil || Set(columns) == Set(dataset.inputNames)
    {
      for name in columns where !dataset.inputNames.contains(name) {
        throw ModelError(path: path, problem: .missingColumn(name, available: dataset.inputNames))
      }
      if dataset.inputNames != columns { result.swapInputs() }
    }
    if let network = try? model.network().network {
      let needed = Network.outputs(for: dataset, activation: network.outputActivation)
      // Classes that the model knows by name may be fewer in the data.
      guard network.outputs == needed || model.classes != nil && dataset.classCount > 0 else {
        throw ModelError(path: path, problem: .outputs(found: network.outputs, needed: needed))
      }
    }
    if case .classes(let labels, let names) = dataset.targets, let known = model.classes {
      let unknown = names.filter { !known.contains($0) }
      guard unknown.isEmpty else { throw ModelError(path: path, problem: .unknownClasses(unknown, known: known)) }
      let places = names.map { known.firstIndex(of: $0) ?? 0 }
      result = result.with(targets: .classes(labels.map { places[$0] }, names: known))
    }
    return result
  }

  private func inputsMatch(_ dataset: Dataset) -> Bool {
    Set(model.inputs) == Set(dataset.inputNames)
  }

  /// What was matched by nothing but its order.
  func notes(on dataset: Dataset, areColumnsNamed: Bool) -> [DataNote] {
    var notes: [DataNote] = []
    if model.columns == nil, !inputsMatch(dataset) || model.inputs == ["x1", "x2"] {
      notes.append(
        DataNote(
          .guess, "\(path): the model names no columns: \(list(dataset.inputNames)) are taken in this order (guessed)"))
    } else if !areColumnsNamed {
      notes.append(
        DataNote(
          .guess, "\(path): the data names no columns: \(list(dataset.inputNames)) are taken in this order (guessed)"))
    } else if let columns = model.knownColumns, columns != dataset.inputNames {
      notes.append(DataNote(.fact, "\(path): columns are taken in the model's order: \(list(columns))"))
    }
    if model.classes == nil, dataset.classCount > 0 {
      notes.append(
        DataNote(
          .guess, "\(path): the model names no classes: \(list(dataset.classNames)) are taken in this order (guessed)"))
    } else if let classes = model.classes, dataset.classCount > 0 {
      let lacking = classes.filter { !dataset.classNames.contains($0) }
      if !lacking.isEmpty { notes.append(DataNote(.warning, "\(path): the data has no example of \(list(lacking))")) }
    }
    return notes
  }

  private func list(_ names: [String]) -> String {
    names.prefix(10).map { String($0.prefix(30)) }.joined(separator: ", ")
  }
}

extension ModelFile {
  /// Whether it predicts a number instead of telling classes apart.
  var isOfNumbers: Bool {
    if target != nil { return true }
    guard classes == nil, let last = layers.last, last.weights.count == 1 else { return false }
    return OutputActivation.known(as: last.activation) == .identity && Loss.known(as: loss) == .squaredError
  }
}

extension Dataset {
  /// Makes x1 of x2 and x2 of x1.
  fileprivate mutating func swapInputs() {
    var swapped = inputs
    for index in 0..<count { swapped.swapAt(2 * index, 2 * index + 1) }
    self = with(inputs: swapped)
    inputNames.reverse()
    standardization = standardization.map {
      Standardization(means: $0.means.reversed(), deviations: $0.deviations.reversed())
    }
  }
}
