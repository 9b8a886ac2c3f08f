import Plotting
import Terminal
import Training

extension AppState {
  /// The rows of the screen.
  struct Rows: Equatable {
    var header: Rect
    var banner: Rect
    var body: Rect
    /// The text of a lesson; empty without one.
    var lesson: Rect
    var scrub: Rect
    var keys: Rect
  }

  /// The whole screen.
  var screen: Rect { Rect(x: 0, y: 0, width: size.width, height: size.height) }

  /// Whether there is room for a picture at all; below, one line of status stands alone.
  var isTiny: Bool { size.width < 40 || size.height < 12 }

  /// Cuts the screen into its rows: what matters least goes first when it gets small.
  var rows: Rows {
    let none = Rect(x: 0, y: 0, width: 0, height: 0)
    let (header, below) = screen.splitTop(1)
    let keyHeight = 1
    let scrubHeight = size.height >= 16 && !isPreviewing ? BranchRows.height(snapshot, screenHeight: size.height) : 0
    let shown = isPreviewing || size.height < 14 ? nil : scene.banner(context: context)
    let bannerHeight = shown.map { BannerRow.lines($0, width: size.width, look: look).count } ?? 0
    let (banner, rest) = bannerHeight > 0 ? below.splitTop(min(2, bannerHeight)) : (none, below)
    let (body, foot) = rest.splitTop(rest.height - keyHeight - scrubHeight)
    let (scrub, keys) = foot.splitTop(scrubHeight)
    var (picture, text) = (body, none)
    if isLessonOpen, let lessonPage { (picture, text) = LessonPanel.divide(body, for: lessonPage) }
    return Rows(header: header, banner: banner, body: picture, lesson: text, scrub: scrub, keys: keys)
  }

  /// Where the scene, or the preview of it, lies.
  var bodyArea: Rect {
    if case .start = page { return previewArea }
    return rows.body
  }

  /// Where the start screen draws the preview.
  var previewArea: Rect {
    let preview = StartPage.layout(in: rows.body).preview
    return preview.inset(top: 1, bottom: min(6, preview.height / 4))
  }

  /// Where the scene's panels lie; one alone when it is enlarged.
  var placedPanels: [PlacedPanel<PanelID>] {
    let area = rows.body
    if isEnlarged { return [PlacedPanel(id: scene.focusedPanel, rect: area)] }
    return scene.placedPanels(in: area, context: context)
  }

  // MARK: Mouse

  /// Answers the mouse.
  mutating func point(_ event: MouseEvent) -> [Effect] {
    if event.kind == .release { isScrubbing = false }
    if overlay != nil {
      switch event.kind {
      case .wheelDown: return pressInOverlay(.down)
      case .wheelUp: return pressInOverlay(.up)
      case .press: overlay = nil
      default: break
      }
      return []
    }
    if case .start(var start) = page {
      guard event.kind == .press else {
        if event.kind == .wheelDown { return press(startKey: .down) }
        if event.kind == .wheelUp { return press(startKey: .up) }
        return []
      }
      let answer = start.click(x: event.column, y: event.row, in: rows.body, isDouble: false)
      page = .start(start)
      return follow(answer)
    }
    let rows = rows
    if isScrubbing || (event.kind == .press && rows.scrub.contains(event.column, event.row)) {
      isScrubbing = event.kind != .release
      var effects: [Effect] = []
      if event.kind == .press, let snapshot, let id = BranchRows.branch(atRow: event.row, of: rows.scrub, snapshot) {
        effects = switchTo(branch: id)
      }
      return effects + scrub(to: event.column, in: rows.scrub)
    }
    if rows.lesson.contains(event.column, event.row) { return point(lesson: event, in: rows.lesson) }
    guard let panel = placedPanels.first(where: { $0.rect.contains(event.column, event.row) }) else { return [] }
    if event.kind == .press { scene.focusedPanel = panel.id }
    if case .done(let requests) = scene.answer(mouse: event, in: panel, context: context) { return carryOut(requests) }
    return []
  }

  private mutating func press(startKey key: KeyPress) -> [Effect] {
    guard case .start(var start) = page else { return [] }
    let answer = start.press(key, action: nil)
    page = .start(start)
    return follow(answer)
  }

  private func scrub(to column: Int, in bar: Rect) -> [Effect] {
    guard let snapshot, snapshot.head > 0 else { return [] }
    let step = ScrubRow.step(atColumn: column, of: snapshot, in: bar, look: look)
    return [.trainer(.go(step))]
  }
}
