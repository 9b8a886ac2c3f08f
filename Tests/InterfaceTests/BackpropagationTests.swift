import Foundation
import Learning
import Plotting
import Terminal
import Testing

@testable import Interface
@testable import Training

/// A network whose passes NumPy and PyTorch worked out: a part of `Recorded/backpropagation.csv`, made by
/// `Tests/Oracles/backpropagation.py`.
struct RecordedPasses: Sendable {
  let quantities: [(name: String, layer: Int, unit: Int, input: Int, value: Double)]
  let picture: NetworkPicture
  let run: NetworkRun

  init(_ name: String, in folder: String = #filePath) throws {
    let url = URL(filePath: folder).deletingLastPathComponent().appending(path: "Recorded/backpropagation.csv")
    let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n").map { $0.split(separator: ",") }
    quantities = try lines.filter { $0[0] == name }.map { fields in
      (
        String(fields[1]), try #require(Int(fields[2])), try #require(Int(fields[3])), try #require(Int(fields[4])),
        try #require(Double(fields[5]))
      )
    }
    let isLectures = name == "lecture"
    let hidden = isLectures ? [2] : [3, 2, 2]
    let network = try Network(
      inputs: [.x1, .x2], hidden: hidden.map { .init(units: $0, activation: isLectures ? .sigmoid : .tanh) },
      outputs: 1, outputActivation: isLectures ? .sigmoid : .tanh,
      loss: isLectures ? .binaryCrossEntropy : .squaredError)
    var parameters = NetworkParameters(zerosFor: network)
    for quantity in quantities where quantity.name == "weight" {
      let input = quantity.input == 0 ? nil : quantity.input - 1
      parameters[.init(layer: quantity.layer, unit: quantity.unit, input: input)] = quantity.value
    }
    let x = quantities.filter { $0.name == "x" }.map(\.value)
    // The class of the example: 0 aims at 1, and 1 at the miss.
    let label = quantities.contains { $0.name == "y" && $0.value == 1 } ? 0 : 1
    let dataset = Dataset(
      name: "one", inputs: x + [-1, 2], targets: .classes([label, 0], names: ["A", "B"]))
    let description = try Description(
      .network,
      parsing: [
        ("batch-size", "1"), ("learning-rate", "0.5"), ("order", "given"), ("view", "backpropagation"),
        ("test-fraction", "0"), ("hidden", hidden.map(String.init).joined(separator: ",")),
      ].map { (key: $0.0, value: $0.1) })
    run = NetworkRun(description, network: network, parameters: parameters, dataset: dataset)
    let request = PictureRequest.network(
      columns: 2, rows: 2, view: nil, thumbnailColumns: 0, thumbnailRows: 0, nextExamples: 2)
    picture = try #require(run.picture(request) as? NetworkPicture)
  }

  /// The move that a recorded quantity belongs to; nil for what is given.
  func move(_ name: String, _ layer: Int, _ unit: Int, _ input: Int) -> BackpropagationMove? {
    switch name {
    case "sum": .sum(layer: layer, unit: unit)
    case "output": .output(layer: layer, unit: unit)
    case "loss": .loss
    case "lossByOutput": .lossByOutput(layer: layer, unit: unit)
    case "slope": .slope(layer: layer, unit: unit)
    case "lossBySum": .lossBySum(layer: layer, unit: unit)
    case "lossByWeight": .lossByWeight(layer: layer, unit: unit, input: input)
    default: nil
    }
  }
}

@Suite("Backpropagation") struct BackpropagationTests {
  @Test(
    "every quantity is what NumPy finds by the formulas, every new weight PyTorch's", arguments: ["lecture", "deep"])
  func oracle(name: String) throws {
    let recorded = try RecordedPasses(name)
    let passes = try #require(Backpropagation(recorded.picture, example: nil, made: .max))
    #expect(passes.example == 0)
    var count = 0
    for (quantity, layer, unit, input, value) in recorded.quantities {
      if quantity == "updated" {
        let updated = passes.updated(layer: layer, unit: unit, input: input)
        #expect(abs(updated - value) < 1e-12, "\(quantity) \(layer) \(unit) \(input)")
      } else if let move = recorded.move(quantity, layer, unit, input) {
        #expect(abs(try #require(passes.value(of: move)) - value) < 1e-12, "\(move)")
        count += 1
      }
    }
    // Each recorded quantity is a move, besides the update; where weights are too many, a unit's are one.
    let single = passes.moves.count == count + 1
    let grouped = passes.moves.contains { if case .lossByWeights = $0 { true } else { false } }
    #expect(single != grouped)
  }

