import Basics
import Plotting
import Training

/// Which line of a picture belongs to which branch, in a corner of it.
enum BranchLegend {
  /// Draws the letters and names in the top right corner of a plot, where there is room for them.
  static func draw(in plot: Rect, context: SceneContext, frame: inout Frame) {
    let labels = context.branchLabels
    guard !labels.isEmpty, plot.height >= labels.count + 4, plot.width >= 24 else { return }
    let look = context.look
    let room = min(plot.width / 2, 28)
    let texts = labels.map { label in
      look.glyphs.text(SafeText(" \(label.text) ")).truncated(to: room, glyphs: look.glyphs)
    }
    let width = texts.reduce(0) { max($0, $1.cellWidth) }
    for (row, (label, text)) in zip(labels, texts).enumerated() {
      let box = Rect(x: plot.maxX - width, y: plot.y + row, width: width, height: 1)
      // Its own ground, so that it reads on every field and over points.
      frame.fill(box, with: Cell(" ", style: look.theme.dialog))
      var style = Style(foreground: look.theme.branchColor(label.id), attributes: .bold)
      if label.isCurrent { style.attributes.insert(.reverse) }
      look.put(text, x: box.x, y: box.y, in: plot, style: style, frame: &frame)
    }
  }

  /// Puts the letter of a branch on a place of a plot.
  static func mark(
    _ branch: Int, at place: PlanePoint, through transform: PlotTransform, look: Look, frame: inout Frame
  ) {
    guard let cell = transform.cell(of: place) else { return }
    let style = Style(
      foreground: look.theme.branchColor(branch), background: frame[cell.x, cell.y].backdrop,
      attributes: [.bold, .reverse])
    frame[cell.x, cell.y] = Cell(BranchLabel.letter(branch), style: style)
  }
}
