import Basics
import Learning
import Plotting
import Training

/// A network's diagram with its weights and thumbnails as they are.
struct NetworkDrawing {
  let diagram: NetworkDiagram
  let picture: NetworkPicture
  let scene: NetworkScene

  /// A drawing in a rectangle.
  init(_ picture: NetworkPicture, scene: NetworkScene, in rect: Rect, look: Look) {
    self.picture = picture
    self.scene = scene
    diagram = NetworkDiagram(picture.network, in: rect, look: look)
  }

  private var look: Look { diagram.look }
  private var rect: Rect { diagram.rect }
  private var columns: [[NetworkDiagram.Chip]] { diagram.columns }
  private var theme: Theme { look.theme }
  private var math: MathText { MathText(glyphs: look.glyphs) }

  /// Draws weights, thumbnails, names and controls.
  func draw(frame: inout Frame) {
    guard !diagram.isSummary else {
      drawSummary(frame: &frame)
      return
    }
    let selected = scene.selection.clamped(to: picture.network)
    var canvas = DotCanvas(over: rect, glyphs: look.glyphs)
    let emphasis = scene.focus == .network || scene.focus == .unit ? selected : nil
    for layer in picture.parameters.layers.indices { drawWeights(into: layer, emphasis, on: &canvas) }
    if case .weights(let input?) = scene.active, case .unit(let layer, let unit) = selected {
      drawChosen(.init(layer: layer, unit: unit, input: input), on: &canvas)
    }
    canvas.draw(on: &frame)
    drawInputs(frame: &frame)
    drawUnits(frame: &frame)
    drawHeaders(frame: &frame)
    if let chip = diagram.chip(of: selected) { drawSelection(chip, isFocused: emphasis != nil, frame: &frame) }
    if case .weights(let input?) = scene.active, case .unit(let layer, let unit) = selected {
      drawNumber(.init(layer: layer, unit: unit, input: input), frame: &frame)
    }
  }

  // MARK: Weights

  /// The most lines between two layers; of more the strongest are drawn.
  private var mostLines: Int { max(24, rect.height * 4) }
  /// How many strengths are told apart.
  static let strengths = 5

  private struct Line {
    var from: PlanePoint
    var to: PlanePoint
    var weight: Double
    var isEmphasized: Bool
  }

  private func drawWeights(into layer: Int, _ emphasis: NetworkSelection?, on canvas: inout DotCanvas) {
    let place = picture.parameters.layers[layer]
    let weights = picture.parameters.values
    // Once for each chip: there are many more pairs.
    let sources = columns[layer].compactMap { chip in
      index(of: chip.part).map { (input: $0, end: end(of: chip.rect), isEmphasized: emphasis == chip.part) }
    }
    var lines: [Line] = []
    var largest = 1e-9
    for target in columns[layer + 1] {
      guard case .unit(_, let unit) = target.part else { continue }
      let start = start(of: target.rect)
      let areEmphasized = emphasis == nil || emphasis == target.part
      for source in sources {
        let weight = weights[place.weight(input: source.input, unit: unit)]
        largest = max(largest, abs(weight))
        lines.append(
          Line(from: source.end, to: start, weight: weight, isEmphasized: areEmphasized || source.isEmphasized))
      }
    }
    // Weights below 1 in a layer of small weights are weak; in a layer of large ones the largest sets the scale.
    let scale = max(1, largest)
    lines.sort { abs($0.weight) < abs($1.weight) }
    // What is not selected stays in the background, and its weakest lines away.
    let others = lines.filter { !$0.isEmphasized && abs($0.weight) >= 0.2 * scale }
    for line in others.suffix(mostLines) + lines.filter(\.isEmphasized).suffix(mostLines) {
      draw(line, scale: scale, on: &canvas)
    }
    canvas.dash = 0
  }

  private func draw(_ line: Line, scale: Double, on canvas: inout DotCanvas) {
    let share = abs(line.weight) / scale
    let strength = clampedIndex(share * Double(Self.strengths), in: 0..<Self.strengths) ?? 0
    let shown = line.isEmphasized ? strength : 0
    canvas.dash = line.weight < 0 ? 2 : 0
    let isThick = line.isEmphasized && share > 0.75
    let colors = theme.weightColors(isPositive: line.weight >= 0)
    canvas.line(
      from: line.from, to: line.to, color: colors[min(shown, colors.count - 1)], thickness: isThick ? 2 : 1)
  }

  private func index(of part: NetworkSelection) -> Int? {
    switch part {
    case .input(let feature): picture.network.inputs.firstIndex(of: feature)
    case .unit(_, let unit): unit
    }
  }

