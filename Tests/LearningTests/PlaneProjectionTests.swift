import Testing

@testable import Learning

@Suite("Projection onto a plane of parameters")
struct PlaneProjectionTests {
  private func plane(_ first: [Double], _ second: [Double], at origin: [Double] = [0, 0, 0]) -> ParameterPlane {
    ParameterPlane(origin: origin, directions: LandscapeDirections(first: first, second: second))
  }

  @Test("a point above a plane of perpendicular directions")
  func perpendicular() {
    // (5, 7, 4) - (1, 1, 1) = (4, 6, 3) = 2 (2, 0, 0) + 3 (0, 2, 0) + (0, 0, 3).
    let projection = PlaneProjection(of: [5, 7, 4], onto: plane([2, 0, 0], [0, 2, 0], at: [1, 1, 1]))
    #expect(projection.place == PlanePlace(alpha: 2, beta: 3))
    #expect(projection.distance == 3)
  }

  @Test("directions that are not perpendicular share what lies between them")
  func skew() {
    // The plane z = 0, spanned by (1, 0, 0) and (1, 1, 0): (3, 2, -5) is nearest to (3, 2, 0) = 1 d + 2 e.
    let projection = PlaneProjection(of: [3, 2, -5], onto: plane([1, 0, 0], [1, 1, 0]))
    #expect(projection.place == PlanePlace(alpha: 1, beta: 2))
    #expect(projection.distance == 5)
  }

  @Test("skew directions give what numpy.linalg.lstsq gives")
  func recorded() throws {
    let projections = try RecordedLandscapes.read().projections
    #expect(projections.count == 4)
    for recorded in projections {
      let found = PlaneProjection(
        of: recorded.point, onto: plane(recorded.first, recorded.second, at: recorded.origin))
      let size = max(abs(recorded.place[0]), abs(recorded.place[1]))
      #expect(abs(found.place.alpha - recorded.place[0]) < 1e-9 * size)
      #expect(abs(found.place.beta - recorded.place[1]) < 1e-9 * size)
      #expect(abs(found.distance - recorded.distance) < 1e-9 * recorded.distance)
    }
  }

  @Test("nearly parallel directions keep their digits")
  func nearlyParallel() {
    let tilt = 1e-6
    let plane = plane([1, 0, 0], [1, tilt, 0])
    let projection = PlaneProjection(of: plane.point(PlanePlace(alpha: 0.25, beta: 0.5)), onto: plane)
    #expect(abs(projection.place.alpha - 0.25) < 1e-9)
    #expect(abs(projection.place.beta - 0.5) < 1e-9)
  }

  @Test("parallel directions make a line, and the smallest of its numbers are taken")
  func parallel() {
    // With e = 2 d every (a, b) with a + 2 b = 5 leads to (5, 0, 0); the smallest is (1, 2).
    let projection = PlaneProjection(of: [5, 1, 0], onto: plane([1, 0, 0], [2, 0, 0]))
    #expect(abs(projection.place.alpha - 1) < 1e-14)
    #expect(abs(projection.place.beta - 2) < 1e-14)
    #expect(abs(projection.distance - 1) < 1e-14)
    // With e = -2 d it is a - 2 b = 5, the smallest (1, -2).
    let opposite = PlaneProjection(of: [5, 1, 0], onto: plane([1, 0, 0], [-2, 0, 0]))
    #expect(abs(opposite.place.alpha - 1) < 1e-14)
    #expect(abs(opposite.place.beta + 2) < 1e-14)
  }

  @Test("a direction of 0 leaves a line, two leave a point")
  func zero() {
    #expect(PlaneProjection(of: [0, 6, 8], onto: plane([0, 0, 0], [0, 3, 0])).place == PlanePlace(alpha: 0, beta: 2))
    #expect(PlaneProjection(of: [0, 6, 8], onto: plane([0, 3, 0], [0, 0, 0])).place == PlanePlace(alpha: 2, beta: 0))
    let point = PlaneProjection(of: [0, 6, 8], onto: plane([0, 0, 0], [0, 0, 0]))
    #expect(point.place == PlanePlace(alpha: 0, beta: 0))
    #expect(point.distance == 10)
  }

  @Test("numbers that are not finite trap nowhere")
  func notFinite() {
    #expect(PlaneProjection(of: [.nan, 0, 0], onto: plane([1, 0, 0], [0, 1, 0])).distance.isNaN)
    #expect(!PlaneProjection(of: [.infinity, 0, 0], onto: plane([1, 0, 0], [0, 1, 0])).place.alpha.isFinite)
  }
}
