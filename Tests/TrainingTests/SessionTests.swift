import Foundation
import Learning
import TestSupport
import Testing

@testable import Training

@Suite("Session") struct SessionTests {
  /// A description with what is done to its run: so many steps, then a change, and so on.
  struct Story: Sendable, CustomTestStringConvertible {
    let scene: SceneKind
    let pairs: [(key: String, value: String)]
    let acts: [(steps: Int, change: Change)]
    var back = 3
    var testDescription: String { "\(scene.rawValue) \(pairs.map(\.value))" }

    /// The run after all of it, and the session that was saved then.
    func told() throws -> (timeline: Timeline, session: Session) {
      let description = try Description(scene, parsing: pairs)
      let assembled = try AssembledRun(loading: description, isWatched: true)
      var timeline = Timeline(assembled.run)
      for act in acts {
        timeline.advance(by: act.steps)
        try timeline.apply(act.change)
      }
      timeline.advance(by: 7)
      timeline.go(to: timeline.present.step - back)
      let session = Session(
        description, training: assembled.dataset, test: assembled.test,
        view: .init(panel: "curve", isEnlarged: true, theme: "light", palette: "grey", speed: 15))
      return (timeline, session.standing(at: timeline))
    }
  }

  private static let points = Dataset(
    name: "mine", inputs: [0.1, -0.2, 1e-300, 3, -0.0, 5.5],
    targets: .classes([0, 1, 0], names: ["A", "β \u{1B}[31m"]))

  static let stories: [Story] = [
    Story(scene: .perceptron, pairs: [("data", "and")], acts: []),
    Story(
      scene: .perceptron, pairs: [("data", "gauss"), ("order", "shuffled"), ("seed", "9007199254740991")],
      acts: [
        (5, .setting(.learningRate, .number(0.3))), (400, .parameters([0.1, -1.0 / 3, 1e-7])),
        (0, .parameter(index: 1, value: -0.0)), (3, .dataset(points)),
      ]),
    Story(
      scene: .network, pairs: [("data", "xor"), ("hidden", "3,2"), ("optimizer", "adam"), ("dropout", "0.2")],
      acts: [(20, .setting(.learningRate, .number(0.01))), (77, .setting(.batchSize, .integer(3)))]),
    Story(scene: .network, pairs: [("data", "plane")], acts: [(13, .parameter(index: 2, value: 0.5))]),
    Story(
      scene: .curve, pairs: [("function", "x^4 - 3x^2")],
      acts: [(2, .point([1.5])), (1, .setting(.optimizer, .word("momentum")))]),
    Story(
      scene: .surface,
      pairs: [("function", "min(x, y)^2 + y^2"), ("vary", "learning-rate=0.1,0.2"), ("start", "x=3,y=-2")],
      acts: [(2, .point([0.5, 1.0 / 7]))]),
    Story(
      scene: .graph, pairs: [("function", "sin(x^2)")], acts: [(2, .setting(.at, .assignments([.init("x", 0.7)])))]),
    Story(scene: .race, pairs: [("of", "perceptron"), ("data", "gauss"), ("vary", "learning-rate=0.1,1")], acts: []),
    Story(
      scene: .landscape, pairs: [("of", "perceptron"), ("data", "gauss")],
      acts: [
        (3, .setting(.directions, .word("random"))), (0, .setting(.planeSeed, .integer(7))),
        (9, .setting(.learningRate, .number(0.25))), (0, .dataset(points)),
      ]),
    Story(
      scene: .landscape, pairs: [("data", "xor"), ("hidden", "2")],
      acts: [
        (5, .setting(.directions, .word("weights"))), (0, .setting(.planeWeights, .words(["h1.1.v2", "out.1.w0"]))),
        (4, .setting(.span, .number(2.5))), (0, .setting(.resolution, .integer(9))),
        (1, .setting(.batchSize, .integer(4))),
      ]),
  ]

