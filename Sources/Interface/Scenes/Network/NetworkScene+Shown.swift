import Lessons
import Training

/// What can be seen of a quantity in each view of a network.
extension NetworkScene {
  /// What a quantity is in what is drawn; nil where it is not drawn, or not yet.
  package func shown(_ quantity: Quantity, of picture: NetworkPicture, context: SceneContext) -> Double? {
    guard let snapshot = context.snapshot else { return nil }
    let view = view(context)
    switch (view, quantity.name) {
    case (_, "step"), (_, "learning-rate"), (.output, _):
      guard case .number(let value)? = Readings(snapshot).value(of: quantity, example: example) else { return nil }
      return value
    case (.backpropagation, _): return passes(picture, context).flatMap { shown(quantity, by: $0) }
    case (.trainingLoop, _):
      return loop(picture, context, most: 1).flatMap { shown(quantity, by: $0, at: stage(picture, context)) }
    }
  }

  private func shown(_ quantity: Quantity, by passes: Backpropagation) -> Double? {
    let output = passes.outputLayer
    func known(_ move: BackpropagationMove) -> Double? { passes.isKnown(move) ? passes.value(of: move) : nil }
    switch quantity.name {
    case "probability": return passes.after?.outputs.first ?? known(.output(layer: output, unit: 0))
    case "example-loss": return passes.after?.loss ?? known(.loss)
    case "target": return passes.targets.first
    case "dL/ds": return known(.lossBySum(layer: output, unit: 0))
    default: break
    }
    guard let named = quantity.ofUnit else { return nil }
    let (layer, unit) = (named.layer ?? output, named.unit)
    switch named.part {
    case .sum: return known(.sum(layer: layer, unit: unit))
    case .output: return known(.output(layer: layer, unit: unit))
    case .slope: return known(.slope(layer: layer, unit: unit))
    case .lossByOutput: return known(.lossByOutput(layer: layer, unit: unit))
    case .lossBySum: return known(.lossBySum(layer: layer, unit: unit))
    case .lossByWeight(let input): return known(.lossByWeight(layer: layer, unit: unit, input: input))
    case .weight(let input):
      return passes.fresh(layer: layer, unit: unit, input: input)
        ?? passes.weight(layer: layer, unit: unit, input: input)
    }
  }

  private func shown(_ quantity: Quantity, by loop: TrainingLoop, at stage: TrainingLoop.Stage?) -> Double? {
    func isReached(_ wanted: TrainingLoop.Stage) -> Bool { stage.map { $0.rawValue >= wanted.rawValue } ?? true }
    switch quantity.name {
    case "probability": return isReached(.forward) ? loop.rows.first?.outputs.first : nil
    case "target": return loop.rows.first?.targets.first
    case "loss": return isReached(.update) ? loop.lossAfter : isReached(.loss) ? loop.loss : nil
    case "example-loss": return isReached(.loss) ? loop.rows.first?.loss : nil
    default: break
    }
    guard let named = quantity.ofUnit, case .weight(let input) = named.part else { return nil }
    let weight = loop.weight(named.layer ?? loop.picture.network.hidden.count, named.unit, input)
    return isReached(.update) ? weight.after : weight.before
  }
}
