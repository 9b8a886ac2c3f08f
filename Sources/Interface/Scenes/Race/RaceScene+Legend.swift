import Plotting
import Training

extension RaceScene {
  /// What the curves mean, then the marks of the small pictures, which are those of their own scene.
  public func legend(context: SceneContext) -> [LegendEntry] {
    guard let picture = context.snapshot?.picture as? RacePicture else { return [] }
    let theme = context.look.theme
    let curves = picture.entries.enumerated().map { index, entry in
      LegendEntry.line(
        theme.pathColor(index), isDashed: index >= Theme.pathCount,
        "\(SafeText(picture.key.rawValue)) \(SafeText(entry.value.text)): \(curveTitle(picture))")
    }
    guard let entry = picture.entries.first else { return curves }
    let inner = SceneCatalog.scene(for: entry.description)
    return curves + inner.legend(context: innerContext(entry, of: picture, context))
  }
}
