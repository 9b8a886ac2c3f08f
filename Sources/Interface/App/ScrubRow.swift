import Plotting
import Training

/// The bar under a scene: where in the run's past the picture is.
enum ScrubRow {
  /// The part of the row that can be clicked.
  static func track(in row: Rect) -> Rect {
    row.inset(left: 1, right: min(30, row.width / 3))
  }

  /// The step that a column of the row stands for.
  static func step(atColumn column: Int, of snapshot: Snapshot, in row: Rect, look: Look) -> Int {
    ScrubBar(step: snapshot.step, last: snapshot.head, style: look.plotStyle)
      .step(atColumn: column, in: track(in: row))
  }

  /// Draws the bar and the step in words.
  static func draw(
    _ snapshot: Snapshot, labels: [BranchLabel], in row: Rect, look: Look, frame: inout Frame
  ) {
    guard row.height > 0 else { return }
    let track = track(in: row)
    guard track.width > 2 else { return }
    let branches = BranchRows(snapshot: snapshot, labels: labels, look: look)
    if row.height > 1 {
      let room = Rect(x: track.maxX + 2, y: row.y, width: max(0, row.maxX - track.maxX - 3), height: row.height)
      branches.draw(track: track, room: room, frame: &frame)
      return
    }
    ScrubBar(step: snapshot.step, last: snapshot.head, notches: branches.notches, style: look.plotStyle)
      .draw(in: track, on: &frame)
    let head = GroupedNumber.text(snapshot.head)
    let words: SafeText = "step \(GroupedNumber.text(snapshot.step)) of \(head)"
    let short: SafeText = "\(GroupedNumber.text(snapshot.step))/\(head)"
    let room = row.maxX - track.maxX - 2
    let text = words.cellWidth <= room ? words : short
    look.put(text, x: track.maxX + 1, y: row.y, in: row, style: look.theme.muted, frame: &frame)
  }
}

/// Whole numbers with their thousands set apart, so that a million can be read.
enum GroupedNumber {
  /// 1234567 as `1 234 567`; up to 9999 as it is.
  static func text(_ number: Int) -> String {
    let digits = String(number.magnitude)
    guard digits.count > 4 else { return String(number) }
    var grouped = ""
    for (offset, digit) in digits.enumerated() {
      if offset > 0 && (digits.count - offset).isMultiple(of: 3) { grouped.append(" ") }
      grouped.append(digit)
    }
    return number < 0 ? "-" + grouped : grouped
  }
}
