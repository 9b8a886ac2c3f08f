import Learning
import Testing
import Training

/// A network without a screen: records, model files.
@Suite struct NetworkRecordTests {
  private func records(_ line: String) throws -> [JSONValue] {
    let outcome = try Program.run(line.split(separator: " ").map(String.init) + ["--format", "jsonl"])
    #expect(outcome.status == 0, "\(outcome.messages)")
    return try outcome.lines.map { try JSONParser.parse($0) }
  }

  @Test("There is a record an epoch, with train and test, and the start leaves nothing to the data")
  func epochs() throws {
    let all = try records("network --epochs 3 --examples 40 --l2 0.1")
    #expect(all.map { $0["event"] } == ["start", "epoch", "epoch", "epoch", "end"])
    #expect(all[0]["description"]?["loss"] == "binary-cross-entropy")
    #expect(all[0]["description"]?["output-activation"] == "sigmoid")
    for epoch in all[1...3] {
      guard case .object(let train) = epoch["train"], case .object(let test) = epoch["test"] else {
        Issue.record("no sets in \(epoch.text)")
        continue
      }
      #expect(train.map(\.0) == ["loss", "penalty", "accuracy"])
      #expect(test.map(\.0) == ["loss", "accuracy"])
    }
    #expect(all[4]["reason"] == "epochs" && all[4]["epoch"] == 3 && all[4]["step"] == 6)
  }

