extension Frame {
  /// The looks of each row as letters, for comparing drawings: a dot for plain text, then a, b, c and so on by first
  /// appearance, reading from the top left; "?" for the 53rd and further ones.
  package var styleLetters: (rows: [String], legend: [(letter: Character, style: Style)]) {
    let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
    var known: [Style: Character] = [.plain: "."]
    var legend: [(letter: Character, style: Style)] = []
    var rows: [String] = []
    for row in 0..<height {
      var line = ""
      for cell in cells[row * width..<(row + 1) * width] {
        if let letter = known[cell.style] {
          line.append(letter)
        } else {
          let letter = legend.count < letters.count ? letters[legend.count] : "?"
          known[cell.style] = letter
          legend.append((letter, cell.style))
          line.append(letter)
        }
      }
      rows.append(line)
    }
    return (rows, legend)
  }

  /// The whole frame as text: the characters between bars, the letters of their looks, and what each letter means.
  package var golden: String {
    let letters = styleLetters
    var text = rows.map { "|\($0)|" }
    text.append("")
    text += letters.rows.map { "|\($0)|" }
    text += letters.legend.map { "\($0.letter) \($0.style.summary)" }
    return text.joined(separator: "\n") + "\n"
  }
}

extension Style {
  /// Foreground, background and attributes in a few words: "7cc7ff on 0a3a5c bold".
  var summary: String {
    var words = [foreground.hexDigits, "on", background.hexDigits]
    if attributes.contains(.bold) { words.append("bold") }
    if attributes.contains(.dim) { words.append("dim") }
    if attributes.contains(.underline) { words.append("underline") }
    if attributes.contains(.reverse) { words.append("reverse") }
    return words.joined(separator: " ")
  }
}

extension Color {
  /// Six hexadecimal digits, or "default" for the terminal's own.
  var hexDigits: String {
    guard !isInherited else { return "default" }
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 6 - digits.count) + digits
  }
}
