import Learning
import Plotting
import Training

/// The network drawn as data flow through it: features, hidden layers, outputs from left to right, each hidden unit
/// with a thumbnail of what it makes of the plane.
///
/// It is laid out first, for drawing, for the mouse and for asking how fine the thumbnails must be.
struct NetworkDiagram {
  /// A part that can be selected.
  struct Chip {
    let part: NetworkSelection
    /// Its thumbnail, or the cell of its mark.
    let rect: Rect
  }

  /// What a click on the controls does.
  enum Control: Equatable {
    case addUnit(layer: Int)
    case removeUnit(layer: Int)
    case addLayer
    case removeLayer
  }

  let network: Network
  let rect: Rect
  let look: Look
  /// Features, hidden layers, outputs.
  let columns: [[Chip]]
  /// How many units of each column there was no room for.
  let hiddenCounts: [Int]
  /// The controls that can be clicked, with their cells.
  let controls: [(control: Control, rect: Rect)]
  /// Whether there is no room for a diagram: the layers are listed instead.
  let isSummary: Bool
  /// The columns and rows of a thumbnail in cells.
  let chipSize: (width: Int, height: Int)
  let headerHeight: Int

  /// How finely the thumbnails are sampled.
  var thumbnailSamples: (columns: Int, rows: Int) {
    guard !isSummary, chipSize.width > 0 else { return (0, 0) }
    let size = FieldPlot.resolution(
      of: Rect(x: 0, y: 0, width: chipSize.width, height: chipSize.height), style: look.plotStyle)
    return (size.columns, size.rows)
  }

  /// Lays a network out in a rectangle.
  init(_ network: Network, in rect: Rect, look: Look) {
    self.network = network
    self.rect = rect
    self.look = look
    let hidden = network.hidden.map(\.units)
    let isNamed = rect.width >= 40
    let nameWidth = isNamed ? 7 : 3
    let footer = rect.height >= 14 ? 1 : 0
    headerHeight = rect.height >= 14 ? 2 : rect.height >= 6 ? 1 : 0
    let body = rect.inset(top: headerHeight, bottom: footer)
    let columnCount = hidden.count + 2
    let outputWidth = 3
    let span = rect.width - nameWidth - outputWidth - 1
    let most = max(network.inputs.count, hidden.max() ?? 1)
    // The largest thumbnails that leave room for the weights between layers, and a row between units where it can be.
    let sizes = (2...7).reversed().map { (height: $0, gap: 1) } + [(2, 0), (1, 0)]
    let chosen = sizes.first { height, gap in
      most * (height + gap) - gap <= body.height && span / (columnCount - 1) >= height * 2 + (height > 1 ? 3 : 2)
    }
    let (height, gap) = chosen ?? (1, 0)
    let pitch = span / (columnCount - 1)
    guard pitch >= 4, body.height >= 2 else {
      (columns, hiddenCounts, controls, isSummary, chipSize) = ([], [], [], true, (0, 0))
      return
    }
    isSummary = false
    // Of a low thumbnail more is seen when it is wider than square.
    let size = (width: max(2 * height, min(height < 3 ? 6 : 0, pitch - 5)), height: height)
    chipSize = size
    func left(_ column: Int) -> Int { rect.x + nameWidth + column * span / (columnCount - 1) }
    var columns: [[Chip]] = [Self.inputs(network, x: left(0), size: size, gap: gap, body: body, showsAll: isNamed)]
    var counts = [0]
    for (layer, units) in hidden.enumerated() {
      let (rects, more) = Self.stack(
        units, x: left(layer + 1), size: size, body: body, gap: gap...max(gap, size.height / 2))
      columns.append(rects.enumerated().map { Chip(part: .unit(layer: layer, unit: $0), rect: $1) })
      counts.append(more)
    }
    let (rects, more) = Self.stack(
      network.outputs, x: left(columnCount - 1), size: (outputWidth, 1), body: body, gap: 0...2)
    columns.append(rects.enumerated().map { Chip(part: .unit(layer: hidden.count, unit: $0), rect: $1) })
    counts.append(more)
    self.columns = columns
    hiddenCounts = counts
    controls = Self.controls(hidden, in: rect, headerHeight: headerHeight, footer: footer, pitch: pitch, left: left)
  }

