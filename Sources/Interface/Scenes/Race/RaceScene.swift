import Learning
import Plotting
import Terminal
import Training

/// The race scene: the same run under several values of one key, side by side.
package struct RaceScene: Scene {
  package enum PanelName: String, ScenePanel {
    case picture, curve, verdicts
  }

  package static let kind = SceneKind.race
  /// The small pictures first.
  package let panels = PanelName.allCases
  package var focus: PanelName? = .picture

  var selected = 0
  var isLogarithmic = true

  package init() {}

  package static let appActions = AppAction.ofEpochs.union(AppAction.ofLearningRate).union([.nextPalette])
  package static let keys: [SceneKey<RaceScene>] = [
    SceneKey(.logarithmicAxis) { scene, _, _ in
      scene.isLogarithmic.toggle()
      return .done([])
    }
  ]

  /// Keeps the chosen member and the axis.
  package mutating func keep(in book: inout ViewBook) {
    book.keep("member", &selected)
    book.keep("log", &isLogarithmic)
  }

  /// The pictures above, the curves and what became of each below.
  package func layout(in area: Rect, context: SceneContext) -> [Placed] {
    guard area.height >= 16, area.width >= 60 else { return [Placed(id: .picture, rect: area)] }
    let count = count(context)
    let (top, bottom) = area.splitTop(area.height - max(min(count + 2, area.height / 2), area.height * 3 / 10))
    let (left, right) = bottom.splitLeft(bottom.width - min(48, max(36, bottom.width * 2 / 5)))
    return [
      Placed(id: .picture, rect: top), Placed(id: .curve, rect: left),
      Placed(id: .verdicts, rect: right),
    ]
  }

  /// What the members have in common.
  func shared(_ picture: RacePicture) -> SharedView? {
    picture.entries.first.flatMap { SceneCatalog.scene(for: $0.description).sharedView(of: picture.entries) }
  }

  private func count(_ context: SceneContext) -> Int { context.description.variation?.values.count ?? 1 }

  package func draw(
    _ panel: PanelName, of picture: RacePicture, in rect: Rect, context: SceneContext, frame: inout Frame
  ) {
    let style = context.look.plotStyle
    switch panel {
    case .picture:
      if context.display == .enlarged {
        drawTile(picture, selected, in: rect, context: context, frame: &frame)
      } else {
        drawTiles(picture, in: rect, context: context, frame: &frame)
      }
    case .curve:
      let inside = Panel(
        curveTitle(picture), remark: "\(usesLogarithm(picture) ? "log" : "linear") · \(context.key(.logarithmicAxis))",
        isFocused: focus == panel,
        style: style
      ).draw(in: rect, on: &frame)
      drawCurves(picture, in: inside, context: context, frame: &frame)
    case .verdicts:
      let inside = Panel("by \(picture.key.rawValue)", isFocused: focus == panel, style: style)
        .draw(in: rect, on: &frame)
      drawVerdicts(picture, in: inside.inset(left: 1, right: 1), context: context, frame: &frame)
    }
  }

  /// The small pictures alone.
  package func drawPreview(of picture: RacePicture, in rect: Rect, context: SceneContext, frame: inout Frame) {
    drawTiles(picture, in: rect, context: context, frame: &frame)
  }

  /// What the members' scene asks for a small picture.
  package func request(for area: Rect, of picture: RacePicture?, context: SceneContext) -> PictureRequest {
    guard let first = context.description.contestants.first else { return PictureRequest() }
    let whole = context.display == .panels ? layout(in: area, context: context)[0].rect : area
    let tile = context.display == .enlarged ? whole : RaceGrid(whole, count: count(context)).rects.first ?? whole
    var inner = context
    inner.description = first
    inner.display = .preview
    inner.shared = picture.flatMap(shared)
    inner.snapshot = nil
    return SceneCatalog.scene(for: first).request(for: Panel.interior(of: tile), context: inner)
  }

  /// `race · surface under 4 learning rates`.
  package func title(of picture: RacePicture?, context: SceneContext) -> SafeText {
    let description = context.description
    let key = description.variation?.key.rawValue ?? "nothing"
    let parts = description.variedParts.map(\.rawValue)
    let differing = parts.count > 1 ? " (\(parts.joined(separator: ", ")) differ)" : ""
    let rates = description.racesUsualRates ? ", each at its usual η" : ""
    return "race · \(description.subject.rawValue) · \(count(context)) values of \(key)\(differing)\(rates)"
  }

  /// Up and down (or shifted arrows) choose a member, Enter opens it at this step.
  package mutating func answer(key: KeyPress, on picture: RacePicture, context: SceneContext) -> SceneAnswer {
    let last = picture.entries.count - 1
    switch key {
    case .up, .character("k"): selected = max(0, selected - 1)
    case .down, .character("j"): selected = min(last, selected + 1)
    case .enter: return open(min(selected, last), picture)
    default: return .notMine
    }
    return .done([])
  }

  private func open(_ index: Int, _ picture: RacePicture) -> SceneAnswer {
    guard picture.entries.indices.contains(index) else { return .done([]) }
    let entry = picture.entries[index]
    return .done([.open(entry.description, step: entry.snapshot.step)])
  }

  /// A click selects a small picture, a second one opens it.
  package mutating func answer(mouse: MouseEvent, in panel: Placed, on picture: RacePicture, context: SceneContext)
    -> SceneAnswer
  {
    guard mouse.kind == .press, panel.id == .picture else { return .notMine }
    let tiles = RaceGrid(panel.rect, count: picture.entries.count).rects
    guard let index = tiles.firstIndex(where: { $0.contains(mouse.column, mouse.row) }) else { return .notMine }
    if index == selected { return open(index, picture) }
    selected = index
    return .done([])
  }
}

