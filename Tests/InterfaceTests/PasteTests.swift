import Calculus
import Learning
import Plotting
import Terminal
import Testing

@testable import Interface
@testable import Training

/// What a screen shows can be pasted where it came from.
@Suite("What is shown is read") struct PasteTests {
  /// Every scene in the ways that show different numbers.
  private static let descriptions: [(SceneKind, [(key: String, value: String)])] = [
    (.perceptron, [("data", "gauss"), ("learning-rate", "1e-7")]), (.perceptron, []),
    (.perceptron, [("data", "penguins"), ("classes", "Adelie,Gentoo"), ("features", "x1,x2,x1*x2")]),
    (.network, [("optimizer", "adam"), ("schedule", "cosine")]),
    (.network, [("data", "plane"), ("view", "training-loop")]),
    (.network, [("view", "backpropagation")]), (.network, [("data", "blobs"), ("hidden", "3"), ("l2", "1e-5")]),
    (.network, [("learning-rate", "1e6")]), (.curve, [("function", "x^4 - 3x^2")]),
    (.curve, [("function", "1e-9*x^2 + 1234567")]), (.curve, [("learning-rate", "3")]),
    (.surface, [("function", "rosenbrock")]), (.surface, [("function", "x^2/1e6 - 20y^2")]),
    (.surface, [("vary", "optimizer=sgd,momentum,adam,rmsprop")]), (.graph, [("function", "x*exp(-y^2)")]),
    (.graph, [("function", "1e8*x + 1e-7/x"), ("at", "x=-0.03")]), (.activations, []),
    (.activations, [("at", "x=-3.25")]), (.race, []), (.race, [("of", "network"), ("vary", "hidden=2;3,3")]),
    (.landscape, [("of", "perceptron")]), (.landscape, [("of", "network"), ("hidden", "2"), ("resolution", "9")]),
  ]

  /// A number as it stands on a screen, and the one it is to a reader who knows the notation.
  private struct Shown: Hashable {
    var text: String
    var value: Double
    /// Whether thousands are set apart.
    var isGrouped: Bool
  }

