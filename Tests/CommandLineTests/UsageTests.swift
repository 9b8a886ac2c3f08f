import Testing

@Suite struct UsageTests {
  static let faults: [(arguments: String, message: String)] = [
    ("perceptro", "there is no command 'perceptro', did you mean 'perceptron'?"),
    ("perceptron --lerning-rate 1", "unknown option '--lerning-rate', did you mean '--learning-rate'?"),
    ("perceptron --learning-rate -1", "learning-rate: -1 is not a finite number of at least 0"),
    ("perceptron --learning-rate nan", "learning-rate: nan is not a finite number of at least 0"),
    ("perceptron --learning-rate 0,1", "learning-rate: '0,1' is not a number; write 0.1"),
    ("perceptron --learning-rate ten", "learning-rate: 'ten' is not a number"),
    ("perceptron --epochs 1.5", "epochs: '1.5' is not a whole number"),
    ("perceptron --epochs 1e12", "epochs: 1e12 is not between 0 and 2147483648"),
    ("perceptron --test-fraction 1", "test-fraction: 1 is not between 0 and 1, 1 not included"),
    (
      "perceptron --order shufled",
      "order: there is no 'shufled', did you mean 'shuffled'?; choose from: given, shuffled"
    ),
    ("perceptron --hidden 3", "hidden means nothing to a perceptron"),
    ("perceptron --weights w1", "weights: 'w1' is not of the form w1=A,w2=B,w0=C"),
    ("perceptron --weights w1=1,w1=2", "weights: 'w1' is given twice"),
    ("perceptron --epochs 1 --steps 1", "epochs and steps exclude one another"),
    ("perceptron --data --noise", "data: a value is missing"),
    ("perceptron --data", "missing value for '--data <DATA>'"),
    ("list kees", "there is no list of 'kees', did you mean 'keys'?"),
  ]

  @Test("A wrong command gets one line that says what is wrong, and status 64", arguments: faults)
  func fault(arguments: String, message: String) throws {
    let outcome = try Program.run(arguments.split(separator: " ").map(String.init))
    #expect(outcome.status == 64)
    #expect(outcome.output.isEmpty)
    #expect(outcome.messages.hasPrefix("downhill: \(message)"))
    #expect(outcome.messages.split(separator: "\n").count == 1)
  }

  @Test("All faults are told at once")
  func together() throws {
    let outcome = try Program.run(["perceptron", "--epochs", "x", "--order", "x", "--seed", "-1"])
    #expect(outcome.messages.split(separator: "\n").count == 3)
    #expect(outcome.status == 64)
  }

  @Test(
    "Hostile text in arguments can't reach the terminal",
    arguments: ["\u{1B}[31m", "\u{9B}2J", "a\rb", "\u{202E}x", "\u{7}", "a\nb", "\u{E0041}"])
  func injection(text: String) throws {
    for arguments in [[text], ["perceptron", "--order", text], ["perceptron", "--\(text)"], ["list", text]] {
      let outcome = try Program.run(arguments)
      #expect(outcome.status == 64)
      let isPlain = outcome.messages.unicodeScalars.allSatisfy {
        $0 == "\n" || ($0.value >= 0x20 && $0.value < 0x7F) || $0 == "\u{FFFD}"
      }
      #expect(isPlain, "\(outcome.messages.debugDescription)")
    }
  }
}
