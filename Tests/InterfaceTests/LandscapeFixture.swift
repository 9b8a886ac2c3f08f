import Basics
import Learning
import Plotting
import Terminal
import Testing

@testable import Interface
@testable import Training

/// A landscape on a screen, for the tests of what it shows and of the point that is moved on it.
protocol LandscapeFixture {}

extension LandscapeFixture {
  func app(
    _ subject: String = "perceptron", _ settings: [(Key, String)] = [], width: Int = 120, height: Int = 40,
    glyphs: GlyphSet = .braille, depth: ColorDepth = .direct, theme: Theme.Name = .dark
  ) throws -> SteppedApp {
    var description = Description(.landscape)
    try description.set(.of, to: subject)
    for (key, text) in settings { try description.set(key, to: text) }
    return SteppedApp(description, width: width, height: height, glyphs: glyphs, depth: depth, theme: theme)
  }

  func picture(_ app: SteppedApp) throws -> LandscapePicture {
    try #require(app.state.snapshot?.picture as? LandscapePicture)
  }

  func scene(_ app: SteppedApp) throws -> LandscapeScene {
    try #require(app.state.scene as? LandscapeScene)
  }

  /// Where the plane lies on the screen.
  func transform(_ app: SteppedApp) throws -> PlotTransform {
    let panel = try #require(app.state.placedPanels.first { $0.id == .surface })
    let surface = LandscapeSurfaceDrawing(scene: try scene(app), picture: try picture(app), context: app.state.context)
    return try #require(surface.transform(in: Panel.interior(of: panel.rect)))
  }

  func mouse(_ app: inout SteppedApp, _ kind: MouseEvent.Kind, _ place: PlanePoint) throws {
    let cell = try #require(try transform(app).cell(of: place))
    app.send(.mouse(MouseEvent(kind: kind, column: cell.x, row: cell.y)))
  }
}