  /// The numbers of a text: digits with what belongs to them, and none that are part of a word.
  private static func numbers(in text: String) -> [Shown] {
    let number =
      #/
      (?<sign>[−-]?)(?<whole>[0-9]{1,3}(?:\ [0-9]{3})+|[0-9]+)(?<rest>\.[0-9]+)?
      (?:e(?<exponent>[−-]?[0-9]+)|[·*]10(?:\^(?<power>-?[0-9]+)|(?<raised>[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)))?
      /#
    let digits: [Character: String] = Dictionary(
      uniqueKeysWithValues: zip("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789".map(String.init)))
    return text.matches(of: number).compactMap { match in
      let before = match.range.lowerBound > text.startIndex ? text[text.index(before: match.range.lowerBound)] : " "
      let after = match.range.upperBound < text.endIndex ? text[match.range.upperBound] : " "
      let isAlone = [before, after].allSatisfy { !$0.isLetter && !$0.isNumber && !".^…".contains($0) }
      guard isAlone else { return nil }
      let whole = match.whole.replacing(" ", with: "")
      var exponent = "0"
      if let plain = match.exponent.flatMap({ $0 }) { exponent = String(plain).replacing("−", with: "-") }
      if let power = match.power.flatMap({ $0 }) { exponent = String(power) }
      if let raised = match.raised.flatMap({ $0 }) { exponent = raised.compactMap { digits[$0] }.joined() }
      guard let value = Double("\(match.sign.isEmpty ? "" : "-")\(whole)\(match.rest ?? "")e\(exponent)") else {
        return nil
      }
      return Shown(text: String(match.output.0), value: value, isGrouped: match.whole.contains(" "))
    }
  }

  /// All that can be seen of a run: its panels one by one, what lies over them, another step, a branch.
  private static func screens(_ app: SteppedApp) -> [String] {
    var texts: [String] = []
    func look(_ change: (inout SteppedApp) -> Void) {
      var app = app
      change(&app)
      texts.append(app.state.draw().text)
    }
    // Far enough for thousands that stand apart.
    if app.state.scene.kind == .surface { look { $0.carryOut([.trainer(.step(12_345))]) } }
    for steps in [0, 1, 3] { look { $0.carryOut([.trainer(.step(steps))]) } }
    look { $0.carryOut([.trainer(.epoch(3)), .action(.fork), .action(.learningRateUp), .trainer(.step(2))]) }
    for panel in app.state.scene.panelIDs {
      look {
        $0.carryOut([.trainer(.step(2))])
        $0.state.scene.focusedPanel = panel
        $0.carryOut([.action(.enlarge)])
      }
    }
    let overlays: [Action] = [
      .app(.help), .app(.legend), .app(.commandLine), .app(.pickDataset), .scene(.pickFunction), .app(.pickOptimizer),
      .app(.pickActivation), .app(.pickFeatures),
      .app(.pickNoise), .scene(.stability), .scene(.logarithmicAxis), .app(.race), .app(.landscape),
    ]
    for action in overlays { look { $0.carryOut([.trainer(.step(2)), .action(action)]) } }
    return texts
  }

  @Test(
    "Every number of every screen, and of what lies over it, is that number wherever one is asked for",
    arguments: descriptions.indices)
  func numbers(index: Int) throws {
    let (scene, settings) = Self.descriptions[index]
    let description = try Description(scene, parsing: settings)
    var shown: Set<Shown> = []
    for (width, height) in [(80, 24), (120, 40)] {
      for glyphs in [GlyphSet.braille, .ascii] {
        for text in Self.screens(SteppedApp(description, width: width, height: height, glyphs: glyphs)) {
          shown.formUnion(Self.numbers(in: text))
        }
      }
    }
    #expect(shown.count > 20)
    if description.function == "rosenbrock" { #expect(shown.contains { $0.isGrouped }) }
    for number in shown {
      let told: Comment = "\(scene) \(settings.map(\.value)): \(number.text)"
      func read(_ scene: SceneKind, _ key: Key, _ text: String) -> Setting? {
        do { return try Description(scene).changing([(key, text)]).description[key] } catch {
          Issue.record("\(told): \(key.rawValue) '\(text)': \(error)")
          return nil
        }
      }
      #expect(read(.surface, .stopAtLoss, number.text) == .number(number.value), told)
      #expect(
        read(.perceptron, .weights, "w₁ = \(number.text), w0=1")
          == read(.perceptron, .weights, "w1=\(number.value),w0=1"), told)
      #expect(
        read(.surface, .start, "(\(number.text), 1)") == .assignments([.init("x", number.value), .init("y", 1)]), told)
      #expect(
        read(.activations, .at, "x = \(number.text)") ?? .assignments([.init("x", number.value)])
          == .assignments([.init("x", number.value)]), told)
      if number.value > 0 { #expect(read(.network, .learningRate, number.text) == .number(number.value), told) }
      if number.value >= 1, number.value == number.value.rounded(), number.value <= 1e9 {
        #expect(read(.network, .epochs, number.text) == .integer(Int(number.value)), told)
      }
      // A formula takes a number of its own, with the rounding of its parts' product where it is written as one.
      let read = try Expression(parsing: number.text).value(x: 0, y: 0)
      #expect(abs(read - number.value) <= abs(number.value) * 4e-16, told)
    }
  }

