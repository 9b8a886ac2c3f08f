/// The labels read so far, in the order in which they appeared: as names, and as numbers while all of them are.
struct CSVLabels: Sendable {
  /// The number of each example's name in the order of appearance.
  private(set) var indices: [Int] = []
  /// The numbers of the examples, NaN for one that is missing; empty where some label is no number.
  private(set) var numbers: [Double] = []
  /// Whether the labels are taken as numbers alone.
  private(set) var areTargets: Bool
  private(set) var otherClassCount = 0

  private let options: CSVOptions
  private var names: [[UInt8]] = []
  /// Labels that were met and not asked for, as far as an error would list them.
  private var otherNames: [[UInt8]] = []
  private let wanted: [LabelKey]?
  private var areNumbers = true

  init(options: CSVOptions) {
    self.options = options
    areTargets = options.target == .numbers
    wanted = options.classNames.map { $0.map { LabelKey(Array($0.utf8)) } }
  }

  /// Whether the numbers of labels are wanted as well.
  var wantsNumber: Bool { areTargets || options.target == .either && areNumbers }

  /// Adds a number to predict.
  mutating func add(_ number: Double) { numbers.append(number) }

  /// Adds a class.
  ///
  /// - Parameters:
  ///   - bytes: its name; may have doubled quotation marks, then `content` makes them single.
  ///   - number: what it is as a number, NaN where it says that a value is missing; nil where it is none.
  /// - Returns: Whether it was taken; false for a class that was not asked for, nil for one too many.
  mutating func add(
    _ bytes: Slice<UnsafeBufferPointer<UInt8>>, number: Double?, content: () -> [UInt8]?
  ) -> Bool? {
    if options.target == .either {
      if let number {
        if areNumbers { numbers.append(number) }
      } else {
        areNumbers = false
        numbers = []
      }
    }
    var found: Int?
    let unquoted = content()
    if unquoted == nil { for index in names.indices where names[index].elementsEqual(bytes) { found = index } }
    if let found {
      indices.append(found)
      return true
    }
    let name = unquoted ?? Array(bytes)
    if let index = names.firstIndex(of: name) {
      indices.append(index)
      return true
    }
    if let wanted, !wanted.contains(LabelKey(name)) {
      if otherNames.count < 20, !otherNames.contains(name) { otherNames.append(name) }
      otherClassCount += 1
      if options.target == .either, areNumbers { numbers.removeLast() }
      return false
    }
    names.append(name)
    if names.count > options.maximumClasses, Set(names.map(LabelKey.init)).count > options.maximumClasses {
      guard options.target == .either, areNumbers else { return nil }
      areTargets = true
      (indices, names) = ([], [])
      return true
    }
    indices.append(names.count - 1)
    return true
  }

  /// Corrects a number whose mark has turned out to stand before a fraction.
  mutating func divide(at index: Int) {
    if numbers.indices.contains(index) { numbers[index] /= 1000 }
  }

  /// What the labels come to, with the rows that stay; nil for all.
  struct Outcome {
    var targets: Dataset.Targets
    var kept: [Int]?
    var facts = CSVTable.Labels()
  }

  /// Decides what the labels are.
  func outcome() throws(CSVError) -> Outcome {
    let isGuessed = options.target == .either
    if areTargets || isGuessed && areNumbers && looksContinuous {
      var outcome = Outcome(targets: .numbers(numbers))
      if numbers.contains(where: \.isNaN) {
        let kept = numbers.indices.filter { !numbers[$0].isNaN }
        outcome = Outcome(targets: .numbers(kept.map { numbers[$0] }), kept: kept)
      }
      outcome.facts.areNumbers = true
      outcome.facts.isTargetGuessed = isGuessed
      return outcome
    }
    return try classes(isGuessed: isGuessed)
  }

  /// Fractions, or whole numbers of which none comes twice, are measured rather than counted through.
  private var looksContinuous: Bool {
    let known = numbers.filter { !$0.isNaN }
    guard !known.isEmpty else { return false }
    if known.contains(where: { $0 != $0.rounded() }) { return true }
    return known.count >= 5 && names.count >= known.count
  }

