import Plotting

extension MathText {
  /// A formula of the expressions' notation as people write it: `2*x^2 - 1` becomes 2·x² − 1.
  ///
  /// In ASCII it stays as it is.
  func formula(_ text: String) -> String {
    guard glyphs.isUnicode else { return text }
    var pretty = ""
    var rest = Substring(text)
    while let character = rest.popFirst() {
      switch character {
      case "*":
        while pretty.hasSuffix(" ") { pretty.removeLast() }
        pretty += "·"
        rest = rest.drop { $0 == " " }
      case "-": pretty += "−"
      case "^":
        // A single digit that ends the exponent can stand above the line.
        if let digit = rest.first, let raised = Self.superscripts[digit], !Self.goesOn(rest.dropFirst().first) {
          pretty.append(raised)
          rest = rest.dropFirst()
        } else {
          pretty += "^"
        }
      default: pretty.append(character)
      }
    }
    return pretty
  }

  private static let superscripts: [Character: Character] = ["2": "²", "3": "³"]

  private static func goesOn(_ next: Character?) -> Bool {
    guard let next else { return false }
    return next.isNumber || next == "." || next == "^" || next == "e"
  }
}