  private func drawChosen(_ place: NetworkParameters.Place, on canvas: inout DotCanvas) {
    guard let (source, target) = ends(of: place) else { return }
    canvas.line(from: end(of: source), to: start(of: target), color: theme.lineColor, thickness: 2)
  }

  private func drawNumber(_ place: NetworkParameters.Place, frame: inout Frame) {
    guard let (source, target) = ends(of: place) else { return }
    let text: SafeText = " \(math.number(picture.parameters[place], significant: 3)) "
    let x = (source.maxX + target.x) / 2 - text.cellWidth / 2
    let y = (source.y + source.height / 2 + target.y + target.height / 2) / 2
    look.put(text, x: x, y: y, in: rect, style: theme.selected, frame: &frame)
  }

  private func ends(of place: NetworkParameters.Place) -> (source: Rect, target: Rect)? {
    guard let input = place.input else { return nil }
    let from: NetworkSelection =
      place.layer == 0 ? .input(picture.network.inputs[input]) : .unit(layer: place.layer - 1, unit: input)
    guard let source = diagram.chip(of: from),
      let target = diagram.chip(of: .unit(layer: place.layer, unit: place.unit))
    else {
      return nil
    }
    return (source.rect, target.rect)
  }

  /// Where lines leave a chip, in dots.
  private func end(of chip: Rect) -> PlanePoint { dot(x: chip.maxX, chip) }
  /// Where they arrive.
  private func start(of chip: Rect) -> PlanePoint { dot(x: chip.x, chip) }

  private func dot(x: Int, _ chip: Rect) -> PlanePoint {
    let dots = look.glyphs.dotsPerCell
    return PlanePoint(
      x: Double((x - rect.x) * dots.across),
      y: (Double(chip.y - rect.y) + Double(chip.height) / 2) * Double(dots.down))
  }

  // MARK: Chips

  private func drawInputs(frame: inout Frame) {
    let grid = picture.thumbnails.grid
    for chip in columns[0] {
      guard case .input(let feature) = chip.part else { continue }
      let isUsed = picture.network.inputs.contains(feature)
      let name = PerceptronArithmetic.name(of: feature, math)
      let y = chip.rect.y + (chip.rect.height - 1) / 2
      let room = Rect(x: rect.x, y: y, width: max(0, chip.rect.x - rect.x - 1), height: 1)
      look.put(
        SafeText(name), x: room.x, y: y, in: room, style: isUsed ? theme.text : theme.muted, frame: &frame)
      guard isUsed, grid.count > 0 else { continue }
      var values: [Float] = []
      for row in 0..<grid.rows {
        let x2 = grid.y(row: row)
        for column in 0..<grid.columns { values.append(Float(feature(grid.x(column: column), x2))) }
      }
      drawThumbnail(values, scale: values.reduce(0) { max($0, abs($1)) }, in: chip.rect, frame: &frame)
    }
  }

  private func drawUnits(frame: inout Frame) {
    var first = 0
    for (layer, hidden) in picture.network.hidden.enumerated() {
      let scale = scale(ofUnits: first..<first + hidden.units, hidden.activation)
      for chip in columns[layer + 1] {
        guard case .unit(_, let unit) = chip.part else { continue }
        drawThumbnail(Array(picture.thumbnails.plane(first + unit)), scale: scale, in: chip.rect, frame: &frame)
      }
      first += hidden.units
      drawMore(column: layer + 1, frame: &frame)
    }
    for chip in columns[columns.count - 1] {
      guard case .unit(_, let unit) = chip.part else { continue }
      let color = Style(foreground: theme.classColor(unit), attributes: .bold)
      if picture.network.outputs == 1 {
        look.put(" z ", x: chip.rect.x, y: chip.rect.y, in: rect, style: theme.heading, frame: &frame)
      } else {
        frame.clipped(to: rect) {
          $0[chip.rect.x + 1, chip.rect.y] = Cell(look.glyphs.mark(of: unit), style: color)
        }
      }
    }
    drawMore(column: columns.count - 1, frame: &frame)
  }

  /// What is the strongest shade in the thumbnails of a layer: the same for all its units, as they are compared.
  private func scale(ofUnits units: Range<Int>, _ activation: Activation) -> Float {
    if activation == .tanh || activation == .sigmoid { return 1 }
    return units.reduce(0) { largest, unit in
      picture.thumbnails.plane(unit).reduce(largest) { $1.isFinite ? max($0, abs($1)) : $0 }
    }
  }

  private func drawThumbnail(_ values: [Float], scale: Float, in chip: Rect, frame: inout Frame) {
    let grid = picture.thumbnails.grid
    guard values.count == grid.count, grid.count > 0 else { return }
    let factor: Float = scale > 0 && scale.isFinite ? -1 / scale : -1
    FieldPlot(
      samples: values.map { $0 * factor }, columns: grid.columns, rows: grid.rows, palette: theme.fieldPalette,
      style: look.plotStyle
    ).draw(in: chip.intersection(rect), on: &frame)
  }

