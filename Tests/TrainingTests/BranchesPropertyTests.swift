import Calculus
import Learning
import Testing

@testable import Training

/// Random ways through time: whatever was done before, every branch is what a fresh run with the same changes is.
@Suite("Branches, at random") struct BranchesPropertyTests {
  /// A run that can be begun anew, changed at random, and compared.
  struct Subject: Sendable, CustomTestStringConvertible {
    let name: String
    let begin: @Sendable () throws -> any Run
    let change: @Sendable (inout SplitMix64) -> Change
    /// Everything that later steps depend on, and what is shown.
    let state: @Sendable (any Run) -> [String]
    var testDescription: String { name }
  }

  static let subjects: [Subject] = [
    Subject(
      name: "perceptron, given order",
      begin: {
        PerceptronRun(dataset: cloud, perceptron: Perceptron(weights: [0.3, -0.2], bias: 0.1), learningRate: 0.1)
      },
      change: perceptronChange, state: perceptronState),
    Subject(
      name: "perceptron, shuffled",
      begin: {
        PerceptronRun(
          dataset: cloud, perceptron: Perceptron(weights: [0.3, -0.2], bias: 0.1), learningRate: 0.1,
          order: .shuffled(seed: 3))
      }, change: perceptronChange, state: perceptronState),
    Subject(
      name: "network with adam and dropout",
      begin: {
        var description = Description(.network)
        description[.optimizer] = .word("adam")
        description[.dropout] = .number(0.2)
        description[.hidden] = .integers([3])
        return try NetworkRun(description, dataset: cloud, test: cloud, isWatched: true)
      },
      change: { generator in
        switch generator.index(below: 5) {
        case 0: .setting(.optimizer, .word(["sgd", "adam", "momentum"][generator.index(below: 3)]))
        case 1: .setting(.batchSize, .integer(1 + generator.index(below: 9)))
        case 2: .parameter(index: generator.index(below: 9), value: generator.uniform(-1, 1))
        default: .setting(.learningRate, .number(generator.uniform(0.001, 0.2)))
        }
      },
      state: { run in
        guard let run = run as? NetworkRun else { return [] }
        return [
          "\(run.model.parameters.values)", "\(run.position) \(run.permutation ?? [])", "\(run.batchLoss as Double?)",
          "\(run.status)", "\(run.pace)", "\(run.bestLoss) \(run.epochsSinceBest)",
        ]
      }),
    Subject(
      name: "descent with momentum",
      begin: {
        DescentRun(
          try PlaneFunction(parsing: "himmelblau", variables: .xAndY), method: .optimizer(.momentum()),
          learningRate: 0.001)
      },
      change: { generator in
        switch generator.index(below: 4) {
        case 0: .setting(.optimizer, .word(["sgd", "adam", "newton"][generator.index(below: 3)]))
        case 1: .point([generator.uniform(-4, 4), generator.uniform(-4, 4)])
        default: .setting(.learningRate, .number(generator.uniform(0.0001, 0.01)))
        }
      },
      state: { run in
        guard let run = run as? DescentRun else { return [] }
        return run.descents.flatMap {
          [
            "\($0.point) \($0.value) \($0.gradient)", "\($0.status)", "\($0.path.places)",
            "\($0.lastStep as DescentStep?)",
          ]
        }
      }),
  ]

  private static let cloud: Dataset = {
    var generator = SplitMix64(seed: 8)
    let inputs = (0..<40).map { _ in generator.normal() }
    let labels = (0..<20).map { inputs[2 * $0] + 0.3 * inputs[2 * $0 + 1] > 0.2 ? 0 : 1 }
    return Dataset(name: "cloud", inputs: inputs, targets: .classes(labels, names: ["A", "B"]))
  }()

  private static let perceptronChange: @Sendable (inout SplitMix64) -> Change = { generator in
    switch generator.index(below: 4) {
    case 0: .parameter(index: generator.index(below: 3), value: generator.uniform(-1, 1))
    case 1: .dataset(cloud.examples(at: (0..<(5 + generator.index(below: 15))).map { $0 }))
    default: .setting(.learningRate, .number(generator.uniform(0.01, 2)))
    }
  }

  private static let perceptronState: @Sendable (any Run) -> [String] = { run in
    guard let run = run as? PerceptronRun, let picture = run.picture(PictureRequest()) as? PerceptronPicture else {
      return []
    }
    return [
      "\(run.perceptron)", "\(run.status)", "\(run.mistakes) \(picture.position) \(picture.epochMistakes)",
      "\(run.lastStep as PerceptronStep?)", "\(run.nextIndex as Int?) \(run.epochsCompleted)",
      "\(picture.origin) \(picture.mistakesSinceOrigin)",
    ]
  }

