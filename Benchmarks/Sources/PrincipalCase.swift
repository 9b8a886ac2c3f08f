import Learning

/// The principal directions of a path, as a landscape works them out for each of its pictures.
struct PrincipalCase {
  let name: String
  private let path: [[Double]]

  /// A path of 256 points that turns and is not quite smooth, of a network with so many weights and biases.
  init(parameters: Int) {
    name = "256x\(parameters)"
    var generator = SplitMix64(seed: 1)
    let ways = (0..<3).map { _ in (0..<parameters).map { _ in generator.normal() } }
    path = (0..<256).map { point in
      let t = Double(point) / 255
      return (0..<parameters).map { k in
        t * ways[0][k] + t * t * ways[1][k] + t * t * t * ways[2][k] + 0.01 * generator.normal()
      }
    }
  }

  /// How often a second the directions are found.
  func rate() -> Double {
    Stopwatch.rate {
      var generator = SplitMix64(seed: 1)
      _ = LandscapeDirections.principal(of: path, around: path[255], using: &generator)
    }
  }
}
