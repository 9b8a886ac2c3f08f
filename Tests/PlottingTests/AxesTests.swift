import RealModule
import Testing

@testable import Plotting

/// An axis whose scale can't be read off says nothing: two numbers at least, and both where the data are.
@Suite("Axes") struct AxesTests {
  /// A small generator of its own (xorshift64*), so that the ranges are the same everywhere.
  struct Generator {
    var state: UInt64

    mutating func fraction() -> Double {
      state ^= state >> 12
      state ^= state << 25
      state ^= state >> 27
      return Double((state &* 2_685_821_657_736_338_717) >> 11) / 9_007_199_254_740_992
    }

    mutating func between(_ low: Double, _ high: Double) -> Double { low + (high - low) * fraction() }

    mutating func index(_ range: ClosedRange<Int>) -> Int {
      min(range.upperBound, Int(between(Double(range.lowerBound), Double(range.upperBound + 1))))
    }
  }

  /// The numbers of an axis as a reader finds them in the picture.
  private static func numbers(_ text: String) -> [Double] {
    text.split(separator: " ").compactMap { word in
      Double(word.replacing("−", with: "-"))
    }
  }

  /// A range as data have them: any size, anywhere, and every tenth much narrower than it is far from 0.
  private static func range(_ generator: inout Generator, _ kind: Scale.Kind) -> Scale {
    let size = Double.exp(generator.between(-9, 13))
    if kind == .logarithmic {
      return Scale(kind, from: size, to: size * Double.exp(generator.between(0.05, 30)))
    }
    let place = generator.index(0...9) == 0 ? size * generator.between(-50, 50) : size * generator.between(-2, 1)
    return Scale(kind, from: place, to: place + size)
  }

  @Test("every axis has two numbers inside its data, on different rows and columns", arguments: [1, 2, 3, 4])
  func two(seed: UInt64) {
    var generator = Generator(state: seed)
    for count in 0..<5000 {
      let kinds: [Scale.Kind] = [.linear, .logarithmic]
      let (x, y) = (
        Self.range(&generator, kinds[generator.index(0...1)]), Self.range(&generator, kinds[generator.index(0...1)])
      )
      let rect = Rect(x: 0, y: 0, width: generator.index(30...140), height: generator.index(4...40))
      let style = PlotStyle(glyphs: GlyphSet.allCases[count % 3], depth: .none)
      let axes = Axes(x: x, y: y, xName: ["", "step", "epoch"][count % 3], style: style)
      var frame = Frame(width: rect.width, height: rect.height)
      let inner = axes.draw(in: rect, on: &frame).rect
      let rows = frame.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      let below = Self.numbers(rows[rect.height - 1])
      expectReadable(below, x, "x of \(rect.width)x\(rect.height)")
      #expect(inner.x > 0, "no numbers at the left of \(rect.width)x\(rect.height)")
      let left = (0..<inner.maxY).reversed().flatMap { Self.numbers(String(rows[$0].prefix(inner.x))) }
      expectReadable(left, y, "y of \(rect.width)x\(rect.height)")
    }
  }

  private func expectReadable(_ numbers: [Double], _ scale: Scale, _ place: String) {
    let words = "\(place), \(scale.kind) \(scale.lower)...\(scale.upper): \(numbers)"
    #expect(numbers.count >= 2, "\(words)")
    #expect(zip(numbers, numbers.dropFirst()).allSatisfy { $0 < $1 }, "\(words)")
    // As exact as they are written.
    let slack = 0.005 * max(scale.lower.magnitude, scale.upper.magnitude)
    #expect(numbers.allSatisfy { $0 >= scale.lower - slack && $0 <= scale.upper + slack }, "\(words)")
  }

  @Test("small plots with plain numbers have two as well", arguments: [14, 18, 22, 26], [4, 5, 6, 8])
  func small(width: Int, height: Int) {
    for (low, high) in [(0.0, 1.0), (-0.5, 1.5), (0.3, 0.9), (0.02, 0.13), (0, 37), (-4, 4), (3, 8), (1, 9)] {
      for kind in [Scale.Kind.linear, .logarithmic] where kind == .linear || low > 0 {
        let scale = Scale(kind, from: low, to: high)
        let axes = Axes(x: scale, y: scale, xName: "x", style: PlotStyle(glyphs: .braille, depth: .none))
        let rect = Rect(x: 0, y: 0, width: width, height: height)
        var frame = Frame(width: width, height: height)
        let inner = axes.draw(in: rect, on: &frame).rect
        let rows = frame.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        expectReadable(Self.numbers(rows[height - 1]), scale, "x of \(width)x\(height)")
        let left = (0..<inner.maxY).reversed().flatMap { Self.numbers(String(rows[$0].prefix(inner.x))) }
        expectReadable(left, scale, "y of \(width)x\(height)")
      }
    }
  }

  @Test("decades are marked twice where four of them share two rows")
  func decades() {
    // Before, 1e-5...1e-1 in five rows had one mark, 1e-3.
    let scale = Scale(.logarithmic, from: 1e-5, to: 0.1)
    let labels = Ticks(scale, height: 5, glyphs: .ascii).ticks.map(\.label.description)
    #expect(labels == ["1e-5", "0.1"])
    #expect(Ticks(Scale(from: 0.3, to: 0.9), height: 4, glyphs: .ascii).ticks.map(\.value) == [0.4, 0.8])
  }
}
