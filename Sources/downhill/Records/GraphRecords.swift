import Calculus
import Training

/// A computation graph's records: every move of both passes, values forward, then derivatives backward.
struct GraphRecords: RunRecords {
  let description: Description

  let hasEpochs = false

  func columns(of run: GraphRun, _ event: RecordWriter.Event) -> [String] {
    ["step", "pass", "node", "value", "derivative", "arithmetic"]
  }

  func start(_ run: GraphRun) -> Entry {
    Entry(
      members: [
        ("description", description.json),
        ("point", .object([("x", .number(run.point.x)), ("y", .number(run.point.y))])),
      ],
      sentence: "graph of \(run.expression.text)")
  }

  func step(_ run: GraphRun) -> Entry? {
    guard let picture = run.picture(PictureRequest(columns: 1, rows: 1)) as? GraphPicture, let move = picture.lastMove
    else { return nil }
    let nodes = picture.evaluated.graph.nodes
    let (pass, node) =
      switch move.kind {
      case .forward(let node): ("forward", node)
      case .seed(let node), .backward(_, _, to: let node): ("backward", node)
      }
    return Entry(
      members: [
        ("step", .number(Double(run.step))), ("pass", .string(pass)), ("node", .string(nodes[node].name)),
        (pass == "forward" ? "value" : "derivative", .number(move.nodeValue)), ("arithmetic", .string(move.text)),
      ],
      sentence: "step \(run.step): \(move.text)")
  }

  func end(_ run: GraphRun, _ history: History) -> Entry {
    guard let picture = run.picture(PictureRequest(columns: 1, rows: 1)) as? GraphPicture else {
      return Entry(members: [("reason", .string(run.status.reason))], sentence: "done")
    }
    let gradient = picture.evaluated.gradient
    let value = picture.evaluated.value
    return Entry(
      members: [
        ("reason", .string(run.status.reason)), ("step", .number(Double(run.step))), ("value", .number(value)),
        ("gradient", .array([.number(gradient.x), .number(gradient.y)])),
      ],
      sentence: """
        value \(value.shortestText), derivative by x \(gradient.x.shortestText), by y \(gradient.y.shortestText)
        """)
  }
}
