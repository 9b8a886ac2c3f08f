import Basics
import Learning
import Plotting
import Terminal
import Testing

@testable import Interface
@testable import Training

/// Quantities are drawn as quantities: a mark encodes its number, not a threshold of it.
@Suite("Regression in pictures") struct QuantityTests {
  private func app(
    _ settings: [(String, String)] = [], width: Int = 100, height: Int = 34, glyphs: GlyphSet = .braille,
    theme: Theme.Name = .dark
  ) throws -> SteppedApp {
    let all =
      [("data", "plane"), ("examples", "40")] + settings
      + (settings.contains { $0.0 == "hidden" } ? [] : [("hidden", "2")])
    return SteppedApp(
      try Description(.network, parsing: all), width: width, height: height, glyphs: glyphs, theme: theme)
  }

  /// Points of numbers in units of any size.
  private func points(using generator: inout SplitMix64) -> Dataset {
    let count = 2 + generator.index(below: 40)
    let unit = [1e-6, 0.01, 1, 1, 250, 1e7][generator.index(below: 6)]
    let offset = [0, 0, 3, -40, 1.5][generator.index(below: 5)]
    func number() -> Double { Double(generator.index(below: 100_001)) / 50_000 - 1 }
    let inputs = (0..<2 * count).map { _ in number() * 5 }
    let targets = (0..<count).map { _ in (number() + offset) * unit }
    return Dataset(name: "random", inputs: inputs, targets: .numbers(targets))
  }

  @Test(
    "400 random sets: every point has the color and the shape of its number, and the bar's ends are the numbers' own")
  func marks() throws {
    var generator = SplitMix64(seed: 8)
    var app = try app()
    var seen = 0
    for _ in 0..<400 {
      let dataset = points(using: &generator)
      app.carryOut([.replaceDataset(dataset)])
      seen += try expectTrueMarks(app)
    }
    #expect(seen > 2000)
  }

