import Basics
import Learning

/// What a network shows of itself at one step.
package struct NetworkPicture: Picture {
  /// The examples that are trained on.
  package let dataset: Dataset
  /// The examples kept for testing; nil for none.
  package let test: Dataset?
  /// The shape.
  package let network: Network
  /// The weights and biases.
  package let parameters: NetworkParameters
  /// The mean size of the weights of each layer, the output last: known here, because a network may have millions.
  package let meanWeights: [Double]
  /// The outputs over the plane.
  package let field: NetworkField
  /// What every hidden unit makes of the plane, coarsely, counted through from the first layer's to the last's.
  package let thumbnails: NetworkField
  /// How the network does on the training examples.
  package let training: NetworkScore
  /// How it does on the test examples; nil without any.
  package let testing: NetworkScore?
  /// The class that each training example is taken for; empty for numbers, in outline and where there are too many to be
  /// drawn.
  package let predictions: [Int]
  /// The class that each test example is taken for, in the same manner.
  package let testPredictions: [Int]
  /// The mean loss of the last batch before its update; nil at the start and after a change by hand.
  package let batchLoss: Double?
  /// What the regularizer adds to the training loss.
  package let penalty: Double
  /// How it is trained.
  package let pace: NetworkPace
  /// The learning rate of this epoch, the schedule's factor included.
  package let effectiveRate: Double
  /// How many examples a batch has at most.
  package let batchSize: Int
  /// How many examples of the present epoch have had their turn.
  package let position: Int
  /// How the learning rate stands to the curvature; nil where nobody asked and where it is not measured.
  package let stability: Stability?
  /// A lower learning rate with which the same training was tried where this one diverged; nil where none is known.
  package let remedy: Double?
  /// Whether the run goes on.
  package let canAdvance: Bool
  /// What the next step is, or would be where the run has ended; nil without examples and where nobody asked.
  package let stepAhead: NetworkStep?
  /// The step that led here; nil at the start, after a change by hand, and where nobody asked.
  package let stepMade: NetworkStep?

  /// What the next step will be; nil where none follows and where nobody asked.
  package var nextStep: NetworkStep? { canAdvance ? stepAhead : nil }
}

/// Some functions of the plane, sampled on the same grid.
package struct NetworkField: Sendable, Equatable {
  /// The grid: row 0 is at the top, samples at the centers of its cells.
  package let grid: SampleGrid
  /// How many functions there are.
  package let planes: Int
  /// The samples, function after function, row by row.
  package let values: [Float]

  /// The samples of one function; empty where there is no such one.
  package func plane(_ index: Int) -> ArraySlice<Float> {
    guard index >= 0, index < planes else { return [] }
    return values[index * grid.count..<(index + 1) * grid.count]
  }
}

/// What is wanted of a network's picture besides the field of its outputs.
package struct NetworkWish: Sendable, Equatable {
  /// How fine the thumbnails of the units are to be; 0 for none.
  package var thumbnails: (columns: Int, rows: Int) {
    get { (thumbnailColumns, thumbnailRows) }
    set { (thumbnailColumns, thumbnailRows) = (min(max(0, newValue.columns), 64), min(max(0, newValue.rows), 64)) }
  }
  private var thumbnailColumns = 12
  private var thumbnailRows = 12
  /// Whether the curvature is to be measured.
  package var hasStability = true
  /// How many examples of the next step are wanted at most, at most 65536; 0 for no look ahead.
  package var nextExamples = 0 { didSet { nextExamples = min(max(0, nextExamples), 1 << 16) } }

  /// All that is seen of a network in the background.
  static let outline: NetworkWish = {
    var wish = NetworkWish()
    wish.thumbnails = (0, 0)
    wish.hasStability = false
    return wish
  }()

  /// A wish for what is shown when nothing else is asked for.
  package init() {}
}

