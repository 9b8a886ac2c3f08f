extension GlyphSet {
  /// A text as this set can show it: unchanged in Unicode, spelled out in ASCII ("η 0.1" becomes "eta 0.1").
  ///
  /// What has no spelling becomes "?"; a spelling may be longer than what it stands for.
  package func text(_ text: SafeText) -> SafeText {
    guard !isUnicode, !text.description.utf8.allSatisfy({ $0 < 0x80 }) else { return text }
    var spelled = ""
    for scalar in text.description.unicodeScalars {
      if scalar.isASCII {
        spelled.unicodeScalars.append(scalar)
      } else {
        spelled += GlyphSet.spelling(of: scalar)
      }
    }
    return SafeText(spelled)
  }

  /// How a character is written in ASCII.
  static func spelling(of scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "α": "alpha"
    case "β": "beta"
    case "γ": "gamma"
    case "δ": "delta"
    case "ε": "eps"
    case "η": "eta"
    case "θ": "theta"
    case "κ": "kappa"
    case "λ": "lambda"
    case "μ", "µ": "mu"
    case "ν": "nu"
    case "π": "pi"
    case "ρ": "rho"
    case "σ": "sigma"
    case "τ": "tau"
    case "φ": "phi"
    case "ω": "omega"
    case "Δ": "Delta"
    case "Σ", "∑": "sum"
    case "Π", "∏": "prod"
    case "Ω": "Omega"
    case "∂": "d"
    case "∇": "grad "
    case "∞": "inf"
    case "√": "sqrt"
    case "≤": "<="
    case "≥": ">="
    case "≠": "!="
    case "≈": "~="
    case "±": "+-"
    case "→", "⟶": "->"
    case "←", "⟵": "<-"
    case "↔": "<->"
    case "⇒": "=>"
    case "…": "..."
    case "✓", "✔": "ok"
    case "½": "1/2"
    case "¼": "1/4"
    case "ᵀ": "^T"
    case "⁻": "^-"
    case "²": "^2"
    case "³": "^3"
    case "¹": "^1"
    case "ß": "ss"
    case "ä": "ae"
    case "ö": "oe"
    case "ü": "ue"
    case "—": "--"
    default: String(Character(singleASCII(for: scalar)))
    }
  }

  /// The one ASCII character that stands for a character where only one cell is there for it.
  static func singleASCII(for scalar: Unicode.Scalar) -> Unicode.Scalar {
    if scalar.isASCII { return scalar }
    // Subscript digits are digits: x₁ is x1.
    if let digit = Unicode.Scalar(scalar.value &- 0x2080 &+ 0x30), (0x2080...0x2089).contains(scalar.value) {
      return digit
    }
    if (0x2800...0x28FF).contains(scalar.value) { return scalar.value == 0x2800 ? " " : "." }
    switch scalar {
    case "−", "–", "‐", "‑", "—", "─", "━", "═", "⁻": return "-"
    case "·", "∙", "⋅", "×", "∗", "★", "☆": return "*"
    case "÷": return "/"
    case "│", "┃", "║", "∣", "▏", "▎", "▍", "▌", "▐": return "|"
    case "╭", "╮", "╰", "╯", "┌", "┐", "└", "┘", "├", "┤", "┬", "┴", "┼", "┏", "┓", "┗", "┛", "┣", "┫", "┳", "┻",
      "╋", "╔", "╗", "╚", "╝", "╠", "╣", "╦", "╩", "╬":
      return "+"
    case "▶", "▸", "►", "→", "›", "»": return ">"
    case "◀", "◂", "◄", "←", "‹", "«": return "<"
    case "↑", "▲", "△", "▴", "▵": return "^"
    case "↓", "▼", "▽", "▾", "▿": return "v"
    case "●", "○", "•", "◦", "◉", "◯", "°": return "o"
    case "✕", "✗", "✖", "✘", "╳": return "x"
    case "■", "□", "▪", "█", "▇", "▆", "▓": return "#"
    case "▅", "▄", "▀", "▒": return "="
    case "▁", "▂", "▃": return "_"
    case "░": return ":"
    case "‘", "’", "′": return "'"
    case "“", "”", "″": return "\""
    case "⏸": return "="
    case "⏹": return "#"
    case "η": return "n"
    case "λ": return "l"
    case "∂": return "d"
    case "²": return "2"
    case "³": return "3"
    case "\u{A0}": return " "
    default: return "?"
    }
  }
}

extension Frame {
  /// Replaces every character outside ASCII by one that stands for it, cell by cell.
  ///
  /// The last guard before a terminal that would show nothing or rubbish; text that should be spelled out has gone
  /// through ``GlyphSet/text(_:)`` before.
  package mutating func restrictToASCII() {
    mutateCells { cells in
      for index in cells.indices where !cells[index].scalar.isASCII {
        cells[index].scalar = GlyphSet.singleASCII(for: cells[index].scalar)
      }
      // The right half of a wide character has nothing left to continue.
      for index in cells.indices where cells[index].scalar == Cell.continuation { cells[index].scalar = " " }
    }
  }
}
