import Basics
import Learning
import Plotting
import Training

extension LandscapePicture {
  /// The first axis of the plane, from edge to edge of what was sampled.
  var x: Scale { Scale(from: rangeAlpha.lowerBound, to: rangeAlpha.upperBound) }

  /// The second axis.
  var y: Scale { Scale(from: rangeBeta.lowerBound, to: rangeBeta.upperBound) }

  /// The sampled part of the plane.
  var view: PlaneRect { PlaneRect(minX: x.lower, maxX: x.upper, minY: y.lower, maxY: y.upper) }

  /// The present point in the plane.
  var place: PlanePoint { PlanePoint(x: position.alpha, y: position.beta) }

  /// What has the weights; nil for a picture of something else.
  var model: LossLandscape.Model? {
    switch subject {
    case let picture as PerceptronPicture: .perceptron(picture.perceptron.features)
    case let picture as NetworkPicture: .network(picture.network)
    default: nil
    }
  }

  /// The losses on a grid at least as fine as the sampled one, row by row from the top: bilinear between the samples.
  ///
  /// - Complexity: O(columns * rows).
  func losses(columns: Int, rows: Int) -> [Double] {
    let across = (0..<columns).map {
      Self.neighbors(ofShare: (Double($0) + 0.5) / Double(columns), count: alphas.count)
    }
    var values: [Double] = []
    values.reserveCapacity(columns * rows)
    for row in 0..<rows {
      // Betas grow upward.
      let up = Self.neighbors(ofShare: 1 - (Double(row) + 0.5) / Double(rows), count: betas.count)
      let (lower, upper) = (up.index * alphas.count, min(up.index + 1, betas.count - 1) * alphas.count)
      for place in across {
        let next = min(place.index + 1, alphas.count - 1)
        let low = Self.mix(losses[lower + place.index], losses[lower + next], place.share)
        let high = Self.mix(losses[upper + place.index], losses[upper + next], place.share)
        values.append(Self.mix(low, high, up.share))
      }
    }
    return values
  }

  /// A number on the way from one to another; where it is at an end the other may be no number.
  private static func mix(_ first: Double, _ second: Double, _ share: Double) -> Double {
    share == 0 ? first : share == 1 ? second : first + share * (second - first)
  }

  /// The sample below a share of an axis, and how far it is on the way to the next one; beyond the outermost samples
  /// the surface goes on as it is there.
  private static func neighbors(ofShare share: Double, count: Int) -> (index: Int, share: Double) {
    let position = share * Double(count) - 0.5
    guard count > 1, let index = clampedIndex(position, in: 0..<count - 1) else { return (0, 0) }
    return (index, min(max(position - Double(index), 0), 1))
  }

  /// The parameters that the model has at another place of the plane, as far from the plane as now.
  func parameters(at target: PlanePoint) -> [Double] {
    var values = parameters
    if plane.kind == .weights, plane.weights.count == 2 {
      // The axes are the weights themselves: no arithmetic that would round.
      values[plane.weights[0]] = target.x
      values[plane.weights[1]] = target.y
      return values
    }
    let (across, up) = (target.x - position.alpha, target.y - position.beta)
    for index in values.indices {
      values[index] += across * plane.geometry.first[index] + up * plane.geometry.second[index]
    }
    return values
  }

  /// An axis of the plane.
  enum Axis { case first, second }

  /// The loss along one axis, the other coordinate being that of a place: interpolated between samples.
  func slice(along axis: Axis, through place: PlanePoint) -> [PlanePoint] {
    let (columns, rows) = (alphas.count, betas.count)
    guard columns > 0, rows > 0, losses.count == columns * rows else { return [] }
    let isFirst = axis == .first
    let (scale, value) = isFirst ? (y, place.y) : (x, place.x)
    let count = isFirst ? rows : columns
    let (low, share) = Self.neighbors(ofShare: scale.fraction(of: value), count: count)
    let high = min(low + 1, count - 1)
    return (isFirst ? alphas : betas).enumerated().map { index, value in
      let lower = isFirst ? losses[low * columns + index] : losses[index * columns + low]
      let upper = isFirst ? losses[high * columns + index] : losses[index * columns + high]
      return PlanePoint(x: value, y: Self.mix(lower, upper, share))
    }
  }
}
