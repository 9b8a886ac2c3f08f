import Basics
import Calculus
import Plotting
import Training

/// The descents on a picture of their function: a line with a mark for each step, the start, the present point.
struct DescentPaths {
  let picture: DescentPicture
  let look: Look
  /// The branch it is the picture of, where there are several.
  var branch: Int?
  /// Whether that branch is in the background.
  var isBackground = false

  /// The color of a descent: its branch's where it is the only one of it.
  func color(_ index: Int) -> Color {
    guard let branch, picture.descents.count == 1 else { return look.theme.pathColor(index) }
    return look.theme.branchColor(branch)
  }

  /// Above so many places the marks of steps would hide the line.
  private static let mostMarks = 160

  /// The place of a path on the picture: on the plane of a surface, on the curve of a curve.
  private func place(_ place: DescentPath.Place) -> PlanePoint {
    picture.function.variables == .x
      ? PlanePoint(x: place.point.x, y: place.value) : PlanePoint(x: place.point.x, y: place.point.y)
  }

  /// Draws the lines; the first descent on top.
  func drawLines(through transform: PlotTransform, frame: inout Frame) {
    for index in picture.descents.indices.reversed() {
      let places = picture.descents[index].path.places
      var canvas = transform.canvas(look.glyphs)
      canvas.dash = isBackground ? 3 : 0
      canvas.polyline(
        places.map(place), through: transform, color: color(index),
        thickness: look.theme.isThick ? 2 : 1)
      canvas.draw(on: &frame, attributes: .bold)
    }
  }

  /// Draws a mark for each step, where they are not so many that nothing else would be seen.
  func drawMarks(through transform: PlotTransform, frame: inout Frame) {
    for index in picture.descents.indices.reversed() {
      let places = picture.descents[index].path.places
      guard places.count <= Self.mostMarks else { continue }
      let mark: Unicode.Scalar = look.glyphs.isUnicode ? "•" : "o"
      for place in places.dropFirst().dropLast() {
        put(mark, at: self.place(place), index: index, through: transform, frame: &frame)
      }
    }
  }

  /// Draws starts and present points, above all else.
  func drawPoints(through transform: PlotTransform, frame: inout Frame) {
    for index in picture.descents.indices.reversed() {
      let places = picture.descents[index].path.places
      if let start = places.first {
        put(look.glyphs.isUnicode ? "○" : "O", at: place(start), index: index, through: transform, frame: &frame)
      }
      if let last = places.last {
        let mark = branch.flatMap { picture.descents.count == 1 ? BranchLabel.letter($0) : nil }
        put(mark ?? look.glyphs.mark(of: index), at: place(last), index: index, through: transform, frame: &frame)
      }
    }
  }

  private func put(
    _ mark: Unicode.Scalar, at place: PlanePoint, index: Int, through transform: PlotTransform, frame: inout Frame
  ) {
    guard let cell = transform.cell(of: place) else { return }
    let style = Style(
      foreground: color(index), background: frame[cell.x, cell.y].backdrop, attributes: .bold)
    frame[cell.x, cell.y] = Cell(mark, style: style)
  }

  /// The paths of the branches in the background, then those of the current one.
  static func all(_ picture: DescentPicture, context: SceneContext) -> [DescentPaths] {
    guard let snapshot = context.snapshot, snapshot.isForked else {
      return [DescentPaths(picture: picture, look: context.look)]
    }
    let others = context.otherPictures().map { id, picture in
      DescentPaths(picture: picture, look: context.look, branch: id, isBackground: true)
    }
    return others + [DescentPaths(picture: picture, look: context.look, branch: snapshot.currentBranch)]
  }

  /// The paths as they lie on a surface seen in perspective.
  var reliefPaths: [Surface3D.Path] {
    picture.descents.indices.reversed().map { index in
      let mark = branch.flatMap { picture.descents.count == 1 ? BranchLabel.letter($0) : nil }
      return Surface3D.Path(
        picture.descents[index].path.places.map { PlanePoint(x: $0.point.x, y: $0.point.y) }, color: color(index),
        mark: mark ?? look.glyphs.mark(of: index))
    }
  }

  /// A star at a minimum: filled where the function is known to be nowhere lower.
  static func drawMinimum(
    _ label: MinimumLabel, at place: PlanePoint, through transform: PlotTransform, look: Look, frame: inout Frame
  ) {
    guard let cell = transform.cell(of: place) else { return }
    let isGlobal = label.kind.isGlobal
    let mark: Unicode.Scalar = look.glyphs == .braille ? (isGlobal ? "★" : "☆") : (isGlobal ? "*" : "+")
    var style = look.theme.good
    style.background = frame[cell.x, cell.y].backdrop
    frame[cell.x, cell.y] = Cell(mark, style: style)
  }

  /// The cursor of the mode that places a start.
  static func drawCursor(at place: PlanePoint, through transform: PlotTransform, look: Look, frame: inout Frame) {
    guard let cell = transform.cell(of: place) else { return }
    var style = look.theme.accent
    style.attributes.insert(.reverse)
    frame[cell.x, cell.y] = Cell(look.glyphs.isUnicode ? "┼" : "+", style: style)
  }
}
