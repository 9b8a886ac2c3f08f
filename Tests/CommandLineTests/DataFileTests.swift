import Testing

/// Files that people have, and files that nobody should: accepted, or one line with the place.
@Suite struct DataFileTests {
  static let good: [(name: String, content: String)] = [
    ("header", "x,y,label\n1,2,a\n3,4,b\n"), ("no header", "1,2,a\n3,4,b\n"), ("mark", "\u{FEFF}x,y,l\n1,2,a\n3,4,b\n"),
    ("CRLF", "x,y,l\r\n1,2,a\r\n3,4,b\r\n"), ("CR", "x,y,l\r1,2,a\r3,4,b\r"), ("no last line end", "1,2,a\n3,4,b"),
    ("semicolons", "x;y;l\n1,5;2;a\n3;4,25;b\n"), ("tabs", "x\ty\tl\n1\t2\ta\n3\t4\tb\n"),
    ("quotes", "\"x\",\"y, z\",\"l\"\n1,2,\"a \"\"b\"\"\"\n3,4,\"line\nend\"\n"), ("one class", "1,2,a\n3,4,a\n"),
    ("missing values", "x,y,l\n1,NA,a\n1,2,a\n3,4,b\n,1,b\n"), ("identical points", "1,1,a\n1,1,b\n"),
    ("scales", "1e-300,1e300,a\n2e-300,-1e300,b\n"), ("constant", "1,2,a\n1,3,b\n"),
  ]

  @Test("A table is read, whatever its dialect", arguments: good)
  func accepted(name: String, content: String) throws {
    let outcome = try Program.run(
      ["perceptron", "--data", "FILE", "--epochs", "2"], file: "points.csv", Array(content.utf8))
    #expect(outcome.status == 0, "\(outcome.messages)")
  }

  static let bad: [(name: String, content: [UInt8], message: String)] = [
    ("empty", [], "the file is empty"), ("header only", Array("x,y,label\n".utf8), "nothing below it"),
    ("ragged", Array("x,y,l\n1,2,a\n1,2\n".utf8), "points.csv:3"),
    ("infinite", Array("x,y,l\n1,2,a\n1,inf,b\n".utf8), "points.csv:3, column 2"),
    ("too large", Array("x,y,l\n1,2,a\n1,1e400,b\n".utf8), "points.csv:3, column 2"),
    ("one column", Array("1\n2\n".utf8), "two inputs and a label"),
    ("NUL", Array("x,y,l\n1,2,a\0\n".utf8), "NUL"), ("UTF-16", [0xFF, 0xFE, 0x78, 0, 0x2C, 0], "UTF-16"),
    ("bad UTF-8", Array("x,y,l\n1,2,".utf8) + [0xFF, 0x0A], "UTF-8"), ("gzip", [0x1F, 0x8B, 8, 0, 0, 0], "compressed"),
    ("open quote", Array("x,y,l\n1,2,\"a\n".utf8), "never closed"),
    ("eleven classes", Array((1...11).map { "1,2,c\($0)\n" }.joined().utf8), "points.csv:11"),
    ("three classes", Array("1,2,a\n1,2,b\n1,2,c\n".utf8), "choose with --classes"),
    ("hostile label", Array((1...11).map { "1,2,\u{1B}[31m\($0)\n" }.joined().utf8), "points.csv:11"),
  ]

  @Test("Anything else gets one line with its place, and status 65", arguments: bad)
  func refused(name: String, content: [UInt8], message: String) throws {
    let outcome = try Program.run(["perceptron", "--data", "FILE"], file: "points.csv", content)
    #expect(outcome.status == 65)
    #expect(outcome.output.isEmpty)
    let errors = outcome.messages.split(separator: "\n").filter { !$0.contains("guessed") }
    #expect(errors.count == 1 && errors.first?.contains(message) == true, "\(outcome.messages)")
    #expect(!outcome.messages.contains("\u{1B}"))
  }

  @Test("Where a number should be, nothing else is taken for one", arguments: ["ten", "0x10", "1e", "1 2", "--1", "٣"])
  func noNumber(text: String) throws {
    let outcome = try Program.run(
      ["perceptron", "--data", "FILE", "--columns", "x,y", "--label", "l"], file: "points.csv",
      Array("x,y,l\n1,2,a\n1,\(text),b\n".utf8))
    #expect(outcome.status == 65)
    #expect(outcome.messages == "downhill: points.csv:3, column 2 ('y'): '\(text)' is not a number\n")
  }

  @Test("What can't be read has status 66", arguments: ["nothing.csv", "no/such/file", "/", "penguin"])
  func unreadable(path: String) throws {
    let outcome = try Program.run(["perceptron", "--data", path])
    #expect(outcome.status == 66)
    #expect(outcome.messages.contains(path))
    #expect(outcome.messages.split(separator: "\n").count == 1)
  }

  @Test("Standard input and a pipe work like a file; a device without an end is an error")
  func streams() throws {
    let table = Array("1,2,a\n3,4,b\n".utf8)
    #expect(try Program.run(["perceptron", "--data", "-"], input: table).output.contains("2 examples"))
    #expect(try Program.run(["perceptron", "--data", "-"]).status == 65)
    let pipe = try Program.run(["perceptron", "--data", "/dev/fd/3"], redirection: "3< <(printf '1,2,a\\n3,4,b\\n')")
    #expect(pipe.output.contains("2 examples"), "\(pipe.messages)")
    #expect(try Program.run(["perceptron", "--data", "/dev/zero"]).status == 65)
    #expect(try Program.run(["perceptron", "--data", "-"], redirection: "<&-").status == 66)
  }

  @Test("Columns and label are chosen by name or number, and what is guessed is said")
  func columns() throws {
    let table = Array("id,kind,h,w\n1,a,10,20\n2,b,30,40\n".utf8)
    let guessed = try Program.run(["perceptron", "--data", "FILE"], file: "t.csv", table)
    #expect(
      guessed.messages == """
        downhill: t.csv: inputs h and w, label kind: a, b (guessed)
        downhill: t.csv: id passed over: it names or counts the rows; --columns takes it (guessed)
        downhill: t.csv: the first row names the columns (guessed)

        """)
    for columns in ["h,w", "3,4"] {
      let chosen = try Program.run(
        [
          "perceptron", "--data", "FILE", "--columns", columns, "--label", "kind", "--format", "jsonl", "--every",
          "step",
        ],
        file: "t.csv", table)
      #expect(chosen.messages.isEmpty)
      #expect(chosen.lines[1].contains(#""x":[10,20]"#))
    }
    let wrong = try Program.run(["perceptron", "--data", "FILE", "--columns", "h,x"], file: "t.csv", table)
    #expect(wrong.messages == "downhill: t.csv: there is no column 'x'; there is: id, kind, h, w\n")
  }

  @Test("Rows left out are counted aloud")
  func missing() throws {
    let outcome = try Program.run(
      ["perceptron", "--data", "FILE"], file: "t.csv", Array("x,y,l\n1,NA,a\n1,2,a\n3,4,b\n".utf8))
    #expect(outcome.messages.contains("1 of 3 rows left out, a value is missing"))
  }

  @Test("Real birds are told apart")
  func penguins() throws {
    let outcome = try Program.run(["perceptron", "--data", "penguins", "--classes", "Adelie,Gentoo", "--standardize"])
    #expect(outcome.lines.last?.hasPrefix("converged") == true)
    #expect(outcome.messages.contains("is standardized: mean"))
  }
}
