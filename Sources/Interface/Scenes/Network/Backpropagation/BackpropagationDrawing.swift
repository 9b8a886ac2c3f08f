import Basics
import Learning
import Plotting
import Training

/// A network with every number that is known of an example's way through it: values as they came forward, behind a mark
/// and in another color what came backward, and after the update the new weights.
struct BackpropagationDrawing {
  let passes: Backpropagation
  let look: Look
  let layout: BackpropagationLayout
  private let names: BackpropagationNames
  private let rect: Rect
  private let active: (layer: Int, unit: Int)

  /// Lays the drawing out.
  ///
  /// - Parameter selection: The unit that is shown in full when the move is about no unit.
  init(_ passes: Backpropagation, selection: NetworkSelection, in rect: Rect, look: Look) {
    self.passes = passes
    self.look = look
    self.rect = rect
    let names = BackpropagationNames(network: passes.network, math: MathText(glyphs: look.glyphs))
    self.names = names
    let present = passes.present ?? passes.moves[0]
    var active = present.unit ?? (layer: passes.outputLayer, unit: 0)
    if present == .update, case .unit(let layer, let unit) = selection.clamped(to: passes.network) {
      active = (layer, unit)
    }
    self.active = active
    var input = 0
    if case .lossByWeight(_, _, let own) = present { input = own }
    var widths = BackpropagationLayout.Widths()
    let layers = passes.parameters.layers
    widths.inputName = (0...passes.network.inputs.count).map { names.input(0, $0).count }.max() ?? 2
    widths.inputName = max(2, widths.inputName)
    widths.inputValue = Self.inputWidth(passes, names.math)
    widths.weightName =
      layers.indices.map { names.weight($0, layers[$0].units - 1, layers[$0].inputs).count }.max() ?? 3
    widths.unitName = layers.indices.map { names.output($0, layers[$0].units - 1).count }.max() ?? 2
    layout = BackpropagationLayout(passes.network, active: active, activeInput: input, names: widths, in: rect)
  }

  /// How wide the inputs of all examples are, so that nothing moves from one to the next; of many, of the first ones.
  private static func inputWidth(_ passes: Backpropagation, _ math: MathText) -> Int {
    let some = NetworkExamples(
      passes.picture.dataset.examples(at: Array(0..<min(64, passes.picture.dataset.count))), for: passes.network)
    let widths = some.inputs.map { SafeText(math.number($0, significant: 2)).cellWidth }
    return min(7, max(1, widths.max() ?? 1))
  }

  private var theme: Theme { look.theme }
  private var widths: BackpropagationLayout.Widths { layout.widths }

  /// How what came backward looks.
  private var backward: Style { Style(foreground: theme.gradientColor, attributes: .bold) }

  /// Draws edges, units and numbers.
  func draw(frame: inout Frame) {
    drawEdges(frame: &frame)
    for (input, place) in layout.inputs { drawInput(input, in: place, frame: &frame) }
    for unit in layout.units {
      if unit.isFull { drawFull(unit, frame: &frame) } else { drawBrief(unit, frame: &frame) }
    }
    if let place = layout.loss { drawLoss(in: place, frame: &frame) }
    for (text, place) in layout.remarks {
      look.put(SafeText(text), x: place.x, y: place.y, in: rect, style: theme.muted, frame: &frame)
    }
  }

  // MARK: Numbers

  private func fitted(_ value: Double, _ width: Int) -> SafeText {
    look.glyphs.text(SafeText(names.math.number(value, fitting: width))).truncated(to: width, glyphs: look.glyphs)
  }

  /// A number at the right end of its columns.
  private func put(_ value: Double, x: Int, y: Int, width: Int, isPresent: Bool, _ style: Style, _ frame: inout Frame) {
    let text = fitted(value, width)
    look.put(
      text, x: x + width - text.cellWidth, y: y, in: rect, style: isPresent ? theme.selected : style, frame: &frame)
  }

  /// What came backward, behind its mark.
  private func putBackward(_ value: Double, x: Int, y: Int, isPresent: Bool, _ frame: inout Frame) {
    let mark = look.glyphs.text("◂", ascii: "<")
    look.put(mark, x: x, y: y, in: rect, style: backward, frame: &frame)
    look.put(
      fitted(value, widths.derivative), x: x + 1, y: y, in: rect, style: isPresent ? theme.selected : backward,
      frame: &frame)
  }

