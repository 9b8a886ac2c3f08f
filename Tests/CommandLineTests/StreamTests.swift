import Testing

@Suite struct StreamTests {
  @Test("A full device is an error, with status 74", arguments: [["--help"], ["list", "keys"], ["--version"]])
  func full(arguments: [String]) throws {
    let outcome = try Program.run(arguments, redirection: ">/dev/full")
    #expect(outcome.status == 74)
    #expect(outcome.messages == "downhill: cannot write to standard output: No space left on device\n")
  }

  @Test("A closed standard output is an error, not a write into some file")
  func closed() throws {
    let outcome = try Program.run(["list", "keys"], redirection: ">&-")
    #expect(outcome.status == 74)
    #expect(outcome.messages == "downhill: cannot write to standard output: Bad file descriptor\n")
  }

  // What remains to be written is far more than a pipe holds, so the program meets the closed end.
  @Test("A reader that leaves early ends the program quietly, by the signal")
  func pipe() throws {
    let endless = ["surface", "--learning-rate", "0", "--steps", "1000000", "--format", "jsonl"]
    let outcome = try Program.run(endless, redirection: "| head -n 1")
    #expect(outcome.status == 128 + 13)
    #expect(outcome.messages.isEmpty)
  }

  @Test("Closed standard streams do no harm")
  func allClosed() throws {
    let outcome = try Program.run(["list", "keys"], redirection: "<&- 2>&-")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("learning-rate"))
  }
}
