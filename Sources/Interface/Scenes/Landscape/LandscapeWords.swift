import Learning
import Plotting
import Training

/// A plane through weight space in words: its axes, and what is held fast.
struct LandscapeWords {
  let picture: LandscapePicture
  let look: Look

  private var math: MathText { MathText(glyphs: look.glyphs) }

  /// What the two axes are called, in a few letters.
  var axisNames: (x: SafeText, y: SafeText) {
    let names = picture.plane.axisNames
    switch picture.plane.kind {
    case .weights where names.count == 2: return (SafeText(weight(names[0])), SafeText(weight(names[1])))
    case .weights, .random: return (SafeText(math.indexed("r", 1)), SafeText(math.indexed("r", 2)))
    case .principal: return (SafeText(math.indexed("p", 1)), SafeText(math.indexed("p", 2)))
    case .towards: return ("t", "r")
    }
  }

  /// What they are, where the letters don't say it.
  ///
  /// From the longest wording to the shortest; nil for weights.
  var axes: [String]? {
    let names = axisNames
    switch picture.plane.kind {
    case .weights: return nil
    case .random: return ["\(names.x), \(names.y) random, as long as the weights", "\(names.x), \(names.y) random"]
    case .principal: return pathShare?.axes("\(names.x)", "\(names.y)")
    case .towards: return ["t = 0 here, t = 1 there; r random", "t from here to there"]
    }
  }

  /// How much of the path the principal directions hold; nil for other planes.
  var pathShare: PathShare? {
    picture.plane.kind == .principal ? PathShare(.init(picture.explained ?? [])) : nil
  }

  /// A perceptron's `w1` as w₁; a network's names as they are.
  private func weight(_ name: String) -> String {
    guard name.first == "w", let index = Int(name.dropFirst()), index >= 0 else { return name }
    return math.indexed("w", index)
  }

  /// Which plane it is.
  var kind: SafeText {
    switch picture.plane.kind {
    case .weights: "two of the weights"
    case .random: "two random directions"
    case .principal: "principal directions"
    case .towards: "towards another model"
    }
  }

  /// What stays as it is while the point moves in the plane.
  ///
  /// From the longest wording to the shortest.
  var fixed: [String] {
    let held = HeldParameters(.init(names: picture.parameterNames, directions: picture.plane.directions)).wordings
    let others = WeightOrder.indices(count: picture.parameters.count).filter { !picture.plane.weights.contains($0) }
    guard picture.plane.kind == .weights, picture.subject is PerceptronPicture, others.count <= 2 else { return held }
    let values = picture.parameters
    return [others.map { "\(math.indexed("w", $0)) = \(math.number(values[$0]))" }.joined(separator: ", ")] + held
  }
}
