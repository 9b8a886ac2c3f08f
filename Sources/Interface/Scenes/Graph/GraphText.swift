import Calculus
import Plotting
import Training

/// The moves through a computation graph in words and numbers.
struct GraphText {
  let picture: GraphPicture
  let context: SceneContext

  private var theme: Theme { context.look.theme }
  private var math: MathText { MathText(glyphs: context.look.glyphs) }

  /// Where the passes are.
  var phase: SafeText {
    let forward = picture.evaluated.values.count
    if picture.movesMade == 0 { return "the start" }
    if picture.movesMade >= picture.moves.count { return "done" }
    return picture.movesMade <= forward ? "values forward →" : "← derivatives backward"
  }

  /// The last move with its arithmetic, and what comes next.
  func move(width: Int, height: Int) -> [StyledLine] {
    var lines: [StyledLine] = []
    if let move = picture.lastMove {
      let heading: SafeText =
        switch move.kind {
        case .forward: "a value, forward"
        case .seed: "backward begins at the result"
        case .backward: "the chain rule, backward"
        }
      lines.append(StyledLine(heading, theme.muted))
      lines += wrapped(math.formula(move.text), width: width, style: theme.heading)
    } else {
      lines.append(StyledLine("the inputs are set; → computes", theme.muted))
    }
    if picture.movesMade < picture.moves.count {
      lines += [StyledLine(), StyledLine(SafeText("next: \(next)"), theme.muted)]
    } else {
      lines += [StyledLine(), StyledLine("every derivative is known", theme.good)]
    }
    return Array(lines.prefix(max(0, height)))
  }

  /// What the next move will do, without its numbers.
  private var next: String {
    let nodes = picture.evaluated.graph.nodes
    switch picture.moves[picture.movesMade].kind {
    case .forward(let node): return "the value of \(nodes[node].name)"
    case .seed(let node): return "d\(nodes[node].name)/d\(nodes[node].name) = 1"
    case .backward(let from, _, let to): return "from \(nodes[from].name) back to \(nodes[to].name)"
    }
  }

  /// All moves, the present one in sight, those to come without their numbers.
  func list(width: Int, height: Int) -> [StyledLine] {
    let count = picture.moves.count
    let present = picture.movesMade - 1
    let first = firstMove(height: height)
    let names = picture.evaluated.graph.nodes.map(\.name)
    return (first..<min(count, first + max(0, height))).map { index in
      let move = picture.moves[index]
      if index <= present {
        let isPresent = index == present
        let mark: SafeText = isPresent ? "› " : "  "
        return StyledLine(mark, theme.accent)
          .adding(shortened(move.text, to: width - 2), isPresent ? theme.heading : theme.text)
      }
      let waiting: String
      switch move.kind {
      case .forward(let node): waiting = names[node]
      case .seed(let node): waiting = "d\(names[node])/d\(names[node])"
      case .backward(_, _, let to): waiting = "d\(names[names.count - 1])/d\(names[to])"
      }
      return StyledLine(SafeText("  \(waiting)"), theme.muted)
    }
  }

  /// How many moves are above a list of `height` rows that shows the present one.
  func firstMove(height: Int) -> Int {
    max(0, min(picture.movesMade - 1 - height * 2 / 3, picture.moves.count - height))
  }

  /// An equation on one line: where it is too wide, without what stands between its name and its result.
  private func shortened(_ text: String, to width: Int) -> SafeText {
    var sides = text.split(separator: " = ")
    while true {
      let line = context.look.glyphs.text(SafeText(math.formula(sides.joined(separator: " = "))))
      guard line.cellWidth > width else { return line }
      if sides.count > 2 {
        sides.remove(at: sides.count - 2)
      } else if let sum = sides[0].firstRange(of: " += ") {
        // What is added to a derivative that is there already: dz/dx += 1.5 · 0.07 = 0.106.
        guard sides.count > 1 else { return line }
        sides = ["\(sides[0][..<sum.lowerBound]) += \(sides[1])"]
      } else {
        return line
      }
    }
  }

  private func wrapped(_ text: String, width: Int, style: Style) -> [StyledLine] {
    Paragraph(SafeText(text), width: max(8, width), hanging: 2).lines.map { StyledLine($0, style) }
  }
}
