import Testing
import Training

/// The lecture's worked example and the promises of the formats, as the built program writes them.
@Suite struct PerceptronRecordTests {
  private func records(_ arguments: String...) throws -> [JSONValue] {
    let outcome = try Program.run(["perceptron", "--format", "jsonl"] + arguments)
    #expect(outcome.status == 0, "\(outcome.messages)")
    return try outcome.lines.map { try JSONParser.parse($0) }
  }

  @Test("The first step of AND is the documented record, to the character")
  func firstStep() throws {
    let outcome = try Program.run(["perceptron", "--format", "jsonl"])
    #expect(
      outcome.lines[1] == #"{"event":"step","epoch":1,"step":1,"example":{"index":0,"x":[1,0],"y":-1},"s":0.1,"#
        + #""prediction":1,"loss":0.1,"gradient":{"w0":1,"w1":1,"w2":0},"weights":{"w0":-0.2,"w1":0.1,"w2":0}}"#)
    #expect(
      outcome.lines[5].hasPrefix(
        #"{"event":"epoch","epoch":1,"step":4,"train":{"loss":0.05,"accuracy":0.75,"errors":3}"#))
  }

  // The lecture's table: s and w1, w2, w0 after each example of the first epoch, by pencil and paper.
  @Test("The worked example comes out to the digit, and converges with the 4th epoch")
  func worked() throws {
    let all = try records()
    let steps = all.filter { $0["event"] == "step" }
    #expect(steps.prefix(4).map { $0["s"] } == [0.1, -0.1, 0, -0.2])
    let weights: [JSONValue] = [
      ["w0": -0.2, "w1": 0.1, "w2": 0], ["w0": -0.1, "w1": 0.2, "w2": 0.1], ["w0": -0.2, "w1": 0.2, "w2": 0],
      ["w0": -0.2, "w1": 0.2, "w2": 0],
    ]
    #expect(steps.prefix(4).map { $0["weights"] } == weights)
    #expect(steps.count == 16)
    #expect(all.filter { $0["event"] == "epoch" }.map { $0["train"]?["errors"] } == [3, 2, 3, 0])
    let end = try #require(all.last)
    #expect(end["event"] == "end" && end["reason"] == "converged" && end["epoch"] == 4 && end["step"] == 16)
    #expect(end["parameters"] == ["w0": -0.3, "w1": 0.2, "w2": 0.1])
  }

  @Test("The start record's description gives the same run again")
  func reproduces() throws {
    let first = try records(
      "--data", "gauss", "--examples", "50", "--order", "shuffled", "--seed", "7", "--epochs", "3")
    let description = try Description(json: try #require(first[0]["description"]))
    let again = try records(Array(description.commandArguments.dropFirst()))
    #expect(again == first)
  }

  private func records(_ arguments: [String]) throws -> [JSONValue] {
    let outcome = try Program.run(["perceptron", "--format", "jsonl"] + arguments)
    return try outcome.lines.map { try JSONParser.parse($0) }
  }

  @Test("XOR ends as a cycle with its period")
  func cycle() throws {
    let end = try #require(try records("--data", "xor-gate").last)
    #expect(end["reason"] == "cycle")
    guard case .number(let period) = end["period"] else {
      Issue.record("no period in \(end.text)")
      return
    }
    #expect(period >= 1)
  }

  @Test("Records are thinned by epochs and by steps")
  func every() throws {
    func counts(_ every: String) throws -> [Int] {
      let all = try records("--every", every)
      return ["start", "step", "epoch", "end"].map { event in all.count { $0["event"] == .string(event) } }
    }
    #expect(try counts("step") == [1, 16, 4, 1])
    #expect(try counts("epoch") == [1, 0, 4, 1])
    #expect(try counts("5") == [1, 3, 4, 1])
  }

  @Test("CSV has one header and one row a record", arguments: [("epoch", 4), ("step", 16)])
  func csv(every: String, rows: Int) throws {
    let outcome = try Program.run(["perceptron", "--format", "csv", "--every", every])
    #expect(outcome.lines.count == rows + 1)
    let counts = Set(outcome.lines.map { $0.split(separator: ",", omittingEmptySubsequences: false).count })
    #expect(counts.count == 1)
    #expect(outcome.lines[0].hasPrefix("epoch,step,"))
  }

  @Test("Without a terminal there are sentences, and nothing that moves a cursor")
  func plain() throws {
    for arguments in [["perceptron"], ["perceptron", "--plain"]] {
      let outcome = try Program.run(arguments)
      #expect(outcome.lines.last == "converged after 4 epochs and 16 steps: w1 = 0.2, w2 = 0.1, w0 = -0.3")
      #expect(!outcome.output.contains("\u{1B}"))
    }
  }

  @Test("A divergence is named, and an error only when that is wanted")
  func divergence() throws {
    let arguments = ["perceptron", "--learning-rate", "1e308", "--weights", "w1=1e308", "--format", "jsonl"]
    let quiet = try Program.run(arguments)
    #expect(quiet.status == 0)
    let end = try JSONParser.parse(try #require(quiet.lines.last))
    #expect(end["reason"] == "diverged" && end["diverged"] == true)
    let strict = try Program.run(arguments + ["--fail-on-divergence"])
    #expect(strict.status == 1)
    #expect(strict.messages.hasPrefix("downhill: diverged at step 5"))
    #expect(strict.output == quiet.output)
  }

  @Test("A number JSON has no form for is null, and the record says so")
  func null() throws {
    let arguments = ["--learning-rate", "1e308", "--weights", "w1=1e308"]
    for record in try records(arguments) where record.text.contains(":null") { #expect(record["diverged"] == true) }
  }

  @Test(
    "Odd numbers end in order, whatever they lead to",
    arguments: [
      "--learning-rate 0", "--learning-rate 1e-12", "--learning-rate 1e6", "--epochs 0", "--epochs 2147483648",
      "--steps 0", "--weights w0=1e308", "--weights w1=5e-324", "--data gauss --examples 0",
      "--data gauss --examples 1",
      "--data and --standardize", "--test-fraction 0.99", "--activation step", "--features x1,x1^2,sin(x2)",
      "--initializer he-normal", "--data circle --epochs 3", "--data gauss --noise 10 --flip-noise 1 --epochs 2",
    ])
  func odd(arguments: String) throws {
    let outcome = try Program.run(
      ["perceptron", "--format", "jsonl", "--every", "epoch"] + arguments.split(separator: " ").map(String.init))
    #expect(outcome.status == 0, "\(outcome.messages)")
    #expect(try JSONParser.parse(try #require(outcome.lines.last))["event"] == "end")
  }

  @Test("A full device and a closed pipe are told apart")
  func pipes() throws {
    let arguments = [
      "perceptron", "--data", "gauss", "--examples", "1000", "--epochs", "1000", "--noise", "5", "--format", "jsonl",
    ]
    let full = try Program.run(arguments, redirection: ">/dev/full")
    #expect(full.status == 74)
    #expect(full.messages == "downhill: cannot write to standard output: No space left on device\n")
    let pipe = try Program.run(arguments, redirection: "| head -n 1")
    #expect(pipe.status == 128 + 13)
    #expect(pipe.messages.isEmpty)
    #expect(pipe.lines.count == 1)
  }

  @Test("A picture is what the screen would show", arguments: ["txt", "ansi", "svg"])
  func picture(form: String) throws {
    let outcome = try Program.run(
      ["perceptron", "--picture", "p.\(form)", "--size", "80x24"], redirection: "&& cat p.\(form)")
    #expect(outcome.status == 0, "\(outcome.messages)")
    #expect(outcome.output.contains("decision boundary"))
    if form == "txt" { #expect(outcome.lines.count >= 23 && outcome.lines.allSatisfy { $0.count <= 80 }) }
  }

  @Test("A picture that can't be written is an error with its path", arguments: [("no/p.txt", 73), ("p.png", 64)])
  func noPicture(path: String, status: Int32) throws {
    let outcome = try Program.run(["perceptron", "--picture", path])
    #expect(outcome.status == status)
    #expect(outcome.messages.contains(path))
  }
}
