/// A data set that comes with the program: a gate of the lecture, a generator, or measurements.
package enum BuiltInDataset: String, CaseIterable, Sendable {
  case and
  case or
  case xorGate = "xor-gate"
  case penguins
  case circle
  case xor
  case gauss
  case spiral
  case moons
  case blobs
  case plane
  case bumps

  /// The name that the command line, a lesson and a saved run know it by.
  package var name: String { rawValue }

  /// Where the examples of a set come from and what they are labeled with.
  package enum Kind: String, Sendable {
    /// The four points of a logic gate, in the lecture's order.
    case gate
    /// Points drawn at random, with classes.
    case classes
    /// Points drawn at random, with a number each.
    case regression
    /// Measurements of the real world, with classes.
    case measured
  }

  /// Where the examples come from and what they are labeled with.
  package var kind: Kind {
    switch self {
    case .and, .or, .xorGate: .gate
    case .circle, .xor, .gauss, .spiral, .moons, .blobs: .classes
    case .plane, .bumps: .regression
    case .penguins: .measured
    }
  }

  /// Makes the data set.
  ///
  /// The same options give the same set, bit for bit. Generated examples come in random order.
  ///
  /// - Throws: `DatasetError` for an option out of its range, and for columns or classes that the set does not have.
  /// - Complexity: O(examples).
  package func dataset(_ options: DatasetOptions = DatasetOptions()) throws(DatasetError) -> Dataset {
    try options.check(for: self)
    return try clean(options).withLabelsFlipped(share: options.labelNoise, seed: options.seed)
  }

  /// The set with the labels that belong to its points.
  private func clean(_ options: DatasetOptions) throws(DatasetError) -> Dataset {
    if self == .penguins { return try penguins(options) }
    var generator = DatasetGenerator(
      examples: options.examples ?? defaultExamples, noise: options.noise ?? defaultNoise,
      classes: takes(.classes) ? options.classes ?? defaultClasses : defaultClasses, seed: options.seed)
    switch self {
    case .and: generator.addGate { $0 == 1 && $1 == 1 }
    case .or: generator.addGate { $0 == 1 || $1 == 1 }
    case .xorGate: generator.addGate { $0 != $1 }
    case .circle: generator.addCircle()
    case .xor: generator.addXor()
    case .gauss: generator.addGauss()
    case .spiral: generator.addSpiral()
    case .moons: generator.addMoons()
    case .blobs: generator.addBlobs()
    case .plane: generator.addPlane()
    case .bumps: generator.addBumps()
    case .penguins: break
    }
    return generator.dataset(name: name, isRegression: kind == .regression, isShuffled: kind != .gate)
  }
}

extension BuiltInDataset {
  /// The penguins with the columns and classes asked for: bill length and depth of Adelie and Gentoo, if nothing is.
  func penguins(_ options: DatasetOptions) throws(DatasetError) -> Dataset {
    do throws(CSVError) {
      let reading = CSVOptions(
        hasHeader: true, columns: options.columns ?? ["bill_length_mm", "bill_depth_mm"], label: "species",
        classNames: options.classNames ?? ["Adelie", "Gentoo"])
      return try CSVReader.table(Array(Penguins.text.utf8), name: name, options: reading).dataset
    } catch {
      throw .table(error)
    }
  }
}
