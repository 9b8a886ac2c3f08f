import Testing

@testable import Learning

@Suite("Directions of a landscape")
struct LandscapeDirectionsTests {
  private func dot(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }

  @Test("scaling unit by unit gives NumPy's numbers: each unit's row as long as the model's, biases 0")
  func filters() throws {
    let recorded = try RecordedLandscapes.read().filters
    let network = try RecordedLandscapes.read().models[0].network().network
    let scaled = LandscapeDirections.filterNormalized(
      recorded.direction, ParameterUnit.units(of: network), at: recorded.weights)
    for (found, expected) in zip(scaled, recorded.scaled) { #expect(abs(found - expected) < 1e-14) }
    #expect(scaled.count == recorded.scaled.count)
  }

  @Test("random directions have the lengths of the model's rows, and other seeds other directions")
  func random() throws {
    let (network, parameters) = try RecordedLandscapes.read().models[2].network()
    let units = ParameterUnit.units(of: network)
    func draw(_ seed: UInt64) -> LandscapeDirections {
      var generator = SplitMix64(seed: seed)
      return .random(units, at: parameters.values, using: &generator)
    }
    let directions = draw(3)
    for direction in [directions.first, directions.second] {
      for unit in units {
        let (own, model) = (Array(direction[unit.weights]), Array(parameters.values[unit.weights]))
        #expect(abs(dot(own, own) / dot(model, model) - 1) < 1e-12)
        #expect(direction[unit.bias] == 0)
      }
    }
    #expect(directions.first != directions.second)
    #expect(draw(3) == directions && draw(4) != directions)
  }

  @Test("a model of zeros leaves directions to look along")
  func zeros() {
    var generator = SplitMix64(seed: 1)
    let units = ParameterUnit.units(ofPerceptronWith: [.x1, .x2])
    let directions = LandscapeDirections.random(units, at: [0, 0, 0], using: &generator)
    #expect(abs(dot(directions.first, directions.first) - 1) < 1e-12)
    // The bias alone is no weight to go by.
    #expect(directions.first[0] == 0)
  }

  @Test("two chosen parameters are axes")
  func parameters() {
    let directions = LandscapeDirections.parameters(2, 0, of: 3)
    #expect(directions.first == [0, 0, 1] && directions.second == [1, 0, 0])
  }

  @Test("towards another model the line leads there, and the other direction is perpendicular")
  func towards() {
    var generator = SplitMix64(seed: 1)
    let units = ParameterUnit.units(ofPerceptronWith: [.x1, .x2])
    let directions = LandscapeDirections.towards([4, 4, 4], from: [1, 2, 3], units, using: &generator)
    #expect(directions.first == [3, 2, 1])
    #expect(abs(dot(directions.first, directions.second)) < 1e-12)
    #expect(dot(directions.second, directions.second) > 0)
  }

  @Test("the principal directions of a path are NumPy's singular vectors, whichever way they are found")
  func principal() throws {
    for recorded in try RecordedLandscapes.read().paths {
      let path = recorded.parameters
      var generator = SplitMix64(seed: 1)
      let directions = LandscapeDirections.principal(
        of: path, around: try #require(path.last), using: &generator)
      let explained = try #require(directions.explained)
      for index in 0..<2 {
        let found = [directions.first, directions.second][index]
        // Up to sign.
        let sign: Double = dot(found, recorded.directions[index]) < 0 ? -1 : 1
        let worst = zip(found, recorded.directions[index]).reduce(0) { max($0, abs($1.0 - sign * $1.1)) }
        #expect(worst < 1e-9, "\(recorded.points) points of \(recorded.width) numbers, direction \(index)")
        #expect(abs(explained[index] - recorded.explained[index]) < 1e-12)
      }
    }
  }

  @Test("the first direction leads from the beginning to the end")
  func orientation() {
    var generator = SplitMix64(seed: 1)
    let path: [[Double]] = [[0, 0, 0], [1, 0.5, 0], [2, 0.6, 0], [4, 0, 0]]
    let directions = LandscapeDirections.principal(of: path, around: [4, 0, 0], using: &generator)
    #expect(directions.first[0] > 0.9)
    // The corner is on the positive side of the second.
    #expect(directions.second[1] > 0.9)
    #expect(abs(directions.second[2]) < 1e-12)
  }

  @Test("a straight path has one principal direction, a point none, and random ones fill up")
  func degenerate() throws {
    var generator = SplitMix64(seed: 1)
    let straight = LandscapeDirections.principal(
      of: [[0, 0, 0], [1, 1, 0], [2, 2, 0]], around: [2, 2, 0], using: &generator)
    #expect(abs(straight.first[0] - 0.5.squareRoot()) < 1e-12 && abs(straight.first[1] - 0.5.squareRoot()) < 1e-12)
    #expect(abs(dot(straight.first, straight.second)) < 1e-12)
    #expect(abs(dot(straight.second, straight.second) - 1) < 1e-12)
    let explained = try #require(straight.explained)
    #expect(abs(explained[0] - 1) < 1e-12 && explained[1] == 0)
    let point = LandscapeDirections.principal(of: [[1, 2, 3]], around: [1, 2, 3], using: &generator)
    #expect(point.explained == nil)
    #expect(abs(dot(point.first, point.first) - 1) < 1e-12 && abs(dot(point.first, point.second)) < 1e-12)
  }

  @Test("numbers near the ends of the doubles do not spoil the directions", arguments: [1e-200, 1e150])
  func extremes(scale: Double) {
    var generator = SplitMix64(seed: 1)
    let path: [[Double]] = [[-3, 0, 0], [-1, 1, 0], [0, 0, 0]].map { $0.map { $0 * scale } }
    let directions = LandscapeDirections.principal(of: path, around: [0, 0, 0], using: &generator)
    // The eigenvectors of [[10, -1], [-1, 1]]: tan 2t = 2 (-1) / (10 - 1).
    #expect(abs(directions.first[1] / directions.first[0] - (85.0.squareRoot() - 9) / -2) < 1e-12)
  }
}
