import Calculus
import Plotting
import Training

/// What to tell about the end of a descent.
struct DescentBanner {
  let picture: DescentPicture
  let context: SceneContext

  private var math: MathText { MathText(glyphs: context.look.glyphs) }

  /// The banner; nil while the run goes on.
  var banner: Banner? {
    guard let status = context.snapshot?.status, !status.canAdvance else { return nil }
    if picture.descents.count > 1 { return severalBanner }
    switch status {
    case .running: return nil
    case .converged: return converged
    case .finished(.targetLoss):
      return Banner(tone: .good, text: "f = \(math.number(picture.first.value)): the value asked for is reached")
    case .finished:
      return Banner(
        tone: .warning, text: "stopped after \(picture.first.step) steps: f = \(math.number(picture.first.value))",
        advice: ":steps \(max(1, picture.first.step) * 2) goes on")
    case .cycling: return nil
    case .diverged(let divergence): return diverged(divergence)
    }
  }

  private var converged: Banner {
    let descent = picture.first
    let place = coordinates(descent.point)
    let curvatures = picture.theory.steps.curvatures
    let slope = "|G| = \(math.number(descent.gradient.length, significant: 2))"
    if curvatures.allSatisfy({ $0 == 0 }), descent.step == 0 {
      return Banner(tone: .warning, text: "flat here: no slope to follow at \(place)", advice: anotherStart)
    }
    if let lowest = curvatures.first, lowest < -1e-9 {
      let what = curvatures.allSatisfy { $0 < 0 } ? "a maximum" : "a saddle"
      return Banner(
        tone: .warning, text: "\(what), not a minimum, at \(place): \(slope)", advice: anotherStart)
    }
    let end = "converged at step \(descent.step): \(slope) at \(place)"
    if let minimum = picture.function.minima.first(where: { isNear($0.point, descent.point) }) {
      if minimum.isGlobal { return Banner(tone: .good, text: "\(end), the global minimum") }
      return Banner(
        tone: .warning, text: "\(end): caught in a local minimum",
        advice: "\(context.key(.learningRateUp)) raises η · \(anotherStart)")
    }
    return Banner(tone: .good, text: SafeText(end), advice: anotherStart)
  }

  private var anotherStart: SafeText { "\(context.key(.placePoints)) places another start" }

  private func isNear(_ first: PlanePoint, _ second: PlanePoint) -> Bool {
    PlaneGradient(x: first.x - second.x, y: first.y - second.y).length < 1e-3
      * (1 + first.x.magnitude + first.y.magnitude)
  }

  private func diverged(_ divergence: Divergence) -> Banner {
    guard picture.first.step > 0 || divergence.curvature != nil else {
      return Banner(
        tone: .bad, text: "f has no finite value or slope at \(coordinates(picture.first.point))",
        advice: anotherStart)
    }
    var text = "diverged at step \(divergence.step)"
    if let words = divergence.stabilityWords("here", math) {
      text += ": \(words)"
    } else if let curvature = divergence.curvature, curvature <= 0 {
      text += ": f has no bottom this way, its curvature is \(math.number(curvature, significant: 2))"
    } else {
      text += ": \(divergence.quantity) would be \(math.number(divergence.value))"
    }
    let (lower, restart, back) = (context.key(.learningRateDown), context.key(.reset), context.key(.stepBack))
    return Banner(
      tone: .bad, text: SafeText(text), advice: "\(lower) lowers η · \(restart) restarts · \(back) goes back")
  }

  private var severalBanner: Banner {
    let arrived = picture.descents.count { $0.status == .converged }
    let lost = picture.descents.count { if case .diverged = $0.status { true } else { false } }
    var parts = ["\(arrived) of \(picture.descents.count) converged"]
    if lost > 0 { parts.append("\(lost) diverged") }
    return Banner(
      tone: lost > 0 ? .warning : .good, text: SafeText(parts.joined(separator: ", ")),
      advice: "\(context.key(.manyLines)) compares something else")
  }

  private func coordinates(_ point: PlanePoint) -> String {
    picture.function.variables == .x ? "x = \(math.number(point.x))" : math.vector([point.x, point.y])
  }
}
