import Basics
import Calculus
import Learning
import Plotting
import Training

/// Several descents in one picture: what the key for it goes through.
enum DescentComparison {
  /// The description with the next comparison: optimizers, learning rates, starts, then one alone.
  static func next(after description: Description, _ picture: DescentPicture) -> Description {
    var next = description
    switch description.variation?.key {
    case nil:
      // Each at its own usual learning rate: one for all would say nothing about them.
      next[.optimizer] = nil
      next[.learningRate] = nil
      next[.vary] = .variation(.init(.optimizer, Optimizer.all.map { Setting.word($0.name) }))
    case .optimizer?:
      next[.learningRate] = nil
      let rate = picture.first.learningRate
      let up = LearningRateLadder.up(from: rate)
      let rates = [LearningRateLadder.down(from: LearningRateLadder.down(from: rate)), rate, up]
      let more = rates + [LearningRateLadder.up(from: up)]
      next[.vary] = .variation(.init(.learningRate, more.map(Setting.number)))
    case .learningRate?:
      next[.start] = nil
      next[.vary] = .variation(.init(.start, starts(on: picture)))
    default: next[.vary] = nil
    }
    return next
  }

  /// Starts on all sides of the view.
  private static func starts(on picture: DescentPicture) -> [Setting] {
    let view = picture.home
    if picture.function.variables == .x {
      return [0.08, 0.36, 0.64, 0.92].map { share in
        start(PlanePoint(x: view.minX + share * (view.maxX - view.minX)), in: view, isCurve: true)
      }
    }
    return [(0.15, 0.8), (0.85, 0.7), (0.2, 0.15), (0.75, 0.2)].map { x, y in
      start(
        PlanePoint(x: view.minX + x * (view.maxX - view.minX), y: view.minY + y * (view.maxY - view.minY)), in: view,
        isCurve: false)
    }
  }

  /// The description with one more descent, from a start.
  static func adding(_ start: Setting, to description: Description, _ picture: DescentPicture) -> Description {
    let isCurve = picture.function.variables == .x
    var starts: [Setting]
    if let variation = description.variation, variation.key == .start {
      starts = variation.values
    } else {
      starts = [description[.start] ?? self.start(picture.first.start, in: picture.home, isCurve: isCurve)]
    }
    starts.append(start)
    var more = description
    more[.start] = nil
    more[.vary] = .variation(.init(.start, Array(starts.suffix(Theme.pathCount))))
    return more
  }

  /// A place as a setting, in all its digits.
  static func exactStart(_ place: PlanePoint, isCurve: Bool) -> Setting {
    let x = Setting.Assignment("x", place.x)
    return .assignments(isCurve ? [x] : [x, .init("y", place.y)])
  }

  /// A place as a setting, in numbers no finer than a picture of the view shows.
  static func start(_ place: PlanePoint, in view: PlaneRect, isCurve: Bool) -> Setting {
    let x = Setting.Assignment("x", rounded(place.x, width: view.maxX - view.minX))
    if isCurve { return .assignments([x]) }
    return .assignments([x, .init("y", rounded(place.y, width: view.maxY - view.minY))])
  }

  /// A coordinate rounded to about a thousandth of a width.
  private static func rounded(_ number: Double, width: Double) -> Double {
    var step = 1.0
    while step > width / 500, step > 1e-300 { step /= 10 }
    while step * 10 <= width / 500, step < 1e300 { step *= 10 }
    // Divided by a whole number, 0.1 comes out as people write it.
    return step < 1 ? (number / step).rounded() / (1 / step).rounded() : (number / step).rounded() * step
  }
}