  private func drawMore(column: Int, frame: inout Frame) {
    let more = diagram.hiddenCounts[column]
    guard more > 0 else { return }
    let last = columns[column].last?.rect ?? rect
    look.put("+\(more)", x: last.x, y: last.maxY, in: rect, style: theme.muted, frame: &frame)
  }

  private func drawSelection(_ chip: NetworkDiagram.Chip, isFocused: Bool, frame: inout Frame) {
    let marks: (Unicode.Scalar, Unicode.Scalar) = look.glyphs.isUnicode ? ("▐", "▌") : ("[", "]")
    let style = isFocused ? theme.accent : theme.muted
    for y in chip.rect.y..<chip.rect.maxY {
      frame.clipped(to: rect) {
        $0[chip.rect.x - 1, y] = Cell(marks.0, style: style)
        $0[max(chip.rect.maxX, chip.rect.x + 1), y] = Cell(marks.1, style: style)
      }
    }
  }

  // MARK: Headers

  private func drawHeaders(frame: inout Frame) {
    guard diagram.headerHeight > 0 else { return }
    let plus: SafeText = "+"
    let minus = look.glyphs.text("−", ascii: "-")
    for (layer, hidden) in picture.network.hidden.enumerated() {
      guard let x = columns[layer + 1].first?.rect.x else { continue }
      let next = columns[layer + 2].first?.rect.x ?? rect.maxX
      let room = Rect(x: x, y: rect.y, width: max(0, next - x - 1), height: 1)
      let name = look.glyphs.text(SafeText(hidden.activation.rawValue)).truncated(to: room.width, glyphs: look.glyphs)
      look.put(name, x: x, y: rect.y, in: room, style: theme.muted, frame: &frame)
      guard diagram.headerHeight > 1 else { continue }
      let hasControls = diagram.controls.contains { $0.control == .addUnit(layer: layer) }
      let text: SafeText = hasControls ? "\(minus) \(hidden.units) \(plus)" : "\(hidden.units)"
      look.put(text, x: x, y: rect.y + 1, in: rect, style: theme.text, frame: &frame)
    }
    if let output = columns.last?.first?.rect.x, rect.width >= 40 {
      let name = picture.network.outputActivation.rawValue
      let x = min(output, rect.maxX - name.count)
      let previous = columns[columns.count - 2].first?.rect.maxX ?? 0
      let activation = columns.count > 2 ? picture.network.hidden.last?.activation.rawValue.count ?? 0 : 0
      if x > previous - diagram.chipSize.width + activation {
        look.put(SafeText(name), x: x, y: rect.y, in: rect, style: theme.muted, frame: &frame)
      }
    }
    if diagram.controls.contains(where: { $0.control == .addLayer }) {
      look.put(
        "layers   \(minus) \(picture.network.hidden.count) \(plus)", x: rect.x, y: rect.maxY - 1, in: rect,
        style: theme.muted, frame: &frame)
    }
  }

  // MARK: Summary

  /// The layers as a list, for a network that is too deep to be drawn.
  private func drawSummary(frame: inout Frame) {
    var lines = [StyledLine("units  activation   mean |w|", theme.muted)]
    let sizes = picture.network.hidden.map { ($0.units, $0.activation.rawValue) }
    let all = sizes + [(picture.network.outputs, picture.network.outputActivation.rawValue)]
    for (layer, (units, activation)) in all.enumerated() {
      let mean = picture.meanWeights[layer]
      let isSelected: Bool
      if case .unit(layer, _) = scene.selection.clamped(to: picture.network) {
        isSelected = true
      } else {
        isSelected = false
      }
      let text =
        String(units).leftPadded(to: 5) + "  " + activation.padded(to: 13) + math.number(mean, significant: 3)
      lines.append(StyledLine(SafeText(text), isSelected ? theme.selected : theme.text))
    }
    lines.draw(in: rect.inset(left: 1), look: look, frame: &frame)
  }
}

extension Theme {
  /// The colors of a weight's line, the weakest first: toward class A's color for a positive weight, class B's for a
  /// negative one.
  ///
  /// The brighter, the stronger: weak ones fade into the background, which is what they say. One where there are no colors.
  func weightColors(isPositive: Bool) -> [Color] {
    let strengths = NetworkDrawing.strengths
    guard name != .monochrome else { return [.inherit] }
    return (0..<strengths).map { strength in
      let missing = 1 - Double(strength + 1) / Double(strengths)
      return classColor(isPositive ? 0 : 1).mixed(with: classes.background, amount: missing * (isDark ? 0.8 : 0.7))
    }
  }
}
