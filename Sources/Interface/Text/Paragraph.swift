import Plotting

/// Text broken into lines at spaces.
struct Paragraph {
  /// The lines, each at most as wide as was asked for; a single longer word is cut.
  let lines: [SafeText]

  /// Breaks a text; all lines but the first begin with `hanging` spaces.
  ///
  /// - Complexity: O(n).
  init(_ text: SafeText, width: Int, hanging: Int = 0) {
    guard width > 0 else {
      lines = []
      return
    }
    var lines: [SafeText] = []
    var line = ""
    var used = 0
    var isFresh = true
    for word in text.description.split(separator: " ", omittingEmptySubsequences: true) {
      let wordWidth = SafeText(String(word)).cellWidth
      if !isFresh && used + 1 + wordWidth > width {
        lines.append(SafeText(line))
        line = String(repeating: " ", count: max(0, hanging))
        used = line.count
        isFresh = true
      }
      if !isFresh {
        line += " "
        used += 1
      }
      line += word
      used += wordWidth
      isFresh = false
    }
    if !line.isEmpty { lines.append(SafeText(line)) }
    self.lines = lines
  }
}