  private func classes(isGuessed: Bool) throws(CSVError) -> Outcome {
    let keys = names.map(LabelKey.init)
    let seen = names.map { String(decoding: $0, as: UTF8.self) }
    for name in options.classNames ?? [] where !keys.contains(LabelKey(Array(name.utf8))) {
      throw CSVError(.unknownClass(name, available: seen + otherNames.map { String(decoding: $0, as: UTF8.self) }))
    }
    // Beside numbers NA is a missing number; beside texts it may be a continent.
    let isWord = options.missing.areAsked ? [] : names.map { $0.withUnsafeBufferPointer(options.missing.contains) }
    let areNumbersBeside = zip(isWord, keys).allSatisfy { $0 || $1.number != nil } && keys.contains { $0.number != nil }
    let isDropped = areNumbersBeside ? isWord : Array(repeating: false, count: names.count)

    // Spellings of one number, or of true and false, are one class.
    let areBooleans = keys.allSatisfy(\.isBoolean)
    let merges = areNumbersBeside || areBooleans
    var groups: [[Int]] = []
    for index in names.indices where !(isDropped.indices.contains(index) && isDropped[index]) {
      if merges, let group = groups.firstIndex(where: { keys[$0[0]] == keys[index] }) {
        groups[group].append(index)
      } else {
        groups.append([index])
      }
    }
    // A number has one name, however it is written.
    let groupNames = groups.map { group in
      areNumbersBeside ? keys[group[0]].number.map(LabelKey.name) ?? seen[group[0]] : seen[group[0]]
    }
    let order = ClassOrder.indices(of: groupNames)
    var classOf = Array(repeating: -1, count: names.count)
    for (new, old) in order.enumerated() { for index in groups[old] { classOf[index] = new } }
    let classNames = order.map { groupNames[$0] }
    var outcome = Outcome(targets: .classes(indices.map { classOf[$0] }, names: classNames))
    if isDropped.contains(true) {
      let kept = indices.indices.filter { classOf[indices[$0]] >= 0 }
      outcome = Outcome(targets: .classes(kept.map { classOf[indices[$0]] }, names: classNames), kept: kept)
    }
    outcome.facts.isTargetGuessed = isGuessed
    outcome.facts.areNumbers = areNumbersBeside
    outcome.facts.counts = Array(repeating: 0, count: classNames.count)
    for index in indices where classOf[index] >= 0 { outcome.facts.counts[classOf[index]] += 1 }
    outcome.facts.spellings = groups.filter { $0.count > 1 }.map { $0.map { seen[$0] } }
    outcome.facts.lookalikes = Dictionary(grouping: classNames, by: LabelKey.folded).values.filter { $0.count > 1 }
      .sorted { $0[0] < $1[0] }
    if !areNumbersBeside {
      outcome.facts.likeMissing = zip(isWord, seen).filter { $0.0 && $0.1 != "?" }.map(\.1).sorted()
    }
    return outcome
  }
}

/// What makes two labels the same: the number they are written for, or their text.
struct LabelKey: Hashable {
  /// The number; nil for texts, and for codes such as 01.
  let number: Double?
  private let text: [UInt8]

  init(_ name: [UInt8]) {
    var reader = DecimalText(mark: .point)
    let digits = name.drop { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }
    let isCode =
      digits.count > 1 && digits.first == UInt8(ascii: "0") && digits.dropFirst().first.map { $0 &- 48 < 10 } == true
    if !isCode, case .number(let value) = name.withUnsafeBufferPointer({ reader.read($0) }) {
      number = value == 0 ? 0 : value
      text = []
    } else {
      number = nil
      let small = name.map { (65...90).contains($0) ? $0 + 32 : $0 }
      text = Self.booleans.contains(small) ? small : name
    }
  }

  var isBoolean: Bool { Self.booleans.contains(text) }

  private static let booleans: Set<[UInt8]> = [Array("true".utf8), Array("false".utf8)]

  /// The shortest text of a number.
  static func name(_ number: Double) -> String {
    abs(number) < 1e15 ? Int(exactly: number).map(String.init) ?? "\(number)" : "\(number)"
  }

  /// What names have in common that may be meant to be one: a name without case and blanks, the number that it writes, with
  /// zeros before it or not, or 1 and 0 for true and false.
  static func folded(_ name: String) -> String {
    let small = String(name.lowercased().filter { !$0.isWhitespace })
    if let truth = ["true": "1", "false": "0"][small] { return truth }
    var reader = DecimalText(mark: .point)
    let content = Array(small.utf8).withUnsafeBufferPointer { reader.read($0) }
    if case .number(let value) = content { return Self.name(value == 0 ? 0 : value) }
    return small
  }
}
