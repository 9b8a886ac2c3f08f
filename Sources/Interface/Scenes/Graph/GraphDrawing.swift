import Calculus
import Plotting
import Training

/// A computation graph drawn in layers: boxes with what is known of each node, edges between them.
struct GraphDrawing {
  let picture: GraphPicture
  let look: Look

  private var math: MathText { MathText(glyphs: look.glyphs) }

  /// Draws the graph; the part around the present move where it has no room as a whole.
  func draw(in rect: Rect, frame: inout Frame) {
    guard !rect.isEmpty else { return }
    let graph = picture.evaluated.graph
    let knowledge = picture.knowledge
    let room = (width: rect.width, height: rect.height)
    var isBrief = false
    var layout = layout(isBrief: false, room: room)
    if layout.width > room.width {
      isBrief = true
      layout = self.layout(isBrief: true, room: room)
    }
    let texts = graph.nodes.map { lines(of: $0, knowledge[$0.id], isBrief: isBrief) }
    let corner = layout.corner(showing: activeNode, in: room)
    let boxes = layout.boxes.map {
      Rect(x: $0.x - corner.x + rect.x, y: $0.y - corner.y + rect.y, width: $0.width, height: $0.height)
    }
    frame.clipped(to: rect) { frame in
      drawEdges(graph, boxes, in: rect, frame: &frame)
      for node in graph.nodes where !boxes[node.id].intersection(rect).isEmpty {
        drawBox(
          texts[node.id], isKnown: knowledge[node.id].value != nil, isActive: node.id == activeNode, in: boxes[node.id],
          frame: &frame)
      }
    }
  }

  /// The layout for texts of one length.
  ///
  /// The final numbers are laid out from the start, so that nothing moves while they come in.
  private func layout(isBrief: Bool, room: (width: Int, height: Int)) -> GraphLayout {
    let evaluated = picture.evaluated
    let widths = evaluated.graph.nodes.map { node in
      let known = (evaluated.values[node.id], evaluated.adjoints[node.id])
      let longest = lines(of: node, known, isBrief: isBrief).map { look.glyphs.text(SafeText($0)).cellWidth }.max() ?? 0
      return min(longest, isBrief ? 16 : 26)
    }
    return GraphLayout(evaluated.graph, widths: widths, room: room, isTight: isBrief)
  }

  /// The node that the present move found something about.
  private var activeNode: Int? {
    switch picture.lastMove?.kind {
    case .forward(let node), .seed(let node), .backward(_, _, to: let node): node
    case nil: nil
    }
  }

  /// Name and operation, value, derivative; brief, with fewer digits and without the derivative's name.
  private func lines(
    of node: ComputationGraph.Node, _ known: (value: Double?, derivative: Double?), isBrief: Bool
  ) -> [String] {
    let name = node.formula == node.name ? node.name : "\(node.name) = \(math.formula(node.formula))"
    let result = picture.evaluated.graph.result.name
    let digits = isBrief ? 3 : 4
    let derivative = isBrief ? "" : "d\(result)/d\(node.name) = "
    return [
      name, known.value.map { math.number($0, significant: digits) } ?? "",
      known.derivative.map { derivative + math.number($0, significant: digits) } ?? "",
    ]
  }

  private func drawBox(_ lines: [String], isKnown: Bool, isActive: Bool, in box: Rect, frame: inout Frame) {
    let theme = look.theme
    let inside = Panel("", isFocused: isActive, style: look.plotStyle).draw(in: box, on: &frame)
    let gradient = Style(foreground: theme.gradientColor, attributes: .bold)
    let styles = [isKnown ? theme.text : theme.muted, theme.heading, gradient]
    for (index, line) in lines.enumerated() {
      let text = look.glyphs.text(SafeText(line)).truncated(to: inside.width, glyphs: look.glyphs)
      let x = inside.x + (inside.width - text.cellWidth) / 2
      frame.put(text, x: x, y: inside.y + index, style: styles[min(index, 2)], keepingBackground: true)
    }
  }

  // MARK: Edges

