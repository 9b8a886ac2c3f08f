/// Guesses which columns of a table are the inputs and which is the label.
///
/// Inputs are the first two columns of numbers that are neither identifiers nor dates. A label is looked for by its name,
/// then by the number of its values.
struct ColumnGuess {
  private let profiles: [ColumnProfile]
  private let names: [ColumnName]
  private let options: CSVOptions
  /// Why each column is no input; nil for those that can be.
  private let exclusions: [CSVTable.PassedOver.Reason?]

  init(
    _ profiles: [ColumnProfile], names: [String], isUnnamed: [Bool], hasHeader: Bool, _ options: CSVOptions
  ) {
    self.profiles = profiles
    self.names = names.map(ColumnName.init)
    self.options = options
    let columns = self.names
    var exclusions: [CSVTable.PassedOver.Reason?] = profiles.indices.map { column in
      if profiles[column].isDate || columns[column].isDate { return .date }
      guard hasHeader else { return nil }
      let identity: ColumnName.Identity = isUnnamed[column] ? (column == 0 ? .likely : .none) : columns[column].identity
      return Self.isIdentifier(profiles[column], identity) ? .identifier : nil
    }
    // Columns that count the rows from 0 or 1, whatever they are called, and a first one without a name that counts at all.
    for column in profiles.indices where exclusions[column] == nil && !columns[column].isCoordinate {
      let profile = profiles[column]
      guard profile.counts, profile.step == 1 else { continue }
      let others = profiles.indices.count { $0 != column && profiles[$0].isNumeric && exclusions[$0] == nil }
      let numbersRows = (profile.first == 0 || profile.first == 1) && profile.present >= 10
      let isNameless = !hasHeader && column == 0
      if isNameless ? others >= 2 || numbersRows : others >= 2 && numbersRows { exclusions[column] = .identifier }
    }
    self.exclusions = exclusions
  }

  private static func isIdentifier(_ profile: ColumnProfile, _ identity: ColumnName.Identity) -> Bool {
    switch identity {
    case .certain: profile.isPresent && (profile.isWhole || !profile.isNumeric)
    case .likely: profile.counts || profile.isWhole && profile.isUnique && profile.present > 2
    case .possible: profile.counts
    case .none: false
    }
  }

  /// The inputs: two columns, or fewer where there are not as many.
  func inputs(label: Int?) -> [Int] {
    Array(profiles.indices.filter { $0 != label && isMeasure($0) }.prefix(2))
  }

  private func isMeasure(_ column: Int) -> Bool { profiles[column].isNumeric && exclusions[column] == nil }

  /// The columns of numbers that were passed over on the way to the second input.
  func passedOver(before last: Int?, label: Int) -> [CSVTable.PassedOver] {
    profiles.indices.compactMap { column in
      guard column != label, column < last ?? profiles.count, profiles[column].isPresent,
        let reason = exclusions[column],
        profiles[column].isNumeric || reason == .date || names[column].identity == .certain
      else { return nil }
      return CSVTable.PassedOver(column: column, reason: reason)
    }
  }

  // MARK: Label

  /// The column most likely to be the label, or nil where none is.
  ///
  /// - Parameter taken: the inputs, where they were chosen.
  func label(taken: [Int]?) -> Int? {
    let free = profiles.indices.filter { column in
      guard profiles[column].isPresent, taken?.contains(column) != true else { return false }
      // A label of numbers must leave two inputs.
      return taken != nil || !profiles[column].isNumeric || inputs(label: column).count == 2
    }
    let numeric = free.filter { profiles[$0].isNumeric }
    // The first two measures are the inputs rather than a label without a name.
    let beyond = numeric.filter { taken != nil || !inputs(label: nil).contains($0) }
    if options.target == .numbers { return named(numeric) ?? beyond.last }
    let texts = free.filter { !profiles[$0].isNumeric && exclusions[$0] != .date }
    if let column = named(free) { return column }
    let nameless = texts.filter { !names[$0].isOfThings && exclusions[$0] == nil }
    let orders: [([Int], (ColumnProfile) -> Bool)] = [
      (nameless, { isFew($0) && $0.distinct < $0.present && $0.distinct > 1 }),
      (beyond.filter(isMeasure), { isFew($0) && $0.isWhole && $0.distinct < $0.present && $0.distinct > 1 }),
      (nameless, { isFew($0) && $0.distinct > 1 }),
      (beyond.filter(isMeasure), { isFew($0) && $0.distinct > 1 }),
      (options.target == .either ? beyond.filter(isMeasure) : [], { $0.distinct > 1 }),
      (nameless, { _ in true }),
      (beyond.filter(isMeasure), isFew),
    ]
    for (columns, suits) in orders {
      if let column = columns.last(where: { suits(profiles[$0]) }) { return column }
    }
    return nil
  }

  private func isFew(_ profile: ColumnProfile) -> Bool { profile.distinct <= options.maximumClasses }

  /// The column whose name is the most usual one of labels.
  private func named(_ columns: [Int]) -> Int? {
    let ranked = columns.compactMap { column -> (rank: Int, column: Int)? in
      guard let rank = names[column].labelRank else { return nil }
      let profile = profiles[column]
      if options.target == .numbers, !profile.isNumeric { return nil }
      if profile.isNumeric {
        // `y` is a coordinate as well, and a number to predict.
        let isOnlyName = rank == ColumnName.lastLabelRank
        if isOnlyName, inputs(label: nil).contains(column) { return nil }
        if isOnlyName, options.target == .classes, !isFew(profile) { return nil }
      }
      return (rank, column)
    }
    return ranked.min { $0.rank < $1.rank }?.column
  }
}