  /// What is known of a branch without any timeline: the changes that were made to it.
  struct Truth {
    var changes: [(step: Int, change: Change)] = []

    func run(_ subject: Subject, at step: Int) throws -> (any Run, History) {
      var run = try subject.begin()
      var history = History()
      for (at, change) in changes where at <= step {
        if at > run.step { run.advance(by: at - run.step, history: &history) }
        try run.apply(change)
      }
      run.advance(by: step - run.step, history: &history)
      return (run, history)
    }

    mutating func apply(_ change: Change, at step: Int) {
      changes.removeAll { $0.step > step }
      if let last = changes.last, last.step == step, change.replaces(last.change) { changes.removeLast() }
      changes.append((step, change))
    }
  }

  @Test(
    "every state that is visited equals that of a fresh run with the same changes", arguments: subjects, 1...8)
  func exact(subject: Subject, seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    // So little memory that checkpoints are thinned all the time.
    var branches = Branches(try subject.begin(), memory: seed.isMultiple(of: 3) ? 1 << 20 : 1)
    var truths: [Int: Truth] = [0: Truth()]
    // What taking back must bring about: for each thing done, what it was and what was before.
    var undos: [(Change?, branch: Int, before: [Int: Truth])] = []
    for turn in 0..<45 {
      switch generator.index(below: 10) {
      case 0, 1, 2: branches.advance(by: generator.index(below: 60))
      case 3, 4: branches.go(to: generator.index(below: branches.head + 2))
      case 5: branches.go(to: branches.step - 1 - generator.index(below: 3))
      case 6: branches.go(byEpochs: generator.index(below: 5) - 2)
      case 7:
        let change = subject.change(&generator)
        let step = branches.present.step
        let id = branches.currentID
        let before = truths
        // Another one each time: what would change nothing any more is passed over.
        let inverse = Change.setting(.learningRate, .number(0.03 + Double(turn) * 1e-5))
        guard (try? branches.apply(change, undo: inverse)) != nil else { continue }
        truths[id]?.apply(change, at: step)
        undos.append((inverse, id, before))
      case 8 where generator.index(below: 3) > 0 && !undos.isEmpty:
        let (change, id, before) = undos.removeLast()
        if change == nil {
          try branches.takeBack()
          truths[id] = nil
        } else if branches.bringsFutureBack {
          try branches.takeBack()
          truths[id] = before[id]
        } else if let change {
          branches.switchTo(branch: id)
          let step = branches.present.step
          try branches.takeBack()
          truths[id]?.apply(change, at: step)
        }
      default:
        if generator.index(below: 2) == 0, branches.all.count < Branches.most {
          let from = branches.currentID
          let step = branches.present.step
          try branches.fork()
          var truth = truths[from] ?? Truth()
          truth.changes.removeAll { $0.step > step }
          undos.append((nil, branches.currentID, truths))
          truths[branches.currentID] = truth
        } else {
          branches.switchTo(branch: branches.all[generator.index(below: branches.all.count)].id)
        }
      }
      #expect(Set(branches.all.map(\.id)) == Set(truths.keys))
      try compare(branches, truths, subject, "turn \(turn)")
    }
    try compareCurves(branches, truths, subject)
  }

  private func compare(_ branches: Branches, _ truths: [Int: Truth], _ subject: Subject, _ turn: Comment) throws {
    for branch in branches.all {
      let truth = try #require(truths[branch.id])
      let present = branch.timeline.present
      var (run, history) = try truth.run(subject, at: present.step)
      // Whether the next step leads anywhere is known only by trying.
      if case .diverged = present.status { run.advance(by: 1, history: &history) }
      #expect(present.step == run.step, turn)
      #expect(subject.state(present) == subject.state(run), turn)
    }
    let open = branches.all.filter { $0.timeline.present.status.canAdvance }
    #expect(open.allSatisfy { $0.timeline.present.step == branches.step }, turn)
  }

  private func compareCurves(_ branches: Branches, _ truths: [Int: Truth], _ subject: Subject) throws {
    for branch in branches.all {
      let truth = try #require(truths[branch.id])
      let (_, history) = try truth.run(subject, at: branch.timeline.head)
      for curve in History.Curve.allCases {
        let (kept, fresh) = (branch.timeline.history[curve], history[curve])
        guard fresh.count > 0 else { continue }
        #expect(kept.count == fresh.count, "\(curve)")
        #expect("\(kept.buckets)" == "\(fresh.buckets)", "\(curve)")
      }
    }
  }
}
