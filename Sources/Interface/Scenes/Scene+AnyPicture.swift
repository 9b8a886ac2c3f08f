import Lessons
import Plotting
import Terminal
import Training

/// A scene for those who know neither the picture that it draws nor the panels that it has.
///
/// Here alone is a picture taken for what it is, and a panel found by its name. Where the snapshot is of another kind of
/// run, or there is none yet, nothing is drawn and nothing answered.
extension Scene {
  private func picture(_ context: SceneContext) -> ScenePicture? { context.picture() }

  /// The panels that can have the focus, in the order of the Tab key.
  package var panelIDs: [PanelID] { panels.map { PanelID($0) } }

  /// The panel that has the focus; what dominates where none of its own has it.
  package var focusedPanel: PanelID {
    get { PanelID(focus ?? panels[0]) }
    set { focus = PanelName(rawValue: newValue.name) ?? focus }
  }

  /// Gives the focus to a panel of a scene around it.
  mutating func loseFocus() { focus = nil }

  /// Moves the focus by so many panels along some of them, round their ends.
  mutating func moveFocus(by distance: Int, among panels: [PanelID]) {
    moveFocus(by: distance, among: panels.compactMap { PanelName(rawValue: $0.name) })
  }

  /// Where the panels lie in an area.
  package func placedPanels(in area: Rect, context: SceneContext) -> [PlacedPanel<PanelID>] {
    layout(in: area, context: context).map { PlacedPanel(id: PanelID($0.id), rect: $0.rect) }
  }

  /// Draws one panel.
  package func draw(_ panel: PanelID, in rect: Rect, context: SceneContext, frame: inout Frame) {
    guard let panel = PanelName(rawValue: panel.name), let picture = picture(context) else { return }
    draw(panel, of: picture, in: rect, context: context, frame: &frame)
  }

  /// Draws what dominates, without borders, as a preview.
  package func drawPreview(in rect: Rect, context: SceneContext, frame: inout Frame) {
    guard let picture = picture(context) else { return }
    drawPreview(of: picture, in: rect, context: context, frame: &frame)
  }

  /// What the run should picture for an area.
  package func request(for area: Rect, context: SceneContext) -> PictureRequest {
    request(for: area, of: picture(context), context: context)
  }

  /// The line on the left of the header, after the program's name.
  package func title(context: SceneContext) -> SafeText { title(of: picture(context), context: context) }

  /// What the pictures of the members of a race have in common; nil where there is nothing.
  func sharedView(of race: [RacePicture.Entry]) -> SharedView? {
    sharedView(of: race.compactMap { $0.snapshot.picture as? ScenePicture }, in: race)
  }

  /// What a quantity is in what is drawn of the present moment; nil where it is not drawn, or not yet.
  package func shown(_ quantity: Quantity, context: SceneContext) -> Double? {
    picture(context).flatMap { shown(quantity, of: $0, context: context) }
  }

  /// What to tell about the run's end, or nil.
  package func banner(context: SceneContext) -> Banner? {
    picture(context).flatMap { banner(of: $0, context: context) }
  }

  /// Takes in the newest snapshot, before anything else is done with it.
  package mutating func see(context: SceneContext) {
    if let picture = picture(context) { see(picture, context: context) }
  }

  /// What can be typed as numbers now; nil where nothing can.
  package func prompt(context: SceneContext) -> NumberPrompt? {
    picture(context).flatMap { prompt(on: $0, context: context) }
  }

  /// Every mark that a panel may draw now, and what it means there.
  package func legend(of panel: PanelID, context: SceneContext) -> [LegendEntry] {
    guard let panel = PanelName(rawValue: panel.name), let picture = picture(context) else { return [] }
    return legend(of: panel, on: picture, context: context)
  }

  // MARK: Answers

  /// Answers an action of the key table, or a key in a mode.
  package mutating func answer(_ action: Action, context: SceneContext) -> SceneAnswer {
    guard let key = Self.keys.first(where: { $0.action == action }), let picture = picture(context) else {
      return .notMine
    }
    return key.answer(&self, picture, context)
  }

  /// Answers a key before the key table is asked.
  package mutating func answer(key: KeyPress, context: SceneContext) -> SceneAnswer {
    guard let picture = picture(context) else { return .notMine }
    return answer(key: key, on: picture, context: context)
  }

  /// Takes the numbers that were typed.
  package mutating func answer(numbers: [Double], context: SceneContext) -> SceneAnswer {
    guard let picture = picture(context) else { return .notMine }
    return answer(numbers: numbers, on: picture, context: context)
  }

  /// Answers that time has passed.
  package mutating func beat(context: SceneContext) -> SceneAnswer {
    guard let picture = picture(context) else { return .notMine }
    return beat(on: picture, context: context)
  }

  /// Answers the mouse over one of its panels.
  package mutating func answer(
    mouse: MouseEvent, in panel: PlacedPanel<PanelID>, context: SceneContext
  ) -> SceneAnswer {
    guard let name = PanelName(rawValue: panel.id.name), let picture = picture(context) else { return .notMine }
    return answer(mouse: mouse, in: Placed(id: name, rect: panel.rect), on: picture, context: context)
  }
}

extension SceneContext {
  /// What the run shows, where it is of the kind that is wanted.
  func picture<Wanted: Picture>() -> Wanted? { snapshot?.picture as? Wanted }

  /// What the branches in the background show, where it is of the kind that is wanted.
  func otherPictures<Wanted: Picture>() -> [(id: Int, picture: Wanted)] {
    otherBranches.compactMap { branch in (branch.picture as? Wanted).map { (branch.id, $0) } }
  }
}
