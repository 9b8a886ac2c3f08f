import Basics
import Learning
import Plotting
import Training

/// The proof that the data can be separated, or that they never can, in words and in the picture.
struct PerceptronProof {
  let picture: PerceptronPicture
  let context: SceneContext

  private var theme: Theme { context.look.theme }
  private var math: MathText { MathText(glyphs: context.look.glyphs) }
  private var certificate: Certificate? { context.findings.certificate(for: picture.dataset) }
  private var isPlanar: Bool { picture.perceptron.features == [.x1, .x2] }

  /// The proof in words.
  func lines(width: Int) -> [StyledLine] {
    guard let certificate else {
      return [StyledLine("being worked out ...", theme.muted)]
    }
    let claim = SeparabilityClaim(.init(certificate.separability, of: certificate.dataset))
    switch certificate.separability {
    case .oneClass, .undecided: return paragraph(claim.words, width)
    case .separable(let boundary): return separable(boundary, claim, certificate.bound, width)
    case .inseparable(let common): return inseparable(common, claim, width)
    }
  }

  private func separable(
    _ boundary: SeparatingBoundary, _ claim: SeparabilityClaim, _ bound: MistakeBound?, _ width: Int
  ) -> [StyledLine] {
    var lines = [StyledLine(SafeText(claim.brief), theme.good), StyledLine()]
    let names = picture.perceptron.features.map { PerceptronArithmetic.name(of: $0, math) }
    var formula = ""
    for (index, name) in names.enumerated() {
      let value = boundary.normal[index]
      formula += index == 0 ? math.number(value) : math.term(value)
      formula += math.dot + name
    }
    formula += math.term(boundary.offset) + " = 0"
    lines += paragraph("This boundary is the farthest from both classes:", width)
    lines += paragraph(formula, width, theme.heading)
    lines += paragraph("margin \(claim.figures.margin.text)\(isPlanar ? " (dashed)" : "")", width)
    if let limit = bound.flatMap({ MistakeLimit(.init($0, picture)) }) {
      lines.append(StyledLine())
      lines += paragraph(limit.words, width)
    }
    return lines
  }

  private func inseparable(_ common: CommonPoint, _ claim: SeparabilityClaim, _ width: Int) -> [StyledLine] {
    var lines = [StyledLine(SafeText(claim.brief), theme.bad), StyledLine()]
    lines += paragraph(claim.words, width)
    lines.append(StyledLine())
    lines += mixture("A", common.sharesA, 0)
    lines += mixture("B", common.sharesB, 1)
    lines.append(StyledLine())
    lines += paragraph(
      "A boundary with all of A on one side has every mixture of A there too; the same for B. This point is a mixture "
        + "of both, and cannot be on both sides.", width)
    return lines
  }

  private func mixture(_ name: String, _ shares: [CommonPoint.Share], _ label: Int) -> [StyledLine] {
    shares.prefix(8).enumerated().map { offset, share in
      let (x, y) = picture.dataset.input(at: share.index)
      let start = offset == 0 ? "\(name):  " : " + "
      let text = "\(math.number(share.coefficient, significant: 3))\(math.dot)\(math.vector([x, y]))"
      return StyledLine(SafeText(start), theme.text)
        .adding(SafeText(text), Style(foreground: theme.classText(label), attributes: .bold))
    }
  }

  private func paragraph(_ text: String, _ width: Int, _ style: Style? = nil) -> [StyledLine] {
    Paragraph(SafeText(text), width: width).lines.map { StyledLine($0, style ?? theme.text) }
  }

  // MARK: Picture

  /// Draws the margin on both sides of the widest boundary, or the mixtures that meet in one point.
  func draw(through transform: PlotTransform, canvas: inout DotCanvas) {
    switch certificate?.separability {
    case .separable(let boundary) where isPlanar:
      canvas.dash = 2
      for shift in [-boundary.margin, boundary.margin] {
        let segment = transform.line(a: boundary.normal[0], b: boundary.normal[1], c: boundary.offset + shift)
        canvas.line(segment, through: transform, color: theme.classColor(shift < 0 ? 0 : 1))
      }
      canvas.dash = 0
      let widest = transform.line(a: boundary.normal[0], b: boundary.normal[1], c: boundary.offset)
      canvas.line(widest, through: transform, color: theme.accent.foreground)
    case .inseparable(let common):
      join(common.sharesA, 0, through: transform, canvas: &canvas)
      join(common.sharesB, 1, through: transform, canvas: &canvas)
      guard isPlanar else { return }
      let center = transform.dot(of: PlanePoint(x: common.values[0], y: common.values[1]), glyphs: canvas.glyphs)
      canvas.circle(center: center, radius: 4, color: theme.accent.foreground)
    default: break
    }
  }

  /// Joins the examples of a mixture: a segment, or the sides of a triangle.
  private func join(
    _ shares: [CommonPoint.Share], _ label: Int, through transform: PlotTransform, canvas: inout DotCanvas
  ) {
    let places = shares.map { share in
      let (x, y) = picture.dataset.input(at: share.index)
      return PlanePoint(x: x, y: y)
    }
    guard places.count > 1, places.count <= 8 else { return }
    let closed = places.count > 2 ? places + [places[0]] : places
    canvas.polyline(closed, through: transform, color: theme.classColor(label))
  }
}
