import Learning
import Terminal
import Testing

@testable import Interface
@testable import Training

/// `R` draws new weights on the same data, `N` new data under the same weights, as the help promises.
@Suite("Keys that draw anew") struct SeedKeyTests {
  private func app(_ scene: SceneKind, _ settings: [(String, String)]) throws -> SteppedApp {
    SteppedApp(try Description(scene, parsing: settings.map { (key: $0.0, value: $0.1) }))
  }

  /// The first weights and the examples on the screen, of each member where there are several.
  private func seen(_ app: SteppedApp) throws -> (weights: [[Double]], data: [Dataset?], order: [ExampleOrder]) {
    let run = try #require(app.timeline?.present)
    let members: [any Run] = (run as? RaceRun)?.members.map(\.run) ?? [(run as? LandscapeRun)?.subject ?? run]
    let weighted = members.compactMap { $0 as? any ParameterizedRun }
    let order = members.compactMap { member in
      (member as? NetworkRun)?.pace.order ?? (member.picture(PictureRequest()) as? PerceptronPicture)?.order
    }
    return (weighted.map(\.parameterValues), weighted.map(\.dataset), order)
  }

  static let scenes: [(scene: SceneKind, settings: [(String, String)])] = [
    (.perceptron, [("data", "gauss"), ("examples", "20"), ("order", "shuffled")]),
    (.perceptron, [("data", "moons"), ("examples", "20"), ("initializer", "uniform")]),
    (.network, [("data", "circle"), ("examples", "40")]),
    (.landscape, [("of", "network"), ("data", "circle"), ("examples", "40")]),
    (.landscape, [("of", "perceptron"), ("data", "gauss"), ("examples", "20")]),
    (.race, [("of", "network"), ("data", "circle"), ("examples", "40"), ("vary", "learning-rate=0.01,0.1")]),
    (.race, [("of", "network"), ("data", "circle"), ("examples", "40"), ("vary", "order-seed=1,2,3")]),
  ]

  @Test("every scene that has the keys keeps what they promise", arguments: scenes.indices)
  func promise(index: Int) throws {
    let (scene, settings) = Self.scenes[index]
    var app = try app(scene, settings)
    let before = try seen(app)
    let words = app.state.description.commandLine
    app.press(.right, .character("R"))
    let redrawn = try seen(app)
    #expect(redrawn.data == before.data && redrawn.order == before.order)
    #expect(zip(redrawn.weights, before.weights).allSatisfy { $0 != $1 })
    #expect(app.timeline?.present.step == 0 && "\(app.state.note ?? "")".contains("weight-seed 2"))
    // The command that is printed leads to the same weights.
    let again = try AssembledRun(loading: Description(json: app.state.description.json))
    #expect(try seen(app).weights.first == weights(again.run).first)
    app.press(.character("N"))
    let fresh = try seen(app)
    #expect(fresh.weights == redrawn.weights && fresh.order == redrawn.order)
    #expect(zip(fresh.data, before.data).allSatisfy { $0 != $1 })
    #expect("\(app.state.note ?? "")".contains("data-seed 2"))
    app.press(.character("u"), .character("u"))
    #expect(try seen(app).weights == before.weights && seen(app).data == before.data)
    #expect(app.state.description.commandLine == words)
    // The reset goes to the same start, not to another.
    app.press(.character("R"), .right, .character("r"))
    #expect(try seen(app).weights == redrawn.weights)
    app.expectSoundFrame()
  }

  private func weights(_ run: any Run) -> [[Double]] {
    if let race = run as? RaceRun { return race.members.flatMap { weights($0.run) } }
    return [((run as? LandscapeRun)?.subject ?? run as? any ParameterizedRun)?.parameterValues ?? []]
  }

