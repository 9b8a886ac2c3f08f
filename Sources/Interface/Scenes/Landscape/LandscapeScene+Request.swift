import Plotting
import Training

extension LandscapeScene {
  /// The surface and the data as fine as their panels show them.
  package func request(for area: Rect, of picture: LandscapePicture?, context: SceneContext) -> PictureRequest {
    func inside(_ panel: PanelName) -> Rect? {
      switch context.display {
      case .preview:
        guard area.width >= 60 else { return panel == .surface ? area : nil }
        let (left, right) = area.splitLeft(area.width / 2)
        return panel == .surface ? right : panel == .picture ? left : nil
      case .enlarged: return focus == panel ? Panel.interior(of: area) : nil
      case .panels:
        return layout(in: area, context: context).first { $0.id == panel }.map { Panel.interior(of: $0.rect) }
      }
    }
    let small = Rect(x: 0, y: 0, width: 20, height: 10)
    let size = LandscapeSurfaceDrawing.resolution(of: inside(.surface) ?? small, look: context.look)
    var subject = PictureRequest()
    if let network = inner as? NetworkScene, let dataset = context.dataset {
      subject = network.request(
        output: inside(.picture) ?? small, diagram: inside(.network), dataset: dataset, context: innerContext(context))
    }
    let plane = picture.flatMap { wish($0, context) }
    return .landscape(columns: size.columns, rows: size.rows, view: view, plane: plane, subject: subject)
  }
}
