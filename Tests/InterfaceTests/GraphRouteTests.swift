import Calculus
import Learning
import Plotting
import Terminal
import Testing

@testable import Interface
@testable import Training

@Suite("Ways of edges in a computation graph") struct GraphRouteTests {
  /// A random expression of x and y in which subexpressions come back, so that edges skip columns.
  private static func expression(using generator: inout SplitMix64) -> String {
    var parts = ["x", "y", "x"]
    for _ in 0..<(1 + generator.index(below: 9)) {
      let first = parts[generator.index(below: parts.count)]
      let second = parts[generator.index(below: parts.count)]
      let made =
        switch generator.index(below: 9) {
        case 0: "sin(\(first))"
        case 1: "exp(\(first))"
        case 2: "(\(first))^2"
        case 3: "-(\(first))"
        case 4: "(\(first)) + (\(second))"
        case 5: "(\(first)) / (\(second))"
        case 6: "max(\(first), \(second))"
        case 7: "(\(first)) - (\(second))"
        default: "(\(first)) * (\(second))"
        }
      if made.utf8.count < 400 { parts.append(made) }
    }
    return parts[parts.count - 1]
  }

  private static func graphs(_ count: Int, seed: UInt64) throws -> [ComputationGraph] {
    var generator = SplitMix64(seed: seed)
    return try (0..<count).map { _ in ComputationGraph(try Expression(parsing: expression(using: &generator))) }
  }

  /// The insides of the picture's panel at 80x24 and at 120x40.
  private static let rooms = [(width: 78, height: 11), (width: 118, height: 21)]

  @Test("3,000 random graphs: every edge has a way of its own from its operand to its reader, past all other boxes")
  func ways() throws {
    var generator = SplitMix64(seed: 5)
    var skips = 0
    for graph in try Self.graphs(3000, seed: 41) {
      let widths = graph.nodes.map { _ in 1 + generator.index(below: 20) }
      for room in Self.rooms {
        let layout = GraphLayout(graph, widths: widths, room: room, isTight: generator.index(below: 2) == 0)
        expectSound(layout, of: graph)
      }
      skips += graph.nodes.flatMap { node in node.operands.filter { graph.nodes[$0].depth + 1 < node.depth } }.count
    }
    #expect(skips > 1000, "only \(skips) edges skip a column")
  }

  private func expectSound(_ layout: GraphLayout, of graph: ComputationGraph) {
    var counts: [Point: Int] = [:]
    let routes = layout.routes.flatMap(\.self)
    let cells = routes.map { Set($0.cells) }
    for route in cells {
      for cell in route { counts[cell, default: 0] += 1 }
    }
    let columns = Dictionary(grouping: layout.boxes, by: \.x)
    for node in graph.nodes {
      for (edge, route) in zip(node.edges, layout.routes[node.id]) {
        let (from, to) = (layout.boxes[edge.operand], layout.boxes[node.id])
        #expect(route.start.x == from.maxX && (from.y + 1..<from.maxY - 1).contains(route.start.y))
        #expect(route.end.x == to.x - 1 && (to.y + 1..<to.maxY - 1).contains(route.end.y))
        let steps = route.cells
        #expect(zip(steps, steps.dropFirst()).allSatisfy { abs($0.x - $1.x) <= 1 && abs($0.y - $1.y) <= 1 })
        #expect(steps.allSatisfy { $0.y >= 0 && $0.y < layout.height && $0.x >= 0 && $0.x < layout.width })
        // What lies in a cell's column is all that could be run through.
        for boxes in columns.values {
          let box = boxes[0]
          for cell in steps where cell.x >= box.x && cell.x < box.maxX {
            #expect(boxes.allSatisfy { !$0.contains(cell.x, cell.y) }, "an edge runs through a box")
          }
        }
      }
    }
    for (route, own) in zip(routes, cells) {
      #expect(own.contains { counts[$0] == 1 }, "an edge shares its whole way")
      #expect(counts[route.end] == 1, "where an edge arrives another one passes")
    }
  }

  @Test("what is drawn: every edge's own cells have ink, at both sizes, and its derivative stands on a skipping one")
  func ink() throws {
    var generator = SplitMix64(seed: 77)
    var labels = 0
    for round in 0..<120 {
      let text = round == 0 ? "x*sin(x)" : Self.expression(using: &generator)
      var description = Description(.graph)
      try description.set(.function, to: text)
      for size in [(80, 24), (120, 40)] {
        var app = SteppedApp(description, width: size.0, height: size.1)
        for _ in 0..<80 where app.state.snapshot?.status.canAdvance == true { app.press(.right) }
        let picture = try #require(app.state.snapshot?.picture as? GraphPicture)
        let drawing = GraphDrawing(picture: picture, look: app.state.look)
        let room = (width: size.0 - 2, height: size.0 == 80 ? 11 : 21)
        let layout = drawing.layout(in: room).layout
        guard layout.width <= room.width, layout.height <= room.height else { continue }
        var frame = Frame(width: room.width, height: room.height)
        drawing.draw(in: Rect(x: 0, y: 0, width: room.width, height: room.height), frame: &frame)
        for route in layout.routes.flatMap(\.self) {
          // Where a flat line leaves a row its dots may be in the next one already.
          let isBlank = route.cells.map { cell in
            !isBlankOfLabel(cell, frame) && [-1, 0, 1].allSatisfy { frame[cell.x, cell.y + $0].scalar == " " }
          }
          #expect(
            !zip(isBlank, isBlank.dropFirst()).contains { $0 && $1 },
            "\(text): the way from \(route.start) to \(route.end) has a hole\n\(frame.text)")
          guard let lane = route.lane, lane.to - lane.from > 12 else { continue }
          labels += 1
          let row = (lane.from...lane.to).map { frame[$0, lane.row].scalar }
          #expect(
            row.contains { $0.properties.numericType != nil || $0 == "∞" }, "\(text): a skipping edge has no label")
        }
      }
    }
    #expect(labels > 50)
  }

  /// Whether a blank cell is the one that keeps a label apart from the line.
  private func isBlankOfLabel(_ cell: Point, _ frame: Frame) -> Bool {
    [-1, 1].contains { distance in
      let scalar = frame[cell.x + distance, cell.y].scalar
      return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || "−=()·²³/+^?".unicodeScalars.contains(scalar)
    }
  }

  /// x·sin(x) has three edges: x to u, u to z, and x to z past u.
  @Test("both ways from x to the product are seen", arguments: [(80, 24), (120, 40)])
  func product(size: (Int, Int)) throws {
    var description = Description(.graph)
    try description.set(.function, to: "x*sin(x)")
    var app = SteppedApp(description, width: size.0, height: size.1)
    for _ in 0..<7 { app.press(.right) }
    try Golden.expect(app.state.draw(), "graph-skip-\(size.0)x\(size.1)")
  }

  @Test("graphs with very many skipping edges are laid out in time")
  func large() throws {
    let clock = ContinuousClock()
    for text in [
      Array(repeating: "x", count: 4000).joined(separator: "+"),
      (1...800).map { "x^\($0)" }.joined(separator: "+"),
    ] {
      let graph = ComputationGraph(try Expression(parsing: text))
      let time = clock.measure { _ = GraphLayout(graph, widths: graph.nodes.map { _ in 9 }, room: (80, 20)) }
      #expect(time < .seconds(5), "\(time)")
    }
  }
}