  @Test("the update shown is the step that the run makes", arguments: ["lecture", "deep"])
  func exact(name: String) throws {
    let recorded = try RecordedPasses(name)
    let passes = try #require(Backpropagation(recorded.picture, example: nil, made: 0))
    #expect(passes.isExact)
    var run = recorded.run
    var history = History()
    run.advance(by: 1, history: &history)
    for (quantity, layer, unit, input, value) in recorded.quantities where quantity == "updated" {
      let place = NetworkParameters.Place(layer: layer, unit: unit, input: input == 0 ? nil : input - 1)
      // The run computes in single precision.
      #expect(abs(run.model.parameters[place] - value) < 2e-6)
      #expect(run.model.parameters[place] == recorded.picture.nextStep?.parameters[place])
    }
  }

  @Test("every number stands on the drawing from its move on, and not before", arguments: ["lecture", "deep"])
  func drawn(name: String) throws {
    let recorded = try RecordedPasses(name)
    let look = Look(theme: Theme(.dark, onDark: true), glyphs: .braille, depth: .direct, words: { "\($0)" })
    let math = MathText(glyphs: .braille)
    let moves = BackpropagationMove.moves(of: recorded.picture.network)
    let room = Rect(x: 0, y: 0, width: 200, height: 50)
    for made in 1...moves.count {
      let passes = try #require(Backpropagation(recorded.picture, example: nil, made: made))
      var frame = Frame(width: 200, height: 50)
      BackpropagationDrawing(passes, selection: .unit(layer: 0, unit: 0), in: room, look: look).draw(frame: &frame)
      guard let value = passes.value(of: moves[made - 1]) else { continue }
      // Where four digits do not fit there are three.
      let texts = [4, 3].map { math.number(value, significant: $0) }
      #expect(texts.contains { frame.text.contains($0) }, "\(moves[made - 1])")
    }
    // Before the first move no sum is there.
    let fresh = try #require(Backpropagation(recorded.picture, example: nil, made: 0))
    var frame = Frame(width: 200, height: 50)
    BackpropagationDrawing(fresh, selection: .unit(layer: 0, unit: 0), in: room, look: look).draw(frame: &frame)
    let loss = try #require(fresh.value(of: .loss))
    #expect(!frame.text.contains(math.number(loss)))
    #expect(!frame.text.contains("◂"))
  }