  /// Name, value and derivative of one of a unit's quantities.
  private func row(
    _ name: String, _ forward: BackpropagationMove, _ derivative: BackpropagationMove, in row: Rect,
    frame: inout Frame
  ) {
    let isActive = passes.present == forward || passes.present == derivative
    look.put(
      SafeText(name), x: row.x, y: row.y, in: row, style: isActive ? theme.heading : theme.muted, frame: &frame)
    let x = row.x + widths.unitName + 1
    if passes.isKnown(forward), let value = passes.value(of: forward) {
      put(
        value, x: x, y: row.y, width: widths.value, isPresent: passes.present == forward, theme.text, &frame)
    }
    if case .output(let layer, let unit) = forward, layer == passes.outputLayer, let after = passes.after {
      putAfter(after.outputs[unit], x: x + widths.value, y: row.y, width: widths.derivative, &frame)
    } else if passes.isKnown(derivative), let value = passes.value(of: derivative) {
      putBackward(value, x: x + widths.value, y: row.y, isPresent: passes.present == derivative, &frame)
    }
  }

  /// What became of a number with the update.
  private func putAfter(_ value: Double, x: Int, y: Int, width: Int, _ frame: inout Frame) {
    look.put(look.glyphs.text("→", ascii: ">"), x: x, y: y, in: rect, style: theme.good, frame: &frame)
    look.put(fitted(value, width), x: x + 1, y: y, in: rect, style: theme.good, frame: &frame)
  }

  private func drawInput(_ input: Int, in place: Rect, frame: inout Frame) {
    let name = input == 0 ? names.math.indexed("x", 0) : names.input(0, input)
    look.put(SafeText(name), x: place.x, y: place.y, in: place, style: theme.muted, frame: &frame)
    put(
      passes.input(input, of: 0), x: place.x + widths.inputName + 1, y: place.y, width: widths.inputValue,
      isPresent: false, theme.text, &frame)
  }

  private func drawFull(_ unit: BackpropagationLayout.Unit, frame: inout Frame) {
    let isActive = (unit.layer, unit.unit) == active
    if unit.isBoxed {
      Panel("", isFocused: isActive, style: look.plotStyle).draw(in: unit.body, on: &frame)
    } else {
      let line = look.glyphs.box(isFocused: isActive).vertical
      frame.clipped(to: rect) { frame in
        for y in unit.body.y..<unit.body.maxY {
          frame[unit.body.x, y] = Cell(line, style: isActive ? theme.accent : theme.border)
        }
      }
    }
    for (row, input) in unit.inputs.enumerated() { drawWeight(input, of: unit, row: row, frame: &frame) }
    let rows = unit.rows
    func at(_ offset: Int) -> Rect { Rect(x: rows.x, y: rows.y + offset, width: rows.width, height: 1) }
    let (layer, own) = (unit.layer, unit.unit)
    if rows.height > 0 {
      row(
        names.sum(layer, own), .sum(layer: layer, unit: own), .lossBySum(layer: layer, unit: own), in: at(0),
        frame: &frame)
    }
    if rows.height > 1 {
      row(
        names.output(layer, own), .output(layer: layer, unit: own), .lossByOutput(layer: layer, unit: own), in: at(1),
        frame: &frame)
    }
    if rows.height > 2 { drawSlope(layer, own, in: at(2), frame: &frame) }
    if rows.height > 3, layer == passes.outputLayer {
      look.put(
        SafeText(names.target(own)), x: rows.x, y: rows.y + 3, in: rows, style: theme.muted, frame: &frame)
      put(
        passes.targets[own], x: rows.x + widths.unitName + 1, y: rows.y + 3, width: widths.value, isPresent: false,
        theme.text, &frame)
    }
  }

  private func drawSlope(_ layer: Int, _ unit: Int, in row: Rect, frame: inout Frame) {
    let move = BackpropagationMove.slope(layer: layer, unit: unit)
    guard passes.exists(move) else { return }
    let isPresent = passes.present == move
    let name: SafeText = layer == passes.outputLayer ? "dz/ds" : "du/dr"
    look.put(name, x: row.x, y: row.y, in: row, style: isPresent ? theme.heading : theme.muted, frame: &frame)
    guard passes.isKnown(move), let value = passes.value(of: move) else { return }
    putBackward(value, x: row.x + widths.unitName + 1 + widths.value, y: row.y, isPresent: isPresent, &frame)
  }

  private func drawWeight(_ input: Int, of unit: BackpropagationLayout.Unit, row: Int, frame: inout Frame) {
    let (layer, own) = (unit.layer, unit.unit)
    let y = unit.weights.y + row
    let isActive = isActive(input, into: unit)
    let name = names.weight(layer, own, input)
    look.put(
      SafeText(name), x: unit.weights.x, y: y, in: rect, style: isActive ? theme.heading : theme.muted, frame: &frame)
    let x = unit.weights.x + widths.weightName + 1
    put(
      passes.weight(layer: layer, unit: own, input: input), x: x, y: y, width: widths.value, isPresent: false,
      theme.text, &frame)
    let markX = x + widths.value
    if let fresh = passes.fresh(layer: layer, unit: own, input: input) {
      putAfter(fresh, x: markX, y: y, width: widths.derivative, &frame)
    } else if passes.isKnown(.lossByWeight(layer: layer, unit: own, input: input)) {
      let isPresent =
        passes.present == .lossByWeight(layer: layer, unit: own, input: input)
        || passes.present == .lossByWeights(layer: layer, unit: own)
      putBackward(
        passes.derivative(layer: layer, unit: own, input: input), x: markX, y: y, isPresent: isPresent, &frame)
    }
  }

