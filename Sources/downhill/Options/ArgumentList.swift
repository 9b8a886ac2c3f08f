import ArgumentParser
import Learning
import Training

/// The words of a command line, put so that the argument parser takes each for what it is.
///
/// It takes whatever begins with a minus for an option. An expression or a number does too (`-x^2`, `-3`): where it is an
/// operand it goes behind `--`, where it is an option's value it is joined to the option. Letters of formulas in place of
/// an option's name are read: `--η 0.1`.
enum ArgumentList {
  /// The words as the argument parser wants them.
  static func parsed(_ words: [String]) -> [String] {
    var plain: [String] = []
    var operands: [String] = []
    var rest = words[...]
    while let word = rest.popFirst() {
      if word == "--" {
        operands += rest
        break
      }
      if isOperand(word) {
        operands.append(word)
      } else if word.hasPrefix("--"), word.count > 2 {
        let option = spelled(word)
        if takesValue(option), let value = rest.first, isOperand(value) {
          rest.removeFirst()
          plain.append("\(option)=\(value)")
        } else {
          plain.append(option)
        }
      } else {
        plain.append(word)
      }
    }
    return operands.isEmpty ? plain : plain + ["--"] + operands
  }

  /// Whether a word that begins with a minus is no option: all options but one have two, and a name.
  static func isOperand(_ word: String) -> Bool {
    guard let first = word.unicodeScalars.first, InputAlphabet.isMinus(first) else { return false }
    let second = word.unicodeScalars.dropFirst().first
    switch second {
    // Standard input.
    case nil: return false
    // `--x` is an option that there is not; `--3` and `--(x)` can be nothing but minus minus. With three the parser is asked
    // for completions.
    case "-": return word.unicodeScalars.dropFirst(2).first.map { !$0.properties.isAlphabetic && $0 != "-" } ?? false
    default: return word != "-h"
    }
  }

  /// An option by its own name where it was written with a letter of a formula or in short.
  private static func spelled(_ word: String) -> String {
    let name = word.dropFirst(2).prefix { $0 != "=" }
    guard Key(rawValue: String(name)) == nil, let key = Key(spelled: String(name)) else { return word }
    return "--\(key.rawValue)\(word.dropFirst(2 + name.count))"
  }

  /// Whether a value follows an option as a word of its own.
  private static func takesValue(_ option: String) -> Bool {
    !option.contains("=") && !flags.contains(String(option.dropFirst(2)))
  }

  /// The options that stand alone.
  static let flags: Set<String> = Set(
    Key.allCases.filter { $0.specification.kind == .flag }.map(\.rawValue) + [
      "help", "version", "plain", "fail-on-divergence", "parameters", "slice", "mouse", "no-mouse", "print-config",
    ])
}