  // NumPy: the largest eigenvalue of the mean of (x1, x2, 1)(x1, x2, 1)ᵀ over the gate's four points.
  @Test("The end has the largest curvature of the loss")
  func curvature() throws {
    let end = try #require(
      try records(
        "network --data xor-gate --test-fraction 0 --hidden none --loss squared-error --output-activation identity --epochs 1"
      ).last)
    guard case .number(let curvature)? = end["lambda-max"] else {
      Issue.record("no curvature in \(end.text)")
      return
    }
    // 1.59307033, in the three digits that a measurement has.
    #expect(curvature == 1.59)
  }

  @Test("A number thins epochs and keeps the last; steps come when they are asked for")
  func every() throws {
    let thinned = try records("network --epochs 7 --examples 40 --every 3")
    #expect(thinned.filter { $0["event"] == "epoch" }.map { $0["epoch"] } == [3, 6, 7])
    let steps = try records("network --epochs 2 --examples 40 --every step")
    #expect(steps.count { $0["event"] == "step" } == 4)
    #expect(steps.count { $0["event"] == "epoch" } == 2)
  }

  @Test("The same seed is the same run; another one is another")
  func seeds() throws {
    let line = "network --epochs 2 --examples 40 --parameters --seed"
    #expect(try records("\(line) 5") == records("\(line) 5"))
    #expect(try records("\(line) 5")[1]["train"] != records("\(line) 6")[1]["train"])
  }

  @Test("Saved, loaded and saved again, a model is the same to the byte, and begins where it ended")
  func models() throws {
    let first = try Program.run(
      ["network", "--epochs", "2", "--hidden", "3,2", "--activation", "relu,gelu", "--save-model", "a.json"],
      redirection: #"&& "$0" network --model a.json --epochs 0 --save-model b.json && cmp a.json b.json && cat b.json"#)
    #expect(first.status == 0, "\(first.messages)")
    let lines = first.lines
    #expect(lines.last.flatMap { try? JSONParser.parse($0) }?["inputs"] == ["x1", "x2"])
    // The losses where one ends and the other begins.
    let losses = lines.filter { $0.hasPrefix("stopped") }.map { $0.split(separator: ":", maxSplits: 1)[1] }
    #expect(losses.count == 2 && losses[0] == losses[1])
  }

  static let bad: [(content: String, message: String)] = [
    ("", "line 1, column 1: the text ends in the middle"), ("[]", "layers should be a list"),
    (#"{"inputs":["x1"],"layers":[],"loss":"hinge"}"#, "there are no layers"),
    (#"{"inputs":["x9"],"layers":[{"activation":"tanh","weights":[[1]],"biases":[0]}],"loss":"hinge"}"#, "x9"),
    (
      #"{"inputs":["x1"],"layers":[{"activation":"sigmoid","weights":[[1,2]],"biases":[0]}],"loss":"binary-cross-entropy"}"#,
      "layers[0].weights[0] has 2 numbers, 1 come in"
    ),
    (
      #"{"inputs":["x1"],"layers":[{"activation":"sigmoid","weights":[[1e39]],"biases":[0]}],"loss":"binary-cross-entropy"}"#,
      "too large"
    ),
    (
      #"{"inputs":["x1"],"layers":[{"activation":"sigmoid","weights":[["\u001b[31m"]],"biases":[0]}],"loss":"hinge"}"#,
      "layers[0].weights[0][0] should be a number"
    ),
    (
      #"{"inputs":["x1"],"layers":[{"activation":"softmax","weights":[[1],[1],[1]],"biases":[0,0,0]}],"loss":"cross-entropy"}"#,
      "3 outputs"
    ),
    (String(repeating: "[", count: 100_000), "nested deeper"),
    (#"{"inputs":["\u001b[31m"],"layers":[],"loss":"hinge"}"#, "m.json"),
  ]

  @Test("A model file that is none gets one line, and status 65", arguments: bad)
  func badModels(content: String, message: String) throws {
    let outcome = try Program.run(["network", "--model", "FILE", "--plain"], file: "m.json", Array(content.utf8))
    #expect(outcome.status == 65)
    #expect(outcome.messages.contains(message), "\(outcome.messages)")
    #expect(outcome.messages.split(separator: "\n").count == 1 && !outcome.messages.contains("\u{1B}"))
    #expect(try Program.run(["network", "--model", "none.json", "--plain"]).status == 66)
  }

  @Test("A model that can't be written is an error with its path")
  func unwritable() throws {
    let outcome = try Program.run(["network", "--epochs", "1", "--save-model", "no/m.json"])
    #expect(outcome.status == 73)
    #expect(outcome.messages.contains("'no/m.json': No such file or directory"))
    let full = try Program.run(["network", "--epochs", "1", "--save-model", "/dev/full"])
    #expect(full.status == 74)
  }

  @Test("Numbers are predicted with R squared, several classes with softmax")
  func tasks() throws {
    let plane = try records("network --data plane --examples 60 --epochs 1")
    #expect(plane[1]["train"]?["r2"] != nil && plane[0]["description"]?["loss"] == "squared-error")
    let birds = try records("network --data penguins --classes Adelie,Gentoo,Chinstrap --epochs 1")
    #expect(birds[0]["description"]?["output-activation"] == "softmax")
    let outcome = try Program.run(["network", "--data", "plane", "--loss", "hinge", "--plain"])
    #expect(outcome.status == 64)
  }

  @Test(
    "Odd settings end in order",
    arguments: [
      "--epochs 0", "--steps 0", "--examples 0", "--examples 1", "--hidden none", "--learning-rate 0",
      "--learning-rate 1e30",
      "--batch-size full --epochs 1", "--dropout 0.9 --epochs 1", "--data spiral --classes 10 --epochs 1",
      "--schedule cosine --epochs 2", "--optimizer adamw --epochs 1", "--stop-at-loss 100", "--patience 1 --epochs 5",
    ])
  func odd(arguments: String) throws {
    let outcome = try Program.run(
      ["network", "--format", "jsonl"] + arguments.split(separator: " ").map(String.init)
        + (arguments.contains("epochs") || arguments.contains("steps") ? [] : ["--epochs", "2"]))
    #expect(outcome.status == 0, "\(outcome.messages)")
    #expect(try JSONParser.parse(try #require(outcome.lines.last))["event"] == "end")
  }
}
