import Learning
import Training

/// The circle of training with the numbers of one step of a run: a batch, its predictions, its loss, the gradient, the new
/// weights and the loss with them.
///
/// Before the update it is the step that comes, after the run's end the one that would; with the update the step that the
/// run has made.
struct TrainingLoop: Sendable {
  /// How far around the circle the step is.
  enum Stage: Int, Sendable, CaseIterable {
    case batch, forward, loss, backward, update

    /// The stage after this one; nil after the last.
    var next: Stage? { Stage(rawValue: rawValue + 1) }
    /// The stage before this one; nil before the first.
    var previous: Stage? { Stage(rawValue: rawValue - 1) }
  }

  /// An example of the batch.
  struct Row: Sendable {
    /// Its number in the data, from 0.
    let example: Int
    /// What goes in.
    let inputs: [Double]
    /// What should come out.
    let targets: [Double]
    /// What comes out.
    let outputs: [Double]
    /// Its own loss.
    let loss: Double
  }

  /// The run as it stands.
  let picture: NetworkPicture
  /// The step.
  let step: NetworkStep
  /// The first examples of the batch.
  let rows: [Row]
  /// How many examples the batch has.
  let count: Int
  /// The batch's mean loss before the update; nil where the step leaves the finite numbers.
  let loss: Double?
  /// The mean loss of the same batch after the update; nil for batches too large to go through by the way.
  let lossAfter: Double?
  /// The length of the gradient of that loss with the penalty; nil for batches too large to go through by the way.
  let gradientLength: Double?

  /// The most products of a weight and an example that are worked on for one picture.
  private static let mostProducts = 300_000

  /// Works the numbers out; nil without examples.
  ///
  /// - Parameters:
  ///   - picture: The run as it stands.
  ///   - isUpdated: Whether it is the step that was made, where there is one, and not the one that comes.
  ///   - most: How many examples are to be shown.
  /// - Complexity: O(weights) for each example shown, and for each of the batch where that is little.
  init?(_ picture: NetworkPicture, isUpdated: Bool = false, most: Int) {
    guard let step = isUpdated ? picture.stepMade ?? picture.stepAhead : picture.stepAhead else { return nil }
    self.picture = picture
    self.step = step
    let reference = ReferenceNetwork(picture.network, parameters: step.before)
    let weights = max(1, step.before.values.count)
    let shown = Array(step.examples.prefix(max(0, min(most, Self.mostProducts / weights))))
    let examples = NetworkExamples(picture.dataset.examples(at: shown), for: picture.network)
    rows = shown.indices.map { index in
      let inputs = examples.input(at: index)
      let targets = examples.target(at: index)
      let output = reference.forward(inputs).last
      let (sums, outputs) = (output?.sums ?? [], output?.outputs ?? [])
      return Row(
        example: shown[index], inputs: inputs, targets: targets, outputs: outputs,
        loss: picture.network.loss.value(sums: sums, outputs: outputs, targets: targets))
    }
    count = step.count
    loss = step.loss
    guard step.examples.count == step.count, step.count * weights <= Self.mostProducts else {
      (gradientLength, lossAfter) = (nil, nil)
      return
    }
    let batch = NetworkExamples(picture.dataset.examples(at: step.examples), for: picture.network)
    let gradient = reference.gradient(
      batch, at: Array(0..<batch.count), regularizer: picture.pace.options.regularizer
    ).gradient
    lossAfter =
      ReferenceNetwork(picture.network, parameters: step.parameters).gradient(batch, at: Array(0..<batch.count)).loss
    gradientLength = gradient.reduce(0) { $0 + $1 * $1 }.squareRoot()
  }

  /// The weights' places, in the order in which they are listed: the output's first, as they move most.
  var places: [(layer: Int, unit: Int, input: Int)] {
    var places: [(layer: Int, unit: Int, input: Int)] = []
    for (layer, place) in step.before.layers.enumerated().reversed() {
      for unit in 0..<place.units {
        for input in WeightOrder.indices(count: place.inputs + 1) { places.append((layer, unit, input)) }
        if places.count > 300 { return places }
      }
    }
    return places
  }

  /// A weight now and after the step.
  func weight(_ layer: Int, _ unit: Int, _ input: Int) -> (before: Double, after: Double) {
    let place = NetworkParameters.Place(layer: layer, unit: unit, input: input == 0 ? nil : input - 1)
    return (step.before[place], step.parameters[place])
  }
}
