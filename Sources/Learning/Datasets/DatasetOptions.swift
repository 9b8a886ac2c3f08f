/// What can be chosen about a built-in data set.
///
/// Noise that moves points and noise that flips labels are two options, whatever the generator: `noise` leaves the
/// labels alone, `labelNoise` the points.
/// What makes no difference to a set is told by ``BuiltInDataset/takes(_:)``.
package struct DatasetOptions: Sendable, Hashable {
  /// How many examples to draw; nil for the set's own default.
  ///
  /// Gates and measurements have the examples they have, whatever is asked for.
  package var examples: Int?
  /// How far points are moved, in the units of the set's formula; nil for the set's own default.
  package var noise: Double?
  /// The share of the labels that are changed to another class; 0 for none.
  package var labelNoise: Double
  /// How many classes to draw, for the sets that can have more than two; nil for the set's own default.
  package var classes: Int?
  /// What the examples are drawn from.
  package var seed: UInt64
  /// The two input columns of a measured set, by name or by number from 1; nil for the set's own default.
  package var columns: [String]?
  /// The classes of a measured set to keep, by name; nil for the set's own default.
  package var classNames: [String]?

  /// Makes options; everything left out has the set's own default.
  package init(
    examples: Int? = nil, noise: Double? = nil, labelNoise: Double = 0, classes: Int? = nil, seed: UInt64 = 1,
    columns: [String]? = nil, classNames: [String]? = nil
  ) {
    self.examples = examples
    self.noise = noise
    self.labelNoise = labelNoise
    self.classes = classes
    self.seed = seed
    self.columns = columns
    self.classNames = classNames
  }

  /// The numbers of examples that can be asked for.
  package static let exampleRange = 1...10_000_000
  /// The noise that can be asked for.
  package static let noiseRange = 0.0...10.0
  /// The label noise that can be asked for.
  package static let labelNoiseRange = 0.0...1.0

  func check(for dataset: BuiltInDataset) throws(DatasetError) {
    if let examples, !Self.exampleRange.contains(examples) {
      throw .outOfRange(option: .examples, value: "\(examples)", allowed: "\(Self.exampleRange)")
    }
    if let noise, !Self.noiseRange.contains(noise) {
      throw .outOfRange(option: .noise, value: "\(noise)", allowed: "\(Self.noiseRange)")
    }
    if !Self.labelNoiseRange.contains(labelNoise) {
      throw .outOfRange(option: .labelNoise, value: "\(labelNoise)", allowed: "\(Self.labelNoiseRange)")
    }
    if labelNoise > 0, !dataset.takes(.labelNoise) { throw .noLabels }
    if let classes, let allowed = dataset.classRange, !allowed.contains(classes) {
      throw .outOfRange(option: .classes, value: "\(classes)", allowed: "\(allowed)")
    }
  }
}

/// Why a built-in data set can't be made as asked.
package enum DatasetError: Error, Sendable, Hashable {
  /// An option outside its range; both written as text.
  case outOfRange(option: DatasetOption, value: String, allowed: String)
  /// Labels are to be flipped, and the set has numbers to predict.
  case noLabels
  /// Columns or classes that a measured set does not have.
  case table(CSVError)
}