  /// Rectangles below one another, in the middle of the body; as many as fit.
  private static func stack(
    _ count: Int, x: Int, size: (width: Int, height: Int), body: Rect, gap: ClosedRange<Int>
  ) -> (rects: [Rect], more: Int) {
    let least = gap.lowerBound
    let fits = count * (size.height + least) - least <= body.height
    // One row is left for saying how many more there are.
    let shown = fits ? count : max(0, (body.height - 1 + least) / (size.height + least))
    let spare = body.height - shown * size.height
    let between = shown > 1 ? min(gap.upperBound, spare / (shown - 1)) : 0
    let total = shown * size.height + max(0, shown - 1) * between
    let top = body.y + max(0, (body.height - total - (fits ? 0 : 1)) / 2)
    let rects = (0..<shown).map {
      Rect(x: x, y: top + $0 * (size.height + between), width: size.width, height: size.height)
    }
    return (rects, count - shown)
  }

  /// The features: those in use with thumbnails, the others as names where there is room for all of them.
  private static func inputs(
    _ network: Network, x: Int, size: (width: Int, height: Int), gap: Int, body: Rect, showsAll: Bool
  ) -> [Chip] {
    let all = Feature.allCases
    let used = network.inputs.count
    let whole = used * (size.height + gap) + (all.count - used)
    let shown = showsAll && whole <= body.height ? all : all.filter(network.inputs.contains)
    let heights = shown.map { network.inputs.contains($0) ? size.height : 1 }
    let gaps = zip(shown, shown.dropFirst()).map { first, second in
      network.inputs.contains(first) || network.inputs.contains(second) ? gap : 0
    }
    let total = heights.reduce(0, +) + gaps.reduce(0, +)
    var y = body.y + max(0, (body.height - total) / 2)
    var chips: [Chip] = []
    for (index, feature) in shown.enumerated() where y + heights[index] <= body.maxY {
      let width = network.inputs.contains(feature) ? size.width : 0
      chips.append(Chip(part: .input(feature), rect: Rect(x: x, y: y, width: width, height: heights[index])))
      y += heights[index] + (index < gaps.count ? gaps[index] : 0)
    }
    return chips
  }

  private static func controls(
    _ hidden: [Int], in rect: Rect, headerHeight: Int, footer: Int, pitch: Int, left: (Int) -> Int
  ) -> [(control: Control, rect: Rect)] {
    var controls: [(control: Control, rect: Rect)] = []
    if headerHeight == 2, pitch >= 8 {
      for (layer, units) in hidden.enumerated() {
        let y = rect.y + 1
        let width = 4 + String(units).count
        controls.append((.removeUnit(layer: layer), Rect(x: left(layer + 1), y: y, width: 1, height: 1)))
        controls.append((.addUnit(layer: layer), Rect(x: left(layer + 1) + width - 1, y: y, width: 1, height: 1)))
      }
    }
    if footer == 1 {
      let y = rect.maxY - 1
      controls.append((.removeLayer, Rect(x: rect.x + 9, y: y, width: 1, height: 1)))
      let width = String(hidden.count).count
      controls.append((.addLayer, Rect(x: rect.x + 12 + width, y: y, width: 1, height: 1)))
    }
    return controls
  }

  /// The part at a cell, its name and margins included.
  func part(atColumn x: Int, row y: Int) -> NetworkSelection? {
    for (column, chips) in columns.enumerated() {
      for chip in chips {
        let margin = column == 0 ? chip.rect.x - rect.x : 1
        let wide = Rect(
          x: chip.rect.x - margin, y: chip.rect.y, width: chip.rect.width + margin + 1, height: chip.rect.height)
        if wide.contains(x, y) { return chip.part }
      }
    }
    return nil
  }

  /// The control at a cell.
  func control(atColumn x: Int, row y: Int) -> Control? {
    controls.first { $0.rect.inset(left: -1, right: -1).contains(x, y) }?.control
  }

  /// The chip of a part; nil where there was no room for it.
  func chip(of part: NetworkSelection) -> Chip? {
    for chips in columns {
      if let chip = chips.first(where: { $0.part == part }) { return chip }
    }
    return nil
  }
}
