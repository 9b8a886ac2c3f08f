import Plotting
import Training

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
