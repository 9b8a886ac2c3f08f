import Training
import Lessons
import Plotting

/// The text of a lesson in lines: paragraphs broken at spaces, formulas kept as they are.
struct LessonText {
  let look: Look

  private var math: MathText { MathText(glyphs: look.glyphs) }

  /// The lines of a text; a line that begins with two spaces is a formula.
  func lines(_ text: String, width: Int) -> [StyledLine] {
    var lines: [StyledLine] = []
    var paragraph: [Substring] = []
    func finish() {
      lines += wrapped(paragraph.joined(separator: " "), width: width, style: look.theme.text)
      paragraph = []
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.allSatisfy(\.isWhitespace) {
        finish()
        if lines.last?.parts.isEmpty == false { lines.append(StyledLine()) }
      } else if line.hasPrefix("  ") {
        finish()
        lines += formula(line.dropFirst(2), width: width)
      } else {
        paragraph.append(line)
      }
    }
    finish()
    while lines.last?.parts.isEmpty == true { lines.removeLast() }
    return lines
  }

  /// A formula, set in by two columns; broken at spaces only where it is too wide.
  private func formula(_ text: Substring, width: Int) -> [StyledLine] {
    let pretty = look.glyphs.text(SafeText(math.formula(String(text))))
    let style = look.theme.heading
    guard pretty.cellWidth + 2 > width else { return [StyledLine("  \(pretty)", style)] }
    return Paragraph(pretty, width: width - 2, hanging: 2).lines.map { StyledLine("  \($0)", style) }
  }

  /// A paragraph, its further lines set in.
  func wrapped(_ text: String, width: Int, style: Style, hanging: Int = 0) -> [StyledLine] {
    Paragraph(look.glyphs.text(SafeText(text)), width: width, hanging: hanging).lines.map { StyledLine($0, style) }
  }

  /// The widest formula, indentation included; 0 where there is none.
  func formulaWidth(_ text: String) -> Int {
    text.split(separator: "\n").filter { $0.hasPrefix("  ") }.map { line in
      look.glyphs.text(SafeText(math.formula(String(line.dropFirst(2))))).cellWidth + 2
    }.max() ?? 0
  }
}

extension Condition {
  /// The condition for people: `mistakes at most 2`, numbers as the screen writes them.
  func words(_ glyphs: GlyphSet) -> String {
    let math = MathText(glyphs: glyphs)
    let name = quantity.name
    return switch test {
    case .equal(let wanted): "\(name) = \(math.number(wanted))"
    case .about(let wanted, _): "\(name) about \(math.number(wanted))"
    case .atLeast(let least): "\(name) at least \(math.number(least))"
    case .atMost(let most): "\(name) at most \(math.number(most))"
    case .between(let range): "\(name) from \(math.number(range.lowerBound)) to \(math.number(range.upperBound))"
    case .word(let wanted): "\(name): \(wanted)"
    }
  }

  /// What it is now, for people: `now 3`.
  func words(now readings: Readings?, _ glyphs: GlyphSet) -> String {
    switch readings?.value(of: quantity, example: example) {
    case .number(let value): "now \(MathText(glyphs: glyphs).number(value))"
    case .word(let word): "now \(word)"
    case nil: "not known yet"
    }
  }
}
