import Testing

@testable import Learning

@Suite("Loss landscape")
struct LossLandscapeTests {
  private func surface(
    _ landscape: LossLandscape, _ plane: ParameterPlane, _ alphas: [Double], _ betas: [Double], isExact: Bool,
    parts: Int = 1
  ) -> [Double] {
    var losses = [Double](repeating: .nan, count: alphas.count * betas.count)
    losses.withUnsafeMutableBufferPointer { losses in
      for part in 0..<parts {
        let rows = betas.count * part / parts..<betas.count * (part + 1) / parts
        if isExact {
          landscape.sampleExactly(plane, alphas: alphas, betas: betas, rows: rows, into: losses)
        } else {
          landscape.sample(plane, alphas: alphas, betas: betas, rows: rows, into: losses)
        }
      }
    }
    return losses
  }

  /// The largest difference between two rows, relative to the second.
  private func distance(_ found: [Double], _ expected: [Double]) -> Double {
    guard found.count == expected.count else { return .infinity }
    return zip(found, expected).reduce(0) { max($0, abs($1.0 - $1.1) / max(abs($1.1), 1e-9)) }
  }

  @Test("in double precision networks of all shapes have the losses that NumPy computes, within 1e-12")
  func exactly() throws {
    let models = try RecordedLandscapes.read().models
    #expect(models.count == 7)
    for recorded in models {
      let (network, parameters) = try recorded.network()
      let landscape = LossLandscape(.network(network), on: recorded.dataset)
      #expect(landscape.parameterCount == parameters.values.count)
      let losses = surface(landscape, try recorded.plane, recorded.alphas, recorded.betas, isExact: true)
      #expect(distance(losses, recorded.losses) < 1e-12, "\(recorded.model.inputs) \(recorded.model.loss)")
    }
  }

  @Test("in single precision they are within 1e-5 of one plus the loss")
  func fast() throws {
    for recorded in try RecordedLandscapes.read().models {
      let landscape = LossLandscape(.network(try recorded.network().network), on: recorded.dataset)
      let losses = surface(landscape, try recorded.plane, recorded.alphas, recorded.betas, isExact: false)
      for (found, exact) in zip(losses, recorded.losses) { #expect(abs(found - exact) < 1e-5 * (1 + exact)) }
    }
  }

  @Test("the numbers do not depend on how the rows are divided", arguments: [false, true])
  func divided(isExact: Bool) throws {
    let recorded = try RecordedLandscapes.read().models[2]
    let landscape = LossLandscape(.network(try recorded.network().network), on: recorded.dataset)
    let plane = try recorded.plane
    let whole = surface(landscape, plane, recorded.alphas, recorded.betas, isExact: isExact)
    for parts in [2, 3, 5] {
      #expect(surface(landscape, plane, recorded.alphas, recorded.betas, isExact: isExact, parts: parts) == whole)
    }
  }

  @Test("single places have the losses of the surface, bit for bit")
  func places() throws {
    let recorded = try RecordedLandscapes.read().models[0]
    let landscape = LossLandscape(.network(try recorded.network().network), on: recorded.dataset)
    let plane = try recorded.plane
    let places = recorded.betas.flatMap { beta in recorded.alphas.map { PlanePlace(alpha: $0, beta: beta) } }
    let whole = surface(landscape, plane, recorded.alphas, recorded.betas, isExact: false)
    #expect(landscape.losses(plane, at: places) == whole)
    let middle = PlanePlace(alpha: 0, beta: 0)
    #expect(landscape.loss(at: plane.origin) == landscape.losses(plane, at: [middle])[0])
    #expect(abs(landscape.exactLoss(at: plane.origin) - landscape.loss(at: plane.origin)) < 1e-5)
  }

  @Test("a perceptron's mean loss over any plane of w0, w1, w2 is NumPy's")
  func perceptron() throws {
    let recorded = try RecordedLandscapes.read().perceptron
    let dataset = Dataset(
      name: "recorded", inputs: recorded.points.flatMap { $0 },
      targets: .classes(recorded.classes, names: ["A", "B"]))
    let landscape = LossLandscape(.perceptron([.x1, .x2]), on: dataset)
    let plane = ParameterPlane(
      origin: recorded.weights, directions: LandscapeDirections(first: recorded.first, second: recorded.second))
    for isExact in [true, false] {
      let losses = surface(landscape, plane, recorded.alphas, recorded.betas, isExact: isExact)
      #expect(distance(losses, recorded.losses) < 1e-12)
    }
  }

  // s = 0.5 + x1 - x2 by hand: A at (1, 0) is right, A at (0, 2) is missed by 1.5, B at (1, 1) by 0.5; B at (0, 1) is right.
  @Test("a perceptron's loss worked out by hand")
  func byHand() {
    let dataset = Dataset(
      name: "four", inputs: [1, 0, 0, 2, 1, 1, 0, 1], targets: .classes([0, 0, 1, 1], names: ["A", "B"]))
    let landscape = LossLandscape(.perceptron([.x1, .x2]), on: dataset)
    #expect(landscape.exactLoss(at: [0.5, 1, -1]) == 0.5)
    #expect(landscape.loss(at: [0.5, 1, -1]) == 0.5)
  }

  @Test("no examples, infinite and missing weights trap nowhere")
  func degenerate() throws {
    let none = Dataset(name: "none", inputs: [], targets: .classes([], names: ["A", "B"]))
    #expect(LossLandscape(.perceptron([.x1]), on: none).exactLoss(at: [1, 2]) == 0)
    let recorded = try RecordedLandscapes.read().models[0]
    let network = try recorded.network().network
    let empty = LossLandscape(.network(network), on: none)
    #expect(empty.exactLoss(at: try recorded.plane.origin) == 0)
    let landscape = LossLandscape(.network(network), on: recorded.dataset)
    let infinite = [Double](repeating: .infinity, count: landscape.parameterCount)
    #expect(!landscape.exactLoss(at: infinite).isFinite)
    #expect(surface(landscape, try recorded.plane, [], [0], isExact: false).isEmpty)
  }
}
