import Learning
import Testing

@testable import Training

/// Three things are drawn at random, each from a seed of its own; what is not asked to change does not.
@Suite("Seeds of data, weights and order") struct SeedTests {
  /// What is drawn for a run, as far as it can be seen from outside.
  private struct Drawn: Equatable {
    var data: [Dataset?]
    var weights: [Double]
    var order: [String]

    init(_ description: Description) throws {
      try self.init(AssembledRun(loading: description))
    }

    init(_ assembled: AssembledRun) {
      data = [assembled.dataset, assembled.test]
      (weights, order) = Drawn.parts(assembled.run, count: assembled.dataset?.count ?? 0)
    }

    private static func parts(_ run: any Run, count: Int) -> ([Double], [String]) {
      switch run {
      case let run as LandscapeRun: return parts(run.subject, count: count)
      case let run as NetworkRun:
        let dropout = run.pace.options.dropout
        let epochs = (1...3).map { run.pace.order.indices(epoch: $0, count: count) ?? [] }
        return (run.parameterValues, epochs.map { "\($0)" } + (dropout.rate > 0 ? ["\(dropout)"] : []))
      case let run as PerceptronRun:
        let order = (run.picture(PictureRequest()) as? PerceptronPicture)?.order
        return (run.parameterValues, (1...3).map { "\(order?.indices(epoch: $0, count: count) ?? [])" })
      default: return ([], [])
      }
    }

    func part(_ part: RandomPart) -> String {
      switch part {
      case .data: "\(data)"
      case .weights: "\(weights)"
      case .order: "\(order)"
      }
    }
  }

  private static let random = [
    ("data", "gauss"), ("examples", "30"), ("noise", "0.3"), ("flip-noise", "0.1"), ("test-fraction", "0.3"),
    ("order", "shuffled"),
  ]
  /// A run of every scene that learns, with everything random that can be.
  static let scenes: [String: [(String, String)]] = [
    "perceptron": random + [("initializer", "uniform")],
    "perceptron, by weight-seed alone": random + [("weight-seed", "1")],
    "network": random + [("dropout", "0.2")],
    "landscape of a perceptron": [("of", "perceptron")] + random + [("initializer", "uniform")],
    "landscape of a network": [("of", "network")] + random + [("dropout", "0.2")],
  ]

  private func description(_ name: String) throws -> Description {
    let scene: SceneKind = name.hasPrefix("landscape") ? .landscape : name.hasPrefix("network") ? .network : .perceptron
    let settings = try #require(Self.scenes[name])
    return try Description(scene, parsing: settings.map { (key: $0.0, value: $0.1) })
  }

