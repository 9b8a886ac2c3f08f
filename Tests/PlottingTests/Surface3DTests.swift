import Basics
import Testing

@testable import Plotting

@Suite("Surface3D") struct Surface3DTests {
  private let unit = Scale(from: -1, to: 1)
  private let white = Color(0xFFFFFF, index256: 231, index16: 15)

  private func surface(_ f: (PlanePoint) -> Double, z: Scale? = nil) -> Surface3D {
    var surface = Surface3D(
      HeightField(columns: 41, rows: 41, x: unit, y: unit, z: z, f), palette: .grey, style: PlotStyle())
    surface.showsBox = false
    return surface
  }

  private func drawn(_ surface: Surface3D, _ width: Int = 60, _ height: Int = 30) -> Frame {
    var frame = Frame(width: width, height: height)
    surface.draw(in: frame.bounds, on: &frame)
    return frame
  }

  /// How light the middles of the left, right, upper and lower quarters of the surface are.
  private func sides(_ frame: Frame) -> (left: Double, right: Double, top: Double, bottom: Double) {
    let (x, y) = (frame.width / 2, frame.height / 2)
    return (
      frame[x - 10, y].style.background.lightness, frame[x + 10, y].style.background.lightness,
      frame[x, y - 5].style.background.lightness, frame[x, y + 5].style.background.lightness
    )
  }

  @Test("seen from above, x grows to the right and y upwards")
  func orientation() {
    var alongX = surface { 0.2 * $0.x }
    alongX.elevation = 90
    alongX.azimuth = 0
    #expect(sides(drawn(alongX)).left + 10 < sides(drawn(alongX)).right)
    var alongY = surface { 0.2 * $0.y }
    alongY.elevation = 90
    alongY.azimuth = 0
    #expect(sides(drawn(alongY)).bottom + 10 < sides(drawn(alongY)).top)
    // A quarter turn counterclockwise carries the x axis to where y was.
    alongX.azimuth = 90
    #expect(sides(drawn(alongX)).bottom + 10 < sides(drawn(alongX)).top)
  }

  @Test("a wall hides what is behind it, and only from that side")
  func hidden() {
    // A ridge along x in the middle, a path along x behind it (y = 0.5) and one before it (y = −0.5).
    var ridge = surface { abs($0.y) < 0.15 ? 1 : 0 }
    ridge.elevation = 15
    ridge.azimuth = 0
    func dots(_ y: Double, azimuth: Double) -> Int {
      ridge.azimuth = azimuth
      ridge.paths = [Surface3D.Path([PlanePoint(x: -0.5, y: y), PlanePoint(x: 0.5, y: y)], color: white)]
      return drawn(ridge).cells.filter { (0x2801...0x28FF).contains($0.scalar.value) }.count
    }
    #expect(dots(0.5, azimuth: 0) == 0)
    #expect(dots(-0.5, azimuth: 0) > 8)
    #expect(dots(0.5, azimuth: 180) > 8)
    #expect(dots(-0.5, azimuth: 180) == 0)
  }

  @Test("a path on a curved surface is seen whole from above")
  func path() {
    var bowl = surface { $0.x * $0.x + $0.y * $0.y }
    bowl.elevation = 90
    bowl.azimuth = 0
    bowl.paths = [Surface3D.Path([PlanePoint(x: -0.9, y: 0), PlanePoint(x: 0.9, y: 0)], color: white, mark: "@")]
    let frame = drawn(bowl)
    let row = frame.cells.enumerated().filter {
      (0x2801...0x28FF).contains($0.element.scalar.value) || $0.element.scalar == "@"
    }
    let columns = Set(row.map { $0.offset % frame.width })
    // One unbroken stretch of columns.
    #expect(columns.count > 20)
    #expect(columns.max()! - columns.min()! + 1 == columns.count)
    #expect(frame.cells.contains { $0.scalar == "@" })
  }

  @Test("between samples the surface is the two triangles that are drawn")
  func triangles() {
    // One square, three corners at 0 and the lower right one at 1: flat up to the rising diagonal, then a slope.
    let field = HeightField(heights: [0, 0, 0, 1], columns: 2, rows: 2, x: unit, y: unit)
    func height(_ x: Double, _ y: Double) -> Double? {
      field.place(of: PlanePoint(x: x, y: y)).map { $0.z / View3D.height + 0.5 }
    }
    #expect(height(-0.5, 0.5) == 0)
    #expect(height(0.5, 0.5) == 0)
    #expect(height(0.5, -0.5).map { abs($0 - 0.5) < 1e-12 } == true)
    #expect(height(1, -1) == 1)
    #expect(height(1.1, 0) == nil)
  }

  @Test("a hole in the field is a hole in the surface")
  func hole() {
    var holed = surface { $0.x * $0.x + $0.y * $0.y < 0.1 ? .nan : 0 }
    holed.elevation = 90
    let frame = drawn(holed)
    #expect(frame[30, 15] == Cell())
    #expect(frame[30, 8] != Cell())
  }

  @Test("the box and all heights stay inside the rectangle, whatever the turn", arguments: [0.0, 30, 45, 90, 200, 315])
  func inside(azimuth: Double) {
    for elevation in [0.0, 20, 45, 90] {
      let view = View3D(azimuth: azimuth, elevation: elevation, zoom: 1, width: 100, height: 60)
      for x in [-1.0, 1] {
        for y in [-1.0, 1] {
          for z in [-0.5, 0.5] {
            let place = view.project(SIMD3(x, y, z * View3D.height))
            #expect(
              place.x >= 0 && place.x <= 100 && place.y >= 0 && place.y <= 60, "\(elevation) \(x) \(y) \(z) \(place)")
          }
        }
      }
    }
  }

  @Test("nothing traps: sizes, angles, heights, styles", arguments: ChartTests.sizes)
  func robust(width: Int, height: Int) {
    for style in ChartTests.styles.filter({ $0.depth != .eight && (width < 100 || $0.depth == .direct) }) {
      var frame = Frame(width: width + 2, height: height + 2)
      let rect = Rect(x: 1, y: 1, width: width, height: height)
      for (columns, rows) in [(0, 0), (1, 1), (2, 2), (5, 3)] {
        let heights = (0..<columns * rows).map { ScaleTests.awkward[$0 % ScaleTests.awkward.count] }
        var surface = Surface3D(
          HeightField(heights: heights, columns: columns, rows: rows, x: unit, y: unit), palette: .viridis, style: style
        )
        surface.paths = [Surface3D.Path(ScaleTests.awkward.map { PlanePoint(x: $0, y: -$0) }, color: white, mark: "x")]
        for angle in [0, 90, 1e300, .nan, .infinity] {
          surface.azimuth = angle
          surface.elevation = angle
          surface.zoom = angle
          surface.draw(in: rect, on: &frame)
        }
      }
      for x in 0..<frame.width { #expect(frame[x, 0] == Cell()) }
      if style.glyphs == .ascii { #expect(frame.cells.allSatisfy { $0.scalar.isASCII }) }
    }
  }
}