  private func drawEdges(_ graph: ComputationGraph, _ boxes: [Rect], in rect: Rect, frame: inout Frame) {
    var canvas = DotCanvas(over: rect, glyphs: look.glyphs)
    let passed = passedEdges
    for node in graph.nodes {
      for (position, edge) in node.edges.enumerated() {
        let key = EdgeKey(node: node.id, edge: position)
        let color =
          key == activeEdge || isFlowing(into: node.id)
          ? look.theme.accent.foreground : passed.contains(key) ? look.theme.gradientColor : look.theme.mutedColor
        let (from, to) = (boxes[edge.operand], boxes[node.id])
        let isActive = key == activeEdge || isFlowing(into: node.id)
        canvas.line(
          from: dot(from.maxX - 1, from.y + from.height / 2, in: rect), to: dot(to.x, to.y + to.height / 2, in: rect),
          color: color, thickness: isActive || look.theme.isThick ? 2 : 1)
      }
    }
    canvas.draw(on: &frame)
    drawHeads(graph, boxes, passed, frame: &frame)
    for node in graph.nodes {
      for (position, edge) in node.edges.enumerated() where passed.contains(EdgeKey(node: node.id, edge: position)) {
        label(edge, of: node, position, from: boxes[edge.operand], to: boxes[node.id], frame: &frame)
      }
    }
  }

  /// Which way the flow goes: values into a node, derivatives out of it.
  private func drawHeads(_ graph: ComputationGraph, _ boxes: [Rect], _ passed: Set<EdgeKey>, frame: inout Frame) {
    for node in graph.nodes {
      for (position, edge) in node.edges.enumerated() {
        let (from, to) = (boxes[edge.operand], boxes[node.id])
        let isBackward = passed.contains(EdgeKey(node: node.id, edge: position))
        let color = isBackward ? look.theme.gradientColor : look.theme.mutedColor
        let head = look.glyphs.arrow(x: isBackward ? -1 : 1, y: 0)
        let x = isBackward ? from.maxX : to.x - 1
        frame[x, (isBackward ? from : to).y + 2] = Cell(head, style: Style(foreground: color, attributes: .bold))
      }
    }
  }

  /// The local derivative over the middle of an edge that the backward pass has taken.
  private func label(
    _ edge: ComputationGraph.Edge, of node: ComputationGraph.Node, _ position: Int, from: Rect, to: Rect,
    frame: inout Frame
  ) {
    let number = math.number(picture.evaluated.localDerivatives[node.id][position], significant: 3)
    let long = look.glyphs.text(SafeText("\(math.formula(edge.derivative)) = \(number)"))
    let short = look.glyphs.text(SafeText(number))
    let room = to.x - from.maxX - 2
    let isFormula = edge.derivative != number && long.cellWidth <= room
    let text = isFormula ? long : short
    guard text.cellWidth <= room else { return }
    let y = (from.y + from.height / 2 + to.y + to.height / 2) / 2 - 1
    let x = (from.maxX + to.x - text.cellWidth) / 2
    frame.put(text, x: x, y: y, style: Style(foreground: look.theme.gradientColor), keepingBackground: true)
  }

  /// An edge by the node it leads to.
  private struct EdgeKey: Hashable {
    var node: Int
    var edge: Int
  }

  private var activeEdge: EdgeKey? {
    if case .backward(let from, let edge, _) = picture.lastMove?.kind { EdgeKey(node: from, edge: edge) } else { nil }
  }

  /// Whether the present move computes this node's value from its operands.
  private func isFlowing(into node: Int) -> Bool { picture.lastMove?.kind == .forward(node: node) }

  private var passedEdges: Set<EdgeKey> {
    var passed: Set<EdgeKey> = []
    for move in picture.moves.prefix(picture.movesMade) {
      if case .backward(let from, let edge, _) = move.kind { passed.insert(EdgeKey(node: from, edge: edge)) }
    }
    return passed
  }

  /// The middle of a cell in dots.
  private func dot(_ x: Int, _ y: Int, in rect: Rect) -> PlotPoint {
    let dots = look.glyphs.dotsPerCell
    return PlotPoint(
      x: (Double(x - rect.x) + 0.5) * Double(dots.across), y: (Double(y - rect.y) + 0.5) * Double(dots.down))
  }
}
