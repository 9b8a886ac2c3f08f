import Plotting
import Training

/// What was left out and guessed when the data were read, over the foot of the picture until a key is pressed.
struct DataNotesPanel: Sendable, Equatable {
  private let lines: [SafeText]

  /// Gathers the notes; nil where there is nothing but what was asked for.
  init?(_ notes: [DataNote]) {
    guard notes.contains(where: { $0.kind != .fact }) else { return nil }
    lines = notes.map { SafeText($0.text) }
  }

  private static let widest = 100

  /// Draws the notes at the foot of an area; what does not fit is counted, and said to stand in the headless messages.
  func draw(in area: Rect, look: Look, frame: inout Frame) {
    let width = min(area.width, Self.widest)
    let textWidth = Look.dialogInterior(of: Rect(x: 0, y: 0, width: width, height: 8)).width
    guard textWidth > 10, area.height > 3 else { return }
    var rows: [SafeText] = []
    for (index, line) in lines.enumerated() {
      let paragraph = Paragraph(look.glyphs.text(line), width: textWidth, hanging: 2).lines
      guard rows.count + paragraph.count <= area.height - 2 - (index < lines.count - 1 ? 1 : 0) else {
        rows.append("and \(lines.count - index) more, which a run without a screen says")
        break
      }
      rows += paragraph
    }
    let height = min(rows.count + 2, area.height)
    let box = Rect(x: area.x, y: area.maxY - height, width: width, height: height)
    let inside = look.dialog("about the data", right: "any key closes", in: box, frame: &frame)
    for (offset, row) in rows.prefix(inside.height).enumerated() {
      look.put(row, x: inside.x, y: inside.y + offset, in: inside, style: look.theme.text, frame: &frame)
    }
  }
}
