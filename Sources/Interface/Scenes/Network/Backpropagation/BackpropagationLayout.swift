import Learning
import Plotting

/// Where the numbers of a network stand that is followed by hand: inputs, layers, the loss, from left to right.
///
/// A unit is drawn in full (its weights, a row each and the bias last, then its own numbers) or in brief (one row). Where
/// there is no room for every unit in full, the unit of the present move alone is; where there is none for every layer,
/// only those around it are drawn. Nothing lies outside the room.
struct BackpropagationLayout {
  /// How much of a layer is drawn.
  private enum Form { case full, focused, brief, left }

  /// A unit and its places.
  struct Unit {
    let layer: Int
    let unit: Int
    /// A row for each weight that is shown; empty in brief.
    let weights: Rect
    /// The inputs of these weights, 0 for the bias, row by row.
    let inputs: [Int]
    /// Its own numbers, border included where it has one.
    let body: Rect
    let isBoxed: Bool
    let isFull: Bool

    /// The row of what the unit makes of its sum, where lines to the next layer begin.
    var outputRow: Int { isFull ? body.y + (isBoxed ? 2 : 1) : body.y }
    /// The rows of its own numbers.
    var rows: Rect { isBoxed ? Panel.interior(of: body) : isFull ? body.inset(left: 1) : body }
  }

  /// How wide the columns of numbers are.
  struct Widths {
    var inputName = 2
    var weightName = 3
    var unitName = 2
    /// The number of an input.
    var inputValue = 5
    /// A value and a derivative.
    var value = 5
    var derivative = 6

    /// A weight with its derivative.
    var weight: Int { weightName + 2 + value + derivative }
    /// A unit's number with its derivative.
    var unit: Int { unitName + 2 + value + derivative }
    /// An input.
    var input: Int { inputName + 1 + inputValue }
  }

  let widths: Widths
  /// The inputs, number 0 for the bias's 1.
  let inputs: [(input: Int, rect: Rect)]
  let units: [Unit]
  /// Where the loss stands; nil where the output is not in sight.
  let loss: Rect?
  /// What there was no room for, said where it would be.
  let remarks: [(text: String, place: Point)]

  /// The number of rows of a hidden unit: r, u and du/dr; an output has a target besides.
  static func bodyRows(isOutput: Bool) -> Int { isOutput ? 4 : 3 }

  /// Lays a network out.
  ///
  /// - Parameters:
  ///   - network: The shape.
  ///   - active: The unit that the present move is about.
  ///   - activeInput: The input that it is about, which stays in sight.
  ///   - names: How wide the names are.
  ///   - room: Where it may lie.
  init(_ network: Network, active: (layer: Int, unit: Int), activeInput: Int, names: Widths, in room: Rect) {
    let layers = NetworkParameters.layers(of: network)
    var chosen = (forms: layers.map { _ in Form.left }, widths: names, isBoxed: false, showsInputs: false)
    search: for level in 0..<Self.levels {
      let forms = layers.indices.map { Self.form($0, level: level, active: active.layer) }
      for (value, derivative) in [(8, 9), (7, 8), (6, 7), (5, 6)] {
        for isBoxed in [true, false] {
          var widths = names
          (widths.value, widths.derivative) = (value, derivative)
          // From some level on the inputs are shown beside the layer that they go into, and else left out.
          let showsInputs = level < 4 ? forms[0] != .left : active.layer == 0
          chosen = (forms, widths, isBoxed, showsInputs)
          if Self.fits(network, layers, forms, widths, isBoxed, showsInputs, in: room) { break search }
        }
      }
    }
    let (forms, widths, isBoxed, showsInputs) = chosen
    self.widths = widths
    let shown = layers.indices.filter { forms[$0] != .left }
    // What is left out is said in the first row.
    let isWhole = showsInputs && shown.count == layers.count
    let body = isWhole ? room : room.inset(top: 1)
    let columnWidths = shown.map { Self.width(forms[$0], widths, isBoxed) }
    let total = columnWidths.reduce(0, +) + (showsInputs ? widths.input : 0)
    let gaps = shown.count - (showsInputs ? 0 : 1)
    let gap = gaps > 0 ? min(18, max(2, (room.width - total) / gaps)) : 0
    var x = room.x + max(0, (room.width - total - gap * gaps) / 2)
    var units: [Unit] = []
    var remarks: [(text: String, place: Point)] = []
    var inputs: [(input: Int, rect: Rect)] = []
    if showsInputs {
      let count = network.inputs.count + 1
      let rows = Self.spread(count, in: body, gap: 0...max(0, (body.height - count) / max(1, count)))
      for (input, y) in zip(WeightOrder.indices(count: count), rows) where y < room.maxY {
        inputs.append((input, Rect(x: x, y: y, width: widths.input, height: 1)))
      }
      x += widths.input + gap
    } else if let first = shown.first {
      let text = first == 0 ? "… the inputs" : "… the inputs, \(first) of \(layers.count) layers"
      remarks.append((text, Point(x: room.x, y: room.y)))
    }
    var loss: Rect?
    for (position, layer) in shown.enumerated() {
      let isLast = layer == layers.count - 1
      let column = Rect(x: x, y: body.y, width: columnWidths[position], height: body.height - (isLast ? 1 : 0))
      let own = active.layer == layer ? active.unit : 0
      let stack = Self.stack(
        layers[layer], isOutput: isLast, forms[layer], isBoxed, own, activeInput, widths, layer: layer, in: column)
      units += stack.units
      remarks += stack.remarks
      if isLast, let last = stack.units.last {
        let y = min(room.maxY - 1, last.body.maxY)
        loss = Rect(x: last.rows.x, y: y, width: max(0, column.maxX - last.rows.x), height: 1)
      }
      x += columnWidths[position] + gap
    }
    if let last = shown.last, last < layers.count - 1 {
      let left = layers.count - 1 - last
      let text = left == 1 ? "the output …" : "\(left - 1) more, the output …"
      remarks.append((text, Point(x: max(room.x, room.maxX - text.count - 2), y: room.y)))
    }
    self.inputs = inputs
    self.units = units
    self.loss = loss
    self.remarks = remarks
  }