  private func drawBrief(_ unit: BackpropagationLayout.Unit, frame: inout Frame) {
    row(
      names.output(unit.layer, unit.unit), .output(layer: unit.layer, unit: unit.unit),
      .lossByOutput(layer: unit.layer, unit: unit.unit), in: unit.body, frame: &frame)
  }

  private func drawLoss(in place: Rect, frame: inout Frame) {
    let isPresent = passes.present == .loss
    look.put("L", x: place.x, y: place.y, in: place, style: isPresent ? theme.heading : theme.muted, frame: &frame)
    guard passes.isKnown(.loss) else { return }
    put(
      passes.passage.loss, x: place.x + widths.unitName + 1, y: place.y, width: widths.value, isPresent: isPresent,
      theme.heading, &frame)
    guard let after = passes.after else { return }
    putAfter(
      after.loss, x: place.x + widths.unitName + 1 + widths.value, y: place.y, width: widths.derivative, &frame)
  }

  // MARK: Edges

  /// Whether the present move goes along the edge from an input into a unit.
  private func isActive(_ input: Int, into unit: BackpropagationLayout.Unit) -> Bool {
    switch passes.present {
    case .sum(let layer, let own), .lossByWeights(let layer, let own): (unit.layer, unit.unit) == (layer, own)
    case .lossByWeight(let layer, let own, let source):
      (unit.layer, unit.unit, input) == (layer, own, source)
    case .lossByOutput(let layer, let own): unit.layer == layer + 1 && input == own + 1
    default: false
    }
  }

  /// Whether the present move goes backward.
  private var isBackward: Bool {
    switch passes.present {
    case .lossByOutput, .lossBySum, .lossByWeight, .lossByWeights, .slope: true
    default: false
    }
  }

  private func drawEdges(frame: inout Frame) {
    var canvas = DotCanvas(over: rect, glyphs: look.glyphs)
    drawBriefEdges(on: &canvas)
    for wantsActive in [false, true] {
      for unit in layout.units {
        for (row, input) in unit.inputs.enumerated() {
          let isActive = isActive(input, into: unit)
          guard isActive == wantsActive, let start = source(of: input, into: unit) else { continue }
          let color =
            isActive ? (isBackward ? theme.gradientColor : theme.accent.foreground) : theme.border.foreground
          canvas.line(
            from: start, to: dot(unit.weights.x - 1, unit.weights.y + row), color: color,
            thickness: isActive && theme.isThick ? 2 : 1)
        }
      }
    }
    canvas.draw(on: &frame)
    for unit in layout.units where unit.layer > 0 {
      guard let row = unit.inputs.firstIndex(of: 0) else { continue }
      look.put("1", x: unit.weights.x - 2, y: unit.weights.y + row, in: rect, style: theme.muted, frame: &frame)
    }
  }

  /// Lines into units in brief, where there is room between the layers: that all are joined to all.
  private func drawBriefEdges(on canvas: inout DotCanvas) {
    // Beside a unit in full they would run through its weights.
    let full = Set(layout.units.filter(\.isFull).map(\.layer))
    for unit in layout.units where !full.contains(unit.layer) {
      let place = passes.parameters.layers[unit.layer]
      // More lines than these are a gray field.
      guard place.inputs * place.units <= 32 else { continue }
      for input in (unit.layer == 0 ? 0 : 1)...place.inputs {
        guard let start = source(of: input, into: unit) else { continue }
        let end = dot(unit.body.x - 1, unit.body.y)
        guard end.x - start.x >= 8 * Double(look.glyphs.dotsPerCell.across) else { continue }
        canvas.line(from: start, to: end, color: theme.border.foreground)
      }
    }
  }

  /// Where the edge from an input begins, in dots; nil where that is not in sight.
  private func source(of input: Int, into unit: BackpropagationLayout.Unit) -> PlanePoint? {
    if unit.layer == 0 {
      guard let place = layout.inputs.first(where: { $0.input == input })?.rect else { return nil }
      return dot(place.maxX, place.y)
    }
    guard input > 0, let from = layout.unit(layer: unit.layer - 1, unit: input - 1) else { return nil }
    return dot(from.body.maxX, from.outputRow)
  }

  /// The middle of a cell in dots.
  private func dot(_ x: Int, _ y: Int) -> PlanePoint {
    let dots = look.glyphs.dotsPerCell
    return PlanePoint(
      x: (Double(x - rect.x) + 0.5) * Double(dots.across), y: (Double(y - rect.y) + 0.5) * Double(dots.down))
  }
}
