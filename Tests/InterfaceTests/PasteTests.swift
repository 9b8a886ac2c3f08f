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
  private static let descriptions: [[(String, String)]] = [
    [("scene", "perceptron"), ("data", "gauss"), ("learning-rate", "1e-7")], [("scene", "perceptron")],
    [("scene", "network"), ("optimizer", "adam")],
    [("scene", "network"), ("data", "plane"), ("view", "training-loop")],
    [("scene", "network"), ("view", "backpropagation")], [("scene", "curve"), ("function", "x^4 - 3x^2")],
    [("scene", "surface"), ("function", "rosenbrock")], [("scene", "surface"), ("function", "x^2/1e6 - 20y^2")],
    [("scene", "graph"), ("function", "x*exp(-y^2)")], [("scene", "activations")], [("scene", "race")],
    [("scene", "landscape"), ("of", "perceptron")],
  ]

  /// The numbers of a text: digits with what belongs to them, and none that are part of a word.
  private static func numbers(in text: String) -> [String] {
    let number = #/[−-]?\d{1,3}(?:(?: \d{3})+|\d*)(?:\.\d+)?(?:e[−-]?\d+)?/#
    return text.matches(of: number).compactMap { match in
      let before = match.range.lowerBound > text.startIndex ? text[text.index(before: match.range.lowerBound)] : " "
      let after = match.range.upperBound < text.endIndex ? text[match.range.upperBound] : " "
      let isAlone = [before, after].allSatisfy { !$0.isLetter && !$0.isNumber && $0 != "." }
      return isAlone ? String(match.output) : nil
    }
  }

  @Test("Every number of every screen is a number where one is asked for", arguments: descriptions.indices)
  func numbers(index: Int) throws {
    let pairs = Self.descriptions[index]
    let scene = try #require(SceneKind(rawValue: pairs[0].1))
    let description = try Description(scene, parsing: pairs.dropFirst().map { (key: $0.0, value: $0.1) })
    for size in [(80, 24), (120, 40)] {
      var app = SteppedApp(description, width: size.0, height: size.1)
      for _ in 0..<3 {
        app.press(.right, .right)
        let found = Self.numbers(in: app.state.draw().text)
        #expect(found.count > 3)
        for number in found {
          var target = Description(.surface)
          #expect(throws: Never.self, "\(pairs): \(number)") { try target.set(.stopAtLoss, to: number) }
          let plain = number.replacing("−", with: "-").replacing(" ", with: "")
          #expect(target.number(.stopAtLoss) == Double(plain), "\(pairs): \(number)")
        }
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
