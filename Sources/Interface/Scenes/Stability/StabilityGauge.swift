import Plotting
import Training

/// η·λmax against the bound in one row: the numbers, a bar with the bound marked on it, and how it got here.
///
/// ```
/// η·λmax 1.32 < 2   █████████▍░░░│░░░░░░░   ▁▂▃▅▆▆▇
/// ```
struct StabilityGauge {
  let stability: Stability
  /// η·λmax as it was measured so far.
  let history: BoundedSeries
  /// What is descended by: the optimizer's name.
  let method: String
  /// How many epochs are complete; a measurement of an earlier one says so.
  let epoch: Int
  let look: Look

  /// What it says.
  var claim: StabilityClaim { stability.claim(method: method) }

  private var theme: Theme { look.theme }

  /// The bar goes to so many times the bound.
  private static let reach = 1.5
  /// How close to the bound it begins to warn.
  static let nearness = 0.9

  /// Good below the bound, a warning close below it and where it is not stable, bad above it.
  static func style(_ claim: StabilityClaim, _ theme: Theme) -> Style {
    guard claim.kind == .stable || claim.kind == .belowBound else { return theme.style(claim.tone) }
    let bound = claim.figures.bound?.value ?? .infinity
    return claim.figures.product.value < nearness * bound ? theme.good : theme.warning
  }

  /// The comparison in numbers.
  var comparison: StyledLine {
    let claim = claim
    let measured = StyledLine(SafeText(claim.measured), theme.heading)
    guard !claim.comparison.isEmpty else { return StyledLine(SafeText(claim.measured), theme.muted) }
    return measured.adding(
      SafeText(" " + claim.comparison), hasBar ? Self.style(claim, theme) : theme.muted)
  }

  /// Whether there is a bound to be drawn.
  private var hasBar: Bool {
    switch claim.kind {
    case .stable, .belowBound, .leavesSaddle, .atBound, .overshoots: true
    case .level, .downward, .scaled, .unknown: false
    }
  }

  /// Draws it in the first row of a rectangle.
  func draw(in rect: Rect, frame: inout Frame) {
    guard rect.height > 0 else { return }
    let row = Rect(x: rect.x, y: rect.y, width: rect.width, height: 1)
    var text = comparison
    if stability.epoch < epoch { text = text.adding(" at epoch \(GroupedNumber.text(stability.epoch))", theme.muted) }
    text.draw(x: row.x, y: row.y, in: row, look: look, frame: &frame)
    guard let bound = stability.bound, hasBar else { return }
    // As many columns for the numbers as they usually take, so that the bar stays where it is.
    let start = row.x + max(text.width(look.glyphs), look.glyphs.text("η·λmax 0.000 < 0.00").cellWidth) + 1
    let room = row.maxX - start
    guard room >= 9 else { return }
    let width = room >= 36 ? 24 : room >= 21 ? room - 12 : min(24, room)
    drawBar(share: stability.product / (Self.reach * bound), in: row.columns(from: start, width: width), frame: &frame)
    let left = row.columns(from: start + width + 2, width: room - width - 2)
    guard left.width >= 8 else { return }
    let values = history.buckets.map(\.maximum)
    Sparkline(values, color: theme.mutedColor, style: look.plotStyle).draw(in: left, on: &frame)
  }

  private func drawBar(share: Double, in bar: Rect, frame: inout Frame) {
    let style = Self.style(claim, theme)
    let trough = look.glyphs.isUnicode ? Unicode.Scalar("░") : "."
    for column in bar.x..<bar.maxX { frame[column, bar.y] = Cell(trough, style: theme.border) }
    let filled = clampedIndex(share * Double(bar.width * 8), in: 0..<bar.width * 8 + 1) ?? 0
    for column in 0..<bar.width where column * 8 < filled {
      let glyph = look.glyphs.bar(eighthsFromLeft: filled - column * 8)
      if glyph != " " { frame[bar.x + column, bar.y] = Cell(glyph, style: Style(foreground: style.foreground)) }
    }
    let limit = clampedIndex(Double(bar.width) / Self.reach, in: 0..<bar.width) ?? 0
    frame[bar.x + limit, bar.y] = Cell(
      look.glyphs.box(isFocused: true).vertical, style: Style(foreground: theme.lineColor, attributes: .bold))
    if share > 1 { frame[bar.maxX - 1, bar.y] = Cell(look.glyphs.isUnicode ? "▸" : ">", style: style) }
  }
}

extension Rect {
  /// The part of the rectangle from a column on, at most so wide.
  fileprivate func columns(from start: Int, width: Int) -> Rect {
    Rect(x: start, y: y, width: max(0, min(width, maxX - start)), height: height)
  }
}
