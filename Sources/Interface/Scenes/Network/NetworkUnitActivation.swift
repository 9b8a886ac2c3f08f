import Basics
import Learning
import Plotting
import Training

/// The selected unit on its activation function: where its sum r (s of an output) lies for every training example, class
/// by class, and for the chosen one.
///
/// It shows what saturates and what is dead: where the slope is small, no gradient comes through.
struct NetworkUnitActivation {
  let picture: NetworkPicture
  let look: Look
  /// The function; nil for softmax, which no single sum decides.
  let activation: Activation?
  /// The sums of the examples, each with its group: its class, or the level of its number.
  let sums: [(value: Double, group: Int)]
  /// The sum of the example, or the place, that is shown, and what that is called.
  let chosen: (value: Double, name: String)?
  /// Whether it is an output unit.
  let isOutput: Bool

  private var theme: Theme { look.theme }
  private var math: MathText { MathText(glyphs: look.glyphs) }
  private var sumName: String { isOutput ? "s" : "r" }

  /// So many products of a weight and an example are worked on for a picture.
  private static let mostWork = 1_000_000
  private static let mostExamples = 500
  /// Whether it is gone through at all: where nobody follows one example, nobody follows hundreds.
  private static func isSmallEnough(_ picture: NetworkPicture) -> Bool {
    picture.parameters.values.count <= NetworkPassage.mostWeights
  }

  /// Works the sums out; nil where no unit is selected.
  ///
  /// - Complexity: O(weights) for each of some hundred examples.
  init?(scene: NetworkScene, picture: NetworkPicture, context: SceneContext) {
    guard case .unit(let layer, let unit) = scene.selection.clamped(to: picture.network) else { return nil }
    self.picture = picture
    look = context.look
    isOutput = layer >= picture.network.hidden.count
    activation =
      isOutput
      ? Activation(rawValue: picture.network.outputActivation.rawValue) : picture.network.hidden[layer].activation
    let network = ReferenceNetwork(picture.network, parameters: picture.parameters)
    let dataset = picture.dataset
    let weights = max(1, picture.parameters.values.count)
    let count =
      Self.isSmallEnough(picture) ? min(dataset.count, Self.mostExamples, max(16, Self.mostWork / weights)) : 0
    let quantity = picture.quantity
    sums = (0..<count).map { place in
      let index = place * dataset.count / count
      let (x1, x2) = dataset.input(at: index)
      let values = network.forward(picture.network.inputs.map { $0(x1, x2) })
      return (values[layer].sums[unit], dataset.group(of: index, on: quantity))
    }
    let passage = NetworkPassage(scene: scene, picture: picture)
    chosen = passage.map { ($0.values[layer].sums[unit], $0.name) }
  }

  /// Draws the function over the rows of the classes, and in words what they show.
  func draw(in rect: Rect, frame: inout Frame) {
    let labels = Set(sums.map(\.group)).sorted().prefix(6)
    let lines = lines(width: rect.width)
    let below = labels.count + min(lines.count, max(1, rect.height - labels.count - 8))
    let (top, bottom) = rect.splitTop(max(0, rect.height - below))
    let transform = drawCurve(in: top, frame: &frame)
    for (row, label) in labels.enumerated() {
      drawDensity(of: label, row: bottom.y + row, through: transform, in: bottom, frame: &frame)
    }
    lines.draw(in: bottom.inset(top: labels.count), look: look, frame: &frame)
  }

  private func drawCurve(in rect: Rect, frame: inout Frame) -> PlotTransform {
    let finite = (sums.map(\.value) + [chosen?.value ?? 0]).filter(\.isFinite)
    let (low, high) = (min(-3, finite.min() ?? -3), max(3, finite.max() ?? 3))
    let margin = 0.04 * (high - low)
    let x = Scale(from: low - margin, to: high + margin)
    let count = max(40, min(400, rect.width * 3))
    let places = (0...count).map { x.lower + (x.upper - x.lower) * Double($0) / Double(count) }
    var series: [LineChart.Series] = []
    if let activation {
      series = [
        LineChart.Series(
          "slope", samples: places.map { LineChart.Sample(x: $0, y: activation($0).derivative) },
          color: theme.gradientColor, isDashed: true),
        LineChart.Series(
          SafeText(activation.rawValue), samples: places.map { LineChart.Sample(x: $0, y: activation($0).value) },
          color: theme.curveColor),
      ]
    }
    var chart = LineChart(series, style: look.plotStyle)
    chart.x = x
    chart.xName = SafeText(sumName)
    chart.emptyText = "softmax looks at all sums at once"
    chart.cursor = chosen?.value
    let transform = chart.draw(in: rect, on: &frame)
    if let activation, let chosen, chosen.value.isFinite,
      let cell = transform.cell(of: PlanePoint(x: chosen.value, y: activation(chosen.value).value))
    {
      frame[cell.x, cell.y] = Cell(look.glyphs.mark(of: 0), style: theme.accent)
    }
    return transform
  }