/// Where the small pictures of a race lie: as square as cells allow.
struct RaceGrid {
  /// The rectangles, row by row.
  let rects: [Rect]

  /// Divides an area among so many pictures.
  init(_ area: Rect, count: Int) {
    guard count > 0, !area.isEmpty else {
      rects = []
      return
    }
    // A cell is twice as high as wide: the best number of columns makes pictures about as wide as high.
    let columns =
      (1...count).min { first, second in
        RaceGrid.misfit(area, count, first) < RaceGrid.misfit(area, count, second)
      } ?? 1
    let rows = (count + columns - 1) / columns
    // All of one size, or the same numbers would lie at different places.
    let (width, height) = (area.width / columns, area.height / rows)
    rects = (0..<count).map { index in
      Rect(
        x: area.x + index % columns * width, y: area.y + index / columns * height, width: width, height: height)
    }
  }

  private static func misfit(_ area: Rect, _ count: Int, _ columns: Int) -> Double {
    let rows = (count + columns - 1) / columns
    let width = Double(area.width) / Double(columns)
    let height = Double(area.height) / Double(rows) * 2
    let empty = Double(columns * rows - count) * 0.25
    return max(width / max(height, 1), height / max(width, 1)) + empty
  }
}

extension RaceScene {
  /// What the marks of a panel mean: those of the small pictures are those of their own scene.
  package func legend(of panel: PanelName, on picture: RacePicture, context: SceneContext) -> [LegendEntry] {
    let look = context.look
    switch panel {
    case .picture:
      guard let entry = picture.entries.first else { return [] }
      let inner = SceneCatalog.scene(for: entry.description)
      let shown = innerContext(entry, of: picture, context)
      return inner.previewed.flatMap { inner.legend(of: $0, context: shown) }
    case .curve:
      return picture.entries.enumerated().map { index, entry in
        .line(
          look.theme.pathColor(index), isDashed: index >= Theme.pathCount,
          "\(SafeText(picture.key.rawValue)) \(SafeText(entry.value.text)): \(curveTitle(picture))")
      }
    case .verdicts: return []
    }
  }
}
