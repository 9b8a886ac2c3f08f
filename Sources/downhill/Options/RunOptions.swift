import ArgumentParser
import Training

/// The options that describe a run: one for each key, in the groups of help.
struct RunOptions<Scene: OptionScene>: ParsableArguments {
  @OptionGroup(title: "Plane") var plane: KeyOptions<Scene, PlaneKeys>
  @OptionGroup(title: "Data") var data: KeyOptions<Scene, DataKeys>
  @OptionGroup(title: "Model") var model: KeyOptions<Scene, ModelKeys>
  @OptionGroup(title: "Training") var training: KeyOptions<Scene, TrainingKeys>
  @OptionGroup(title: "Optimizer") var optimizer: KeyOptions<Scene, OptimizerKeys>
  @OptionGroup(title: "Stopping") var stopping: KeyOptions<Scene, StoppingKeys>
  @OptionGroup(title: "View") var view: KeyOptions<Scene, ViewKeys>

  /// What has been given, by key, in the order of the table; what was given twice comes twice.
  var given: [(key: String, value: String)] {
    let values =
      plane.values + data.values + model.values + training.values + optimizer.values + stopping.values + view.values
    return values.flatMap { key, values in values.map { (key.rawValue, $0) } }
  }

  /// The files that are read.
  var files: [NamedFile] {
    given.flatMap { key, value in Key(rawValue: key)?.files(in: value) ?? [] }
  }

  /// The description that the options and the arguments spell.
  ///
  /// - Parameter arguments: keys that are written without their names.
  /// - Throws: all that is wrong.
  func description(with arguments: [(Key, String?)] = []) throws(DescriptionErrors) -> Description {
    let missing = given.compactMap { key, value in value.hasPrefix("--") ? Key(rawValue: key) : nil }
    guard missing.isEmpty else { throw DescriptionErrors(errors: missing.map(DescriptionError.empty)) }
    let named = arguments.compactMap { key, value in value.map { (key: key.rawValue, value: $0) } }
    return try Description(Scene.scene, parsing: named + given)
  }
}

/// A group of help.
enum OptionSection: Sendable {
  case plane, data, model, training, optimizer, stopping, view

  /// The group that a key's option belongs to; nil for a key that is written without its name.
  init?(_ key: Key) {
    if key == .of || key == .function { return nil }
    let specification = key.specification
    switch specification.group {
    case .scene: self = key == .vary ? .model : key == .view ? .view : .plane
    case .data: self = .data
    case .model, .function: self = .model
    case .training: self = key == .optimizer || specification.requirement?.key == .optimizer ? .optimizer : .training
    case .stopping: self = .stopping
    }
  }

  /// Its keys in the order of the table.
  var keys: [Key] { Key.allCases.filter { OptionSection($0) == self } }
}

/// A group of help known to the compiler.
protocol OptionKeys: Sendable {
  static var section: OptionSection { get }
}

enum PlaneKeys: OptionKeys { static let section = OptionSection.plane }
enum DataKeys: OptionKeys { static let section = OptionSection.data }
enum ModelKeys: OptionKeys { static let section = OptionSection.model }
enum TrainingKeys: OptionKeys { static let section = OptionSection.training }
enum OptimizerKeys: OptionKeys { static let section = OptionSection.optimizer }
enum StoppingKeys: OptionKeys { static let section = OptionSection.stopping }
enum ViewKeys: OptionKeys { static let section = OptionSection.view }

/// The options of a group, one for each of its keys.
///
/// The parser asks a mirror which options there are, and reads each under its label: so they can come from the key table.
struct KeyOptions<Scene: OptionScene, Group: OptionKeys>: ParsableArguments, CustomReflectable {
  /// What was given, by key.
  let values: [(Key, [String])]

  init() { values = [] }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Label.self)
    values = try Group.section.keys.map { key in
      guard key.specification.kind == .flag else {
        return (key, try container.decode(Option<[String]>.self, forKey: Label(key)).wrappedValue)
      }
      return (key, try container.decode(Flag<Bool>.self, forKey: Label(key)).wrappedValue ? ["true"] : [])
    }
  }

  var customMirror: Mirror {
    Mirror(
      self,
      children: Group.section.keys.map { key -> Mirror.Child in
        let option: Any =
          key.specification.kind == .flag ? Flag<Bool>(key, Scene.scene) : Option<[String]>(key, Scene.scene)
        return (Label(key).stringValue, option)
      })
  }

  /// What the option of a key is called between mirror and decoder.
  private struct Label: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(_ key: Key) { stringValue = key.rawValue }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }
}