  @Test("one seed changes its own part and no other", arguments: scenes.keys.sorted(), RandomPart.allCases)
  func oneOfThree(name: String, part: RandomPart) throws {
    let description = try description(name)
    let before = try Drawn(description)
    for seed in ["2", "77", "9007199254740991"] {
      var changed = description
      try changed.set(part.key, to: seed)
      let after = try Drawn(changed)
      for other in RandomPart.allCases {
        #expect(
          (after.part(other) != before.part(other)) == (other == part), "\(other) with \(part.key.rawValue) \(seed)")
      }
      // The command and the JSON lead to the same again.
      #expect(try Drawn(Description(json: changed.json)) == after)
      #expect(changed.commandArguments.contains("--\(part.key.rawValue)"))
    }
  }

  @Test("seed alone changes all three, and is what each of them is when left out", arguments: scenes.keys.sorted())
  func oneForAll(name: String) throws {
    var together = try description(name)
    let before = try Drawn(together)
    together[.weightSeed] = name.contains("alone") ? .integer(5) : nil
    try together.set(.seed, to: "5")
    let after = try Drawn(together)
    for part in RandomPart.allCases { #expect(after.part(part) != before.part(part), "\(part)") }
    var apart = try description(name)
    for part in RandomPart.allCases { try apart.set(part.key, to: "5") }
    #expect(try Drawn(apart) == after)
    // Nothing is said twice where nothing was asked for.
    let plain = try description("network")
    for part in RandomPart.allCases { #expect(plain.json[part.key.rawValue] == nil) }
  }

  @Test("a race over one seed keeps the rest", arguments: ["perceptron", "network"], RandomPart.allCases)
  func races(name: String, part: RandomPart) throws {
    let race = try #require(
      description(name).raced(varying: .init(part.key, [.integer(1), .integer(2), .integer(3)])))
    let drawn = try race.contestants.map { try Drawn($0) }
    for other in RandomPart.allCases {
      #expect(Set(drawn.map { $0.part(other) }).count == (other == part ? 3 : 1), "\(other)")
    }
    #expect(race.variedParts == [part] && race.seedNotes.isEmpty)
    #expect(race.sharesExamples == (part != .data))
    let assembled = try AssembledRun(loading: race)
    let members = try #require(assembled.run as? RaceRun).members
    #expect(Set(members.map { "\(String(describing: $0.dataset))" }).count == (part == .data ? 3 : 1))
  }

  @Test("a race over seed changes everything, and says so", arguments: ["perceptron", "network"])
  func raceOverAll(name: String) throws {
    let race = try #require(description(name).raced(varying: .init(.seed, [.integer(1), .integer(2)])))
    let drawn = try race.contestants.map { try Drawn($0) }
    for part in RandomPart.allCases { #expect(drawn[0].part(part) != drawn[1].part(part)) }
    #expect(race.variedParts == RandomPart.allCases)
    let note = try #require(race.seedNotes.first)
    for part in RandomPart.allCases { #expect(note.contains(part.words) && note.contains(part.key.rawValue)) }
    #expect(try AssembledRun(loading: race).notes.map(\.text).contains(note))
  }

  /// Two values of a key, as its kind allows; nil where it needs a file.
  private func values(of key: Key, in scene: SceneKind) throws -> [Setting]? {
    if key == .data { return [.word("gauss"), .word("xor")] }
    if key == .classes || Key.ofTables.contains(key) { return nil }
    switch key.specification.kind(in: scene) {
    case .number: return [.number(0.1), .number(0.2)]
    case .integer: return [.integer(2), .integer(3)]
    case .flag: return [.flag(true), .flag(false)]
    case .word(let words), .character(let words):
      return words.count > 1 ? words.prefix(2).map { .word($0) } : nil
    case .words(let words, _, _): return [.words([words[0]]), .words([words[1]])]
    case .integers: return [.integers([3]), .integers([5])]
    case .assignments: return [.assignments([.init("w1", 1)]), .assignments([.init("w2", 1)])]
    case .names, .text, .variation: return nil
    }
  }

  @Test("in a race over any key: the same data unless it is a key of the data", arguments: ["perceptron", "network"])
  func racesOverEverything(name: String) throws {
    var tried = 0
    for key in Key.keys(of: name == "network" ? .network : .perceptron) {
      var base = try description(name)
      if key == .weights { base[.initializer] = nil }
      // A key that depends on the word of another has it.
      if let needed = key.specification.requirement { base[needed.key] = .word(needed.words[0]) }
      guard let values = try values(of: key, in: base.scene),
        let race = base.raced(varying: .init(key, values)), race.contradictions.isEmpty
      else { continue }
      let drawn = try race.contestants.map { try Drawn($0) }
      tried += 1
      let isOfData = key.specification.group == .data
      #expect((drawn[0].data != drawn[1].data) == isOfData, "\(key)")
      #expect(race.sharesExamples == !isOfData, "\(key)")
      if key != .seed, key != .orderSeed, key != .order, key != .dropout, !isOfData {
        #expect(drawn[0].order == drawn[1].order, "\(key)")
      }
      let isOfWeights: [Key] = [
        .seed, .weightSeed, .weights, .initializer, .features, .hidden, .loss, .outputActivation,
      ]
      if !isOfWeights.contains(key), drawn[0].weights.count == drawn[1].weights.count {
        #expect(drawn[0].weights == drawn[1].weights, "\(key)")
      }
    }
    #expect(tried >= 15)
  }

  @Test("whether a part is drawn at all is what the description says", arguments: UInt64(0)..<120)
  func draws(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed, stream: 12)
    func one(_ words: String...) -> String { words[generator.index(below: words.count)] }
    let scene: SceneKind = seed.isMultiple(of: 2) ? .perceptron : .network
    var settings = [
      ("data", one("and", "or", "xor-gate", "gauss", "xor", "moons", "penguins")), ("examples", "12"),
      ("noise", one("0", "0.2")), ("flip-noise", one("0", "0.3")), ("test-fraction", one("0", "0.3")),
      ("order", one("given", "shuffled")), ("classes", "Adelie,Gentoo"),
    ].filter { generator.index(below: 3) > 0 || $0.0 == "data" || $0.0 == "classes" }
    if scene == .network { settings.append(("dropout", one("0", "0.2"))) }
    let start = one("", "initializer", "weights")
    if start == "initializer" { settings.append((start, one("zeros", "uniform"))) }
    if start == "weights", scene == .perceptron { settings.append((start, "w1=1,w0=2")) }
    let description = try Description(scene, parsing: settings.map { (key: $0.0, value: $0.1) })
    for part in RandomPart.allCases {
      var kinds: Set<String> = []
      for seed in ["1", "2", "3", "4", "5", "6", "7"] {
        // Of one seed for all: setting a perceptron's own weight seed would ask for drawn weights.
        var changed = description
        try changed.set(.seed, to: seed)
        kinds.insert(try Drawn(changed).part(part))
      }
      #expect((kinds.count > 1) == description.draws(part), "\(part) of \(description.commandLine)")
    }
  }

  @Test("a seed that decides nothing says so") func idleSeeds() throws {
    func notes(_ scene: SceneKind, _ settings: (String, String)...) throws -> [String] {
      let description = try Description(scene, parsing: settings.map { (key: $0.0, value: $0.1) })
      return try AssembledRun(loading: description).notes.map(\.text)
    }
    #expect(try notes(.perceptron, ("data-seed", "3")).count == 1)
    #expect(try notes(.perceptron, ("data-seed", "3"), ("noise", "0.1")).isEmpty)
    #expect(try notes(.perceptron, ("order-seed", "3")).count == 1)
    #expect(try notes(.perceptron, ("order-seed", "3"), ("order", "shuffled")).isEmpty)
    // A perceptron that has only been given a weight seed draws its first weights.
    #expect(try notes(.perceptron, ("weight-seed", "3")).isEmpty)
    #expect(try notes(.network, ("weight-seed", "3"), ("initializer", "zeros")).count == 1)
    #expect(try notes(.network, ("weight-seed", "3"), ("data-seed", "4"), ("order-seed", "5")).isEmpty)
    #expect(throws: DescriptionErrors.self) { try notes(.perceptron, ("weights", "w1=1"), ("weight-seed", "3")) }
    #expect(throws: DescriptionErrors.self) { try notes(.network, ("model", "m.json"), ("weight-seed", "3")) }
    #expect(throws: DescriptionErrors.self) {
      try Description(
        .race, parsing: [(key: "of", value: "perceptron"), ("weights", "w1=1"), ("vary", "weight-seed=1,2")])
    }
  }
}
