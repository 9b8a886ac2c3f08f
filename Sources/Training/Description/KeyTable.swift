import Learning

// The one table of keys. A row added here is an option, a YAML and a JSON key, and a line of help at once.

extension KeySpecification {
  /// The rows of all keys; the order of lists is that of `Key`.
  static let rows: [KeySpecification] =
    scene + data + table + model + function + training + hyperparameters + stopping

  /// The numbers that optimizers have of their own: names, ranges, meanings and defaults are those of the optimizers.
  private static let hyperparameters: [KeySpecification] = Optimizer.Hyperparameter.allCases.map { number in
    let defaults = Optimizer.all.compactMap { optimizer in
      optimizer.hyperparameters.first { $0.name == number }.map { (optimizer.name, Setting.number($0.value)) }
    }
    let facts = number.facts
    let range: NumberRange =
      switch facts.range {
      case .belowOne: .belowOne
      case .unit: .unit
      case .notNegative: .notNegative
      }
    return .init(
      Key(number), .training, .number(range), facts.placeholder, facts.help, in: [.network] + .descending,
      else: .words(.optimizer, Dictionary(defaults) { first, _ in first }),
      needs: .init(key: .optimizer, words: defaults.map(\.0)),
      steps: facts.range == .notNegative ? .numbers(Words.penalties) : .share,
      label: number.rawValue.replacing("-", with: " "))
  }

  /// The seed of one part of what is random.
  static func partSeed(_ key: Key, _ group: Group, _ help: String) -> KeySpecification {
    .init(
      key, group, .integer(Words.seeds), "SEED", "\(help); seed when left out", in: .learning, else: .same(as: .seed),
      steps: .addition(1))
  }
}

extension Key {
  /// All that is known about the key.
  package var specification: KeySpecification { Key.table[ordinal] }

  /// Built once: the parser of the command line asks for every key many times before the first frame.
  private static let table: [KeySpecification] = {
    let rows = Dictionary(grouping: KeySpecification.rows, by: \.key)
    return allCases.map { key in
      guard let row = rows[key]?.first, rows[key]?.count == 1 else {
        preconditionFailure("the key \(key.rawValue) has \(rows[key]?.count ?? 0) rows in the table of keys, not one")
      }
      return row
    }
  }()
  private static let ordinals = Dictionary(uniqueKeysWithValues: zip(allCases, allCases.indices))

  /// The keys that need another one to stand at a certain word, by that other one; every layout asks for them.
  static let dependents: [Key: [Key]] = Dictionary(
    grouping: allCases.filter { $0.specification.requirement != nil }, by: { $0.specification.requirement?.key ?? $0 })

  private var ordinal: Int { Key.ordinals[self, default: 0] }
}
