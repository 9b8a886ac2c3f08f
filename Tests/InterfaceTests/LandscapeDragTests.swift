import Basics
import Learning
import Plotting
import Terminal
import Testing

@testable import Interface
@testable import Training

/// The point of a landscape, taken by the mouse and by keys.
@Suite("LandscapeDrag") struct LandscapeDragTests: LandscapeFixture {
  @Test("a click sends the weights there, the third one stays, and one undo brings them back exactly")
  func click() throws {
    var app = try app()
    app.press(.right, .right, .right)
    let before = try picture(app).parameters
    #expect(before == [-0.2, 0.2, 0])
    let cell = try transform(app).place(of: try #require(try transform(app).cell(of: PlanePoint(x: -0.3, y: 0.25))))
    try mouse(&app, .press, PlanePoint(x: -0.3, y: 0.25))
    let after = try picture(app).parameters
    #expect(after[0] == -0.2)
    #expect(abs(after[1] - cell.x) < 0.002 && abs(after[2] - cell.y) < 0.002)
    // The boundary beside it is that of the new weights, at the same step.
    let subject = try #require(try picture(app).subject as? PerceptronPicture)
    #expect(subject.perceptron.weights == [after[1], after[2]])
    #expect(app.state.snapshot?.step == 3)
    try mouse(&app, .release, PlanePoint(x: -0.3, y: 0.25))
    app.press(.character("u"))
    #expect(try picture(app).parameters == before)
  }

  @Test("a drag takes the point along, and one undo takes all of it back")
  func drag() throws {
    var app = try app("network", [(.data, "circle"), (.hidden, "3")])
    for _ in 0..<4 { app.press(.character("e")) }
    let start = try picture(app)
    try mouse(&app, .press, start.place)
    #expect(try picture(app).parameters == start.parameters)
    let place = try transform(app)
    for share in [0.3, 0.4, 0.5] {
      try mouse(&app, .drag, PlanePoint(x: place.x.value(at: share), y: place.y.value(at: share)))
    }
    let held = try #require(try scene(app).drag)
    let dragged = try picture(app).parameters
    // By hand: the point moved by alpha and beta along the two directions of the plane where it was taken.
    let (across, up) = (held.place.x - start.position.alpha, held.place.y - start.position.beta)
    for index in dragged.indices {
      let expected =
        start.parameters[index] + across * start.plane.directions[0][index] + up * start.plane.directions[1][index]
      // A network holds its weights in single precision.
      #expect(abs(dragged[index] - expected) < 1e-6)
    }
    #expect(dragged != start.parameters)
    try mouse(&app, .release, held.place)
    #expect(try scene(app).drag == nil)
    app.press(.character("u"))
    #expect(try picture(app).parameters == start.parameters)
  }

  @Test("the surface stands still while the point is held")
  func still() throws {
    var app = try app("network", [(.data, "circle"), (.hidden, "3")])
    for _ in 0..<4 { app.press(.character("e")) }
    let before = try transform(app)
    app.press(.character("g"), .left, .left, .up)
    #expect(try transform(app) == before)
    #expect(try scene(app).mode?.name == "moving the point")
    let moved = try picture(app).parameters
    app.press(.escape)
    #expect(try picture(app).parameters != moved)
    #expect(try scene(app).mode == nil)
  }

  @Test("arrows move the point by a fortieth of the view, Esc goes back, Enter stays and u undoes it")
  func keys() throws {
    var app = try app()
    app.press(.right)
    let start = try picture(app)
    let width = start.rangeAlpha.upperBound - start.rangeAlpha.lowerBound
    app.press(.character("g"), .right, .right)
    let moved = try picture(app).parameters
    #expect(abs(moved[1] - (start.parameters[1] + width / 20)) < 0.002)
    #expect(moved[0] == start.parameters[0] && abs(moved[2] - start.parameters[2]) < 0.001)
    app.press(.escape)
    #expect(try picture(app).parameters == start.parameters)
    app.press(.character("g"), .shiftUp, .enter)
    let finely = try picture(app).parameters
    #expect(finely[2] > start.parameters[2])
    #expect(try scene(app).mode == nil)
    app.press(.character("u"))
    #expect(try picture(app).parameters == start.parameters)
  }

  @Test("after any drags, moves by keys and steps, each u brings back exactly the weights before", arguments: 1...16)
  func anyDrags(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var app = try seed % 2 == 0 ? app() : app("network", [(.examples, "40"), (.hidden, "3")])
    for _ in 0..<6 { app.press(.right) }
    var before: [[Double]] = []
    func anyPlace(_ app: SteppedApp) throws -> PlanePoint {
      let plane = try transform(app)
      let (x, y) = (Double.random(in: 0.05...0.95, using: &random), Double.random(in: 0.05...0.95, using: &random))
      return PlanePoint(x: plane.x.value(at: x), y: plane.y.value(at: y))
    }
    func undo(_ app: inout SteppedApp) throws {
      guard let expected = before.popLast() else { return }
      app.press(.character("u"))
      #expect(try picture(app).parameters == expected)
    }
    for _ in 0..<40 {
      let start = try picture(app).parameters
      let undos = app.undoCount
      switch Int.random(in: 0..<8, using: &random) {
      case 0...2:
        let isOnPoint = Bool.random(using: &random)
        try mouse(&app, .press, isOnPoint ? try picture(app).place : anyPlace(app))
        for _ in 0..<Int.random(in: 0...4, using: &random) { try mouse(&app, .drag, anyPlace(app)) }
        try mouse(&app, .release, anyPlace(app))
      case 3, 4:
        app.press(.character("g"))
        for _ in 0..<Int.random(in: 0...4, using: &random) {
          app.press([KeyPress.left, .up, .shiftRight, .shiftDown][Int.random(in: 0..<4, using: &random)])
        }
        app.press(Bool.random(using: &random) ? .enter : .escape)
      case 5: app.press(.right, .right)
      case 6: app.press(.left, .left, .left)
      default:
        try undo(&app)
        continue
      }
      // Whatever the hand did in between, it is one movement to take back.
      #expect(app.undoCount <= undos + 1)
      if app.undoCount > undos { before.append(start) }
    }
    while !before.isEmpty { try undo(&app) }
  }

  @Test("after learning goes on from where the point was left by keys, u brings back the weights before")
  func leftByKeys() throws {
    var app = try app()
    app.press(.right, .right)
    let before = try picture(app).parameters
    app.press(.character("g"), .left, .left, .up, .enter, .right)
    #expect(app.undoCount == 1 && app.state.snapshot?.step == 3)
    app.press(.character("u"))
    #expect(try picture(app).parameters == before)
    app.press(.character("u"))
    #expect(app.state.note == "nothing to undo")
    #expect(try picture(app).parameters == before)
  }

  @Test("after a click learning goes on from there: the next step is that of a perceptron with these weights")
  func road() throws {
    var app = try app()
    app.press(.right, .right, .right, .right, .left, .left)
    #expect(app.state.snapshot?.step == 2)
    try mouse(&app, .press, PlanePoint(x: 0.4, y: -0.3))
    try mouse(&app, .release, PlanePoint(x: 0.4, y: -0.3))
    let weights = try picture(app).parameters
    app.press(.right)
    // The epoch goes on: after two steps the third example has its turn.
    let dataset = try #require(try picture(app).subject as? PerceptronPicture).dataset.examples(at: [2])
    var run = PerceptronRun(
      dataset: dataset, perceptron: Perceptron(weights: [weights[1], weights[2]], bias: weights[0]), learningRate: 0.1)
    var history = History()
    run.advance(by: 1, history: &history)
    #expect(try picture(app).parameters == [run.perceptron.bias] + run.perceptron.weights)
    #expect(try picture(app).path.contains { $0.isJump })
  }
}
