import Plotting
import Training

/// What there is to say about one activation function at a place.
struct ActivationText {
  let picture: ActivationsPicture
  let look: Look

  private var theme: Theme { look.theme }
  private var math: MathText { MathText(glyphs: look.glyphs) }
  private var curve: ActivationCurve { picture.curve }

  /// The definition and the derivative, with the numbers at x below; then what they mean.
  func lines(width: Int) -> [StyledLine] {
    let x = math.number(picture.x)
    let gradient = Style(foreground: theme.gradientColor, attributes: .bold)
    var lines = wrapped("g(x) = \(math.formula(curve.formula))", width, theme.text)
    lines += [StyledLine("g(\(x)) = ", theme.text).adding(SafeText(math.number(picture.value)), theme.heading)]
    lines += wrapped("dg/dx = \(math.formula(curve.slopeFormula))", width, theme.text)
    lines += [
      StyledLine("dg/dx at \(x) = ", theme.text).adding(SafeText(math.number(picture.slope)), gradient), StyledLine(),
    ]
    return lines + wrapped(curve.meaning, width, theme.muted, hanging: 0)
  }

  /// For softmax: the scores and the share of each class as a bar; the number of rows that they take.
  func drawShares(in rect: Rect, frame: inout Frame) -> Int {
    guard curve == .softmax, rect.height >= 4 else { return 0 }
    let shares = curve.shares(at: picture.x)
    for (index, (score, share)) in zip([picture.x] + ActivationCurve.rivals, shares).enumerated() {
      let y = rect.y + index
      let color = theme.classColor(index)
      let name = "\(math.indexed("x", index + 1)) = \(math.number(score))".padded(to: 11)
      look.put(SafeText(name), x: rect.x, y: y, in: rect, style: theme.text, frame: &frame)
      let bar = Rect(x: rect.x + 11, y: y, width: max(0, rect.width - 19), height: 1)
      ProgressBar(share, color: color, style: look.plotStyle).draw(in: bar, on: &frame)
      look.put(
        SafeText(math.number(share, significant: 3)), x: bar.maxX + 1, y: y, in: rect, style: theme.heading,
        frame: &frame)
    }
    return shares.count + 1
  }

  private func wrapped(_ text: String, _ width: Int, _ style: Style, hanging: Int = 2) -> [StyledLine] {
    Paragraph(SafeText(text), width: max(8, width), hanging: hanging).lines.map { StyledLine($0, style) }
  }
}
