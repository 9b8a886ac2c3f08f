import Learning
import Plotting
import Terminal
import Testing

@testable import Interface
@testable import Training

/// Small pictures that are compared share their axes, heights and scales.
@Suite("Pictures side by side") struct SharedViewTests {
  /// Races of every scene under keys that change data, starts, functions and all else.
  private static let races: [[(String, String)]] = [
    [("of", "surface"), ("function", "rosenbrock"), ("vary", "start=x=-1,y=1;x=3,y=2;x=0,y=-4")],
    [("of", "surface"), ("function", "sphere"), ("vary", "learning-rate=0.1,0.5,0.9,1.1")],
    [("of", "surface"), ("vary", "function=sphere;ellipse;himmelblau")],
    [("of", "curve"), ("vary", "function=parabola;double-well;two-valleys")],
    [("of", "curve"), ("function", "two-valleys"), ("vary", "start=x=-1.5;x=2.6;x=7")],
    [("of", "perceptron"), ("data", "gauss"), ("examples", "60"), ("vary", "noise=0,0.3,0.5")],
    [("of", "perceptron"), ("vary", "data=and,gauss,circle")],
    [("of", "network"), ("hidden", "2"), ("examples", "60"), ("vary", "seed=1,2,3")],
    [("of", "network"), ("hidden", "2"), ("examples", "60"), ("vary", "data=circle,spiral,moons")],
    [("of", "network"), ("hidden", "2"), ("data", "plane"), ("examples", "60"), ("vary", "noise=0,0.5,1")],
    [("of", "network"), ("hidden", "2"), ("data", "blobs"), ("examples", "60"), ("vary", "seed=4,5,6,7,8")],
  ]

  @Test("equal sizes, equal transforms, equal levels and scales, whatever differs", arguments: races)
  func members(settings: [(String, String)]) throws {
    for (width, height) in [(80, 24), (120, 40), (101, 31)] {
      var app = SteppedApp(try Description(.race, parsing: settings), width: width, height: height)
      app.press(.right, .right, .character("e"))
      let state = app.state
      let picture = try #require(state.snapshot?.picture as? RacePicture)
      let panel = try #require(state.scene.placedPanels(in: state.bodyArea, context: state.context).first)
      let tiles = RaceGrid(panel.rect, count: picture.entries.count).rects
      #expect(Set(tiles.map { [$0.width, $0.height] }).count == 1)
      let views = try zip(tiles, picture.entries).map {
        try view(of: $1, in: Panel.interior(of: $0), state.context, picture)
      }
      let first = try #require(views.first)
      for view in views { #expect(view == first) }
      let frame = state.draw()
      // What is printed beside and below a picture is the same for all.
      let borders = zip(tiles, views).map { tile, view in border(of: Panel.interior(of: tile), view, frame) }
      #expect(Set(borders).count == 1, "\(borders)")
    }
  }

  private struct View: Equatable {
    var x: Scale
    var y: Scale
    var size: [Int]
    var offset: [Int]
    var levels: [Double] = []
    var quantity: QuantityScale?
  }

  private func view(
    of entry: RacePicture.Entry, in inside: Rect, _ context: SceneContext, _ race: RacePicture
  ) throws -> View {
    var own = context
    (own.snapshot, own.description, own.dataset) = (entry.snapshot, entry.description, entry.dataset)
    own.display = .preview
    own.shared = RaceScene().shared(race)
    let transform: PlotTransform
    var levels: [Double] = []
    var quantity: QuantityScale?
    switch (SceneCatalog.scene(for: entry.description), entry.snapshot.picture) {
    case (let scene as SurfaceScene, let picture as DescentPicture):
      transform = scene.transform(picture, in: inside, context: own)
      let map = scene.map(
        picture, transform.x, transform.y, columns: transform.rect.width, rows: transform.rect.height * 2, levels: 9,
        context: own)
      levels = map.ramp.levels(9) + [map.ramp.lowest, map.ramp.highest]
    case (let scene as CurveScene, let picture as DescentPicture):
      transform = scene.transform(picture, in: inside, context: own)
    case (let scene as PerceptronScene, let picture as PerceptronPicture):
      transform = scene.transform(picture, in: inside, context: own)
    case (let scene as NetworkScene, let picture as NetworkPicture):
      let output = NetworkOutput(scene: scene, picture: picture, context: own)
      transform = output.transform(in: inside)
      quantity = output.quantity
      // The field was sampled over the very plane that it is drawn on.
      #expect(picture.field.grid.xRange == transform.x.lower...transform.x.upper)
      #expect(picture.field.grid.yRange == transform.y.lower...transform.y.upper)
    default: throw UnknownScene()
    }
    return View(
      x: transform.x, y: transform.y, size: [transform.rect.width, transform.rect.height],
      offset: [transform.rect.x - inside.x, transform.rect.y - inside.y], levels: levels, quantity: quantity)
  }

  private struct UnknownScene: Error {}

  private func border(of inside: Rect, _ view: View, _ frame: Frame) -> String {
    var text = ""
    for y in inside.y..<inside.maxY {
      for x in inside.x..<inside.x + view.offset[0] { text.unicodeScalars.append(frame[x, y].scalar) }
    }
    let below = inside.y + view.offset[1] + view.size[1]
    if below < inside.maxY, view.size[1] < inside.height {
      for x in inside.x..<inside.maxX { text.unicodeScalars.append(frame[x, below].scalar) }
    }
    return text
  }

  @Test("all points and starts of all members lie in the common view")
  func wide() throws {
    var generator = SplitMix64(seed: 12)
    for _ in 0..<40 {
      func number() -> Double { Double(generator.index(below: 2001)) / 100 - 10 }
      let starts = (0..<3).map { _ in "x=\(number()),y=\(number())" }.joined(separator: ";")
      let app = SteppedApp(
        try Description(.race, parsing: [("of", "surface"), ("function", "sphere"), ("vary", "start=\(starts)")]))
      let picture = try #require(app.state.snapshot?.picture as? RacePicture)
      let plane = try #require(RaceScene().shared(picture)).plane
      for entry in picture.entries {
        let start = try #require(entry.snapshot.picture as? DescentPicture).first.start
        #expect(start.x >= plane.minX && start.x <= plane.maxX && start.y >= plane.minY && start.y <= plane.maxY)
      }
    }
  }

  @Test("activation functions side by side have tiles of one size")
  func activations() {
    for width in 40...140 {
      let tiles = ActivationGrid(in: Rect(x: 3, y: 2, width: width, height: width / 3)).tiles
      #expect(Set(tiles.map { [$0.rect.width, $0.rect.height] }).count == 1)
    }
  }
}
