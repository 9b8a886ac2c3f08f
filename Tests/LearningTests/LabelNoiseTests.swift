import Testing

@testable import Learning

/// Every option of every built-in set does what it says, or is refused: none is silently nothing.
@Suite("Label noise and the options of data sets") struct LabelNoiseTests {
  static let shares = [0.01, 0.05, 0.1, 0.25, 0.3, 0.5, 0.75, 0.9, 1]
  static let classSets = BuiltInDataset.allCases.filter { $0.kind != .regression }

  private func labels(_ dataset: Dataset) throws -> [Int] {
    guard case .classes(let labels, _) = dataset.targets else { throw NoLabels() }
    return labels
  }

  private struct NoLabels: Error {}

  @Test("a share of the labels is just that share, and the points stay", arguments: classSets, shares)
  func exactShare(set: BuiltInDataset, share: Double) throws {
    for classes in [nil, 2, 5] where classes == nil || set.classRange != nil {
      for seed in [UInt64(1), 9] {
        let clean = try set.dataset(DatasetOptions(classes: classes, seed: seed))
        let noisy = try set.dataset(DatasetOptions(labelNoise: share, classes: classes, seed: seed))
        #expect(noisy.inputs == clean.inputs && noisy.classNames == clean.classNames)
        let changed = zip(try labels(clean), try labels(noisy)).count { $0 != $1 }
        #expect(changed == Int((share * Double(clean.count)).rounded()), "\(set) \(share)")
        #expect(try labels(noisy).allSatisfy { clean.classNames.indices.contains($0) })
      }
    }
  }

  @Test("flipped labels go to all other classes alike") func evenly() throws {
    let clean = try BuiltInDataset.blobs.dataset(DatasetOptions(examples: 9000, classes: 4))
    let noisy = try BuiltInDataset.blobs.dataset(DatasetOptions(examples: 9000, labelNoise: 1, classes: 4))
    var moves = [Int](repeating: 0, count: 16)
    for (old, new) in zip(try labels(clean), try labels(noisy)) { moves[old * 4 + new] += 1 }
    for old in 0..<4 {
      #expect(moves[old * 4 + old] == 0)
      // Each of the three others gets a third of 2,250, within five standard deviations of the binomial distribution.
      let deviation = (2250.0 * 2 / 9).squareRoot()
      for new in 0..<4 where new != old {
        let difference = Double(moves[old * 4 + new]) - 750
        #expect(abs(difference) < 5 * deviation)
      }
    }
  }

  @Test("numbers have no labels to flip, and that is said", arguments: [BuiltInDataset.plane, .bumps])
  func regression(set: BuiltInDataset) {
    #expect(throws: DatasetError.noLabels) { try set.dataset(DatasetOptions(labelNoise: 0.1)) }
    #expect(throws: Never.self) { try set.dataset(DatasetOptions(labelNoise: 0)) }
  }

  @Test("other seeds flip other labels of the same gate") func seeds() throws {
    let sets = try (0..<40).map { try BuiltInDataset.xorGate.dataset(DatasetOptions(labelNoise: 0.25, seed: $0)) }
    #expect(Set(try sets.map(labels)).count == 4)
  }

  @Test("an option makes a difference to a set just where the set says so", arguments: BuiltInDataset.allCases)
  func options(set: BuiltInDataset) throws {
    let plain = try set.dataset()
    for option in DatasetOption.allCases where option != .label {
      if option == .labelNoise, set.kind == .regression { continue }
      var options = DatasetOptions()
      switch option {
      case .examples: options.examples = 40
      case .noise: options.noise = 0.4
      case .labelNoise: options.labelNoise = 0.5
      case .classes: (options.classes, options.classNames) = (4, ["Gentoo", "Chinstrap"])
      case .columns: options.columns = ["flipper_length_mm", "body_mass_g"]
      case .label: break
      }
      #expect((try set.dataset(options) != plain) == set.takes(option), "\(set) \(option)")
    }
  }

  @Test("a split leaves every class an example for training, and else is the one it was")
  func splitKeepsClasses() {
    for seed in UInt64(0)..<300 {
      var generator = SplitMix64(seed: seed)
      let count = 1 + generator.index(below: 12)
      let classes = 1 + generator.index(below: 4)
      let labels = (0..<count).map { _ in generator.index(below: classes) }
      let set = Dataset(
        name: "", inputs: (0..<2 * count).map { Double($0) },
        targets: .classes(labels, names: (0..<classes).map { "\($0)" }))
      let fraction = Double(generator.index(below: 10)) / 10
      let (training, test) = set.split(testFraction: fraction, seed: seed)
      #expect(training.count + test.count == count)
      guard case .classes(let kept, _) = training.targets else { return #expect(Bool(false)) }
      #expect(Set(kept) == Set(labels))
      // By the plain rule: the first examples of an order drawn from the seed, all classes being left or not.
      var order = Array(0..<count)
      var shuffler = SplitMix64(seed: seed, stream: 0x7465_7374)
      shuffler.shuffle(&order)
      let wanted = max(0, min(Int((fraction * Double(count)).rounded()), count - 1))
      let first = order.prefix(wanted).sorted()
      if Set(order.dropFirst(wanted).map { labels[$0] }) == Set(labels) {
        #expect(test == set.examples(at: first))
      } else {
        #expect(test.count <= wanted)
      }
    }
  }

  @Test("a truth table is known by its points")
  func truthTables() throws {
    for set in BuiltInDataset.allCases {
      #expect(set.isTruthTable == [.and, .or, .xorGate].contains(set))
      if set.isTruthTable { #expect(try set.dataset().isTruthTable) }
    }
    func table(_ inputs: [Double], _ labels: [Int]) -> Bool {
      Dataset(name: "", inputs: inputs, targets: .classes(labels, names: ["A", "B"])).isTruthTable
    }
    #expect(table([0, 0, 0, 1, 1, 0, 1, 1], [0, 0, 0, 1]))
    #expect(table([-1, 5, 2, 7, 2, 5, -1, 7], [0, 1, 1, 0]))
    // Three cases, one of them twice, a third value, five rows.
    #expect(!table([0, 0, 0, 1, 1, 0], [0, 0, 1]))
    #expect(!table([0, 0, 0, 1, 1, 0, 1, 0], [0, 0, 0, 1]))
    #expect(!table([0, 0, 0, 1, 1, 0, 2, 1], [0, 0, 0, 1]))
    #expect(!table([0, 0, 0, 1, 1, 0, 1, 1, 1, 1], [0, 0, 0, 1, 1]))
  }
}