  /// - Returns: How many points were looked at: those that have a cell to themselves.
  private func expectTrueMarks(_ app: SteppedApp) throws -> Int {
    let state = app.state
    let picture = try #require(state.snapshot?.picture as? NetworkPicture)
    let scene = try #require(state.scene as? NetworkScene)
    let panel = try #require(scene.layout(in: state.bodyArea, context: state.context).first { $0.id == .picture })
    let inside = Panel.interior(of: panel.rect)
    let transform = NetworkOutput(scene: scene, picture: picture, context: state.context).transform(in: inside)
    let frame = state.draw()
    var places: [Point: [(number: Double, isTest: Bool)]] = [:]
    let sets = [(picture.dataset, false)] + (picture.test.map { [($0, true)] } ?? [])
    var all: [Double] = []
    for (set, isTest) in sets {
      guard case .numbers(let numbers) = set.targets else { continue }
      all += numbers
      for index in 0..<set.count {
        let (x, y) = set.input(at: index)
        if let cell = transform.cell(of: PlanePoint(x: x, y: y)) {
          places[cell, default: []].append((numbers[index], isTest))
        }
      }
    }
    let (low, high) = (try #require(all.min()), try #require(all.max()))
    let colors = state.look.theme.classes.quantities.colors
    #expect(colors.count == 17)
    let filled: [Unicode.Scalar] = ["▼", "▾", "•", "▴", "▲"]
    let hollow: [Unicode.Scalar] = ["▽", "▿", "◦", "▵", "△"]
    for (cell, points) in places where points.count == 1 {
      let share = (points[0].number - low) / (high - low)
      let shown = frame[cell.x, cell.y]
      #expect(shown.style.foreground == colors[min(16, Int(share * 17))])
      #expect(shown.scalar == (points[0].isTest ? hollow : filled)[min(4, Int(share * 5))])
    }
    let bar = (inside.x..<inside.maxX).map { String(Character(frame[$0, inside.maxY - 1].scalar)) }.joined()
    let words = bar.split(separator: " ")
    let math = MathText(glyphs: .braille)
    #expect(words.count >= 4 && words[0] == "y", "\(bar)")
    #expect(words[1] == math.number(low, significant: 3) && words[3] == math.number(high, significant: 3), "\(bar)")
    #expect(words[2].count == 17)
    return places.values.count { $0.count == 1 }
  }

  @Test("the field has the map of the marks: its level at a place is that of the output there")
  func field() throws {
    var generator = SplitMix64(seed: 9)
    var app = try app()
    for _ in 0..<60 {
      app.carryOut([.replaceDataset(points(using: &generator))])
      app.press(.character("e"))
      let state = app.state
      let picture = try #require(state.snapshot?.picture as? NetworkPicture)
      let scene = try #require(state.scene as? NetworkScene)
      let panel = try #require(scene.layout(in: state.bodyArea, context: state.context).first { $0.id == .picture })
      let transform = NetworkOutput(scene: scene, picture: picture, context: state.context)
        .transform(in: Panel.interior(of: panel.rect))
      let frame = state.draw()
      let numbers = picture.dataset.numbers + (picture.test?.numbers ?? [])
      let (low, high) = (try #require(numbers.min()), try #require(numbers.max()))
      let colors = Array(state.look.theme.fieldPalette.colors.reversed())
      let grid = picture.field.grid
      #expect(grid.columns == transform.rect.width && grid.rows == 2 * transform.rect.height)
      for y in 0..<transform.rect.height {
        for x in 0..<transform.rect.width {
          let cell = frame[transform.rect.x + x, transform.rect.y + y]
          guard cell.scalar == " " else { continue }
          let output = Double(picture.field.values[2 * y * grid.columns + x])
          let share = min(max((output - low) / (high - low), 0), 1)
          // Single precision may round a number on a border to either side.
          let levels = [share - 1e-6, share + 1e-6].map { colors[min(16, max(0, Int($0 * 17)))] }
          #expect(levels.contains(cell.style.background))
        }
      }
    }
  }

  @Test("numbers far apart look different in every theme, palette and glyph set")
  func distinct() {
    for theme in Theme.Name.allCases {
      for dark in [true, false] {
        for palette in Palette.Name.allCases {
          let look = Look(
            theme: Theme(theme, onDark: dark, palette: palette), glyphs: .braille, depth: .direct, words: { _ in "" })
          for glyphs in GlyphSet.allCases {
            var own = look
            own.glyphs = glyphs
            let looks = [0.05, 0.25, 0.5, 0.75, 0.95].map { own.quantity(at: $0) }
            #expect(Set(looks.map(\.glyph)).count == 5)
            let hollow = [0.05, 0.25, 0.5, 0.75, 0.95].map { glyphs.quantityMark(at: $0, hollow: true) }
            #expect(Set(hollow).count == 5)
            #expect(zip(looks, hollow).allSatisfy { $0.glyph != $1 })
            // Where characters shade the field, none of them is a mark.
            let field = look.theme.quantityField
            let shades = Set(field.colors.indices.map { field.shade(of: $0, glyphs: glyphs) })
            #expect(shades.isDisjoint(with: looks.map(\.glyph) + hollow))
            if theme != .monochrome { #expect(Set(looks.map(\.style.foreground)).count == 5) }
          }
          // Marks keep a contrast of 3 on every shade of the field, as those of classes do.
          let (marks, field) = (look.theme.classes.quantities.colors, look.theme.quantityField.colors)
          for mark in marks {
            for shade in field where !shade.isInherited {
              let (first, second) = (mark.luminance + 0.05, shade.luminance + 0.05)
              #expect(max(first, second) / min(first, second) >= 3)
            }
          }
        }
      }
    }
  }

  @Test("without color the shapes tell, in every glyph set", arguments: GlyphSet.allCases)
  func monochrome(glyphs: GlyphSet) throws {
    var app = try app([("test-fraction", "0")], width: 80, height: 24, glyphs: glyphs, theme: .monochrome)
    let dataset = Dataset(
      name: "three", inputs: [-1, 0, 0, 0, 1, 0], targets: .numbers([100, 150, 200]))
    app.carryOut([.replaceDataset(dataset)])
    app.expectSoundFrame()
    let text = app.state.draw().text
    for level in [0, 2, 4] { #expect(text.unicodeScalars.contains(glyphs.quantityMark(of: level))) }
    #expect(text.contains("100") && text.contains("200"))
  }

  @Test("too many points to be drawn one by one show the mean of each cell")
  func density() throws {
    var app = try app([("test-fraction", "0")])
    let count = DataView.mostMarks + 1000
    var inputs: [Double] = []
    for index in 0..<count { inputs += [Double(index % 100) / 50 - 1, Double(index / 100) / 25 - 1] }
    let dataset = Dataset(
      name: "many", inputs: inputs, targets: .numbers((0..<count).map { inputs[2 * $0] }))
    app.carryOut([.replaceDataset(dataset)])
    let text = app.state.draw().text
    for mark in ["▼", "▾", "•", "▴", "▲"] { #expect(text.contains(mark)) }
  }

  @Test("an example is underlined where the field is more than a quarter of the scale from its number")
  func missed() throws {
    var app = try app([("hidden", "1"), ("initializer", "zeros"), ("test-fraction", "0")], width: 140, height: 40)
    // With zero weights the output is 0 everywhere: the scale runs from -1 to 3, a quarter of it is 1.
    let targets = [-1.0, -0.9, 0.5, 0.9, 1.5, 3]
    let inputs = targets.indices.flatMap { [Double($0), Double($0)] }
    app.carryOut([.replaceDataset(Dataset(name: "six", inputs: inputs, targets: .numbers(targets)))])
    let state = app.state
    let picture = try #require(state.snapshot?.picture as? NetworkPicture)
    let scene = try #require(state.scene as? NetworkScene)
    let panel = try #require(scene.layout(in: state.bodyArea, context: state.context).first { $0.id == .picture })
    let transform = NetworkOutput(scene: scene, picture: picture, context: state.context)
      .transform(in: Panel.interior(of: panel.rect))
    let frame = state.draw()
    for (index, target) in targets.enumerated() {
      let cell = try #require(transform.cell(of: PlanePoint(x: Double(index), y: Double(index))))
      #expect(frame[cell.x, cell.y].style.attributes.contains(.underline) == (abs(target) > 1), "\(target)")
    }
    #expect(frame.text.contains("underlined: off by over 1"))
  }

  @Test("a point placed by hand has the highest or the lowest number there is, and the key line says which")
  func brush() throws {
    var app = try app([("test-fraction", "0")])
    app.carryOut([.replaceDataset(Dataset(name: "two", inputs: [0, 0, 1, 1], targets: .numbers([20, 70])))])
    app.press(.character("p"))
    #expect(app.state.draw().text.contains("placing y = 70"))
    app.press(.character("c"))
    #expect(app.state.draw().text.contains("placing y = 20"))
    app.press(.enter)
    #expect(app.state.dataset?.numbers.last == 20)
  }
}

extension Dataset {
  /// The numbers the examples aim at; none where they have classes.
  fileprivate var numbers: [Double] {
    switch targets {
    case .classes: []
    case .numbers(let values): values
    }
  }
}
