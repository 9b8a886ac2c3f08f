import Plotting
import Training

/// The bar under a scene where there are branches: a line for each, leaving where it was forked.
///
/// ```
/// ├──────┬──●──────────────────┤  A η 0.1   step 13 of 40
///        ╰──●┤                    B η 0.5
/// ```
struct BranchRows {
  let snapshot: Snapshot
  let labels: [BranchLabel]
  let look: Look

  /// How many rows the bar takes on a screen of a height.
  static func height(_ snapshot: Snapshot?, screenHeight: Int) -> Int {
    guard let snapshot, snapshot.isForked, screenHeight >= 28 else { return 1 }
    return snapshot.branches.count
  }

  /// The branch whose line is in a row of the bar; nil where the bar has one row for all.
  static func branch(atRow row: Int, of rect: Rect, _ snapshot: Snapshot) -> Int? {
    guard snapshot.isForked, rect.height > 1, snapshot.branches.indices.contains(row - rect.y) else { return nil }
    return snapshot.branches[row - rect.y].id
  }

  /// Where branches leave, for a bar of one row.
  var notches: [ScrubBar.Notch] {
    snapshot.branches.filter { $0.parent != nil }.map { branch in
      ScrubBar.Notch(
        step: branch.forkStep, glyph: look.glyphs.isUnicode ? look.glyphs.box().branchDown : "Y",
        style: Style(foreground: look.theme.branchColor(branch.id), attributes: .bold))
    }
  }

  /// Draws the lines into the part of the bar that can be clicked, and the names beside them.
  func draw(track: Rect, room: Rect, frame: inout Frame) {
    let bar = ScrubBar(step: snapshot.step, last: snapshot.head, style: look.plotStyle)
    for (row, branch) in snapshot.branches.enumerated() {
      drawLine(of: branch, bar: bar, in: Rect(x: track.x, y: track.y + row, width: track.width, height: 1), &frame)
    }
    // The lines that leave, over the rows between.
    for (row, branch) in snapshot.branches.enumerated() {
      guard let parent = branch.parent, let above = snapshot.branches.firstIndex(where: { $0.id == parent }) else {
        continue
      }
      drawFork(from: above, to: row, branch, bar: bar, in: track, &frame)
    }
    for (row, branch) in snapshot.branches.enumerated() {
      let column = bar.column(of: branch.step, in: track)
      frame[column, track.y + row] = Cell(BranchLabel.letter(branch.id), style: knob(branch))
      drawName(of: branch, row: row, in: room, &frame)
    }
  }

  private func color(_ branch: BranchSnapshot) -> Style {
    Style(foreground: look.theme.branchColor(branch.id), attributes: .bold)
  }

  private func knob(_ branch: BranchSnapshot) -> Style {
    var style = color(branch)
    if branch.id == snapshot.currentBranch { style.attributes.insert(.reverse) }
    return style
  }

  private func drawLine(of branch: BranchSnapshot, bar: ScrubBar, in row: Rect, _ frame: inout Frame) {
    let box = look.glyphs.box()
    let first = bar.column(of: branch.parent == nil ? 0 : branch.forkStep, in: row)
    let last = bar.column(of: branch.head, in: row)
    for column in first...max(first, last) { frame[column, row.y] = Cell(box.horizontal, style: color(branch)) }
    if last > first { frame[last, row.y] = Cell(box.branchLeft, style: color(branch)) }
    frame[first, row.y] = Cell(branch.parent == nil ? box.branchRight : box.bottomLeft, style: color(branch))
  }

  private func drawFork(
    from above: Int, to row: Int, _ branch: BranchSnapshot, bar: ScrubBar, in track: Rect, _ frame: inout Frame
  ) {
    let box = look.glyphs.box()
    let column = bar.column(of: branch.forkStep, in: track)
    let (low, high) = (min(above, row), max(above, row))
    guard low < high else { return }
    // A row that has no line of its own here shows the one that passes.
    for between in low + 1..<high {
      let passed = frame[column, track.y + between]
      let glyph = passed.scalar == box.horizontal ? box.cross : box.vertical
      frame[column, track.y + between] = Cell(glyph, style: color(branch))
    }
    frame[column, track.y + above] = Cell(box.branchDown, style: color(branch))
  }

  private func drawName(of branch: BranchSnapshot, row: Int, in room: Rect, _ frame: inout Frame) {
    guard let label = labels.first(where: { $0.id == branch.id }) else { return }
    let line = Rect(x: room.x, y: room.y + row, width: room.width, height: 1)
    let standing = look.glyphs.text(standing(of: branch, isFirst: row == 0))
    let start = line.maxX - standing.cellWidth
    let space = max(0, start - line.x - 1)
    let name = look.glyphs.text(SafeText(label.text)).truncated(to: space, glyphs: look.glyphs)
    look.put(name, x: line.x, y: line.y, in: line, style: knob(branch), frame: &frame)
    look.put(standing, x: start, y: line.y, in: line, style: look.theme.muted, frame: &frame)
  }

  private func standing(of branch: BranchSnapshot, isFirst: Bool) -> SafeText {
    if let ending = branch.ending { return SafeText(ending.brief) }
    return isFirst ? "step \(GroupedNumber.text(branch.step)) of \(GroupedNumber.text(snapshot.head))" : ""
  }
}
