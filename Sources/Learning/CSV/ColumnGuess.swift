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
  /// How many columns can be inputs.
  private let measureCount: Int

  init(
    _ profiles: [ColumnProfile], names: [String], isUnnamed: [Bool], hasHeader: Bool, _ options: CSVOptions
  ) {
    self.profiles = profiles
    self.names = names.map(ColumnName.init)
    self.options = options
    let columns = self.names
    var exclusions: [CSVTable.PassedOver.Reason?] = profiles.indices.map { column in
      let (profile, name) = (profiles[column], columns[column])
      if profile.isDate || name.isDate || name.isMoment && profile.areMoments { return .date }
      guard hasHeader else { return nil }
      // Where all but the first have names, it has those of the rows.
      if isUnnamed[column] { return column == 0 && (profile.isNumeric || profile.isUnique) ? .identifier : nil }
      guard Self.isIdentifier(profile, name.identity) else { return nil }
      return name.isCode ? .code : .identifier
    }
    var measures = profiles.indices.count { profiles[$0].isNumeric && exclusions[$0] == nil }
    // A label of numbers is none of the measures that remain: one with a label's name, or any where no text can be it.
    let hasNumericLabel = profiles.indices.contains { column in
      profiles[column].isNumeric && exclusions[column] == nil
        && columns[column].labelRank.map { $0 < ColumnName.firstDoubtfulRank } == true
    }
    let hasTextLabel = profiles.indices.contains { column in
      !profiles[column].isNumeric && exclusions[column] == nil
        && (2...max(2, options.maximumClasses)).contains(profiles[column].distinct)
    }
    let reserved = hasNumericLabel || !hasTextLabel ? 1 : 0
    // Years, and the firms, districts, runs that rows are of, where two other measures remain.
    for column in profiles.indices where exclusions[column] == nil && hasHeader && measures - reserved > 2 {
      let (profile, name) = (profiles[column], columns[column])
      if name.isYear, profile.areYears {
        exclusions[column] = .date
      } else if name.isGroup, profile.numbersGroups {
        exclusions[column] = .identifier
      } else {
        continue
      }
      measures -= 1
    }
    // Columns that count the rows from 0 or 1, whatever they are called, and a first one without a name that counts at all.
    for column in profiles.indices where exclusions[column] == nil && !columns[column].isCoordinate {
      let profile = profiles[column]
      guard profile.counts, profile.step == 1 else { continue }
      let others = measures - 1
      let numbersRows = (profile.first == 0 || profile.first == 1) && profile.present >= 10
      let isNameless = !hasHeader && column == 0
      if isNameless ? others >= 2 || numbersRows : others >= 2 && numbersRows {
        exclusions[column] = .identifier
        measures -= 1
      }
    }
    self.exclusions = exclusions
    measureCount = measures
  }

  private static func isIdentifier(_ profile: ColumnProfile, _ identity: ColumnName.Identity) -> Bool {
    switch identity {
    case .certain: profile.isPresent && (profile.isWhole || !profile.isNumeric)
    case .likely: profile.numbersGroups || profile.isWhole && profile.isUnique && profile.present > 2
    case .possible: profile.counts
    case .none: false
    }
  }

  /// The inputs: two columns, or fewer where there are not as many.
  func inputs(label: Int?) -> [Int] {
    Array(profiles.indices.lazy.filter { $0 != label && isMeasure($0) }.prefix(2))
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
    let first = inputs(label: nil)
    let free = profiles.indices.filter { column in
      guard profiles[column].isPresent, taken?.contains(column) != true else { return false }
      // A label of numbers must leave two inputs.
      return taken != nil || !profiles[column].isNumeric || measureCount - (isMeasure(column) ? 1 : 0) >= 2
    }
    let numeric = free.filter { profiles[$0].isNumeric }
    // The first two measures are the inputs rather than a label without a name.
    let beyond = numeric.filter { taken != nil || !first.contains($0) }
    if options.target == .numbers { return named(numeric) ?? beyond.last }
    let texts = free.filter { !profiles[$0].isNumeric && exclusions[$0] != .date }
    if let column = named(free) { return column }
    let nameless = texts.filter { !names[$0].isOfThings && exclusions[$0] == nil }
    let orders: [([Int], (ColumnProfile) -> Bool)] = [
      (nameless, { isFew($0) && $0.distinct < $0.present && $0.distinct > 1 }),
      (numeric.filter(isMeasure), \.isFlag),
      (
        beyond.filter { isMeasure($0) || names[$0].isCode },
        { isFew($0) && $0.isWhole && $0.distinct < $0.present && $0.distinct > 1 }
      ),
      (nameless, { isFew($0) && $0.distinct > 1 }),
      (beyond.filter { isMeasure($0) || names[$0].isCode }, { isFew($0) && $0.distinct > 1 }),
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
    let first = inputs(label: nil)
    let hasX = names.contains { $0.isX }
    let ranked = columns.compactMap { column -> (rank: Int, column: Int)? in
      guard let rank = names[column].labelRank else { return nil }
      let profile = profiles[column]
      if options.target == .numbers, !profile.isNumeric { return nil }
      if profile.isNumeric, rank == ColumnName.lastLabelRank {
        // `y` is a coordinate as well, and a number to predict.
        if hasX, first.contains(column) { return nil }
        if options.target == .classes, !isFew(profile) { return nil }
      } else if rank >= ColumnName.firstDoubtfulRank, !isFew(profile) {
        // Many categories are none to tell apart, many responses are numbers to predict.
        if !profile.isNumeric || options.target == .classes { return nil }
      }
      return (rank, column)
    }
    return ranked.min { $0.rank < $1.rank }?.column
  }
}