extension PictureRequest {
  /// A wish for the picture of a network, with thumbnails of so many samples, and with the curvature or without.
  ///
  /// Where any examples of a batch are wanted, and so many at most, the next step and the last one are part of the
  /// picture.
  package static func network(
    columns: Int, rows: Int, view: PlaneRect?, thumbnailColumns: Int, thumbnailRows: Int, hasStability: Bool = true,
    nextExamples: Int = 0
  ) -> PictureRequest {
    var request = PictureRequest(columns: columns, rows: rows, view: view)
    request.network.thumbnails = (thumbnailColumns, thumbnailRows)
    request.network.hasStability = hasStability
    request.network.nextExamples = nextExamples
    request.hasStepMade = nextExamples > 0
    return request
  }

  /// What is wanted of a network: of one in the background, little.
  var networkWish: NetworkWish { isOutline ? .outline : network }
}

extension NetworkRun {
  /// The most examples whose predictions are part of a picture; more are not drawn one by one.
  package static let mostPredictions = 4000

  /// The field of the outputs, the thumbnails, the weights and the scores.
  ///
  /// - Complexity: O(weights) for each sample and each example.
  package func picture(_ request: PictureRequest) -> any Picture { picture(request, after: nil) }

  /// The same, with the step that led from the run before it, where the examples of steps are wanted.
  package func picture(_ request: PictureRequest, after past: (any Run)?) -> any Picture {
    let parameters = model.parameters
    let grid = grid(request, weights: parameters.values.count)
    let wish = request.networkWish
    return NetworkPicture(
      dataset: dataset, test: testDataset, network: network, parameters: parameters,
      meanWeights: parameters.layers.indices.map(parameters.meanWeight),
      field: NetworkField(grid: grid, planes: network.outputs, values: model.outputs(over: grid)),
      thumbnails: thumbnails(over: grid, request), training: trainingScore, testing: testingScore,
      predictions: request.isOutline ? [] : predictions(training),
      testPredictions: request.isOutline ? [] : testing.map(predictions) ?? [], batchLoss: batchLoss,
      penalty: parameters.penalty(pace.options.regularizer), pace: pace,
      effectiveRate: pace.learningRate(epoch: epochsCompleted), batchSize: batchSize, position: position,
      stability: wish.hasStability ? shownStability(isPassing: request.isPassing) : nil,
      remedy: remedy, canAdvance: status.canAdvance,
      stepAhead: wish.nextExamples > 0 ? stepAhead(most: wish.nextExamples) : nil,
      stepMade: wish.nextExamples > 0
        ? (past as? NetworkRun).flatMap { stepMade(since: $0, most: wish.nextExamples) } : nil)
  }

  /// The most products of a weight and a sample that a field may take: some milliseconds.
  private static let mostProducts = 60_000_000.0

  /// The grid that was asked for; coarser for a network so large that the screen would hold up the training.
  private func grid(_ request: PictureRequest, weights: Int) -> SampleGrid {
    let view = request.view ?? dataset.view
    let size = request.size(costing: Double(weights), atMost: Self.mostProducts)
    return SampleGrid(
      xRange: view.minX...view.maxX, yRange: view.minY...view.maxY, columns: size.columns, rows: size.rows)
  }

  private func thumbnails(over grid: SampleGrid, _ request: PictureRequest) -> NetworkField {
    let size = request.networkWish.thumbnails
    let small = SampleGrid(xRange: grid.xRange, yRange: grid.yRange, columns: size.columns, rows: size.rows)
    var outputs = [Float](repeating: 0, count: network.outputs * small.count)
    var units = [Float](repeating: 0, count: model.hiddenUnitCount * small.count)
    outputs.withUnsafeMutableBufferPointer { outputs in
      units.withUnsafeMutableBufferPointer { units in
        model.sampleUnits(over: small, outputs: outputs, units: units)
      }
    }
    return NetworkField(grid: small, planes: model.hiddenUnitCount, values: units)
  }

  private func predictions(_ set: ScoredExamples) -> [Int] {
    guard set.dataset.classCount > 0, set.dataset.count <= Self.mostPredictions else { return [] }
    return model.predictedClasses(set.examples)
  }
}
