import Plotting
import Training

extension SurfaceScene {
  /// How finely the surface is sampled for perspective, across.
  private static let reliefColumns = 120
  private static let reliefRows = 120

  /// Draws the surface in perspective with the paths lying on it.
  func drawRelief(_ picture: DescentPicture, in rect: Rect, context: SceneContext, frame: inout Frame) {
    let look = context.look
    let view = view(picture, context)
    let map = map(
      picture, Scale(from: view.minX, to: view.maxX), Scale(from: view.minY, to: view.maxY),
      columns: Self.reliefColumns, rows: Self.reliefRows, levels: 0, context: context)
    var surface = Surface3D(map.relief, palette: look.theme.surfacePalette, style: look.plotStyle)
    surface.azimuth = turntable.azimuth
    surface.elevation = turntable.elevation
    surface.paths = DescentPaths.all(picture, context: context).flatMap(\.reliefPaths)
    surface.draw(in: rect, on: &frame)
    BranchLegend.draw(in: rect, context: context, frame: &frame)
    let note: SafeText = map.ramp.isSteep ? "height: logarithm" : ""
    look.put(note, x: rect.x + 1, y: rect.maxY - 1, in: rect, style: look.theme.muted, frame: &frame)
  }
}
