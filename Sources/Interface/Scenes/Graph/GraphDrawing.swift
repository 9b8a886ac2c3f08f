import Basics
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
    let (layout, isBrief) = layout(in: room)
    let texts = graph.nodes.map { lines(of: $0, knowledge[$0.id], isBrief: isBrief) }
    let corner = layout.corner(showing: activeNode, in: room)
    let boxes = layout.boxes.map {
      Rect(x: $0.x - corner.x + rect.x, y: $0.y - corner.y + rect.y, width: $0.width, height: $0.height)
    }
    let origin = Point(x: rect.x - corner.x, y: rect.y - corner.y)
    let edges = graph.nodes.flatMap { node in
      zip(node.edges.indices, layout.routes[node.id]).map { index, route in
        Edge(node: node, position: index, route: route.moved(by: origin))
      }
    }
    frame.clipped(to: rect) { frame in
      drawEdges(edges, boxes, in: rect, frame: &frame)
      for node in graph.nodes where !boxes[node.id].intersection(rect).isEmpty {
        drawBox(
          texts[node.id], isKnown: knowledge[node.id].value != nil, isActive: node.id == activeNode, in: boxes[node.id],
          frame: &frame)
      }
    }
  }

  /// The layout for a room, and whether its texts are short so that it fits across.
  func layout(in room: (width: Int, height: Int)) -> (layout: GraphLayout, isBrief: Bool) {
    let whole = layout(isBrief: false, room: room)
    return whole.width > room.width ? (layout(isBrief: true, room: room), true) : (whole, false)
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

  /// An edge with its way on the screen.
  private struct Edge {
    let node: ComputationGraph.Node
    let position: Int
    let route: GraphRoute

    var key: EdgeKey { EdgeKey(node: node.id, edge: position) }
    var derivative: String { node.edges[position].derivative }
  }

  private func drawEdges(_ edges: [Edge], _ boxes: [Rect], in rect: Rect, frame: inout Frame) {
    var canvas = DotCanvas(over: rect, glyphs: look.glyphs)
    let passed = passedEdges
    for edge in edges {
      let isActive = edge.key == activeEdge || isFlowing(into: edge.node.id)
      let color =
        isActive
        ? look.theme.accent.foreground : passed.contains(edge.key) ? look.theme.gradientColor : look.theme.mutedColor
      // From border to border, so that no space is left between a line and its box.
      let ends = (
        Point(x: edge.route.start.x - 1, y: edge.route.start.y), Point(x: edge.route.end.x + 1, y: edge.route.end.y)
      )
      canvas.polyline(
        ([ends.0] + edge.route.turns + [ends.1]).map { dot($0.x, $0.y, in: rect) }, color: color,
        thickness: isActive || look.theme.isThick ? 2 : 1)
    }
    canvas.draw(on: &frame)
    for edge in edges { drawHead(of: edge, isBackward: passed.contains(edge.key), frame: &frame) }
    var taken =
      boxes + edges.flatMap { [$0.route.start, $0.route.end] }.map { Rect(x: $0.x, y: $0.y, width: 1, height: 1) }
    let lines = Set(edges.flatMap(\.route.cells).filter { rect.contains($0.x, $0.y) })
    for edge in edges where passed.contains(edge.key) { label(edge, besides: &taken, lines, frame: &frame) }
  }

  /// Which way the flow goes: values into a node, derivatives out of it.
  private func drawHead(of edge: Edge, isBackward: Bool, frame: inout Frame) {
    let color = isBackward ? look.theme.gradientColor : look.theme.mutedColor
    let place = isBackward ? edge.route.start : edge.route.end
    frame[place.x, place.y] = Cell(
      look.glyphs.arrow(x: isBackward ? -1 : 1, y: 0), style: Style(foreground: color, attributes: .bold))
  }

  /// The local derivative beside an edge that the backward pass has taken; on a row of its own, in the line.
  private func label(_ edge: Edge, besides taken: inout [Rect], _ lines: Set<Point>, frame: inout Frame) {
    let number = math.number(picture.evaluated.localDerivatives[edge.node.id][edge.position], significant: 3)
    let long = "\(math.formula(edge.derivative)) = \(number)"
    let texts = (edge.derivative == number ? [number] : [long, number]).map { look.glyphs.text(SafeText($0)) }
    for text in texts {
      let free = Self.places(for: text.cellWidth, along: edge.route).filter { box in
        taken.allSatisfy { $0.intersection(box).isEmpty }
      }
      let isOnLane = edge.route.lane != nil
      let clear = free.first { box in
        isOnLane || !(box.x..<box.maxX).contains { lines.contains(Point(x: $0, y: box.y)) }
      }
      guard let box = clear ?? free.first else { continue }
      // A blank on either side keeps the words apart from the line.
      let words: SafeText = edge.route.lane == nil ? text : " \(text) "
      frame.put(
        words, x: box.x, y: box.y, style: Style(foreground: look.theme.gradientColor), keepingBackground: true)
      taken.append(box)
      return
    }
  }

  /// Where the label of an edge may stand, best places first.
  private static func places(for width: Int, along route: GraphRoute) -> [Rect] {
    let room = route.end.x - route.start.x - 1
    if let lane = route.lane {
      let middle = (lane.from + lane.to + 1) / 2
      return width + 2 <= room ? [Rect(x: middle - (width + 2) / 2, y: lane.row, width: width + 2, height: 1)] : []
    }
    guard width <= room else { return [] }
    let cells = route.cells
    let middle = (route.start.x + route.end.x + 1 - width) / 2
    // In the middle above or below the line, then nearer to its ends.
    return [middle, route.start.x + 1, route.end.x - width].flatMap { x in
      let rows = cells.filter { $0.x >= x && $0.x < x + width }.map(\.y)
      return [(rows.min() ?? route.start.y) - 1, (rows.max() ?? route.start.y) + 1].map {
        Rect(x: x, y: $0, width: width, height: 1)
      }
    }
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
  private func dot(_ x: Int, _ y: Int, in rect: Rect) -> PlanePoint {
    let dots = look.glyphs.dotsPerCell
    return PlanePoint(
      x: (Double(x - rect.x) + 0.5) * Double(dots.across), y: (Double(y - rect.y) + 0.5) * Double(dots.down))
  }
}