  @Test("What was saved comes back with the same numbers, bit for bit, and so does the step before", arguments: stories)
  func back(story: Story) throws {
    let (timeline, session) = try story.told()
    let read = try Session(Array(session.text.utf8), named: "s.json")
    var assembled = try AssembledRun(opening: read)
    let opened = try assembled.follow(read)
    #expect(opened.present.step == timeline.present.step && opened.head == timeline.head)
    #expect(opened.present.fingerprint == timeline.present.fingerprint)
    #expect(opened.stands(as: read))
    // Back before the saved step, and on beyond the furthest one.
    for step in [0, 1, session.step / 2, session.step, session.head] {
      var (first, second) = (timeline, opened)
      first.go(to: step)
      second.go(to: step)
      #expect(first.present.fingerprint == second.present.fingerprint, "step \(step)")
      if step == session.head {
        first.advance(by: 30)
        second.advance(by: 30)
        #expect(first.present.step == second.present.step && first.present.fingerprint == second.present.fingerprint)
      }
    }
  }

  @Test("Save, load, save: the same session and the same bytes", arguments: stories)
  func identical(story: Story) throws {
    let session = try story.told().session
    let read = try Session(Array(session.text.utf8), named: "s.json")
    #expect(read == session)
    #expect(read.text == session.text)
    #expect(session.text.utf8.starts(with: Session.signature.utf8))
    #expect(!session.text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || (0x7F..<0xA0).contains($0.value) })
  }

  @Test("The way through the trainer's commands leads to the same place", arguments: stories)
  func itinerary(story: Story) throws {
    let session = try story.told().session
    let trainer = Trainer(try AssembledRun(opening: session).run, generation: 1, on: try Worker()) {}
    for command in session.itinerary { trainer.send(command) }
    #expect(trainer.timeline().stands(as: session))
  }

  /// Branches after forks, changes before and behind them, and the closing of one: of a network that goes on for ever, or of
  /// perceptrons that end at different steps.
  private func forked(_ seed: UInt64) throws -> (branches: Branches, session: Session) {
    var random = SplitMix64(seed: seed)
    let description =
      try seed.isMultiple(of: 2)
      ? Description(.perceptron, parsing: [("order", "shuffled"), ("seed", "\(seed)")])
      : Description(
        .network, parsing: [("data", "circle"), ("hidden", "3"), ("order", "shuffled"), ("seed", "\(seed)")])
    let assembled = try AssembledRun(loading: description, isWatched: true)
    var branches = Branches(assembled.run)
    for _ in 0..<25 {
      switch random.index(below: 8) {
      case 0...2: branches.advance(by: random.index(below: 40))
      case 3: branches.go(to: random.index(below: branches.head + 1))
      case 4: try branches.apply(.setting(.learningRate, .number(0.01 * Double(1 + random.index(below: 30)))))
      case 5: if branches.all.count < Branches.most { try branches.fork() }
      case 6: branches.switchTo(branch: branches.all[random.index(below: branches.all.count)].id)
      default: if branches.all.count > 2 { try branches.close() }
      }
    }
    let session = Session(description, training: assembled.dataset, test: assembled.test)
    return (branches, session.standing(at: branches))
  }