  /// One row: how many examples of a class have their sum in each column.
  private func drawDensity(
    of label: Int, row: Int, through transform: PlotTransform, in rect: Rect, frame: inout Frame
  ) {
    let width = transform.rect.width
    guard width > 0, row < rect.maxY else { return }
    var counts = [Int](repeating: 0, count: width)
    for sum in sums where sum.group == label {
      if let column = clampedIndex(transform.x.fraction(of: sum.value) * Double(width), in: 0..<width) {
        counts[column] += 1
      }
    }
    let most = max(1, counts.max() ?? 1)
    let mark = look.mark(of: picture.dataset.isNumeric ? .quantity(Self.share(ofLevel: label)) : .label(label))
    let color = Style(foreground: mark.style.foreground)
    frame.clipped(to: rect) { frame in
      if transform.rect.x > rect.x {
        frame[transform.rect.x - 2, row] = Cell(mark.glyph, style: color)
      }
      for (column, count) in counts.enumerated() where count > 0 {
        // One example shows as much as an eighth.
        let eighths = max(1, (count * 8 + most - 1) / most)
        frame[transform.rect.x + column, row] = Cell(look.glyphs.bar(eighths: eighths), style: color)
      }
    }
  }

  // MARK: Words

  /// What the examples show: how many come through, and the numbers of the chosen one.
  private func lines(width: Int) -> [StyledLine] {
    var lines: [StyledLine] = []
    func add(_ text: String, _ style: Style) {
      lines += Paragraph(SafeText(text), width: max(8, width), hanging: 2).lines.map { StyledLine($0, style) }
    }
    if let activation, let chosen {
      let (value, slope) = activation(chosen.value)
      add(
        "\(chosen.name): \(sumName) = \(math.number(chosen.value)), "
          + "\(isOutput ? "z" : "u") = \(math.number(value)), slope \(math.number(slope, significant: 3))",
        theme.heading)
    }
    if let activation, !sums.isEmpty { add(verdict(activation), isDead(activation) ? theme.bad : theme.text) }
    if !Self.isSmallEnough(picture) {
      add("no examples: with so many weights each takes too long", theme.muted)
    } else if sums.count < picture.dataset.count {
      add("\(GroupedNumber.text(sums.count)) of \(GroupedNumber.text(picture.dataset.count)) examples", theme.muted)
    }
    return lines
  }

  /// Whether no example's gradient comes through.
  func isDead(_ activation: Activation) -> Bool { sums.allSatisfy { activation($0.value).derivative == 0 } }

  /// The share of the examples at which the slope is less than a tenth of its greatest.
  func saturatedShare(_ activation: Activation) -> Double {
    guard !sums.isEmpty else { return 0 }
    let greatest = activation == .sigmoid ? 0.25 : 1.0
    return Double(sums.count { activation($0.value).derivative.magnitude < 0.1 * greatest }) / Double(sums.count)
  }

  private func verdict(_ activation: Activation) -> String {
    if isDead(activation) { return "dead: the slope is 0 at every example, so no gradient comes through" }
    let share = saturatedShare(activation)
    if activation == .identity { return "the slope is 1 everywhere: the gradient comes through whole" }
    let percent = math.percent(share)
    return activation == .relu
      ? "\(percent) of the examples lie left of 0, where no gradient comes through"
      : "at \(percent) of the examples the slope is below a tenth of its greatest: there it is saturated"
  }
}

extension Dataset {
  /// The class of an example; of numbers the level of a scale, the highest first.
  fileprivate func group(of index: Int, on scale: QuantityScale?) -> Int {
    switch targets {
    case .classes(let labels, _): return labels[index]
    case .numbers(let values):
      let levels = GlyphSet.quantityLevels
      let level = clampedIndex((scale?.share(of: values[index]) ?? .nan) * Double(levels), in: 0..<levels) ?? 0
      return levels - 1 - level
    }
  }
}

extension NetworkUnitActivation {
  /// The middle of a level of numbers on their scale, the highest level being 0.
  fileprivate static func share(ofLevel group: Int) -> Double {
    1 - (Double(group) + 0.5) / Double(GlyphSet.quantityLevels)
  }
}
