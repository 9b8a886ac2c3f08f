import Plotting
import Terminal
import Training

/// The line at the foot of the screen in which a number is typed, or several with commas between them.
///
/// It holds the keys: whatever is no part of a number does nothing until Enter takes it or Esc gives it up.
package struct NumberLine: Sendable {
  /// What is typed, and where it stands.
  let prompt: NumberPrompt
  private var field = TextField()
  /// Why Enter could not take what stands there.
  private var fault: SafeText?

  /// What a key led to.
  enum Answer: Equatable {
    case stay
    case cancel
    /// The numbers from the first on; those that were not typed stay as they are.
    case entered([Double])
  }

  /// Begins to type with a key, or with text that was pasted.
  init(_ prompt: NumberPrompt, beginningWith text: String) {
    self.prompt = prompt
    insert(text)
  }

  /// The character with which a key begins a number; nil for keys that begin none.
  static func beginning(_ key: KeyPress) -> String? {
    guard case .character(let scalar) = key, "0123456789.-−+=".unicodeScalars.contains(scalar) else { return nil }
    return String(Character(scalar))
  }

  /// What is written so far.
  var text: String { field.text }

  /// Adds text at the cursor, as far as it can belong to numbers.
  mutating func insert(_ text: String) {
    let parts = "0123456789.-−–+eE" + (prompt.names.count > 1 ? ",; " : "")
    // `=` is `+` without Shift on many keyboards.
    let plain = text.prefix { !$0.isNewline }.map { $0 == "=" ? "+" : $0 }
    field.insert(String(plain.filter { parts.contains($0) }))
    fault = nil
  }

  /// Answers a key.
  mutating func press(_ key: KeyPress) -> Answer {
    switch key {
    case .escape: return .cancel
    case .backspace where field.text.isEmpty: return .cancel
    case .enter: return entered
    case .character(let scalar): insert(String(Character(scalar)))
    default: if field.press(key) { fault = nil }
    }
    return .stay
  }

  private var entered: Answer {
    mutating get {
      let words = field.text.split { ",; ".contains($0) }
      guard !words.isEmpty else { return .cancel }
      guard words.count <= prompt.names.count else {
        fault = prompt.names.count == 1 ? "one number, please" : "\(prompt.names.count) numbers at most"
        return .stay
      }
      var numbers: [Double] = []
      for word in words {
        let plain = String(word.map { $0 == "−" || $0 == "–" ? "-" : $0 })
        guard let number = Double(readingNumber: plain), number.isFinite else {
          fault = "'\(String(word))' is not a number"
          return .stay
        }
        numbers.append(number)
      }
      return .entered(numbers)
    }
  }

  /// Draws the line over a row: what is typed, and beside it how it ends.
  func draw(in row: Rect, look: Look, frame: inout Frame) {
    guard row.height > 0 else { return }
    frame.fill(row, with: Cell(" ", style: look.theme.text))
    let math = MathText(glyphs: look.glyphs)
    let isOne = prompt.names.count == 1
    let name = isOne ? prompt.names[0] : "(\(prompt.names.joined(separator: ", ")))"
    let present = isOne ? math.number(prompt.values[0]) : math.vector(prompt.values)
    var x = row.x + 1
    x += look.put("\(name)  ", x: x, y: row.y, in: row, style: look.theme.heading, frame: &frame)
    x += look.put("\(present) → ", x: x, y: row.y, in: row, style: look.theme.muted, frame: &frame)
    look.put(SafeText(field.text), x: x, y: row.y, in: row, style: look.theme.accent, frame: &frame)
    let cursor = x + SafeText(String(field.text.prefix(field.cursor))).cellWidth
    frame[cursor, row.y] = Cell(frame[cursor, row.y].scalar, style: Style(attributes: .reverse))
    let hint = fault ?? (isOne ? "Enter takes · Esc leaves" : "comma between · Enter takes · Esc leaves")
    let shown = look.glyphs.text(hint)
    guard cursor + 3 + shown.cellWidth < row.maxX else { return }
    look.put(
      hint, x: row.maxX - shown.cellWidth - 1, y: row.y, in: row,
      style: fault == nil ? look.theme.muted : look.theme.warning, frame: &frame)
  }
}
