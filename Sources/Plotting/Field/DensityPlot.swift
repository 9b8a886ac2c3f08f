import Basics
import RealModule

/// Very many points as a density: each cell shows how many points fell into it and of which class most were.
package struct DensityPlot: Sendable {
  /// Where the points lie.
  package let transform: PlotTransform
  /// The colors of the classes.
  package var palette: ClassPalette
  package var style: PlotStyle
  /// How many points of each class fell into each cell, class by class within a cell.
  private var counts: [Int32]

  /// Makes an empty plot.
  package init(through transform: PlotTransform, palette: ClassPalette, style: PlotStyle) {
    self.transform = transform
    self.palette = palette
    self.style = style
    counts = Array(repeating: 0, count: transform.rect.width * transform.rect.height * ClassPalette.count)
  }

  /// Counts one point; outside, or no number, it does not count.
  package mutating func add(_ place: PlanePoint, label: Int) {
    guard let cell = transform.cell(of: place) else { return }
    let index = (cell.y - transform.rect.y) * transform.rect.width + cell.x - transform.rect.x
    counts[index * ClassPalette.count + ClassPalette.wrapped(label)] &+= 1
  }

  /// Counts many points given as coordinates and classes; the shortest list decides how many.
  ///
  /// - Complexity: O(n); a million points take some milliseconds.
  package mutating func add(x: [Double], y: [Double], labels: [Int]) {
    for index in 0..<min(x.count, min(y.count, labels.count)) {
      add(PlanePoint(x: x[index], y: y[index]), label: labels[index])
    }
  }

  /// Draws the cells that have points, shaded by the logarithm of the number, in the color of the most frequent class.
  ///
  /// - Complexity: O(cells).
  package func draw(on frame: inout Frame) {
    let rect = transform.rect
    let totals = (0..<rect.width * rect.height).map { cell in
      counts[cell * ClassPalette.count..<(cell + 1) * ClassPalette.count].reduce(0) { $0 + Int($1) }
    }
    guard let most = totals.max(), most > 0 else { return }
    let shades: [Unicode.Scalar] = style.glyphs.isUnicode ? ["·", "░", "▒", "▓", "█"] : [".", ":", "+", "%", "#"]
    let scale = Double.log(onePlus: Double(most))
    for (index, total) in totals.enumerated() where total > 0 {
      let classes = counts[index * ClassPalette.count..<(index + 1) * ClassPalette.count]
      let label = classes.indices.max { classes[$0] < classes[$1] }.map { $0 - classes.startIndex } ?? 0
      let share = Double.log(onePlus: Double(total)) / scale
      let shade = clampedIndex(share * Double(shades.count), in: 0..<shades.count) ?? 0
      let (x, y) = (rect.x + index % rect.width, rect.y + index / rect.width)
      frame[x, y] = Cell(
        shades[shade],
        style: Style(
          foreground: style.depth == .none ? .inherit : palette.mark(of: label), background: frame[x, y].backdrop))
    }
  }
}