  @Test("The rows of every settings panel say what can be typed for them", arguments: descriptions.indices)
  func settings(index: Int) throws {
    let (scene, settings) = Self.descriptions[index]
    let description = try Description(scene, parsing: settings)
    var read = 0
    for glyphs in [GlyphSet.braille, .ascii] {
      var app = SteppedApp(description, width: 120, height: 60, glyphs: glyphs)
      guard app.state.scene.panelIDs.contains(.settings) else { return }
      app.press(.right)
      app.state.scene.focusedPanel = .settings
      app.carryOut([.action(.enlarge)])
      let names = Dictionary(
        uniqueKeysWithValues: Key.allCases.map { ($0 == .learningRate ? "learning rate" : $0.rawValue, $0) })
      for line in app.state.draw().text.split(separator: "\n") {
        let cells = line.drop { "│┃| >".contains($0) }.prefix { !"│┃|".contains($0) }
        guard let (name, key) = names.first(where: { cells.hasPrefix("\($0.key)  ") }), app.state.description.takes(key)
        else {
          continue
        }
        let value = cells.dropFirst(name.count).filter { !"◂▸<>".contains($0) }
          .split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
        guard let stands = app.state.description[key], !value.contains("now"), value != "none",
          !value.hasSuffix("values")
        else { continue }
        let typed = try app.state.description.changing([(key, value)])
        #expect(typed.description[key] == stands, "\(scene): \(key.rawValue) \(value)")
        read += 1
      }
    }
    #expect(read > 0)
  }

  @Test("The formula in every title is the function that is descended", arguments: descriptions.indices)
  func titles(index: Int) throws {
    let (scene, settings) = Self.descriptions[index]
    guard [.curve, .surface, .graph].contains(scene) else { return }
    let description = try Description(scene, parsing: settings)
    for glyphs in [GlyphSet.braille, .ascii] {
      let app = SteppedApp(description, width: 120, height: 40, glyphs: glyphs)
      let title = app.state.scene.title(context: app.state.context).description
      let shown = try #require(title.split(separator: " · ").last).replacing("z = ", with: "")
      let variables: Expression.Variables = scene == .curve ? .x : .xAndY
      let function = description.function
      let own = try NamedFunction.named(function, variables)?.expression ?? Expression(parsing: function)
      let read = try Expression(parsing: String(shown))
      for (x, y) in [(0.3, -1.7), (2.5, 0.5)] {
        #expect(own.value(x: x, y: y) == read.value(x: x, y: y), "\(title)")
      }
    }
  }

  @Test("Every formula is shown so that it can be read, and means the same")
  func formulas() throws {
    let math = MathText(glyphs: .braille)
    let named = NamedFunction.all(.x) + NamedFunction.all(.xAndY)
    let typed = ["-x^2", "2^-x", "x^10", "x*y^2 - 3*x", "abs(x)^3", "1e-5*x", "e^-x^2", "2*pi*x", "sqrt(x^2 + y^2)"]
    for text in named.map(\.expression.text) + typed {
      let shown = math.formula(text)
      let (first, second) = (try Expression(parsing: text), try Expression(parsing: shown))
      for (x, y) in [(0.3, -1.7), (2.5, 0.5)] {
        #expect(first.value(x: x, y: y) == second.value(x: x, y: y), "\(text), shown as \(shown)")
      }
    }
  }

  @Test("The formulas of a graph's nodes are read in the names that they have")
  func nodes() throws {
    let math = MathText(glyphs: .braille)
    for text in ["sin(x^2)", "x*exp(-y^2)", "hypot(x, y)/log2(x)", "gelu(x) - |y|"] {
      let graph = ComputationGraph(try Expression(parsing: text))
      for node in graph.nodes where node.operands.allSatisfy({ ["x", "y"].contains(graph.nodes[$0].name) }) {
        _ = try Expression(parsing: math.formula(node.formula))
      }
    }
  }

  @Test("Features, weights and places are read as the screen writes them", arguments: Feature.allCases)
  func features(feature: Feature) throws {
    for glyphs in [GlyphSet.braille, .ascii] {
      let math = MathText(glyphs: glyphs)
      var network = Description(.network)
      try network.set(.features, to: PerceptronArithmetic.name(of: feature, math))
      #expect(network.features == [feature])
      var perceptron = Description(.perceptron)
      try perceptron.set(.weights, to: "\(math.indexed("w", 1)) = \(math.number(-0.25)), \(math.indexed("w", 0))=1")
      #expect(perceptron.assignments(.weights) == ["w1": -0.25, "w0": 1])
      var surface = Description(.surface)
      try surface.set(.start, to: math.vector([3, -2.5]))
      #expect(surface.assignments(.start) == ["x": 3, "y": -2.5])
    }
  }
}
