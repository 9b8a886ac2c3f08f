import Plotting
import Terminal
import Training

/// The activations scene: all activation functions side by side with their derivatives at one x, and one looked at
/// closely.
package struct ActivationsScene: Scene {
  package enum PanelName: String, ScenePanel {
    case picture, arithmetic
  }

  package static let kind = SceneKind.activations
  /// The small pictures first.
  package let panels = PanelName.allCases
  package var focus: PanelName? = .picture

  package init() {}

  package static let appActions: Set<AppAction> = [.pickActivation]
  package static let keys: [SceneKey<ActivationsScene>] = []

  /// Keeps nothing: what is seen follows from the description.
  package mutating func keep(in book: inout ViewBook) {}

  /// A step is a tenth of a unit: fast enough to flow, slow enough to read.
  package var usualSpeed: Speed { Speed(stepsPerSecond: 10) }

  /// The one looked at closely stands beside the others, or below them where it is narrow.
  package func layout(in area: Rect, context: SceneContext) -> [Placed] {
    if area.width >= 100, area.height >= 20 {
      let (left, right) = area.splitLeft(area.width - min(60, area.width * 2 / 5))
      return [Placed(id: .picture, rect: left), Placed(id: .arithmetic, rect: right)]
    }
    guard area.width >= 40, area.height >= 16 else { return [Placed(id: focus ?? .picture, rect: area)] }
    let (top, bottom) = area.splitTop(area.height - 9)
    return [Placed(id: .picture, rect: top), Placed(id: .arithmetic, rect: bottom)]
  }

  package func draw(
    _ panel: PanelName, of picture: ActivationsPicture, in rect: Rect, context: SceneContext, frame: inout Frame
  ) {
    let look = context.look
    switch panel {
    case .picture: drawTiles(picture, in: rect, look: look, frame: &frame)
    case .arithmetic: drawCurve(picture, in: rect, look: look, frame: &frame)
    }
  }

  /// Draws the function that is looked at closely, and its numbers.
  private func drawCurve(_ picture: ActivationsPicture, in rect: Rect, look: Look, frame: inout Frame) {
    let inside = Panel(
      SafeText(picture.curve.rawValue), remark: "↑↓ chooses another", isFocused: focus == .arithmetic,
      style: look.plotStyle
    ).draw(in: rect, on: &frame)
    let text = ActivationText(picture: picture, look: look)
    let plot = ActivationPlot(curve: picture.curve, x: picture.x, look: look, isNamed: true)
    if inside.width >= 70, inside.height < 24 {
      let (left, right) = inside.splitLeft(inside.width / 2)
      plot.draw(in: left, frame: &frame)
      return drawText(text, in: right.inset(left: 2, right: 1), frame: &frame)
    }
    let (top, bottom) = inside.splitTop(max(0, min(inside.height - 9, inside.height * 3 / 5)))
    if top.height >= 5 { plot.draw(in: top, frame: &frame) }
    drawText(text, in: (top.height >= 5 ? bottom : inside).inset(left: 1, right: 1), frame: &frame)
  }

  private func drawText(_ text: ActivationText, in rect: Rect, frame: inout Frame) {
    let taken = rect.height >= 11 ? text.drawShares(in: rect, frame: &frame) : 0
    text.lines(width: rect.width).draw(in: rect.inset(top: taken), look: text.look, frame: &frame)
  }

  private func drawTiles(_ picture: ActivationsPicture, in rect: Rect, look: Look, frame: inout Frame) {
    let math = MathText(glyphs: look.glyphs)
    for (curve, tile) in ActivationGrid(in: rect).tiles {
      let (value, slope) = curve(picture.x)
      let texts = [3, 2].map { digits in
        "\(math.number(value, significant: digits)), \(math.number(slope, significant: digits))"
      }
      // Panel leaves a remark out that does not fit beside the title.
      let room = tile.width - SafeText(curve.rawValue).cellWidth - 9
      let numbers = SafeText(texts[0]).cellWidth <= room ? texts[0] : texts[1]
      let inside = Panel(
        SafeText(curve.rawValue), remark: SafeText(numbers), isFocused: curve == picture.curve, style: look.plotStyle
      ).draw(in: tile, on: &frame)
      frame.clipped(to: inside) {
        ActivationPlot(curve: curve, x: picture.x, look: look).draw(in: inside, frame: &$0)
      }
    }
  }

  /// Draws the small pictures alone.
  package func drawPreview(of picture: ActivationsPicture, in rect: Rect, context: SceneContext, frame: inout Frame) {
    drawTiles(picture, in: rect, look: context.look, frame: &frame)
  }

  /// `activations · x = 1.5`.
  package func title(of picture: ActivationsPicture?, context: SceneContext) -> SafeText {
    guard let picture else { return "activations" }
    return "activations · x = \(MathText(glyphs: context.look.glyphs).number(picture.x))"
  }

  /// There is no end to tell about.
  package func banner(of picture: ActivationsPicture, context: SceneContext) -> Banner? { nil }

  // MARK: Answers

  /// Left and right move x, up and down go to another function.
  package mutating func answer(key: KeyPress, on picture: ActivationsPicture, context: SceneContext) -> SceneAnswer {
    switch key {
    case .left, .character("h"): return .done([move(to: picture.x - ActivationsRun.stride)])
    case .right, .character("l"): return .done([move(to: picture.x + ActivationsRun.stride)])
    case .shiftLeft: return .done([move(to: picture.x - 1)])
    case .shiftRight: return .done([move(to: picture.x + 1)])
    case .up, .character("k"): return .done([choose(Self.neighbor(of: picture.curve, by: -1))])
    case .down, .character("j"): return .done([choose(Self.neighbor(of: picture.curve, by: 1))])
    default: return .notMine
    }
  }

  /// The x on all functions.
  package func prompt(on picture: ActivationsPicture, context: SceneContext) -> NumberPrompt? {
    NumberPrompt(["x"], at: [picture.x])
  }

  /// Moves to the x that was typed.
  package mutating func answer(numbers: [Double], on picture: ActivationsPicture, context: SceneContext) -> SceneAnswer
  {
    guard let x = numbers.first else { return .notMine }
    return .done([.set(.at, .assignments([.init("x", x)]))])
  }

  private static func neighbor(of curve: ActivationCurve, by distance: Int) -> ActivationCurve {
    let all = ActivationCurve.allCases
    return all[((all.firstIndex(of: curve) ?? 0) + distance + all.count) % all.count]
  }

  /// The same x on all, rounded to hundredths so that tenths stay tenths.
  private func move(to x: Double) -> SceneRequest {
    let bounded = min(ActivationsRun.reach, max(-ActivationsRun.reach, x))
    return .set(.at, .assignments([.init("x", (bounded * 100).rounded() / 100)]))
  }

  private func choose(_ curve: ActivationCurve) -> SceneRequest { .set(.activation, .words([curve.rawValue])) }

  /// A click on a small picture chooses its function and, as everywhere, the x under the pointer.
  package mutating func answer(
    mouse: MouseEvent, in panel: Placed, on picture: ActivationsPicture, context: SceneContext
  ) -> SceneAnswer {
    guard mouse.kind == .press || mouse.kind == .drag else { return .notMine }
    var chosen = picture.curve
    var area = Panel.interior(of: panel.rect)
    if panel.id == .picture {
      let tiles = ActivationGrid(in: panel.rect).tiles
      guard let tile = tiles.first(where: { $0.rect.contains(mouse.column, mouse.row) }) else { return .done([]) }
      (chosen, area) = (tile.curve, Panel.interior(of: tile.rect))
    } else if area.width >= 70, area.height < 24 {
      area = area.splitLeft(area.width / 2).left
    }
    let plot = ActivationPlot(curve: chosen, x: picture.x, look: context.look, isNamed: panel.id != .picture)
    var requests = chosen == picture.curve ? [] : [choose(chosen)]
    let transform = plot.transform(in: area)
    if transform.rect.contains(mouse.column, mouse.row) {
      requests.append(move(to: transform.place(of: Point(x: mouse.column, y: mouse.row)).x))
    }
    return .done(requests)
  }
}

extension ActivationsScene {
  /// What the marks of a panel mean.
  package func legend(of panel: PanelName, on picture: ActivationsPicture, context: SceneContext) -> [LegendEntry] {
    let look = context.look
    let theme = look.theme
    return [
      .line(theme.curveColor, "the function g(x)"),
      .line(theme.gradientColor, isDashed: true, "its slope: near 0 no gradient comes through"),
      .glyph(
        look.glyphs.mark(of: 0), Style(foreground: theme.name == .monochrome ? .inherit : theme.lineColor),
        "g at this x"),
      .glyph(
        look.glyphs.mark(of: 0, hollow: true),
        Style(foreground: theme.name == .monochrome ? .inherit : theme.gradientColor), "the slope at this x"),
      LegendEntry(
        .bars((0..<10).map { theme.classColor($0) } + [theme.curveColor]), "a share of softmax: all of them add up to 1"
      ),
    ] + .cursor(look, "this x, the same on every function")
  }
}
