import Foundation
import TestSupport
import Testing

/// Without a screen no byte depends on the locale, and numbers are read alike in all of them.
@Suite struct LocaleTests {
  /// Decimal commas, points that are not, and letters that change their case in another way in Turkish.
  private static let table = Array("x;y;Klasse\n1,5;2,25;İı\n-0,5;1e3;Zoë\n2;3,75;İı\n".utf8)

  /// Runs, each written in one of the forms in turn; lists, a lesson, refusals and a help.
  private static let commands: [[String]] =
    [
      ["perceptron", "--data", "-", "--standardize"],
      ["network", "--data", "-", "--epochs", "3", "--test-fraction", "0"],
      ["network", "--epochs", "2", "--examples", "20", "--parameters"], ["curve", "1.5x^2 - 0.25x", "--steps", "3"],
      ["surface", "x^2 + 3y^2", "--start", "x=3.5,y=-2.25", "--steps", "3"], ["graph", "sin(x^2)", "--at", "x=1.5"],
      ["activations", "--activation", "tanh", "--at", "x=5.5"],
      ["race", "surface", "--vary", "learning-rate=0.1,1.1", "--steps", "3"],
      ["landscape", "perceptron", "--steps", "3", "--resolution", "3"],
    ]
    .enumerated().map { number, command in
      command + [["--format", "csv"], ["--format", "jsonl"], ["--format", "text"], ["--plain"]][number % 4]
    } + [
      ["perceptron", "--learning-rate", "0,1"], ["curve", "1,5x"], ["list", "functions"], ["list", "datasets"],
      ["lesson", "perceptron"], ["INFO"], ["network", "--help"],
    ]

  /// Locales that are on every machine, none, and one that is nowhere.
  private static let usual = ["C", "POSIX", "", "bogus", "en_US.UTF-8"]
  /// Locales that may have to be made.
  private static let made = ["tr_TR.UTF-8", "de_DE.UTF-8", "fa_IR.UTF-8", "ja_JP.UTF-8", "en_US.ISO-8859-1"]
  static let locales = usual + made

  /// Makes a locale that is not on every machine, where there is a compiler for it; elsewhere a name that is not known
  /// means the C locale.
  private static func make(_ locale: String, in folder: URL) throws {
    let parts = locale.split(separator: ".").map(String.init)
    let command = #"cd "$0" && localedef -i "$1" -f "$2" "./$1.$2" 2>/dev/null"#
    _ = try Program.spawn(["/bin/sh", "-c", command, folder.path] + parts, ["PATH=/usr/bin:/bin"])
  }

  private static func outcomes(_ locale: String, madeIn folder: String = "") throws -> [[String]] {
    try commands.map { command in
      let outcome = try Program.run(
        command, input: table, environment: ["LC_ALL": locale, "LANG": "", "LOCPATH": folder])
      return [outcome.output, outcome.messages, "\(outcome.status)"]
    }
  }

  private static let expected = Result { try outcomes("C.UTF-8") }

  @Test(
    "Records, sentences, lists and refusals are the same bytes in every locale",
    arguments: locales.prefix(TestShare.of(locales.count, least: 3)))
  func same(locale: String) throws {
    let expected = try Self.expected.get()
    #expect(expected.allSatisfy { !$0[0].isEmpty || !$0[1].isEmpty })
    try withScratchFolder { folder in
      if Self.made.contains(locale) { try Self.make(locale, in: folder) }
      let outcomes = try Self.outcomes(locale, madeIn: folder.path)
      for (command, (found, usual)) in zip(Self.commands, zip(outcomes, expected)) {
        #expect(found == usual, "\(command)")
      }
    }
  }
}
