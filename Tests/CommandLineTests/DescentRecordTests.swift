import Testing
import Training

/// Curves, surfaces, graphs and races without a screen.
@Suite struct DescentRecordTests {
  private func records(_ line: String) throws -> [JSONValue] {
    let outcome = try Program.run(line.split(separator: " ").map(String.init) + ["--format", "jsonl"])
    #expect(outcome.status == 0, "\(outcome.messages)")
    return try outcome.lines.map { try JSONParser.parse($0) }
  }

  @Test("Step 0 is the start, to the character")
  func start() throws {
    let outcome = try Program.run(["surface", "--start", "x=3,y=-2", "--steps", "1", "--format", "jsonl"])
    #expect(outcome.lines[1] == #"{"event":"step","step":0,"point":[3,-2],"value":13,"gradient":[6,-4]}"#)
  }

  // On x² + y² every step multiplies the point by 1 - 2η.
  @Test(
    "The five behaviors on x^2 + y^2 have the factor that theory says",
    arguments: [("0.1", 0.8), ("0.5", 0), ("0.9", -0.8), ("1", -1), ("1.1", -1.2)])
  func factors(rate: String, factor: Double) throws {
    let all = try records("surface sphere --start x=1,y=1 --steps 5 --learning-rate \(rate)")
    guard case .array(let first) = all[2]["point"], case .number(let x) = first[0] else {
      Issue.record("no point in \(all[2].text)")
      return
    }
    #expect(abs(x - factor) < 1e-12)
    guard case .array(let predicted) = all[2]["factor"]?["predicted"] else {
      Issue.record("no factor in \(all[2].text)")
      return
    }
    for case .number(let value) in predicted { #expect(abs(value - factor) < 1e-12) }
  }

  @Test("A descent that blows up says where")
  func divergence() throws {
    let end = try #require(try records("surface sphere --learning-rate 1.5 --steps 1000").last)
    #expect(end["reason"] == "diverged" && end["diverged"] == true)
  }

  // dz/dx = 2x cos(x²) at 1.5 = 3 cos 2.25 = -1.884520868168218 (by NumPy).
  @Test("The chain rule ends at the derivative")
  func graph() throws {
    let end = try #require(try records("graph").last)
    guard case .array(let gradient) = end["gradient"], case .number(let slope) = gradient[0] else {
      Issue.record("no gradient in \(end.text)")
      return
    }
    #expect(abs(slope + 1.884520868168218) < 1e-12)
  }

  @Test("Every record of a race says which run it is, and the runs begin alike")
  func race() throws {
    let all = try records("race surface --vary learning-rate=0.1,0.5,1.1 --steps 2")
    #expect(all.allSatisfy { $0["run"] != nil && $0["learning-rate"] != nil })
    for event in ["start", "end"] {
      #expect(all.filter { $0["event"] == .string(event) }.map { $0["run"] } == [0, 1, 2])
    }
    let starts = all.filter { $0["step"] == 0 }.map { $0["point"] }
    #expect(starts.count == 3 && Set(starts.map { $0?.text }).count == 1)
  }

  @Test("The picture of a race shows all its runs")
  func racePicture() throws {
    let outcome = try Program.run(
      ["race", "surface", "sphere", "--vary", "learning-rate=0.1,0.5,1.1", "--picture", "r.txt", "--size", "100x30"],
      redirection: "&& cat r.txt")
    #expect(outcome.status == 0)
    for words in ["converged at 71", "converged at 1 ", "diverged at 39"] {
      #expect(outcome.output.contains(words), "\(words) is missing")
    }
  }

  @Test("With --fail-on-divergence the runs of a race after the one that diverged are carried out all the same")
  func raceFails() throws {
    let outcome = try Program.run([
      "race", "surface", "sphere", "--vary", "learning-rate=1.1,0.5", "--fail-on-divergence", "--format", "jsonl",
    ])
    #expect(outcome.status == 1)
    #expect(outcome.messages.hasPrefix("downhill: diverged at step 39"))
    #expect(outcome.lines.count { $0.contains("\"event\":\"end\"") } == 2)
  }

  @Test("A race on standard input reads it once")
  func raceOnStandardInput() throws {
    let outcome = try Program.run(
      ["race", "perceptron", "--data", "-", "--vary", "learning-rate=0.1,1", "--format", "csv"],
      input: Array("x,y,l\n1,2,a\n3,4,b\n".utf8))
    #expect(outcome.status == 0)
    #expect(outcome.lines[0].hasPrefix("run,learning-rate,epoch"))
    #expect(Set(outcome.lines.map { $0.split(separator: ",").count }).count == 1)
  }

  @Test("A bad expression gets its column and a caret, and status 65")
  func expression() throws {
    let outcome = try Program.run(["surface", "x^^2"])
    #expect(outcome.status == 65)
    let lines = outcome.messages.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[0].hasPrefix("downhill: column 3: "))
    #expect(lines[1] == "  x^^2" && lines[2] == "    ^")
    let hostile = try Program.run(["surface", "x + \u{1B}[31m"])
    #expect(hostile.status == 65 && !hostile.messages.contains("\u{1B}"))
    #expect(try Program.run(["curve", "--", "-x^2", "--steps"]).status == 64)
  }

  @Test("Text without a terminal shows the steps")
  func text() throws {
    let outcome = try Program.run(["curve", "--steps", "2"])
    #expect(outcome.lines.count == 5)
    #expect(outcome.lines.last?.hasPrefix("stopped after 2 steps") == true)
  }

  @Test(
    "Lists and the doctor answer", arguments: ["datasets", "functions", "optimizers", "palettes", "themes", "keys"])
  func lists(kind: String) throws {
    let outcome = try Program.run(["list", kind])
    #expect(outcome.status == 0 && outcome.lines.count >= 4)
    let doctor = try Program.run(["doctor"])
    #expect(doctor.status == 0 && doctor.output.contains("no terminal"))
  }
}
