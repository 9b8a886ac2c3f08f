extension Frame {
  /// What makes a terminal that shows one frame show this one: cursor positions (CUP), looks (SGR) and characters.
  ///
  /// It begins and ends with plain looks, so updates can be put one after another. Cells that did not change between
  /// two that did are sent again where that is shorter than moving the cursor.
  ///
  /// - Parameters:
  ///   - previous: What is shown; nil, or a frame of another size, for nothing that is known.
  ///   - depth: How many colors to use.
  /// - Returns: Nothing where nothing differs.
  /// - Complexity: O(cells).
  package func update(from previous: Frame?, _ depth: ColorDepth) -> String {
    let known = previous.flatMap { $0.width == width && $0.height == height ? $0 : nil }
    var text = known == nil ? "\u{1B}[0m\u{1B}[2J" : ""
    var current = Style.plain
    for row in 0..<height {
      let line = wholeRow(row)
      let old = known?.wholeRow(row)
      for run in Frame.changedRuns(line, old ?? Array(repeating: Cell(), count: width)) {
        text += "\u{1B}[\(row + 1);\(run.lowerBound + 1)H"
        for cell in line[run] where cell.scalar != Cell.continuation {
          if cell.style != current {
            text += cell.style.sequence(depth)
            current = cell.style
          }
          text.unicodeScalars.append(SafeText.isSafe(cell.scalar) ? cell.scalar : SafeText.placeholder)
        }
      }
    }
    if current != .plain { text += "\u{1B}[0m" }
    return text
  }

  /// The cells of a row, with a blank for either half of a wide character that has lost the other.
  private func wholeRow(_ row: Int) -> [Cell] {
    var line = Array(cells[row * width..<(row + 1) * width])
    var isOpen = false
    for column in line.indices {
      let isRest = line[column].scalar == Cell.continuation
      if isRest != isOpen {
        let lost = isRest ? column : column - 1
        line[lost] = Cell(" ", style: line[lost].style)
      }
      isOpen = !isRest && line[column].scalar.cellWidth == 2
    }
    if isOpen, let last = line.last { line[width - 1] = Cell(" ", style: last.style) }
    return line
  }

  /// The columns that differ, as few stretches as are worth it; none begins or ends within a wide character.
  private static func changedRuns(_ line: [Cell], _ old: [Cell]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for column in line.indices where line[column] != old[column] {
      var start = column
      if line[start].scalar == Cell.continuation, start > 0 { start -= 1 }
      var end = column + 1
      if end < line.count, line[end].scalar == Cell.continuation { end += 1 }
      // Eight bytes move the cursor.
      if let last = runs.last, start - last.upperBound < 8 {
        runs[runs.count - 1] = last.lowerBound..<max(last.upperBound, end)
      } else {
        runs.append(start..<end)
      }
    }
    return runs
  }
}
