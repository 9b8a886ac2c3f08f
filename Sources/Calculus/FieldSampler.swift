import Basics

/// Samples an expression over a grid, any rows at a time.
///
/// What depends on x alone is computed once, when the sampler is made. Several threads may fill different rows at the
/// same time; the numbers are bit for bit those of `Expression.value`, however the rows are split.
package struct FieldSampler: Sendable {
  /// Where the samples are.
  package let grid: SampleGrid
  private let plan: FieldPlan
  /// The column tables, one after another, each as long as all blocks together.
  private let columnNumbers: [Double]
  /// How many samples a block has: at most 128, so that a few dozen registers stay in the first-level cache.
  private let blockLength: Int
  private let blockCount: Int

  /// Prepares to sample an expression over a grid.
  ///
  /// - Complexity: O(columns * operations that depend on x alone).
  package init(_ expression: Expression, over grid: SampleGrid) {
    self.grid = grid
    plan = FieldPlan(expression.program)
    blockCount = max(1, (grid.columns + 127) / 128)
    // Equal blocks, whole vectors: the last one ends with a few samples that nobody asked for.
    blockLength = ((grid.columns + blockCount - 1) / blockCount + 7) / 8 * 8
    columnNumbers = Self.columnNumbers(plan, grid, length: blockLength * blockCount)
  }

  private static func columnNumbers(_ plan: FieldPlan, _ grid: SampleGrid, length: Int) -> [Double] {
    guard grid.columns > 0, !plan.columnTables.isEmpty else { return [] }
    var numbers = [Double](repeating: 0, count: plan.columnTables.count * length)
    var values = [Double](repeating: 0, count: plan.program.instructions.count)
    for column in 0..<length {
      let x = grid.x(column: min(column, grid.columns - 1))
      plan.program.evaluate(plan.columnSteps, x: x, y: 0, into: &values)
      for (table, step) in plan.columnTables.enumerated() { numbers[table * length + column] = values[step] }
    }
    return numbers
  }

  /// Fills some rows of the field.
  ///
  /// - Parameters:
  ///   - rows: Which rows; within the grid.
  ///   - field: The place of the whole field, `grid.count` numbers, row after row; only those rows are written.
  /// - Precondition: the rows are rows of the grid, and `field` has exactly its size.
  /// - Complexity: O(rows * columns * operations that depend on both x and y).
  package func fill(rows: Range<Int>, of field: UnsafeMutableBufferPointer<Double>) {
    precondition(
      rows.lowerBound >= 0 && rows.upperBound <= grid.rows && field.count == grid.count,
      "rows \(rows) of a field of \(field.count) numbers on a grid of \(grid.columns) x \(grid.rows)")
    guard grid.columns > 0, let base = field.baseAddress else { return }
    var values = [Double](repeating: 0, count: plan.program.instructions.count)
    var registers = [Double](repeating: 0, count: plan.registerCount * blockLength)
    registers.withUnsafeMutableBufferPointer { registers in
      columnNumbers.withUnsafeBufferPointer { tables in
        for row in rows {
          plan.program.evaluate(plan.rowSteps, x: 0, y: grid.y(row: row), into: &values)
          for (register, step) in plan.rowRegisters.enumerated() {
            registers.extracting(register * blockLength..<(register + 1) * blockLength).update(repeating: values[step])
          }
          for block in 0..<blockCount {
            let start = block * blockLength
            let count = min(blockLength, grid.columns - start)
            if count > 0 { run(block: block, registers, tables, into: base + row * grid.columns + start, count: count) }
          }
        }
      }
    }
  }

  /// Carries the mixed steps out on one block and copies its result.
  private func run(
    block: Int, _ registers: UnsafeMutableBufferPointer<Double>, _ tables: UnsafeBufferPointer<Double>,
    into output: UnsafeMutablePointer<Double>, count: Int
  ) {
    func place(_ source: FieldPlan.Source) -> UnsafePointer<Double>? {
      switch source {
      case .column(let table): tables.baseAddress.map { $0 + (table * blockCount + block) * blockLength }
      case .register(let register): registers.baseAddress.map { UnsafePointer($0 + register * blockLength) }
      }
    }
    for step in plan.mixedSteps {
      guard let left = place(step.left), let right = place(step.right), let target = registers.baseAddress else {
        return
      }
      step.operation.apply(
        to: target + step.target * blockLength, left, right, number: step.number, count: blockLength)
    }
    if let result = place(plan.result) { output.update(from: result, count: count) }
  }

  /// The whole field, row after row, on the calling thread.
  package func field() -> [Double] {
    var numbers = [Double](repeating: 0, count: grid.count)
    numbers.withUnsafeMutableBufferPointer { fill(rows: 0..<grid.rows, of: $0) }
    return numbers
  }
}
