import Glibc
import Learning

/// Where the examples of a description come from: a built-in set, a file, or standard input for `-`.
///
/// Where a model is to go on with them, columns and classes come in its order, by name.
struct DataSource {
  /// What a person should know.
  private(set) var notes: [DataNote] = []
  private let description: Description
  private let model: ModelFile?

  init(_ description: Description, model: ModelFile?) {
    self.description = description
    self.model = model
  }

  /// Whether they were measured somewhere, in units of their own, and not generated.
  var isMeasured: Bool { BuiltInDataset(rawValue: description.data)?.isGenerated != true }

  /// All examples; `progress` is called while a file is read.
  mutating func examples(_ progress: (Double?) -> Void) throws(DataError) -> Dataset {
    let dataset: Dataset
    var areColumnsNamed = true
    if let builtIn = BuiltInDataset(rawValue: description.data) {
      dataset = try make(builtIn)
    } else {
      let table = try read(progress)
      notes += TableNotes(table).all
      areColumnsNamed = table.hasHeader
      dataset = try flipped(table.dataset)
    }
    noteFlips(dataset)
    guard let model, let path = description.word(.model) else { return dataset }
    let match = ModelMatch(model, path: path)
    let matched = try DataError.ofModel { () throws(ModelError) in
      try match.arranged(dataset, areColumnsNamed: areColumnsNamed)
    }
    notes += match.notes(on: dataset, areColumnsNamed: areColumnsNamed)
    return matched
  }

  private mutating func make(_ builtIn: BuiltInDataset) throws(DataError) -> Dataset {
    let idle = DatasetOption.allCases.filter { !builtIn.takes($0) && $0 != .labelNoise }
    noteUnused(idle.map(\.key) + Key.ofTables, builtIn.name)
    // Nothing asked for is nothing drawn; the generators begin at one.
    if builtIn.isGenerated, description.integer(.examples) == 0 {
      return Dataset(name: builtIn.name, inputs: [], targets: .classes([], names: ["A", "B"]))
    }
    var options = description.datasetOptions
    if !builtIn.isGenerated { options.columns = options.columns ?? model?.knownColumns }
    do throws(DatasetError) { return try builtIn.dataset(options) } catch {
      throw .dataset(error, name: builtIn.name)
    }
  }

  private mutating func read(_ progress: (Double?) -> Void) throws(DataError) -> CSVTable {
    let path = description.data
    let name = path == "-" ? "standard input" : String(path.split(separator: "/").last ?? "")
    noteUnused([.noise, .examples], name)
    var options = description.tableOptions
    if description.word(.target) == nil, let model { options.target = model.isOfNumbers ? .numbers : .classes }
    options.preferredColumns = model?.knownColumns
    options.arePreferredRequired = model?.columns != nil
    var reader = CSVReader(name: name, options: options)
    var contents = try Self.open(path)
    while let piece = try Self.next(&contents) {
      do throws(CSVError) { try reader.consume(piece) } catch { throw refusal(error) }
      progress(contents.size.map { Double(contents.count) / Double(max($0, 1)) })
    }
    do throws(CSVError) { return try reader.finish() } catch { throw refusal(error) }
  }

  /// An error of the table; a column that only the model asks for is the model's to name.
  private func refusal(_ error: CSVError) -> DataError {
    guard case .unknownColumn(let name, let available) = error.problem, let path = description.word(.model),
      description.words(.columns).isEmpty, model?.knownColumns?.contains(name) == true
    else { return .csv(error, file: description.data) }
    return .model(ModelError(path: path, problem: .missingColumn(name, available: available)))
  }

  private static func open(_ path: String) throws(DataError) -> FileContents {
    do throws(FileError) {
      return try FileContents(path)
    } catch {
      guard error.fault == .system(ENOENT) else { throw .file(error) }
      if path.contains("://") { throw .address(path) }
      guard !path.contains("/"), !path.contains(".") else { throw .file(error) }
      throw .unknown(path, suggestion: Spelling.nearest(to: path, among: BuiltInDataset.allCases.map(\.name)))
    }
  }

  private static func next(_ contents: inout FileContents) throws(DataError) -> [UInt8]? {
    do throws(FileError) { return try contents.next() } catch { throw .file(error) }
  }

  /// The examples of a file with the share of labels flipped that was asked for.
  private func flipped(_ dataset: Dataset) throws(DataError) -> Dataset {
    let share = description.number(.flipNoise) ?? 0
    guard share > 0 else { return dataset }
    guard !dataset.isNumeric else { throw .dataset(.noLabels, name: dataset.name) }
    return dataset.withLabelsFlipped(share: share, seed: description.dataSeed)
  }

  /// Says where a share of the labels is less than one of them.
  private mutating func noteFlips(_ dataset: Dataset) {
    let share = description.number(.flipNoise) ?? 0
    guard share > 0, dataset.flippedCount(share: share) == 0 else { return }
    let reason =
      dataset.classCount < 2
      ? "there is no other class" : "\(share.shortestText) of \(dataset.count) labels is less than half of one"
    notes.append(DataNote(.fact, "\(dataset.name): flip-noise changes nothing here: \(reason)"))
  }

  private mutating func noteUnused(_ keys: [Key], _ name: String) {
    for key in keys where description.explicit[key] != nil {
      notes.append(DataNote(.fact, "\(name): \(key.rawValue) changes nothing here"))
    }
  }
}

extension Key {
  /// The keys that say how a file is to be read, where it is not to be guessed.
  static let ofTables: [Key] = [.target, .header, .delimiter, .decimal, .thousands, .comment, .missing]
}

extension Description {
  /// How the settings ask for a file to be read.
  var tableOptions: CSVOptions {
    let names = datasetOptions
    var options = CSVOptions(
      delimiter: word(.delimiter).flatMap(Self.delimiter), hasHeader: word(.header).map { $0 == "yes" },
      columns: names.columns, label: word(.label), target: tableTarget,
      decimal: word(.decimal).flatMap(DecimalMark.init), thousands: word(.thousands).flatMap(ThousandsMark.init),
      comments: word(.comment).map { $0 == "none" ? .none : .character(Array($0.utf8)[0]) } ?? .guessed,
      missing: words(.missing).isEmpty ? nil : words(.missing) == ["none"] ? [] : words(.missing))
    if options.target != .numbers { options.classNames = names.classNames }
    if options.classNames != nil { options.target = .classes }
    return options
  }

  private static func delimiter(_ word: String) -> UInt8? {
    Words.delimiters.first { $0.word == word }?.byte ?? word.utf8.first
  }

  /// What the label is, as far as the settings say or imply.
  private var tableTarget: CSVOptions.Target {
    switch word(.target) {
    case "classes": return .classes
    case "number": return .numbers
    default: break
    }
    guard subject == .network else { return .classes }
    if word(.outputActivation) == OutputActivation.identity.rawValue { return .numbers }
    if let loss = word(.loss), loss != Loss.squaredError.rawValue { return .classes }
    return .either
  }

  /// The model that is gone on with; nil for none.
  func modelFile() throws(ModelError) -> ModelFile? {
    guard subject == .network, let path = word(.model) else { return nil }
    let file = try ModelFile(reading: path)
    do throws(ModelFile.Fault) { _ = try file.network() } catch { throw ModelError(path: path, problem: .fault(error)) }
    return file
  }
}