  @Test("the help of every key that speaks of the same data or new data is kept by these tests")
  func help() {
    let bindings = KeyBindings().bindings.filter { $0.help.contains("same data") || $0.help.contains("new data") }
    #expect(Set(bindings.map(\.action)) == [.app(.reseed), .app(.newData)])
    let tried = Set(Self.scenes.map(\.scene))
    for binding in bindings { #expect(binding.scope == .scenes(tried), "\(binding.action)") }
  }

  @Test("a given start lets go, and comes back with u") func givenStart() throws {
    var app = try app(.perceptron, [("weights", "w1=3,w2=-1,w0=0.5")])
    app.press(.character("R"))
    #expect(app.state.description.explicit[.weights] == nil)
    let weights = try seen(app).weights[0]
    #expect(weights != [0.5, 3, -1] && weights.allSatisfy { abs($0) < 0.5 })
    app.press(.character("u"))
    #expect(try seen(app).weights == [[0.5, 3, -1]])
  }

  @Test("points placed by hand are the same data too") func pointsByHand() throws {
    for scene in [SceneKind.perceptron, .network] {
      var app = try app(scene, [("data", "gauss"), ("examples", "8"), ("test-fraction", "0")])
      let own = try #require(app.state.dataset)
      let points = own.with(inputs: [7] + own.inputs.dropFirst())
      app.carryOut([.replaceDataset(points)])
      app.press(.character("R"))
      let after = try seen(app)
      #expect(after.data == [points] && app.state.dataset == points)
      app.press(.character("u"))
      #expect(try seen(app).data == [points])
      // New data take their place, and u brings them back.
      app.press(.character("N"))
      #expect(try seen(app).data != [points])
      app.press(.character("u"))
      #expect(try seen(app).data == [points] && app.state.dataset == points)
    }
  }

  @Test("where nothing is drawn, nothing happens and that is said") func nothing() throws {
    var gate = try app(.perceptron, [])
    let generation = gate.state.generation
    gate.press(.character("N"))
    #expect(gate.state.generation == generation && gate.state.description.explicit.isEmpty)
    #expect("\(gate.state.note ?? "")".contains("data-seed changes nothing here"))
    gate.press(.character("u"))
    #expect(gate.state.note == "nothing to undo")
    var zeros = try app(.network, [("initializer", "zeros")])
    zeros.press(.character("R"))
    #expect("\(zeros.state.note ?? "")".contains("zeros"))
    var race = try app(.race, [("of", "network"), ("vary", "seed=1,2"), ("examples", "20")])
    let before = try seen(race)
    race.press(.character("R"), .character("N"))
    #expect(try seen(race).weights == before.weights && seen(race).data == before.data)
    #expect(race.state.note == "the runs differ in the seed")
    #expect("\(race.state.scene.title(context: race.state.context))".contains("data, weights, order differ"))
  }

  @Test("the settings show the seeds that stand by themselves, and turn them") func settings() throws {
    for scene in [SceneKind.perceptron, .network] {
      var app = try app(scene, [("data", "gauss"), ("examples", "8"), ("order", "shuffled")])
      let usual = Key.seeds(shownBy: app.state.description)
      #expect(usual == [.seed])
      app.press(.character("R"))
      #expect(Key.seeds(shownBy: app.state.description) == [.seed, .weightSeed])
      let keys =
        scene == .network
        ? NetworkSettings.keys(app.state.description) : PerceptronSettings.keys(app.state.description)
      #expect(keys.contains(.weightSeed))
      let before = try seen(app)
      app.carryOut([.set(.orderSeed, .integer(4))])
      #expect(try seen(app).data == before.data && seen(app).weights == before.weights)
      #expect(try seen(app).order != before.order)
    }
  }

  @Test("lines of other starts are of the same data: every one separates it") func otherLines() throws {
    let description = try Description(.perceptron, parsing: [(key: "data", value: "gauss"), ("order", "shuffled")])
    let dataset = try #require(AssembledRun(loading: description).dataset)
    let lines = OtherSeeds.lines(description, dataset, count: 6)
    #expect(lines.count >= 4 && Set(lines).count == lines.count)
    guard case .classes(let labels, _) = dataset.targets else { return #expect(Bool(false)) }
    for line in lines {
      for (index, label) in labels.enumerated() {
        let (x1, x2) = dataset.input(at: index)
        #expect((line[0] + line[1] * x1 + line[2] * x2 >= 0) == (label == 0))
      }
    }
  }
}
