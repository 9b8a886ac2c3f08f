import Plotting

/// Where the boxes of the training loop stand: data on top from left to right, the way back below from right to left.
///
/// ```
/// input -> network -> predictions  targets
///             ^             |         |
///          optimizer <- loss score <- loss function
/// ```
struct TrainingLoopLayout {
  /// A box of the diagram.
  enum Part: CaseIterable { case input, network, predictions, targets, lossFunction, lossScore, optimizer }

  /// An arrow between two boxes: the cells it goes through, its head the last.
  struct Arrow {
    let from: Part
    let to: Part
    let cells: [Point]
    /// Which way it points: x to the right, y up.
    let direction: (x: Double, y: Double)

    /// Whether it goes up or down.
    var isVertical: Bool { direction.y != 0 }
  }

  /// The boxes; empty where there is no room for the diagram.
  let boxes: [Part: Rect]
  let arrows: [Arrow]

  /// Lays the diagram out; its boxes fill the room.
  init(in room: Rect) {
    guard room.width >= 66, room.height >= 12 else {
      boxes = [:]
      arrows = []
      return
    }
    let gap = room.width >= 110 ? 6 : 4
    let middle = room.height >= 24 ? 3 : 2
    let topHeight = (room.height - middle) * 11 / 20
    let (top, rest) = room.splitTop(topHeight)
    let bottom = rest.inset(top: middle)
    // Predictions and targets stand side by side, a row an example; the loss function lies under both.
    let right = max(room.width >= 76 ? 31 : 25, room.width * 36 / 100)
    let left = room.width - right - 2 * gap
    let inputWidth = max(13, left * 45 / 100)
    func box(_ row: Rect, _ x: Int, _ width: Int) -> Rect { Rect(x: x, y: row.y, width: width, height: row.height) }
    let input = box(top, room.x, inputWidth)
    let network = box(top, input.maxX + gap, left - inputWidth)
    let predictions = box(top, network.maxX + gap, (right - 1) * 57 / 100)
    let targets = box(top, predictions.maxX + 1, room.maxX - predictions.maxX - 1)
    let scoreWidth = max(12, min(18, room.width / 7))
    let lossFunction = box(bottom, predictions.x, right)
    let lossScore = box(bottom, lossFunction.x - gap - scoreWidth, scoreWidth)
    let optimizer = box(bottom, room.x, lossScore.x - gap - room.x)
    boxes = [
      .input: input, .network: network, .predictions: predictions, .targets: targets, .lossFunction: lossFunction,
      .lossScore: lossScore, .optimizer: optimizer,
    ]
    func across(_ from: Part, _ to: Part, _ first: Rect, _ second: Rect, in row: Rect) -> Arrow {
      let y = row.y + row.height / 2
      let xs = first.maxX <= second.x ? Array(first.maxX..<second.x) : Array((second.maxX..<first.x).reversed())
      return Arrow(
        from: from, to: to, cells: xs.map { Point(x: $0, y: y) },
        direction: (first.maxX <= second.x ? 1 : -1, 0))
    }
    func along(_ from: Part, _ to: Part, x: Int, down: Bool) -> Arrow {
      let ys = Array(top.maxY..<bottom.y)
      return Arrow(
        from: from, to: to, cells: (down ? ys : ys.reversed()).map { Point(x: x, y: $0) },
        direction: (0, down ? -1 : 1))
    }
    let upX = (max(network.x, optimizer.x) + min(network.maxX, optimizer.maxX)) / 2
    arrows = [
      across(.input, .network, input, network, in: top), across(.network, .predictions, network, predictions, in: top),
      along(.predictions, .lossFunction, x: predictions.x + predictions.width / 2, down: true),
      along(.targets, .lossFunction, x: targets.x + targets.width / 2, down: true),
      across(.lossFunction, .lossScore, lossFunction, lossScore, in: bottom),
      across(.lossScore, .optimizer, lossScore, optimizer, in: bottom),
      along(.optimizer, .network, x: upX, down: false),
    ]
  }

  /// The box at a cell.
  func part(atColumn x: Int, row y: Int) -> Part? { Part.allCases.first { boxes[$0]?.contains(x, y) == true } }
}