  /// By hand, from the weights in sixteenths: r₁ = 2/16 + 8/16 = 0.625, u₁ = 1/(1 + e^-0.625) = 0.65136,
  /// dL/ds = z - y = 0.5198 - 1 = -0.4802, dL/dw₁ = -0.4802 · 0.65136 = -0.3128.
  @Test("the equations are the lecture's, with the numbers put in")
  func equations() throws {
    let recorded = try RecordedPasses("lecture")
    let passes = try #require(Backpropagation(recorded.picture, example: nil, made: .max))
    let equations = BackpropagationEquations(passes, math: MathText(glyphs: .braille))
    func line(_ move: BackpropagationMove) -> String { equations.equation(of: move).line(equations.names.math) }
    #expect(line(.sum(layer: 0, unit: 0)) == "r₁ = v₁₁·x₁ + v₂₁·x₂ + v₀₁ = 0.5·1 − 0.3125·0 + 0.125 = 0.625")
    #expect(line(.output(layer: 0, unit: 0)) == "u₁ = 1/(1 + e^−r₁) = 1/(1 + e^−0.625) = 0.6514")
    #expect(line(.lossByOutput(layer: 1, unit: 0)) == "dL/dz = −y/z + (1 − y)/(1 − z) = −1/0.5198 + 0/0.4802 = −1.924")
    #expect(line(.lossBySum(layer: 1, unit: 0)) == "dL/ds = dL/dz·dz/ds = z − y = 0.5198 − 1 = −0.4802")
    #expect(
      line(.lossByWeight(layer: 1, unit: 0, input: 1)) == "dL/dw₁ = dL/ds·u₁ = (z − y)·u₁ = −0.4802·0.6514 = −0.3128")
    #expect(line(.slope(layer: 0, unit: 0)) == "du₁/dr₁ = u₁·(1 − u₁) = 0.6514·(1 − 0.6514) = 0.2271")
    #expect(line(.lossByWeight(layer: 0, unit: 1, input: 0)) == "dL/dv₀₂ = dL/dr₂·1 = −0.1049·1 = −0.1049")
    #expect(equations.update(1, 0, 1) == "w₁ ← −0.625 − 0.5·(−0.3128) = −0.4686")
  }

  @Test("other losses, outputs and activations have equations for every move", arguments: Activation.allCases)
  func generic(activation: Activation) throws {
    for (loss, output, outputs) in [
      (Loss.crossEntropy, OutputActivation.softmax, 3), (.squaredError, .softmax, 2), (.squaredError, .identity, 1),
      (.squaredError, .tanh, 1), (.hinge, .identity, 1), (.hinge, .tanh, 3), (.binaryCrossEntropy, .sigmoid, 3),
    ] {
      let network = try Network(
        inputs: [.x1, .product], hidden: [.init(units: 2, activation: activation)], outputs: outputs,
        outputActivation: output, loss: loss)
      var generator = SplitMix64(seed: 3)
      let parameters = Initializer.xavierUniform.parameters(for: network, using: &generator)
      let names = (0..<max(2, outputs)).map { "class \($0)" }
      let dataset = Dataset(name: "one", inputs: [0.5, -1], targets: .classes([1], names: names))
      let run = NetworkRun(Description(.network), network: network, parameters: parameters, dataset: dataset)
      let picture = try #require(
        run.picture(
          .network(columns: 2, rows: 2, view: nil, thumbnailColumns: 0, thumbnailRows: 0, nextExamples: 1))
          as? NetworkPicture)
      let passes = try #require(Backpropagation(picture, example: nil, made: .max))
      let equations = BackpropagationEquations(passes, math: MathText(glyphs: .braille))
      for move in passes.moves {
        let equation = equations.equation(of: move)
        #expect(!equation.symbols.isEmpty)
        // The chain rule of the two derivatives before it, where the output has a slope of its own.
        guard case .lossBySum(let layer, let unit) = move, passes.exists(.slope(layer: layer, unit: unit)),
          let sum = passes.value(of: move), let slope = passes.value(of: .slope(layer: layer, unit: unit)),
          let above = passes.value(of: .lossByOutput(layer: layer, unit: unit))
        else { continue }
        #expect(abs(sum - above * slope) < 1e-9)
      }
    }
  }

  @Test("boxes and rows of every network lie inside every room, and none covers another")
  func layout() throws {
    let look = Look(theme: Theme(.dark, onDark: true), glyphs: .braille, depth: .direct, words: { "\($0)" })
    for hidden in [[], [2], [3], [8], [8, 8, 8], [2, 2, 2], [64], [1, 1, 1, 1, 1, 1]] {
      let network = try Network(
        inputs: [.x1, .x2], hidden: hidden.map { .init(units: $0, activation: .tanh) }, outputs: 1,
        outputActivation: .sigmoid, loss: .binaryCrossEntropy)
      let run = NetworkRun(
        Description(.network), network: network, parameters: NetworkParameters(zerosFor: network),
        dataset: Dataset(name: "one", inputs: [0.5, -1], targets: .classes([1], names: ["A", "B"])))
      let picture = try #require(run.picture(PictureRequest(columns: 1, rows: 1)) as? NetworkPicture)
      let count = BackpropagationMove.moves(of: network).count
      for (width, height) in [(0, 0), (1, 1), (20, 5), (38, 10), (76, 13), (116, 24), (196, 40)] {
        let room = Rect(x: 2, y: 1, width: width, height: height)
        for made in stride(from: 0, through: count, by: max(1, count / 7)) {
          let passes = try #require(Backpropagation(picture, example: nil, made: made))
          let layout = BackpropagationDrawing(passes, selection: .unit(layer: 0, unit: 0), in: room, look: look).layout
          guard width >= 76 else { continue }
          let rects = layout.units.flatMap { [$0.weights, $0.body] } + layout.inputs.map(\.rect)
          for (index, rect) in rects.enumerated() where !rect.isEmpty {
            #expect(rect.intersection(room) == rect, "\(hidden) \(width)x\(height) \(made) \(rect)")
            for other in rects.dropFirst(index + 1) {
              #expect(rect.intersection(other).isEmpty, "\(hidden) \(width)x\(height) \(made)")
            }
          }
        }
      }
    }
  }

  @Test("2-2-1 and 2-3-1 stand in full on 80x24: every unit with every weight", arguments: [2, 3])
  func full(hidden: Int) throws {
    let network = try Network(
      inputs: [.x1, .x2], hidden: [.init(units: hidden, activation: .sigmoid)], outputs: 1, outputActivation: .sigmoid,
      loss: .binaryCrossEntropy)
    // The room inside the panel at 80x24.
    let layout = BackpropagationLayout(
      network, active: (0, 0), activeInput: 0, names: .init(), in: Rect(x: 2, y: 2, width: 76, height: 13))
    #expect(layout.units.count == hidden + 1)
    #expect(layout.units.allSatisfy { $0.isFull && $0.weights.height == ($0.layer == 0 ? 3 : hidden + 1) })
    #expect(layout.inputs.count == 3 && layout.loss != nil && layout.remarks.isEmpty)
  }
}