  @Test("Branches come back with their letters, places and numbers", arguments: 1...20 as ClosedRange<UInt64>)
  func branches(seed: UInt64) throws {
    let (saved, session) = try forked(seed)
    let read = try Session(Array(session.text.utf8), named: "s.json")
    #expect(read == session && read.text == session.text)
    var engine = Engine(try AssembledRun(opening: read).run, generation: 1)
    engine.carryOut(read.itinerary)
    #expect(engine.snapshot().refusals.isEmpty)
    var opened = engine.branches
    #expect(opened.all.map(\.place) == saved.all.map(\.place))
    #expect(opened.currentID == saved.currentID && opened.step == saved.step && opened.head == saved.head)
    #expect(opened.current.timeline.stands(as: read))
    var original = saved
    for step in [saved.step, 0, saved.head / 2, saved.head] {
      original.go(to: step)
      opened.go(to: step)
      #expect(
        opened.all.map(\.timeline.present.fingerprint) == original.all.map(\.timeline.present.fingerprint), "\(step)")
    }
    #expect(opened.all.map(\.timeline.history) == original.all.map(\.timeline.history))
  }

  @Test(
    "Branches that can't be are refused",
    arguments: [
      #"[{"id":4,"fork":0}]"#, #"[{"id":0,"fork":0},{"id":0,"parent":0,"fork":0,"head":0,"changes":[]}]"#,
      #"[{"id":0,"fork":0,"head":0,"changes":[]}]"#, #"[{"id":0,"fork":0},{"id":1,"parent":0,"fork":0}]"#,
      #"[{"id":1,"fork":0},{"id":2,"parent":3,"fork":0,"head":0,"changes":[]}]"#, #"[]"#, #"{}"#,
      #"[{"id":0,"fork":-1}]"#, #"[{"id":0,"fork":0,"changes":[]}]"#,
    ])
  func impossibleBranches(text: String) throws {
    let start = #"{"downhill":"session","version":1,"description":{"scene":"network"},"view":{"panel":"","#
    let end = #""enlarged":false,"theme":"","palette":""},"head":0,"step":0,"fingerprint":"","changes":[],"branches":"#
    do throws(SessionError) {
      _ = try Session(Array("\(start)\(end)\(text)}".utf8), named: "s")
      Issue.record("it was read")
    } catch {
      guard case .shape(let place, _) = error.problem, place.hasPrefix("branches") else { throw error }
    }
  }

  @Test("A limit that nobody asked for is not in the file")
  func limits() throws {
    let session = Session(Description(.perceptron))
    #expect(!session.text.contains("epochs"))
    #expect(try Session(Array(session.text.utf8), named: "s").description == session.description)
  }

  @Test("Numbers that differ in one bit are noticed")
  func fingerprints() throws {
    var run = PerceptronRun(Description(.perceptron), dataset: try BuiltInDataset.and.dataset())
    // FNV-1a of the eight bytes of the step and those of the weights, worked out with Python's integers.
    try run.apply(.parameters([1, 0, -2]))
    #expect(run.fingerprint == Self.recorded)
    let before = run.fingerprint
    try run.apply(.parameters([1, 0, (-2.0).nextUp]))
    #expect(run.fingerprint != before)
  }

  // def fnv(words): h = 0xcbf29ce484222325; for b in b''.join(words): h = (h ^ b) * 0x100000001b3 % 2**64
  // '%016x' % fnv([struct.pack('<Q', 0)] + [struct.pack('<d', x) for x in (1, 0, -2)])
  private static let recorded = "93b65f34fcbdab18"

  @Test("A file's examples are in the session: it opens without the file")
  func embedded() throws {
    let (description, assembled) = try withScratchFolder { folder in
      let file = folder.appending(path: "mine.csv")
      try Data("a,b,kind\n1,2,yes\n2,1,no\n3,5,yes\n4,0,no\n".utf8).write(to: file)
      let description = try Description(
        .network, parsing: [("data", file.path), ("standardize", "true"), ("test-fraction", "0.25")])
      return (description, try AssembledRun(loading: description, isWatched: true))
    }
    var timeline = Timeline(assembled.run)
    timeline.advance(by: 9)
    let session = Session(description, training: assembled.dataset, test: assembled.test).standing(at: timeline)
    let read = try Session(Array(session.text.utf8), named: "s.json")
    var opened = try AssembledRun(opening: read)
    #expect(try opened.follow(read).stands(as: read))
    #expect(opened.test == assembled.test)
  }

  @Test("A plane that was chosen in a landscape is there again")
  func plane() throws {
    let story = try #require(Self.stories.last)
    let (timeline, session) = try story.told()
    let read = try Session(Array(session.text.utf8), named: "s.json")
    var assembled = try AssembledRun(opening: read)
    let opened = try #require(try assembled.follow(read).present as? LandscapeRun)
    let saved = try #require(timeline.present as? LandscapeRun)
    #expect(opened.choice == saved.choice && opened.choice.kind == .weights)
    #expect(opened.plane() == saved.plane())
    #expect(assembled.description == saved.description)
  }

  @Test(
    "Test examples of another kind than those that are trained on are refused",
    arguments: [
      #""classes":["A","B","C","D"],"points":[[1,2,3]]"#, #""points":[[1,2,3]]"#,
      #""classes":["A"],"points":[[1,2,0]]"#, #""classes":["B","A"],"points":[]"#,
    ])
  func testExamples(text: String) throws {
    let start = #"{"downhill":"session","version":1,"description":{"scene":"network"},"view":{"panel":"","#
    let training =
      #""enlarged":false,"theme":"","palette":""},"training":{"name":"t","inputs":["a","b"],"classes":["A","B"],"#
    let end = #""points":[[1,2,1]]},"test":{"name":"t","inputs":["a","b"],\#(text)},"head":0,"step":0,"#
    do throws(SessionError) {
      _ = try Session(Array((start + training + end + #""fingerprint":"","changes":[]}"#).utf8), named: "s")
      Issue.record("it was read")
    } catch {
      guard case .shape("test", _) = error.problem else { throw error }
    }
  }

  @Test("5,000 damaged files: each an error or a session that can be written again", arguments: 0..<50)
  func damage(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let good = try Self.stories[Int(seed) % Self.stories.count].told().session.text
    let damage = Damage([
      "-", "9", "0", "1e308", "\"", "[", "]", "{", "}", ",", ":", "null", "true", "\n", "\u{1B}", "1e9", "\"step\"",
    ])
    for _ in 0..<100 {
      guard let session = try? Session(damage.damaged(good.utf8, using: &random), named: "s") else { continue }
      #expect(try Session(Array(session.text.utf8), named: "s") == session)
      // Followed where that is a short way; a change that can't be made is refused.
      guard session.head < 1000, !session.description.data.contains("/"), !session.description.data.contains(".") else {
        continue
      }
      if var assembled = try? AssembledRun(opening: session) { _ = try? assembled.follow(session) }
    }
  }

  @Test(
    "What is wrong is named with its place",
    arguments: [
      ("{", "json"), (#"{"a":1}"#, "notASession"), (#"{"downhill":"session","version":2}"#, "version(2.0)"),
      (#"{"downhill":"session"}"#, #"shape(place: "version""#),
      (#"{"downhill":"session","version":1,"description":{"scene":"perceptron","eta":1}}"#, "description"),
      (
        #"{"downhill":"session","version":1,"description":{"scene":"perceptron"},"view":3}"#,
        #"shape(place: "view.panel""#
      ),
    ])
  func errors(text: String, problem: String) {
    do throws(SessionError) {
      _ = try Session(Array(text.utf8), named: "s.json")
      Issue.record("it was read")
    } catch {
      #expect("\(error.problem)".hasPrefix(problem) || "\(error.problem)".contains(problem), "\(error.problem)")
    }
  }

  @Test("Changes out of order, beyond the end or of nothing are refused with their number")
  func changes() throws {
    let text = try Self.stories[1].told().session.text
    func place(_ text: String) -> String? {
      do throws(SessionError) { _ = try Session(Array(text.utf8), named: "s") } catch {
        if case .shape(let place, _) = error.problem { return place }
      }
      return nil
    }
    #expect(place(text.replacing(#"{"step":405,"parameters""#, with: #"{"step":4,"parameters""#)) == "changes[1].step")
    #expect(
      place(text.replacing(#"{"step":405,"parameters""#, with: #"{"step":1e6,"parameters""#)) == "changes[1].step")
    #expect(place(text.replacing(#""setting":"learning-rate""#, with: #""setting":"hidden""#)) == "changes[0].setting")
    #expect(place(text.replacing("[0.1,-0.2,0]", with: "[0.1,-0.2,2]")) == "changes[3].dataset.points[0]")
    #expect(place(text.replacing("[0.1,-0.2,0]", with: "[0.1,-0.2]")) == "changes[3].dataset.points[0]")
  }

  @Test("A session is read at the far ends of what one can be") func extremes() throws {
    let trillion = 1_000_000_000_000
    var long = Session(Description(.surface))
    (long.step, long.head, long.fingerprint) = (trillion - 1, trillion, "f")
    long.changes = [
      .init(step: 1, change: .setting(.learningRate, .number(1e-300))),
      .init(step: trillion, change: .setting(.steps, .integer(9_007_199_254_740_991))),
    ]
    var much = Session(Description(.perceptron))
    much.head = 200_000
    much.changes = (0..<100_000).map { .init(step: $0 * 2, change: .parameter(index: 0, value: Double($0) / 3)) }
    var many = Session(try Description(.network, parsing: [("data", "blobs")]))
    many.training = Dataset(
      name: "ten", inputs: (0..<20).map(Double.init),
      targets: .classes(Array(0..<10), names: (0..<10).map { "class \($0)" }))
    for session in [long, much, many] {
      let again = try Session(Array(session.text.utf8), named: "s")
      #expect(again == session)
      #expect(again.text == session.text)
    }
  }
}