  /// The unit, where it is in sight.
  func unit(layer: Int, unit: Int) -> Unit? { units.first { $0.layer == layer && $0.unit == unit } }

  /// The unit at a cell.
  func unit(atColumn x: Int, row y: Int) -> Unit? {
    units.first { $0.body.contains(x, y) || $0.weights.contains(x, y) }
  }

  // MARK: Which form fits

  private static let levels = 6

  /// What is tried one after another: all in full; one layer in full; one unit in full; that with the layers beside it, at
  /// last without the inputs; that alone.
  private static func form(_ layer: Int, level: Int, active: Int) -> Form {
    let distance = abs(layer - active)
    switch level {
    case 0: return .full
    case 1: return layer == active ? .full : .brief
    case 2: return layer == active ? .focused : .brief
    case 3, 4: return distance == 0 ? .focused : distance == 1 ? .brief : .left
    default: return distance == 0 ? .focused : .left
    }
  }

  private static func width(_ form: Form, _ widths: Widths, _ isBoxed: Bool) -> Int {
    switch form {
    // The box's left side, or a line in its place, parts the weights from the unit.
    case .full, .focused: widths.weight + widths.unit + (isBoxed ? 2 : 1)
    case .brief: widths.unit
    case .left: 0
    }
  }

  private static func height(inputs: Int, isOutput: Bool, isBoxed: Bool) -> Int {
    max(bodyRows(isOutput: isOutput) + (isBoxed ? 2 : 0), inputs + 1)
  }

  private static func fits(
    _ network: Network, _ layers: [NetworkParameters.Layer], _ forms: [Form], _ widths: Widths, _ isBoxed: Bool,
    _ showsInputs: Bool, in whole: Rect
  ) -> Bool {
    let shown = layers.indices.filter { forms[$0] != .left }
    let room = showsInputs && shown.count == layers.count ? whole : whole.inset(top: 1)
    let total = shown.reduce(showsInputs ? widths.input : 0) { $0 + width(forms[$1], widths, isBoxed) }
    guard total + 2 * (shown.count - (showsInputs ? 0 : 1)) <= room.width else { return false }
    guard !showsInputs || network.inputs.count < room.height else { return false }
    return shown.allSatisfy { layer in
      let isLast = layer == layers.count - 1
      let own = height(inputs: layers[layer].inputs, isOutput: isLast, isBoxed: isBoxed)
      let height = room.height - (isLast ? 1 : 0)
      switch forms[layer] {
      // Boxes may touch; without them a row between units keeps them apart.
      case .full: return layers[layer].units * own + (isBoxed ? 0 : layers[layer].units - 1) <= height
      case .focused: return min(own, bodyRows(isOutput: isLast) + 3) <= height
      case .brief, .left: return true
      }
    }
  }

  // MARK: Units of a layer

