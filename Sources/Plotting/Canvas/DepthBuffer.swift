import Basics

/// For each pixel the nearest piece of surface: how near it is, how high it lies, and how much light falls on it.
struct DepthBuffer {
  let width: Int
  let height: Int
  /// 1 over the distance from the eye; 0 where there is nothing.
  private(set) var nearness: [Float]
  /// 0...1 from the lowest to the highest.
  private(set) var heights: [Float]
  /// 0...1.
  private(set) var lights: [Float]

  /// A corner of a triangle in pixels; pixel (i, j) has its center at (i + ½, j + ½).
  struct Vertex {
    var x, y, nearness, height, light: Float
  }

  init(width: Int, height: Int) {
    self.width = width
    self.height = height
    nearness = Array(repeating: 0, count: width * height)
    heights = nearness
    lights = nearness
  }

  /// Fills the pixels whose centers lie in a triangle, border included, where it is the nearest so far.
  ///
  /// After Pineda, "A parallel algorithm for polygon rasterization" (1988): three edge functions, linear in x and y.
  mutating func fill(_ a: Vertex, _ b: Vertex, _ c: Vertex) {
    let area = (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
    guard area != 0, area.isFinite,
      let left = clampedIndex(Double(min(a.x, b.x, c.x) - 0.5).rounded(.up), in: 0..<width + 1),
      let right = clampedIndex(Double(max(a.x, b.x, c.x) - 0.5), in: -1..<width),
      let top = clampedIndex(Double(min(a.y, b.y, c.y) - 0.5).rounded(.up), in: 0..<height + 1),
      let bottom = clampedIndex(Double(max(a.y, b.y, c.y) - 0.5), in: -1..<height),
      left <= right, top <= bottom
    else { return }
    let perArea = 1 / area
    // The weights of b and c at a pixel's center, and how they change from one pixel to the next.
    let stepB = (c.y - a.y) * perArea
    let stepC = -(b.y - a.y) * perArea
    for y in top...bottom {
      let offsetX = Float(left) + 0.5 - a.x
      let offsetY = Float(y) + 0.5 - a.y
      var weightB = (offsetX * (c.y - a.y) - offsetY * (c.x - a.x)) * perArea
      var weightC = (offsetY * (b.x - a.x) - offsetX * (b.y - a.y)) * perArea
      for x in left...right {
        let weightA = 1 - weightB - weightC
        if weightA >= -1e-5, weightB >= -1e-5, weightC >= -1e-5 {
          let near = weightA * a.nearness + weightB * b.nearness + weightC * c.nearness
          let index = y * width + x
          if near > nearness[index] {
            nearness[index] = near
            heights[index] = weightA * a.height + weightB * b.height + weightC * c.height
            lights[index] = weightA * a.light + weightB * b.light + weightC * c.light
          }
        }
        weightB += stepB
        weightC += stepC
      }
    }
  }
}

/// Draws lines into a canvas where nothing in a depth buffer is in front of them.
struct DepthTracer {
  let view: View3D
  let buffer: DepthBuffer
  /// Dots to a square pixel of the view, across and down.
  let across, down: Double
  /// Pixels of the buffer to a square pixel of the view, down.
  let downScale: Double

  /// How much nearer, relatively, something must be to hide a line: what lies on the surface stays visible.
  private static let tolerance = 0.985

  func isVisible(_ place: SIMD3<Double>) -> Bool {
    let projected = view.project(place)
    guard let column = cellIndex(projected.x, in: 0..<buffer.width),
      let row = cellIndex(projected.y * downScale, in: 0..<buffer.height)
    else { return false }
    return projected.nearness >= Double(buffer.nearness[row * buffer.width + column]) * DepthTracer.tolerance
  }

  /// Draws a straight line in the coordinates of the box, dot by dot.
  func line(_ start: SIMD3<Double>, _ end: SIMD3<Double>, color: Color, canvas: inout DotCanvas) {
    let first = view.project(start)
    let last = view.project(end)
    let length = max((last.x - first.x).magnitude * across, (last.y - first.y).magnitude * down)
    guard let steps = clampedIndex(length * 1.2 + 1, in: 1..<4000) else { return }
    for step in 0...steps {
      let place = start + (end - start) * (Double(step) / Double(steps))
      guard isVisible(place) else { continue }
      let projected = view.project(place)
      canvas.dot(at: PlanePoint(x: projected.x * across, y: projected.y * down), color: color)
    }
  }

  /// Draws a path over the surface, following its ups and downs between the places.
  func draw(_ path: Surface3D.Path, on field: HeightField, canvas: inout DotCanvas) {
    let width = field.x.upper - field.x.lower
    let depth = field.y.upper - field.y.lower
    for (from, to) in zip(path.places, path.places.dropFirst()) {
      let lengthX = (to.x - from.x).magnitude / width * Double(field.columns)
      let lengthY = (to.y - from.y).magnitude / depth * Double(field.rows)
      // Twice per quad, so that no fold is cut short.
      guard let steps = clampedIndex(2 * max(lengthX, lengthY) + 1, in: 1..<1000) else { continue }
      var previous = field.place(of: from)
      for step in 1...steps {
        let t = Double(step) / Double(steps)
        let next = field.place(of: PlanePoint(x: from.x + (to.x - from.x) * t, y: from.y + (to.y - from.y) * t))
        if let previous, let next { line(previous, next, color: path.color, canvas: &canvas) }
        previous = next
      }
    }
  }
}
