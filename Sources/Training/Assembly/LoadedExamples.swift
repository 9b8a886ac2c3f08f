import Glibc
import Learning

/// The examples that a description asks for: loaded, standardized, split.
public struct LoadedExamples: Sendable {
  /// The examples that are trained on.
  public let training: Dataset
  /// The examples kept for testing; nil when none are.
  public let test: Dataset?
  /// The change of units, where one was asked for; fitted on the training examples alone.
  public let standardization: Standardization?
  /// Whether all examples are trained on although a share of them is usually kept for testing: no sample can be told
  /// from these.
  public let isWhole: Bool
  /// What a person should know: guessed columns, rows left out, the standardization.
  ///
  /// Foreign text, not yet safe to show.
  public let notes: [String]

  /// Loads what a description asks for: a built-in set, a file, or standard input for `-`.
  ///
  /// - Parameter progress: called while a file is read, with the share that is done; nil where there is no knowing.
  /// - Throws: `DataError`.
  /// - Complexity: O(bytes).
  public init(_ asked: Description, progress: (Double?) -> Void = { _ in }) throws(DataError) {
    // What other data decided does not hold for these.
    var description = asked
    description.found = [:]
    var notes: [String] = []
    let all: Dataset
    if let builtIn = BuiltInDataset(rawValue: description.data) {
      all = try LoadedExamples.make(builtIn, description, &notes)
    } else {
      all = try LoadedExamples.read(description, &notes, progress)
    }
    LoadedExamples.noteFlips(all, description, &notes)
    let share = TestShare(description, all)
    notes += share.notes + description.seedNotes
    let training = share.training
    let test = share.test
    guard description.isStandardized else {
      self.init(training: training, test: test, standardization: nil, isWhole: share.isWhole, notes: notes)
      return
    }
    let standardization = Standardization(fitting: training)
    for input in 0..<2 {
      let mean = standardization.means[input].shortestText
      let deviation = standardization.deviations[input].shortestText
      notes.append("\(all.inputNames[input]) is standardized: mean \(mean), deviation \(deviation)")
    }
    self.init(
      training: standardization.apply(to: training), test: test.map(standardization.apply),
      standardization: standardization, isWhole: share.isWhole, notes: notes)
  }

  /// Takes examples that have been loaded before.
  init(training: Dataset, test: Dataset?) {
    self.init(training: training, test: test, standardization: nil, isWhole: false, notes: [])
  }

  private init(
    training: Dataset, test: Dataset?, standardization: Standardization?, isWhole: Bool, notes: [String]
  ) {
    self.isWhole = isWhole
    self.training = training
    self.test = test
    self.standardization = standardization
    self.notes = notes
  }

  // MARK: Sources

  private static func make(
    _ builtIn: BuiltInDataset, _ description: Description, _ notes: inout [String]
  ) throws(DataError) -> Dataset {
    let idle = DatasetOption.allCases.filter { !builtIn.takes($0) && $0 != .labelNoise }
    noteUnused(idle.map(\.key), description, builtIn.name, &notes)
    // Nothing asked for is nothing drawn; the generators begin at one.
    if builtIn.isGenerated, description.integer(.examples) == 0 {
      return Dataset(name: builtIn.name, inputs: [], targets: .classes([], names: ["A", "B"]))
    }
    do throws(DatasetError) {
      return try builtIn.dataset(description.datasetOptions)
    } catch {
      throw .dataset(error, name: builtIn.name)
    }
  }

  private static func read(
    _ description: Description, _ notes: inout [String], _ progress: (Double?) -> Void
  ) throws(DataError) -> Dataset {
    let path = description.data
    let name = path == "-" ? "standard input" : String(path.split(separator: "/").last ?? "")
    noteUnused([.noise, .examples], description, name, &notes)
    var target = CSVOptions.Target.classes
    if description.word(.outputActivation) == "identity" { target = .numbers }
    do {
      let table = try table(description, path, name, target, progress)
      note(table, &notes)
      return try flipped(table.dataset, description)
    } catch .csv(let error, _) where description.subject == .network && path != "-" && error.isManyClasses {
      let table = try table(description, path, name, .numbers, progress)
      notes.append("\(name): more labels than there can be classes, so they are taken as numbers")
      note(table, &notes)
      return try flipped(table.dataset, description)
    }
  }

