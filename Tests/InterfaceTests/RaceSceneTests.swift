import Plotting
import Terminal
import Testing

@testable import Interface
@testable import Training

@Suite("RaceScene") struct RaceSceneTests {
  private func race(_ vary: String, width: Int = 120, height: Int = 40, glyphs: GlyphSet = .braille) throws
    -> SteppedApp
  {
    let description = try Description(.race, parsing: [("of", "surface"), ("function", "sphere"), ("vary", vary)])
    return SteppedApp(description, width: width, height: height, glyphs: glyphs)
  }

  /// On x² + y² a step multiplies the point by 1 - 2η: 0.8, 0, -0.8, -1 and -1.2.
  @Test("the five behaviors of the lecture, each with its verdict")
  func behaviors() throws {
    var app = try race("learning-rate=0.1,0.5,0.9,1,1.1")
    for _ in 0..<100 { app.press(.right) }
    let text = app.state.draw().text
    for words in ["converged at 71", "converged at 1", "diverged at 39", "oscillates", "good"] {
      #expect(text.contains(words), "\(words) is missing")
    }
  }

  // two-valleys, (x² - 1)² + 0.3x, from 1.7: its minima are f = -0.3054 near -1.036 and f = 0.2942 near 0.960, as any
  // solver of 4x³ - 4x + 0.3 = 0 tells. Small rates stay in the local one, 0.15 reaches the global one.
  @Test("with a negative minimum: the deeper valley is good, the other one catches")
  func negative() throws {
    let description = try Description(
      .race, parsing: [("of", "curve"), ("function", "two-valleys"), ("vary", "learning-rate=0.02,0.15")])
    var app = SteppedApp(description)
    for _ in 0..<300 { app.press(.right) }
    let picture = try #require(app.state.snapshot?.picture as? RacePicture)
    let losses = picture.entries.compactMap(\.score)
    #expect(abs(losses[0] - 0.2942) < 0.001 && abs(losses[1] + 0.3054) < 0.001)
    #expect(picture.verdicts.map(\.kind) == [.caught, .good])
  }

  /// With w = 0 at the start a perceptron's weights are η times those of η = 1, so every rate makes the same mistakes
  /// and ends at the same step; its loss is η times as great and would tell them apart.
  @Test("a perceptron is judged by its mistakes, not by a loss that grows with the rate")
  func mistakes() throws {
    let description = try Description(
      .race,
      parsing: [
        ("of", "perceptron"), ("weights", "w1=0,w2=0,w0=0"), ("vary", "learning-rate=0.01,1,100"),
      ])
    var app = SteppedApp(description)
    for _ in 0..<8 { app.press(.character("e")) }
    let picture = try #require(app.state.snapshot?.picture as? RacePicture)
    #expect(Set(picture.entries.map(\.snapshot.step)).count == 1)
    #expect(picture.entries.allSatisfy { $0.score == 0 })
    #expect(picture.verdicts.allSatisfy { $0.kind == .good })
  }

  @Test(
    "value, score and verdict of a member stand apart and whole", arguments: [(80, 24), (120, 40)], GlyphSet.allCases)
  func columns(size: (Int, Int), glyphs: GlyphSet) throws {
    var app = try race("learning-rate=0.000003,0.01,1,1.01", width: size.0, height: size.1, glyphs: glyphs)
    for _ in 0..<20 { app.press(.right) }
    let lines = app.state.draw().text.split(separator: "\n").map(String.init)
    // By hand: after 20 steps f is 13, 13·0.98⁴⁰ = 5.79, 13 and 13·1.02⁴⁰ = 28.7.
    for (value, score, verdict) in [
      ("3e-06", "13", "does not move"), ("0.01", "5.79", "too slow"), ("1", "13", "oscillates"),
      ("1.01", "28.7", "grows"),
    ] {
      let row = try #require(lines.last { $0.contains(verdict) }, "\(verdict)")
      let words = row.split(separator: " ").map(String.init)
      #expect(words.contains(value) && words.contains(score), "\(row)")
    }
  }

  @Test("where all diverge the banner says so")
  func lost() throws {
    var app = try race("learning-rate=1.1,2")
    for _ in 0..<60 { app.press(.right) }
    #expect(app.state.draw().text.contains("all runs have diverged"))
  }

  @Test("Enter opens the selected member at this step, and u comes back")
  func opens() throws {
    var app = try race("learning-rate=0.1,0.9")
    app.press(.right, .right, .right, .down, .enter)
    #expect(app.state.description.scene == .surface)
    #expect(app.state.description.learningRate == 0.9)
    #expect(app.state.snapshot?.step == 3)
    app.press(.character("u"))
    #expect(app.state.description.scene == .race)
  }

  @Test("a common learning rate takes a new start, which u takes back; the one that is raced stays")
  func commonRate() throws {
    var app = try race("momentum=0,0.5")
    app.press(.right, .right, .character("]"))
    #expect(app.state.snapshot?.step == 0)
    #expect(app.state.snapshot?.learningRate == app.state.description.learningRate)
    let members = try #require(app.state.snapshot?.picture as? RacePicture).entries
    #expect(members.allSatisfy { $0.description.learningRate == app.state.description.learningRate })
    let raised = app.state.description.learningRate
    app.press(.character("u"))
    #expect(app.state.description.learningRate < raised)
    var rates = try race("learning-rate=0.1,0.9")
    rates.press(.right)
    let command = rates.state.description.commandLine
    rates.press(.character("]"))
    #expect(rates.state.note == "the runs differ in the learning rate")
    #expect(rates.state.description.commandLine == command && rates.state.snapshot?.step == 1)
  }

  @Test("L races learning rates around the present one, with the same data and start")
  func fromAScene() throws {
    var app = SteppedApp(Description(.perceptron), width: 100, height: 30)
    app.press(.character("L"))
    let variation = try #require(app.state.description.variation)
    #expect(variation.values == [0.01, 0.05, 0.1, 0.2, 0.5, 1].map { .number($0) })
    #expect(app.state.snapshot?.picture is RacePicture)
  }

  @Test("every size in every glyph set", arguments: ScreenTests.sizes, GlyphSet.allCases)
  func fits(size: (Int, Int), glyphs: GlyphSet) throws {
    var app = try race("learning-rate=0.1,0.5,1.1", width: size.0, height: size.1, glyphs: glyphs)
    app.press(.right, .right, .character("z"), .character("y"))
    app.expectSoundFrame()
  }
}
