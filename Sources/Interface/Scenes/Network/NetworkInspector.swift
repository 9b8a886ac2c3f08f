import Basics
import Learning
import Plotting
import Training

/// The numbers of one unit with the formula they go through, its weights, and where it sits on its activation function.
struct NetworkInspector {
  let scene: NetworkScene
  let picture: NetworkPicture
  let context: SceneContext

  private var look: Look { context.look }
  private var theme: Theme { context.look.theme }
  private var math: MathText { MathText(glyphs: context.look.glyphs) }

  /// Draws the numbers, and the activation function where there is room.
  func draw(in rect: Rect, frame: inout Frame) {
    switch scene.selection.clamped(to: picture.network) {
    case .input(let feature): input(feature, width: rect.width).draw(in: rect, look: look, frame: &frame)
    case .unit(let layer, let unit):
      if case .weights(let input) = scene.active {
        weights(layer, unit, chosen: .init(layer: layer, unit: unit, input: input), height: rect.height).draw(
          in: rect, look: look, frame: &frame)
        return
      }
      guard let passage = NetworkPassage(scene: scene, picture: picture) else {
        weights(layer, unit, height: rect.height).draw(in: rect, look: look, frame: &frame)
        return
      }
      draw(layer, unit, passage, in: rect, frame: &frame)
    }
  }

  private func draw(_ layer: Int, _ unit: Int, _ passage: NetworkPassage, in rect: Rect, frame: inout Frame) {
    let isBeside = rect.width >= 60
    let (text, side) = isBeside ? rect.splitLeft(rect.width * 6 / 10) : (rect, rect)
    let lines = numbers(layer, unit, passage, width: text.width - (isBeside ? 1 : 0))
    lines.draw(in: text, look: look, frame: &frame)
    var below = text.inset(top: lines.count)
    let plot = isBeside ? side : below.splitTop(min(below.height, 14)).top
    if layer < picture.network.hidden.count, plot.height >= 5 {
      drawActivation(
        picture.network.hidden[layer].activation, at: passage.values[layer].sums[unit], in: plot, frame: &frame)
      if !isBeside { below = below.inset(top: plot.height) }
    }
    if below.height >= 3 {
      let list = below.height > 3 ? below.inset(top: 1) : below
      weights(layer, unit, height: list.height).draw(in: list, look: look, frame: &frame)
    }
  }

  // MARK: Numbers

  /// r and u of a hidden unit, s and z of an output, with the numbers plugged in.
  private func numbers(_ layer: Int, _ unit: Int, _ passage: NetworkPassage, width: Int) -> [StyledLine] {
    let isHidden = layer < picture.network.hidden.count
    let values = passage.values[layer]
    let (sum, output) = isHidden ? ("r", "u") : ("s", "z")
    let x = [passage.place.x1, passage.place.x2]
    let places = [3, 2].map { "\(passage.name): x = \(math.vector(x, significant: $0))" }
    let place = places.first { SafeText($0).cellWidth <= width } ?? "x = \(math.vector(x, significant: 2))"
    var lines = [StyledLine(SafeText(place), theme.muted)]
    lines += formula(layer, unit, values, name: sum, width: width)
    let r = values.sums[unit]
    if isHidden {
      let activation = picture.network.hidden[layer].activation
      lines.append(
        StyledLine("\(output) = \(activation.rawValue)(\(math.number(r))) = ", theme.text)
          .adding(SafeText(math.number(values.outputs[unit])), theme.heading))
      let slope = "du/dr = \(math.number(values.slopes[unit], significant: 3))"
      if let gradients = passage.gradients {
        let gradient = "∂L/∂r = \(math.number(gradients[layer].sums[unit], significant: 3))"
        let together = slope.padded(to: 17) + gradient
        let parts = SafeText(together).cellWidth <= width ? [together] : [slope, gradient]
        lines += parts.map { StyledLine(SafeText($0), theme.text) }
      } else {
        lines.append(StyledLine(SafeText(slope), theme.text))
      }
    } else {
      let activation = picture.network.outputActivation
      let function = activation == .softmax ? "e^s / Σ e^s" : "\(activation.rawValue)(\(math.number(r)))"
      lines.append(
        StyledLine("\(output) = \(function) = ", theme.text)
          .adding(SafeText(math.number(values.outputs[unit])), theme.heading))
      if let aim = passage.aim, let gradients = passage.gradients {
        let target = "target \(math.number(aim.targets[unit]))   L = \(math.number(aim.loss))"
        lines.append(StyledLine(SafeText(target), theme.text))
        lines.append(StyledLine("∂L/∂s = \(math.number(gradients[layer].sums[unit]))", theme.text))
      }
    }
    return lines
  }