  private static func table(
    _ description: Description, _ path: String, _ name: String, _ target: CSVOptions.Target,
    _ progress: (Double?) -> Void
  ) throws(DataError) -> CSVTable {
    let options = description.datasetOptions
    var reader = CSVReader(
      name: name,
      options: CSVOptions(
        columns: options.columns, label: description.word(.label), target: target,
        classNames: target == .classes ? options.classNames : nil))
    var contents = try LoadedExamples.open(path)
    while let piece = try LoadedExamples.next(&contents) {
      do throws(CSVError) { try reader.consume(piece) } catch { throw .csv(error, file: path) }
      progress(contents.size.map { Double(contents.count) / Double(max($0, 1)) })
    }
    do throws(CSVError) { return try reader.finish() } catch { throw .csv(error, file: path) }
  }

  private static func open(_ path: String) throws(DataError) -> FileContents {
    do throws(FileError) {
      return try FileContents(path)
    } catch {
      let looksLikeFile = path.contains("/") || path.contains(".")
      guard error.fault == .system(ENOENT), !looksLikeFile else { throw .file(error) }
      throw .unknown(path, suggestion: Spelling.nearest(to: path, among: BuiltInDataset.allCases.map(\.name)))
    }
  }

  private static func next(_ contents: inout FileContents) throws(DataError) -> [UInt8]? {
    do throws(FileError) { return try contents.next() } catch { throw .file(error) }
  }

  /// The examples of a file with the share of labels flipped that was asked for.
  private static func flipped(_ dataset: Dataset, _ description: Description) throws(DataError) -> Dataset {
    let share = description.number(.flipNoise) ?? 0
    guard share > 0 else { return dataset }
    guard !dataset.isNumeric else { throw .dataset(.noLabels, name: dataset.name) }
    return dataset.withLabelsFlipped(share: share, seed: description.dataSeed)
  }

  // MARK: Notes

  private static func note(_ table: CSVTable, _ notes: inout [String]) {
    let name = table.dataset.name
    if table.areInputsGuessed || table.isLabelGuessed {
      let inputs = table.inputColumns.map { table.columnNames[$0] }.joined(separator: " and ")
      notes.append("\(name): inputs \(inputs), label \(table.columnNames[table.labelColumn]) (guessed)")
    }
    switch table.delimiter {
    case UInt8(ascii: ";"): notes.append("\(name): fields are separated by semicolons (guessed)")
    case UInt8(ascii: "\t"): notes.append("\(name): fields are separated by tabs (guessed)")
    default: break
    }
    if table.missingCount > 0 {
      notes.append("\(name): \(table.missingCount) of \(table.rowCount) rows left out, a value is missing")
    }
    if table.otherClassCount > 0 {
      notes.append("\(name): \(table.otherClassCount) of \(table.rowCount) rows left out, another class")
    }
  }

  /// Says where a share of the labels is less than one of them.
  private static func noteFlips(_ dataset: Dataset, _ description: Description, _ notes: inout [String]) {
    let share = description.number(.flipNoise) ?? 0
    guard share > 0, dataset.flippedCount(share: share) == 0 else { return }
    let reason =
      dataset.classCount < 2
      ? "there is no other class" : "\(share.shortestText) of \(dataset.count) labels is less than half of one"
    notes.append("\(dataset.name): flip-noise changes nothing here: \(reason)")
  }

  private static func noteUnused(_ keys: [Key], _ description: Description, _ name: String, _ notes: inout [String]) {
    for key in keys where description.explicit[key] != nil {
      notes.append("\(name): \(key.rawValue) changes nothing here")
    }
  }
}

/// Why the examples that a description asks for can't be had.
public enum DataError: Error, Sendable, Equatable {
  /// The file can't be read.
  case file(FileError)
  /// What is in the file is no table of examples.
  case csv(CSVError, file: String)
  /// The built-in set is not to be had like this.
  case dataset(DatasetError, name: String)
  /// There is neither a built-in set nor a file of this name.
  case unknown(String, suggestion: String?)
}

extension CSVError {
  fileprivate var isManyClasses: Bool {
    if case .tooManyClasses = problem { true } else { false }
  }
}
