import Basics
import Calculus
import Plotting
import Terminal
import Training

/// The graph scene: an expression's computation graph, values forward, then derivatives backward, one move a key.
package struct GraphScene: Scene {
  package enum PanelName: String, ScenePanel {
    case picture, arithmetic, moves, settings
  }

  package static let kind = SceneKind.graph
  /// The graph first.
  package let panels = PanelName.allCases
  package var focus: PanelName? = .picture
  /// The row of the settings that is selected.
  var selectedSetting = 0

  package init() {}

  package static let appActions: Set<AppAction> = []
  package static let keys: [SceneKey<GraphScene>] = [
    SceneKey(.pickFunction) { _, _, _ in .done([.pick(.function)]) }
  ]

  /// Keeps the selected row.
  package mutating func keep(in book: inout ViewBook) { book.keep("setting", &selectedSetting) }

  /// The graph across the whole width, as graphs are wide; below it the move, the list of moves and the settings.
  package func layout(in area: Rect, context: SceneContext) -> [Placed] {
    guard area.height >= 12 else { return [Placed(id: .picture, rect: area)] }
    let (picture, below) = area.splitTop(area.height - min(16, max(6, area.height * 2 / 5)))
    var placed = [Placed(id: .picture, rect: picture)]
    guard area.width >= 60 else { return placed + [Placed(id: .arithmetic, rect: below)] }
    let settingsWidth = area.width >= 100 ? min(38, area.width / 4) : 0
    let (left, right) = below.splitLeft((below.width - settingsWidth) / 2)
    let (moves, settings) = right.splitLeft(right.width - settingsWidth)
    placed += [Placed(id: .arithmetic, rect: left), Placed(id: .moves, rect: moves)]
    if settingsWidth > 0 { placed.append(Placed(id: .settings, rect: settings)) }
    return placed
  }

  package func draw(
    _ panel: PanelName, of picture: GraphPicture, in rect: Rect, context: SceneContext, frame: inout Frame
  ) {
    let style = context.look.plotStyle
    let isFocused = focus == panel
    let text = GraphText(picture: picture, context: context)
    switch panel {
    case .picture:
      let inside = Panel("computation graph", remark: text.phase, isFocused: isFocused, style: style)
        .draw(in: rect, on: &frame)
      GraphDrawing(picture: picture, look: context.look).draw(in: inside, frame: &frame)
    case .arithmetic:
      let inside = Panel("this move", isFocused: isFocused, style: style).draw(in: rect, on: &frame)
        .inset(left: 1, right: 1)
      text.move(width: inside.width, height: inside.height).draw(in: inside, look: context.look, frame: &frame)
    case .moves:
      let inside = Panel("both passes", isFocused: isFocused, style: style).draw(in: rect, on: &frame)
        .inset(left: 1, right: 1)
      let edge = picture.moves.count > inside.height ? 1 : 0
      text.list(width: inside.width - edge, height: inside.height).draw(
        in: inside, look: context.look, frame: &frame)
      ScrollMark(from: text.firstMove(height: inside.height), seen: inside.height, of: picture.moves.count)
        .draw(alongside: inside, look: context.look, frame: &frame)
    case .settings:
      let inside = Panel("settings", isFocused: isFocused, style: style).draw(in: rect, on: &frame)
        .inset(left: 1, right: 1)
      settings(picture, context)
        .draw(in: inside, selected: selectedSetting, isFocused: isFocused, look: context.look, frame: &frame)
    }
  }

  /// Draws the graph alone.
  package func drawPreview(of picture: GraphPicture, in rect: Rect, context: SceneContext, frame: inout Frame) {
    GraphDrawing(picture: picture, look: context.look).draw(in: rect, frame: &frame)
  }

  /// `graph · z = sin(x²)`.
  package func title(of picture: GraphPicture?, context: SceneContext) -> SafeText {
    let text = MathText(glyphs: context.look.glyphs).formula(context.description.function)
    return "graph · z = \(SafeText(text).description)"
  }

  // MARK: Answers

  /// The mouse chooses a panel and nothing else.
  package mutating func answer(mouse: MouseEvent, in panel: Placed, on picture: GraphPicture, context: SceneContext)
    -> SceneAnswer
  {
    .notMine
  }

  /// Answers a key in the settings.
  package mutating func answer(key: KeyPress, on picture: GraphPicture, context: SceneContext) -> SceneAnswer {
    guard focus == .settings else { return .notMine }
    return settings(picture, context).answer(key, selected: &selectedSetting, context: context)
  }

  /// The coordinate whose row is selected in the settings.
  package func prompt(on picture: GraphPicture, context: SceneContext) -> NumberPrompt? {
    guard focus == .settings, selectedSetting > 0 else { return nil }
    return selectedSetting == 1
      ? NumberPrompt(["x"], at: [picture.point.x]) : NumberPrompt(["y"], at: [picture.point.y])
  }

  /// Begins anew at the coordinate that was typed.
  package mutating func answer(numbers: [Double], on picture: GraphPicture, context: SceneContext) -> SceneAnswer {
    guard prompt(on: picture, context: context) != nil, let number = numbers.first else { return .notMine }
    var point = picture.point
    if selectedSetting == 1 { point.x = number } else { point.y = number }
    return .done([.set(.at, Self.setting(at: point))])
  }

  private static func setting(at point: PlanePoint) -> Setting {
    .assignments([.init("x", point.x), .init("y", point.y)])
  }

  /// The function, and the two coordinates that move by tenths.
  private func settings(_ picture: GraphPicture, _ context: SceneContext) -> SettingPanel {
    let math = MathText(glyphs: context.look.glyphs)
    func turn(_ coordinate: WritableKeyPath<PlanePoint, Double>) -> SettingRow.Turn {
      func moved(by amount: Double) -> Setting {
        var point = picture.point
        // Tenths stay tenths: 0.1 three times is 0.3.
        point[keyPath: coordinate] = ((point[keyPath: coordinate] + amount) * 1e6).rounded() / 1e6
        return Self.setting(at: point)
      }
      return .goes(up: moved(by: 0.1), down: moved(by: -0.1))
    }
    return SettingPanel(rows: [
      SettingRow(.function, value: context.description.function, turn: .steps(from: context.description[.function])),
      SettingRow(.at, name: "x", value: math.number(picture.point.x), turn: turn(\.x)),
      SettingRow(
        .at, name: "y", value: picture.expression.usesY ? math.number(picture.point.y) : "not in it", turn: turn(\.y)),
    ])
  }
}

extension GraphScene {
  /// What the marks of a panel mean.
  package func legend(of panel: PanelName, on picture: GraphPicture, context: SceneContext) -> [LegendEntry] {
    let look = context.look
    let theme = look.theme
    switch panel {
    case .picture: break
    case .arithmetic, .moves: return []
    case .settings: return .settings(look)
    }
    func head(_ x: Double, _ color: Color) -> LegendEntry {
      .glyph(
        look.glyphs.arrow(x: x, y: 0), Style(foreground: color),
        x > 0 ? "a value flows into the node" : "a derivative flows back out of the node")
    }
    var isBackward = false
    if case .backward? = picture.lastMove?.kind { isBackward = true }
    let backward = LegendEntry.line(theme.gradientColor, "edges that a derivative has come back along")
    return (isBackward ? [backward] : []) + [
      .line(theme.accent.foreground, "the edge of this move"),
      .line(theme.mutedColor, "edges that values go forward along"),
      head(1, theme.mutedColor), head(-1, theme.gradientColor),
      LegendEntry(
        .words("dz/d", Style(foreground: theme.gradientColor)), "the derivative of the result with respect to the node"),
    ]
  }
}