  /// The weighted sum; of many terms only the largest are written out.
  private func formula(
    _ layer: Int, _ unit: Int, _ values: ReferenceNetwork.LayerValues, name: String, width: Int
  ) -> [StyledLine] {
    let place = picture.parameters.layers[layer]
    let weights = (0..<place.inputs).map { picture.parameters.values[place.weight(input: $0, unit: unit)] }
    let bias = picture.parameters.values[place.bias(unit: unit)]
    let sizes = weights.indices.map { abs(weights[$0] * values.inputs[$0]) }
    let shown =
      weights.count <= 8
      ? Array(weights.indices) : weights.indices.sorted { sizes[$0] > sizes[$1] }.prefix(5).sorted()
    var text = "\(name) = "
    for (position, input) in shown.enumerated() {
      text += math.product(rounded(weights[input]), rounded(values.inputs[input]), isFirst: position == 0)
    }
    let hidden = weights.count - shown.count
    if hidden > 0 { text += " + \(hidden) smaller terms" }
    text += math.term(rounded(bias))
    var lines = Paragraph(SafeText(text), width: width, hanging: 4).lines.map { StyledLine($0, theme.text) }
    let result: SafeText = "\(math.number(values.sums[unit]))"
    if let last = lines.last, last.width(look.glyphs) + 3 + result.cellWidth <= width {
      lines[lines.count - 1] = last.adding(" = ", theme.text).adding(result, theme.heading)
    } else {
      lines.append(StyledLine("  = ", theme.text).adding(result, theme.heading))
    }
    return lines
  }

  /// Three digits: a formula of ten terms must stay readable.
  private func rounded(_ value: Double) -> Double {
    guard value.isFinite, value != 0 else { return value }
    return Double(ShortNumber(value, significant: 3).text(.ascii).description) ?? value
  }

  private func input(_ feature: Feature, width: Int) -> [StyledLine] {
    let isUsed = picture.network.inputs.contains(feature)
    let name = PerceptronArithmetic.name(of: feature, math)
    var lines = [StyledLine(SafeText(name), theme.heading)]
    lines.append(StyledLine(isUsed ? "goes into the network" : "not used", isUsed ? theme.good : theme.muted))
    lines.append(StyledLine("Enter switches it; digits 1 to 7 do so too", theme.muted))
    if let place = NetworkPassage(scene: scene, picture: picture)?.place {
      lines.append(
        StyledLine(
          "at x = \(math.vector([place.x1, place.x2])): \(math.number(feature(place.x1, place.x2)))", theme.text))
    }
    return lines.flatMap { line in
      line.width(look.glyphs) <= width
        ? [line]
        : Paragraph(line.parts.first?.text ?? "", width: width).lines.map {
          StyledLine($0, line.parts.first?.style ?? theme.text)
        }
    }
  }

  // MARK: Weights

  /// The weights into a unit, the bias last; one of them turned by hand.
  private func weights(_ layer: Int, _ unit: Int, chosen: NetworkParameters.Place? = nil, height: Int) -> [StyledLine] {
    let place = picture.parameters.layers[layer]
    let inputs: [Int?] = Array(0..<place.inputs) + [nil]
    let chosen = chosen.flatMap { wanted in inputs.firstIndex { $0 == wanted.input } }
    let first = max(0, min((chosen ?? 0) - height + 1, inputs.count - height))
    let arrows = look.glyphs.isUnicode ? ("◂", "▸") : ("<", ">")
    return inputs.indices.dropFirst(first).prefix(height).map { index in
      let input = inputs[index]
      let value = picture.parameters[.init(layer: layer, unit: unit, input: input)]
      let name = name(of: .init(layer: layer, unit: unit, input: input))
      let isChosen = index == chosen
      let color = value >= 0 ? theme.classText(0) : theme.classText(1)
      let text = isChosen ? "\(arrows.0) \(math.number(value)) \(arrows.1)" : math.number(value)
      return StyledLine(
        SafeText((isChosen ? "› " : "  ") + name.padded(to: 16)), isChosen ? theme.selected : theme.muted
      )
      .adding(SafeText(text), isChosen ? theme.selected : Style(foreground: color))
    }
  }

  /// What a weight of a unit is called: `v₁ from x₁`, `w₀, the bias`.
  func name(of place: NetworkParameters.Place) -> String {
    let letter = place.layer < picture.network.hidden.count ? "v" : "w"
    guard let input = place.input else { return "\(math.indexed(letter, 0)), the bias" }
    return "\(math.indexed(letter, input + 1)) from \(source(place.layer, input))"
  }

  private func source(_ layer: Int, _ input: Int) -> String {
    layer == 0 ? PerceptronArithmetic.name(of: picture.network.inputs[input], math) : "unit \(input + 1)"
  }

  // MARK: Activation

  /// The activation function and its derivative, with the unit's present place on it.
  private func drawActivation(_ activation: Activation, at r: Double, in rect: Rect, frame: inout Frame) {
    let reach = max(3, min(20, abs(r.isFinite ? r : 0) * 1.2))
    let places = (0...80).map { -reach + 2 * reach * Double($0) / 80 }
    var chart = LineChart(
      [
        LineChart.Series(
          "slope", samples: places.map { LineChart.Sample(x: $0, y: activation($0).derivative) },
          color: theme.mutedColor, isDashed: true),
        LineChart.Series(
          SafeText(activation.rawValue), samples: places.map { LineChart.Sample(x: $0, y: activation($0).value) },
          color: theme.curveColor),
      ], style: look.plotStyle)
    chart.x = Scale(from: -reach, to: reach)
    chart.xName = "r"
    let transform = chart.draw(in: rect, on: &frame)
    guard let cell = transform.cell(of: PlanePoint(x: r, y: activation(r).value)) else { return }
    frame[cell.x, cell.y] = Cell(look.glyphs.mark(of: 0), style: theme.accent)
  }
}
