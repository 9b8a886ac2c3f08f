import Learning
import Testing

@testable import Training

@Suite("LandscapeRun") struct LandscapeRunTests {
  private func description(_ settings: [Key: String]) throws -> Description {
    try Description(.landscape, parsing: settings.map { (key: $0.key.rawValue, value: $0.value) })
  }

  private func run(_ settings: [Key: String] = [:]) throws -> LandscapeRun {
    let assembled = try AssembledRun(loading: try description(settings), isWatched: true)
    return try #require(assembled.run as? LandscapeRun)
  }

  private func picture(_ run: LandscapeRun, _ plane: LandscapeChoice? = nil) throws -> LandscapePicture {
    try #require(run.picture(.landscape(columns: 12, rows: 9, plane: plane)) as? LandscapePicture)
  }

  private func network(_ run: LandscapeRun) throws -> NetworkRun { try #require(run.subject as? NetworkRun) }

  @Test("it learns as the run alone would, whatever the path needs")
  func learns() throws {
    var landscape = try run([.data: "gauss", .hidden: "3"])
    var alone = try network(landscape)
    var (history, aloneHistory) = (History(), History())
    landscape.advance(by: 777, history: &history)
    alone.advance(by: 777, history: &aloneHistory)
    #expect(landscape.subject.parameterValues == alone.parameterValues)
    #expect(landscape.step == 777 && landscape.epochsCompleted == alone.epochsCompleted)
    #expect(history == aloneHistory)
  }

  @Test("the path does not depend on how the steps are divided", arguments: [1, 7, 64, 1000])
  func divided(stride: Int) throws {
    var (history, parts) = (History(), History())
    var whole = try run([.data: "gauss", .hidden: "2"])
    var divided = whole
    whole.advance(by: 1000, history: &history)
    while divided.step < 1000 { divided.advance(by: min(stride, 1000 - divided.step), history: &parts) }
    #expect(divided.trajectory == whole.trajectory)
    #expect(whole.trajectory.spacing == 4)
  }

  @Test("going back and forth in time leads to the same path, changes by hand included")
  func timeTravel() throws {
    var timeline = Timeline(try run([.data: "gauss", .hidden: "2"]))
    timeline.advance(by: 40)
    try timeline.apply(.parameter(index: 0, value: 3))
    try timeline.apply(.parameter(index: 0, value: 2))
    timeline.advance(by: 400)
    let there = try #require(timeline.present as? LandscapeRun)
    timeline.go(to: 13)
    timeline.go(to: 440)
    let again = try #require(timeline.present as? LandscapeRun)
    #expect(again.trajectory == there.trajectory)
    #expect(again.trajectory.points.contains { $0.isJump && $0.step == 40 && $0.parameters[0] == 2 })
    timeline.go(to: 39)
    let before = try #require(timeline.present as? LandscapeRun)
    #expect(!before.trajectory.points.contains { $0.isJump })
  }

  @Test("over two weights a perceptron's position is their values, and its loss that of the surface there")
  func weights() throws {
    let run = try run([.of: "perceptron", .data: "and", .planeWeights: "w0,w2"])
    let picture = try self.picture(run)
    #expect(picture.plane.kind == .weights && picture.plane.axisNames == ["w0", "w2"])
    #expect(picture.plane.weights == [0, 2])
    // The lecture's start: w1 0.2, w2 0, w0 -0.1.
    #expect(picture.position == PlanePlace(alpha: -0.1, beta: 0))
    #expect(picture.plane.origin == [0, 0.2, 0])
    // By hand: (1,0) 0.1 as B, (1,1) 0.1 as A, (0,1) and (0,0) -0.1 as B: one is missed by 0.1.
    #expect(abs(picture.loss - 0.025) < 1e-15)
    #expect(picture.path.count == 1 && picture.path[0].distance == 0)
    #expect(abs(picture.path[0].sliceLoss - 0.025) < 1e-15)
    #expect(picture.rangeAlpha.contains(-0.1) && picture.rangeBeta.contains(0))
  }

  // Towards another model needs one; `LandscapeRecordTests` goes there.
  @Test(
    "every place of a surface has the loss of a run with those weights",
    arguments: LandscapePlane.Kind.allCases.filter { $0 != .towards })
  func surface(kind: LandscapePlane.Kind) throws {
    var run = try run([.data: "circle", .hidden: "3"])
    var history = History()
    run.advance(by: 60, history: &history)
    let picture = try picture(run, LandscapeChoice(kind, weights: [0, 4], seed: 5))
    #expect(picture.plane.kind == kind)
    #expect(picture.losses.count == 12 * 9 && picture.alphas.count == 12 && picture.betas.count == 9)
    for (row, column) in [(0, 0), (8, 11), (4, 3)] {
      var moved = try network(run)
      try moved.apply(
        .parameters(picture.plane.parameters(alpha: picture.alphas[column], beta: picture.betas[row])))
      #expect(abs(moved.trainingScore.loss - picture.losses[row * 12 + column]) < 1e-5)
    }
    let held = picture.path.allSatisfy {
      picture.rangeAlpha.contains($0.alpha) && picture.rangeBeta.contains($0.beta)
    }
    #expect(held)
    // The present point lies on every plane, so the surface there is the loss.
    let present = try #require(picture.path.last)
    #expect(present.step == 60 && present.distance < 1e-12)
    #expect(abs(present.loss - present.sliceLoss) < 1e-5)
    #expect(abs(present.loss - picture.loss) < 1e-12)
  }

  @Test("principal directions hold more of the path than random ones")
  func principal() throws {
    var run = try run([.data: "circle"])
    var history = History()
    run.advance(by: 200, history: &history)
    let principal = try picture(run)
    let explained = try #require(principal.explained)
    #expect(explained[0] > 0.5 && explained[0] + explained[1] <= 1 + 1e-12)
    let random = try picture(run, LandscapeChoice(.random, weights: [], seed: 1))
    #expect(random.explained == nil)
    func distance(_ picture: LandscapePicture) -> Double { picture.path.reduce(0) { $0 + $1.distance * $1.distance } }
    #expect(distance(principal) < distance(random))
    // What is not explained is what lies beside the plane.
    let last = run.subject.parameterValues
    let square = run.trajectory.points.reduce(0) { total, point in
      total + zip(point.parameters, last).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    }
    #expect(abs(distance(principal) / square - (1 - explained[0] - explained[1])) < 1e-9)
  }

  @Test("weights set by hand reach the run, and the path says so")
  func byHand() throws {
    var run = try run([.of: "perceptron", .data: "and"])
    try run.apply(.parameters([1, 2, 3]))
    #expect(run.subject.parameterValues == [1, 2, 3])
    let path = try picture(run).path
    #expect(path.map(\.isJump) == [false, true])
    #expect(path[1].alpha == 2 && path[1].beta == 3)
  }

  @Test("other examples make another surface, and other losses along the path")
  func dataset() throws {
    var run = try run([.of: "perceptron", .data: "and"])
    var history = History()
    run.advance(by: 3, history: &history)
    let before = try picture(run)
    let own = run.subject.dataset
    let points = own.with(inputs: [5] + own.inputs.dropFirst())
    try run.apply(.dataset(points))
    let after = try picture(run)
    #expect(after.losses != before.losses)
    let landscape = LossLandscape(.perceptron([.x1, .x2]), on: points)
    for point in run.trajectory.points { #expect(point.loss == landscape.exactLoss(at: point.parameters)) }
  }

  @Test("settings of the plane are taken live, those of the run passed on")
  func settings() throws {
    var run = try run([.data: "circle"])
    try run.apply(.setting(.directions, .word("weights")))
    try run.apply(.setting(.planeWeights, .words(["h1.1.v0", "out.1.w2"])))
    #expect(try picture(run).plane.axisNames == ["h1.1.v0", "out.1.w2"])
    try run.apply(.setting(.learningRate, .number(0.5)))
    #expect(run.learningRate == 0.5 && run.description.learningRate == 0.5)
    #expect(throws: ChangeError.self) { try run.apply(.setting(.planeWeights, .words(["w9", "w1"]))) }
    #expect(throws: ChangeError.needsNewStart(.towards)) { try run.apply(.setting(.towards, .word("x"))) }
  }

  @Test("what the run takes live, its landscape takes live")
  func live() throws {
    let network = try description([.data: "circle"])
    #expect(try network.changing(.learningRate, to: .number(0.5)).restarting == nil)
    #expect(try network.changing(.optimizer, to: .word("adam")).restarting == nil)
    #expect(try network.changing(.directions, to: .word("random")).restarting == nil)
    #expect(try network.changing(.hidden, to: .integers([3])).restarting == .hidden)
    let perceptron = try description([.of: "perceptron"])
    #expect(try perceptron.changing(.activation, to: .words(["step"])).restarting == nil)
    #expect(try perceptron.changing(.epochs, to: .integer(3)).restarting == .epochs)
  }

  @Test("its command and its JSON lead back to it")
  func spellings() throws {
    let described = try description([
      .of: "perceptron", .planeWeights: "w0,w1", .data: "or", .span: "2", .weights: "w1=0.5,w2=0,w0=1",
    ])
    #expect(
      described.commandLine
        == "downhill landscape perceptron --plane-weights w0,w1 --span 2 --data or --weights w1=0.5,w2=0,w0=1")
    #expect(try Description(json: described.json).json.text == described.json.text)
    #expect(described.ofSubject.commandLine == "downhill perceptron --data or --weights w1=0.5,w2=0,w0=1")
  }

  @Test("names of weights that are not there are refused")
  func refused() throws {
    #expect(throws: AssembledRun.Failure.unknownWeight("w4", known: ["w0", "w1", "w2"])) {
      try run([.of: "perceptron", .directions: "weights", .planeWeights: "w4,w1"])
    }
    #expect(throws: AssembledRun.Failure.repeatedWeight("w1")) {
      try run([.of: "perceptron", .directions: "weights", .planeWeights: "w1,w1"])
    }
    #expect(throws: DescriptionErrors.self) { try description([.directions: "towards"]) }
    #expect(throws: DescriptionErrors.self) { try description([.of: "surface"]) }
    #expect(throws: DescriptionErrors.self) { try description([.of: "perceptron", .directions: "towards"]) }
  }

  @Test("a network's weights are named by their place")
  func names() throws {
    let network = try Network(
      inputs: [.x1, .x2], hidden: [.init(units: 2, activation: .tanh)], outputs: 1, outputActivation: .sigmoid,
      loss: .binaryCrossEntropy)
    #expect(
      ParameterName.all(of: .network(network)) == [
        "h1.1.v1", "h1.1.v2", "h1.2.v1", "h1.2.v2", "h1.1.v0", "h1.2.v0", "out.1.w1", "out.1.w2", "out.1.w0",
      ])
  }

  @Test("the written surface reaches from edge to edge and is that of double precision")
  func written() throws {
    var run = try run([.data: "circle", .resolution: "5", .span: "2", .directions: "random"])
    var history = History()
    run.advance(by: 20, history: &history)
    let surface = run.surface()
    #expect(surface.alphas == [-2, -1, 0, 1, 2] && surface.betas == surface.alphas)
    #expect(surface.position == PlanePlace(alpha: 0, beta: 0))
    #expect(surface.losses[12] == surface.loss)
    let slice = run.surface(isSlice: true)
    #expect(slice.betas == [0] && slice.losses == Array(surface.losses[10..<15]))
    #expect(surface.path.count == 21)
  }

  @Test("of a branch in the background nothing is worked out that nobody sees, and its numbers are its own")
  func outline() throws {
    var branches = Branches(try run([.data: "circle", .hidden: "2", .directions: "weights"]))
    branches.advance(by: 30)
    try branches.fork()
    try branches.apply(.setting(.learningRate, .number(0.3)))
    branches.advance(by: 20)
    let request = PictureRequest.landscape(columns: 12, rows: 9, subject: .init(columns: 10, rows: 10))
    let snapshot = Snapshot(branches, generation: 0, isPlaying: false, speed: .unlimited, request: request)
    let spoken = try #require(snapshot.picture as? LandscapePicture)
    #expect(spoken.losses.count == 12 * 9 && !spoken.path.isEmpty)
    let other = try #require(snapshot.otherBranches.first?.picture as? LandscapePicture)
    #expect(other.losses.isEmpty && other.path.isEmpty && other.alphas.isEmpty && other.betas.isEmpty)
    let network = try #require(other.subject as? NetworkPicture)
    #expect(network.field.values.isEmpty && network.predictions.isEmpty && network.stability == nil)
    let alone = try #require(branches.all[0].timeline.present as? LandscapeRun)
    let (whole, score) = (try picture(alone), try self.network(alone).trainingScore)
    #expect(other.position == whole.position && other.position != spoken.position)
    #expect(other.loss == whole.loss && other.parameters == whole.parameters && network.training == score)
  }

  @Test("no columns and no rows give no surface, and nothing traps", arguments: [(0, 0), (0, 3), (1, 1), (2, 0)])
  func tiny(columns: Int, rows: Int) throws {
    let run = try run([.of: "perceptron"])
    let picture = try #require(run.picture(.landscape(columns: columns, rows: rows)) as? LandscapePicture)
    #expect(picture.losses.count == columns * rows)
  }
}
