import Basics

extension FastNetwork {
  /// How many units' fields `sampleUnits` writes: all hidden units.
  package var hiddenUnitCount: Int { plan.hidden.reduce(0) { $0 + $1.units } }

  /// Samples the outputs z at some rows of a grid.
  ///
  /// Output k of the cell at a column and row goes to `values[k * grid.count + row * grid.columns + column]`; other rows
  /// are not touched. Rows may be divided among threads, each with its part: the numbers stay the same.
  ///
  /// - Precondition: `values` holds `network.outputs * grid.count` numbers; the rows are rows of the grid.
  /// - Complexity: O(weights) for each cell.
  package func sampleOutputs(
    over grid: SampleGrid, rows: Range<Int>? = nil, into values: UnsafeMutableBufferPointer<Float>
  ) {
    sample(over: grid, rows: rows ?? 0..<grid.rows, outputs: values, units: nil)
  }

  /// Samples the outputs z of the network and u of every hidden unit at some rows of a grid.
  ///
  /// `units` is filled like `outputs`, with the hidden units counted through from the first layer's to the last's.
  ///
  /// - Precondition: the buffers hold `network.outputs` and `hiddenUnitCount` times `grid.count` numbers.
  /// - Complexity: O(weights) for each cell.
  package func sampleUnits(
    over grid: SampleGrid, rows: Range<Int>? = nil, outputs: UnsafeMutableBufferPointer<Float>,
    units: UnsafeMutableBufferPointer<Float>
  ) {
    sample(over: grid, rows: rows ?? 0..<grid.rows, outputs: outputs, units: units)
  }

  /// The outputs z over a whole grid, in the order of `sampleOutputs`.
  package func outputs(over grid: SampleGrid) -> [Float] {
    let count = network.outputs * grid.count
    // An array without room would share the one empty array of the process, and its count would be written to.
    guard count > 0 else { return [] }
    return [Float](unsafeUninitializedCapacity: count) { buffer, initialized in
      buffer.initialize(repeating: 0)
      sampleOutputs(over: grid, into: UnsafeMutableBufferPointer(rebasing: buffer[0..<count]))
      initialized = count
    }
  }

  /// The outputs z at one point.
  package func outputs(x1: Double, x2: Double) -> [Float] {
    outputs(over: SampleGrid(xRange: x1...x1, yRange: x2...x2, columns: 1, rows: 1))
  }

  private func sample(
    over grid: SampleGrid, rows: Range<Int>, outputs: UnsafeMutableBufferPointer<Float>,
    units: UnsafeMutableBufferPointer<Float>?
  ) {
    precondition(
      rows.lowerBound >= 0 && rows.upperBound <= grid.rows, "rows \(rows) of a grid with \(grid.rows)")
    precondition(
      outputs.count >= network.outputs * grid.count,
      "\(outputs.count) places for \(network.outputs * grid.count) numbers")
    precondition(
      units.map { $0.count >= hiddenUnitCount * grid.count } ?? true, "too few places for the units' fields")
    guard grid.columns > 0, !rows.isEmpty, let outputBase = outputs.baseAddress else { return }
    let columnBlocks = (grid.columns + BlockPass.count - 1) / BlockPass.count
    let columnLanes = columnBlocks * BlockPass.width
    let scratchSize = BlockPass.scratchSize(plan) + plan.inputs * columnLanes
    let block = OutputBlock(
      loss: network.loss, activation: network.outputActivation, outputs: network.outputs, stride: BlockPass.width)
    lanes.withUnsafeBufferPointer { lanes in
      withUnsafeTemporaryAllocation(of: Lanes.self, capacity: scratchSize) { scratch in
        scratch.initialize(repeating: .zero)
        guard let lanes = lanes.baseAddress, let memory = scratch.baseAddress else { return }
        let pass = BlockPass(plan: plan, parameters: lanes, scratch: memory)
        let features = memory + BlockPass.scratchSize(plan)
        fillColumns(features, grid: grid, columnLanes: columnLanes)
        let size = grid.count
        for row in rows {
          fillRow(features, grid: grid, row: row, columnLanes: columnLanes)
          for columnBlock in 0..<columnBlocks {
            let firstLane = columnBlock &* BlockPass.width
            for feature in 0..<plan.inputs {
              for n in 0..<BlockPass.width {
                pass.inputs[feature &* BlockPass.width &+ n] = features[feature &* columnLanes &+ firstLane &+ n]
              }
            }
            let place = row &* grid.columns &+ columnBlock &* BlockPass.count
            let count = Swift.min(BlockPass.count, grid.columns &- columnBlock &* BlockPass.count)
            var unit = 0
            let sums = pass.sums { number, values in
              guard let units = units?.baseAddress else { return }
              for j in 0..<plan.hidden[number].units {
                Self.copy(values + j &* BlockPass.width, to: units + (unit &* size &+ place), count: count)
                unit = unit &+ 1
              }
            }
            for n in 0..<BlockPass.width { block.activate(sums + n) }
            for k in 0..<network.outputs {
              Self.copy(sums + k &* BlockPass.width, to: outputBase + (k &* size &+ place), count: count)
            }
          }
        }
      }
    }
  }

  @inline(__always)
  private static func copy(_ lanes: UnsafePointer<Lanes>, to values: UnsafeMutablePointer<Float>, count: Int) {
    UnsafeMutableRawPointer(values).copyMemory(from: lanes, byteCount: 4 &* count)
  }

  /// Computes the features that are the same in every row.
  private func fillColumns(_ features: UnsafeMutablePointer<Lanes>, grid: SampleGrid, columnLanes: Int) {
    for (number, feature) in network.inputs.enumerated() where !feature.dependsOnX2 {
      for column in 0..<grid.columns {
        features[number * columnLanes + column / 8][column % 8] = Float(feature(grid.x(column: column), 0))
      }
    }
  }

  /// Computes the features that change from row to row.
  private func fillRow(_ features: UnsafeMutablePointer<Lanes>, grid: SampleGrid, row: Int, columnLanes: Int) {
    let x2 = grid.y(row: row)
    for (number, feature) in network.inputs.enumerated() where feature.dependsOnX2 {
      if feature == .product {
        for column in 0..<grid.columns {
          features[number * columnLanes + column / 8][column % 8] = Float(grid.x(column: column) * x2)
        }
      } else {
        let value = Lanes(repeating: Float(feature(0, x2)))
        for lane in 0..<columnLanes { features[number * columnLanes + lane] = value }
      }
    }
  }
}

extension Feature {
  /// Whether the second measured input matters.
  var dependsOnX2: Bool {
    switch self {
    case .x1, .x1Squared, .sineOfX1: false
    case .x2, .x2Squared, .product, .sineOfX2: true
    }
  }
}
