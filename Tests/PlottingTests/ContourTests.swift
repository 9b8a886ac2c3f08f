import Basics
import Testing

@testable import Plotting

@Suite("Contour") struct ContourTests {
  private let unit = Scale(from: -1, to: 1)

  private func field(_ columns: Int, _ rows: Int, _ f: (Double, Double) -> Double) -> [Double] {
    (0..<rows).flatMap { row in
      (0..<columns).map { column in
        f((Double(column) + 0.5) / Double(columns) * 2 - 1, 1 - (Double(row) + 0.5) / Double(rows) * 2)
      }
    }
  }

  @Test("the zero line of a linear field is that straight line, exactly")
  func linear() {
    let samples = field(20, 14) { x, y in 2 * x - y + 0.3 }
    let contour = Contour(samples: samples, columns: 20, rows: 14, level: 0, x: unit, y: unit)
    #expect(contour.lines.count == 1)
    // The outermost half share repeats its sample, so only inner places lie on the line.
    let inner = contour.lines[0].filter { abs($0.x) < 0.95 && abs($0.y) < 0.92 }
    #expect(inner.count > 20)
    #expect(inner.allSatisfy { abs(2 * $0.x - $0.y + 0.3) < 1e-12 })
    // From border to border.
    #expect(abs(contour.lines[0].map(\.y).max()! - 1) < 1e-12 && abs(contour.lines[0].map(\.y).min()! + 1) < 1e-12)
  }

  @Test("the contour of a cone is one closed circle")
  func circle() {
    let samples = field(60, 60) { x, y in (x * x + y * y).squareRoot() }
    let contour = Contour(samples: samples, columns: 60, rows: 60, level: 0.5, x: unit, y: unit)
    #expect(contour.lines.count == 1)
    #expect(contour.lines[0].first == contour.lines[0].last)
    // Linear interpolation of a convex function errs by at most h²/8 of its second derivative, 1/0.5: 0.0003.
    for place in contour.lines[0] { #expect(abs((place.x * place.x + place.y * place.y).squareRoot() - 0.5) < 0.0004) }
  }

  @Test("a saddle is cut as the mean of its corners says", arguments: [(1.0, -0.5), (1.0, -2.0)])
  func saddle(high: Double, low: Double) {
    // High at the top left and the bottom right. Two lines, each around one corner: around the low ones where the
    // middle is high, around the high ones where it is low.
    let contour = Contour(samples: [high, low, low, high], columns: 2, rows: 2, level: 0, x: unit, y: unit)
    #expect(contour.lines.count == 2)
    let isMiddleHigh = high + low > 0
    for line in contour.lines {
      // A line around the top right (bottom left) corner stays on one side of the falling diagonal x + y = 0.
      let sides = Set(line.filter { abs($0.x) <= 0.5 && abs($0.y) <= 0.5 }.map { $0.x + $0.y > 0 })
      let otherSides = Set(line.filter { abs($0.x) <= 0.5 && abs($0.y) <= 0.5 }.map { $0.x - $0.y > 0 })
      #expect(isMiddleHigh ? sides.count == 1 : otherSides.count == 1)
    }
  }

  @Test("samples that are not finite are left out, nothing traps")
  func gaps() {
    var samples = field(10, 10) { x, _ in x }
    samples[44] = .nan
    samples[55] = .infinity
    let contour = Contour(samples: samples, columns: 10, rows: 10, level: 0, x: unit, y: unit)
    #expect(contour.lines.count == 2)
    #expect(contour.lines.joined().allSatisfy { $0.isFinite && abs($0.x) < 0.11 })
    for value in ScaleTests.awkward {
      let flat = [Double](repeating: value, count: 9)
      #expect(Contour(samples: flat, columns: 3, rows: 3, level: 0, x: unit, y: unit).lines.isEmpty)
      #expect(
        Contour(samples: field(3, 3) { x, y in x + y }, columns: 3, rows: 3, level: value, x: unit, y: unit).lines.count
          < 3)
    }
    #expect(Contour(samples: [Double](), columns: 0, rows: 0, level: 0, x: unit, y: unit).lines.isEmpty)
    #expect(Contour(samples: [1.0], columns: 1, rows: 1, level: 0, x: unit, y: unit).lines.isEmpty)
  }

  @Test("a label stands on the line, inside")
  func label() {
    let samples = field(40, 40) { x, y in y - x * x * 0.2 }
    let contour = Contour(samples: samples, columns: 40, rows: 40, level: 0, x: unit, y: unit)
    let transform = PlotTransform(rect: Rect(x: 5, y: 3, width: 40, height: 20), x: unit, y: unit)
    let place = contour.labelPlace(width: 4, through: transform)
    #expect(place.map { transform.rect.contains($0.x, $0.y) && transform.rect.contains($0.x + 3, $0.y) } == true)
    #expect(place.map { (12...13).contains($0.y) } == true)
    #expect(contour.labelPlace(width: 60, through: transform) == nil)
  }
}

@Suite("Segment") struct SegmentTests {
  private let x = 0.0...2.0
  private let y = 0.0...1.0

  @Test("a straight line is cut at the borders exactly")
  func line() {
    // x − 2y = 0 from corner to corner; x = 0.5; y = 0.25.
    #expect(
      Segment.line(a: 1, b: -2, c: 0, x: x, y: y) == Segment(from: PlanePoint(x: 0, y: 0), to: PlanePoint(x: 2, y: 1)))
    #expect(
      Segment.line(a: 2, b: 0, c: -1, x: x, y: y)
        == Segment(from: PlanePoint(x: 0.5, y: 0), to: PlanePoint(x: 0.5, y: 1))
    )
    #expect(
      Segment.line(a: 0, b: -4, c: 1, x: x, y: y)
        == Segment(from: PlanePoint(x: 0, y: 0.25), to: PlanePoint(x: 2, y: 0.25)))
    #expect(Segment.line(a: 0, b: 0, c: 1, x: x, y: y) == nil)
    #expect(Segment.line(a: 1, b: 0, c: 5, x: x, y: y) == nil)
    #expect(Segment.line(a: .nan, b: 1, c: 0, x: x, y: y) == nil)
    #expect(
      Segment.line(a: 1e-300, b: -2e-300, c: 0, x: x, y: y)
        == Segment(from: PlanePoint(x: 0, y: 0), to: PlanePoint(x: 2, y: 1)))
  }

  @Test("what is outside is cut off, what misses is nothing")
  func clipped() {
    let through = Segment(from: PlanePoint(x: -1, y: 0.5), to: PlanePoint(x: 3, y: 0.5)).clipped(x: x, y: y)
    #expect(through == Segment(from: PlanePoint(x: 0, y: 0.5), to: PlanePoint(x: 2, y: 0.5)))
    #expect(Segment(from: PlanePoint(x: -1, y: 0.5), to: PlanePoint(x: 0.5, y: 5)).clipped(x: x, y: y) == nil)
    let inside = Segment(from: PlanePoint(x: 0.1, y: 0.2), to: PlanePoint(x: 0.3, y: 0.4))
    #expect(inside.clipped(x: x, y: y) == inside)
    for first in ScaleTests.awkward {
      for second in ScaleTests.awkward {
        let clipped = Segment(from: PlanePoint(x: first, y: second), to: PlanePoint(x: second, y: 0.5)).clipped(
          x: x, y: y)
        if let clipped {
          #expect(x.contains(clipped.start.x) && y.contains(clipped.start.y))
          #expect(x.contains(clipped.end.x) && y.contains(clipped.end.y))
        }
      }
    }
  }
}
