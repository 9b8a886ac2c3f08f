import Learning

/// The units that examples are brought into before a run learns from them.
struct ExampleUnits {
  private let standardization: Standardization?
  private let target: TargetScale?
  /// What a person should know of it.
  let notes: [DataNote]

  /// Decides about the units.
  ///
  /// A model keeps those that it was trained in. Else inputs are standardized where that was asked for, and measured
  /// numbers to predict where it was, or where nothing would be learned of them as they are.
  ///
  /// - Parameters:
  ///   - description: What was asked for.
  ///   - model: The model that is gone on with; nil for none.
  ///   - training: The examples that are trained on; units are measured on them alone.
  ///   - isMeasured: Whether they are measurements and not generated.
  init(_ description: Description, _ model: ModelFile?, fitting training: Dataset, isMeasured: Bool) {
    var notes: [DataNote] = []
    let asked = description.isStandardized ? Standardization(fitting: training) : nil
    standardization = model?.standardization ?? asked
    if let standardization {
      let manner = model?.standardization == nil ? "is standardized" : "is standardized as the model's was"
      for input in 0..<2 {
        let mean = standardization.means[input].shortestText
        let deviation = standardization.deviations[input].shortestText
        notes.append(DataNote(.fact, "\(training.inputNames[input]) \(manner): mean \(mean), deviation \(deviation)"))
      }
    } else if description.subject == .network, let note = Self.magnitude(of: training) {
      notes.append(note)
    }
    var scale = model?.target
    if model == nil, isMeasured, case .numbers(let numbers) = training.targets {
      let own = TargetScale(fitting: numbers)
      if description.isStandardized || !own.isModerate { scale = own }
    }
    target = training.isNumeric ? scale : nil
    if let target {
      notes.append(
        DataNote(
          .fact,
          "the target is learned standardized (mean \(target.mean.shortestText), deviation "
            + "\(target.deviation.shortestText)) and shown in its own units"))
    }
    self.notes = notes
  }

  /// Examples in the new units.
  func apply(to dataset: Dataset) -> Dataset {
    let inputs = standardization?.apply(to: dataset) ?? dataset
    return target?.apply(to: inputs) ?? inputs
  }

  /// Inputs from this size on, as a root mean square, leave the units hardly any slope.
  private static let largest = 20.0

  /// A word on inputs that are too large for units to learn from.
  private static func magnitude(of dataset: Dataset) -> DataNote? {
    let sizes = (0..<2).map { input -> Double in
      let values = stride(from: input, to: dataset.inputs.count, by: 2).lazy.map { dataset.inputs[$0] }
      return (values.reduce(0) { $0 + $1 * $1 } / Double(max(dataset.count, 1))).squareRoot()
    }
    let large = (0..<2).filter { sizes[$0] >= largest }
    guard !large.isEmpty else { return nil }
    let names = large.map { "\(dataset.inputNames[$0]) is about \(rounded(sizes[$0]))" }.joined(separator: " and ")
    return DataNote(
      .warning,
      "\(names): units are saturated by inputs this large, or steps too long; --standardize, or :standardize true, helps"
    )
  }

  /// A size in two digits.
  private static func rounded(_ size: Double) -> String {
    guard size.isFinite, size > 0 else { return size.shortestText }
    var unit = 1.0
    while size / unit >= 100 { unit *= 10 }
    return ((size / unit).rounded() * unit).shortestText
  }
}
