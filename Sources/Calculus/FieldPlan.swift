/// How a program is carried out over a grid: which steps depend on x alone, on y alone, or on both.
///
/// What depends on x alone is computed once a column, what depends on y alone once a row; only the rest costs something
/// a sample. In `20 + x^2 - 10cos(2pi x) + y^2 - 10cos(2pi y)` that is one addition.
struct FieldPlan: Sendable {
  /// Where a step of the mixed part finds an operand.
  enum Source: Sendable {
    /// In a column table: one number a column, the same for all rows.
    case column(Int)
    /// In a register that holds one number a sample of the block at work.
    case register(Int)
  }

  /// A step that depends on both x and y.
  struct MixedStep: Sendable {
    var operation: Operation
    var number: Double
    var left: Source
    var right: Source
    /// The register that receives the result.
    var target: Int
  }

  /// The whole program, of which the column and row steps are evaluated number by number.
  let program: Program
  /// The steps that depend on x alone or on nothing, in order.
  private(set) var columnSteps: [Int] = []
  /// The steps that depend on y alone or on nothing, in order.
  private(set) var rowSteps: [Int] = []
  /// The steps whose numbers, one a column, the mixed steps read: the column tables.
  private(set) var columnTables: [Int] = []
  /// The steps whose number the mixed steps read all along a row; the first registers hold them.
  private(set) var rowRegisters: [Int] = []
  /// The steps that depend on both.
  private(set) var mixedSteps: [MixedStep] = []
  /// Where the result is.
  private(set) var result = Source.register(0)
  /// How many registers are needed.
  private(set) var registerCount = 0

  /// Plans a program.
  ///
  /// - Complexity: O(n) in the number of its steps.
  init(_ program: Program) {
    self.program = program
    let reads = Self.dependencies(of: program)
    for (index, read) in reads.enumerated() {
      if read != .y && read != .both { columnSteps.append(index) }
      if read != .x && read != .both { rowSteps.append(index) }
    }
    var allocation = Allocation(program, reads)
    for (index, step) in program.instructions.enumerated() where reads[index] == .both {
      let left = allocation.source(of: step.left)
      let right = step.operation.arity > 1 ? allocation.source(of: step.right) : left
      // The target is claimed before the operands' registers are given back: a loop whose target overlaps an operand
      // does not become vector instructions.
      let target = allocation.claim(index)
      allocation.release(after: index)
      mixedSteps.append(
        MixedStep(operation: step.operation, number: step.number, left: left, right: right, target: target))
    }
    result = allocation.source(of: program.instructions.count - 1)
    columnTables = allocation.columnTables
    rowRegisters = allocation.rowRegisters
    // Row registers were numbered apart from the mixed ones, since their number was not known yet: negative until here.
    let offset = rowRegisters.count
    registerCount = offset + allocation.registerCount
    mixedSteps = mixedSteps.map { step in
      var moved = step
      moved.left = step.left.moved(by: offset)
      moved.right = step.right.moved(by: offset)
      moved.target = step.target + offset
      return moved
    }
    result = result.moved(by: offset)
  }

  /// What a step's value depends on.
  private enum Dependency: UInt8 {
    case nothing, x, y, both

    func joined(with other: Dependency) -> Dependency {
      Dependency(rawValue: rawValue | other.rawValue) ?? .both
    }
  }

  private static func dependencies(of program: Program) -> [Dependency] {
    var reads: [Dependency] = []
    reads.reserveCapacity(program.instructions.count)
    for step in program.instructions {
      switch step.operation.arity {
      case 0: reads.append(step.operation == .x ? .x : step.operation == .y ? .y : .nothing)
      case 1: reads.append(reads[step.left])
      default: reads.append(reads[step.left].joined(with: reads[step.right]))
      }
    }
    return reads
  }

  /// Hands out registers, each again as soon as its number has been read for the last time.
  private struct Allocation {
    let reads: [Dependency]
    var columnTables: [Int] = []
    var rowRegisters: [Int] = []
    var registerCount = 0
    private var sources: [Int: Source] = [:]
    private var free: [Int] = []
    /// The steps whose last reader is a given step.
    private var dying: [Int: [Int]] = [:]

    init(_ program: Program, _ reads: [Dependency]) {
      self.reads = reads
      var lastReader: [Int: Int] = [:]
      for (index, step) in program.instructions.enumerated() where reads[index] == .both {
        lastReader[step.left] = index
        if step.operation.arity > 1 { lastReader[step.right] = index }
      }
      for (step, reader) in lastReader where reads[step] == .both { dying[reader, default: []].append(step) }
    }

    /// Where a step's numbers are; what depends on less than both gets its place when it is first asked for.
    mutating func source(of step: Int) -> Source {
      if let known = sources[step] { return known }
      let place: Source
      switch reads[step] {
      case .x:
        place = .column(columnTables.count)
        columnTables.append(step)
      default:
        rowRegisters.append(step)
        place = .register(-rowRegisters.count)
      }
      sources[step] = place
      return place
    }

    /// Frees the registers that a step reads for the last time; in ascending order, so that a plan is always the same.
    mutating func release(after reader: Int) {
      for step in dying[reader, default: []].sorted() {
        if case .register(let register)? = sources[step] { free.append(register) }
      }
    }

    /// Gives a step a register.
    mutating func claim(_ step: Int) -> Int {
      let register: Int
      if let reused = free.popLast() {
        register = reused
      } else {
        register = registerCount
        registerCount += 1
      }
      sources[step] = .register(register)
      return register
    }
  }
}

extension FieldPlan.Source {
  /// The final place: row registers, which have negative numbers while planning, come first, then the others.
  fileprivate func moved(by offset: Int) -> Self {
    guard case .register(let register) = self else { return self }
    return .register(register < 0 ? -register - 1 : register + offset)
  }
}