  /// Rows for single lines, in the middle of the room.
  private static func spread(_ count: Int, in room: Rect, gap: ClosedRange<Int>) -> [Int] {
    let between = min(4, gap.upperBound)
    let height = count + (count - 1) * between
    let top = room.y + max(0, (room.height - height) / 2)
    return (0..<count).map { top + $0 * (1 + between) }
  }

  private static func stack(
    _ place: NetworkParameters.Layer, isOutput: Bool, _ form: Form, _ isBoxed: Bool, _ active: Int, _ activeInput: Int,
    _ widths: Widths, layer: Int, in column: Rect
  ) -> (units: [Unit], remarks: [(text: String, place: Point)]) {
    let full = min(height(inputs: place.inputs, isOutput: isOutput, isBoxed: isBoxed), column.height)
    func isFull(_ unit: Int) -> Bool { form == .full || (form == .focused && unit == active) }
    func rows(_ unit: Int) -> Int { isFull(unit) ? full : 1 }
    // The units around the active one, as many as fit; what is left out is said in a row above or below.
    var range = active..<min(place.units, active + 1)
    var used = rows(active)
    func reserve(_ range: Range<Int>) -> Int {
      (range.lowerBound > 0 ? 1 : 0) + (range.upperBound < place.units ? 1 : 0)
    }
    while range.count < place.units {
      let below = range.upperBound < place.units ? range.lowerBound..<range.upperBound + 1 : nil
      let above = range.lowerBound > 0 ? range.lowerBound - 1..<range.upperBound : nil
      let candidates = [below, above].compactMap(\.self)
      guard
        let next = candidates.first(where: { candidate in
          let added = candidate.upperBound > range.upperBound ? candidate.upperBound - 1 : candidate.lowerBound
          return used + rows(added) + reserve(candidate) <= column.height
        })
      else { break }
      let added = next.upperBound > range.upperBound ? next.upperBound - 1 : next.lowerBound
      used += rows(added)
      range = next
    }
    let above = range.lowerBound
    let below = place.units - range.upperBound
    let free = column.height - used - (above > 0 ? 1 : 0) - (below > 0 ? 1 : 0)
    let gap = range.count > 1 ? min(form == .full ? 3 : 2, max(0, free) / (range.count - 1)) : 0
    var y = column.y + max(0, (free - gap * (range.count - 1)) / 2)
    let bodyX = column.x + (form == .brief ? 0 : widths.weight)
    var remarks: [(text: String, place: Point)] = []
    if above > 0 {
      remarks.append(("\(above) more", Point(x: bodyX, y: y)))
      y += 1
    }
    var units: [Unit] = []
    for unit in range where y < column.maxY {
      let height = min(rows(unit), column.maxY - y)
      units.append(
        self.unit(
          layer, unit, isFull: isFull(unit), isBoxed, place.inputs, activeInput, widths, isOutput: isOutput,
          in: Rect(x: column.x, y: y, width: column.width, height: height), bodyX: bodyX))
      y += height + gap
    }
    if below > 0, y - gap < column.maxY { remarks.append(("\(below) more", Point(x: bodyX, y: y - gap))) }
    return (units, remarks)
  }

  private static func unit(
    _ layer: Int, _ unit: Int, isFull: Bool, _ isBoxed: Bool, _ inputCount: Int, _ activeInput: Int, _ widths: Widths,
    isOutput: Bool, in rect: Rect, bodyX: Int
  ) -> Unit {
    guard isFull else {
      let body = Rect(x: bodyX, y: rect.y, width: rect.maxX - bodyX, height: 1)
      return Unit(
        layer: layer, unit: unit, weights: Rect(x: rect.x, y: rect.y, width: 0, height: 0), inputs: [], body: body,
        isBoxed: false, isFull: false)
    }
    let bodyHeight = min(rect.height, bodyRows(isOutput: isOutput) + (isBoxed ? 2 : 0))
    let shown = min(inputCount + 1, rect.height)
    let order = WeightOrder.indices(count: inputCount + 1)
    let active = order.firstIndex(of: activeInput) ?? 0
    let first = min(max(0, active - shown / 2), inputCount + 1 - shown)
    let weightsY = rect.y + (rect.height - shown) / 2
    let bodyY = rect.y + (rect.height - bodyHeight) / 2
    return Unit(
      layer: layer, unit: unit, weights: Rect(x: rect.x, y: weightsY, width: widths.weight, height: shown),
      inputs: Array(order[first..<first + shown]),
      body: Rect(x: bodyX, y: bodyY, width: rect.maxX - bodyX, height: bodyHeight),
      isBoxed: isBoxed && bodyHeight >= 3, isFull: true)
  }
}
