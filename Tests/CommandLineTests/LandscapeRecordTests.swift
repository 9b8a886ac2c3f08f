import Foundation
import TestSupport
import Testing
import Training

/// A landscape without a screen.
@Suite struct LandscapeRecordTests {
  private func run(_ line: String) throws -> Program.Outcome {
    try Program.run(["landscape"] + line.split(separator: " ").map(String.init))
  }

  private func number(_ value: JSONValue?) -> Double {
    if case .number(let number) = value { number } else { .nan }
  }

  private func list(_ value: JSONValue?) -> [JSONValue] {
    if case .array(let values) = value { values } else { [] }
  }

  @Test("CSV is a table of places, the lowest beta first, and the path is a file of its own")
  func table() throws {
    try withScratchFolder { folder in
      let path = folder.appending(path: "path.csv").path
      let outcome = try run("perceptron --resolution 3 --span 1 --steps 4 --format csv --path \(path)")
      #expect(outcome.status == 0, "\(outcome.messages)")
      #expect(outcome.lines[0] == "alpha,beta,loss")
      let rows = outcome.lines.dropFirst().map { $0.split(separator: ",").compactMap { Double($0) } }
      #expect(rows.count == 9 && rows.allSatisfy { $0.count == 3 })
      // AND from the lecture's start: after four steps, three of them mistakes, w1 0.2, w2 0, w0 -0.2.
      #expect(zip(rows, [-0.8, 0.2, 1.2]).allSatisfy { abs($0.0[0] - $0.1) < 1e-15 })
      #expect(rows.map { $0[1] } == [-1, -1, -1, 0, 0, 0, 1, 1, 1])
      let points = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
      #expect(points[0] == "step,alpha,beta,loss,slice-loss,distance")
      #expect(points.count == 6)
      #expect(points[1].hasPrefix("0,0.2,0,0.025,"))
    }
  }

  @Test("JSON Lines tell the plane, the surface, the path and the end")
  func records() throws {
    let outcome = try run("network --hidden 2 --epochs 2 --resolution 4 --format jsonl")
    #expect(outcome.status == 0, "\(outcome.messages)")
    let all = try outcome.lines.map { try JSONParser.parse($0) }
    let events = all.map { $0["event"] }
    #expect(events.prefix(3) == ["start", "plane", "surface"] && events.last == "end")
    #expect(events.dropFirst(3).dropLast().allSatisfy { $0 == "path" })
    #expect(all[0]["description"]?["scene"] == "landscape" && all[0]["description"]?["of"] == "network")
    #expect(all[1]["directions"] == "principal")
    #expect(list(all[1]["explained"]).count == 2)
    #expect(list(all[1]["origin"]).count == 9 && list(all[1]["first"]).count == 9)
    #expect(list(all[2]["alphas"]).count == 4 && list(all[2]["losses"]).map { list($0).count } == [4, 4, 4, 4])
    let end = try #require(all.last)
    #expect(abs(number(end["loss"]) - number(all[all.count - 2]["loss"])) < 1e-12)
    #expect(end["reason"] == "epochs")
  }

  @Test("A model that is not to be trained is looked at as it is, along a line to another one too")
  func models() throws {
    try withScratchFolder { folder in
      var losses: [Double] = []
      for seed in ["1", "2"] {
        let trained = try Program.run(
          ["network", "--initializer", "he-normal", "--epochs", "\(3 * (Int(seed) ?? 0))", "--test-fraction", "0"]
            + ["--save-model", folder.appending(path: "\(seed).json").path, "--format", "jsonl"])
        #expect(trained.status == 0, "\(trained.messages)")
        losses.append(number(try JSONParser.parse(try #require(trained.lines.last))["train"]?["loss"]))
      }
      let (one, other) = (
        folder.appending(path: "1.json").path, folder.appending(path: "2.json").path
      )
      let line = try run(
        "--model \(one) --directions towards --towards \(other) --slice --span 1 --resolution 4 --test-fraction 0 --format csv"
      )
      #expect(line.status == 0, "\(line.messages)")
      let rows = line.lines.dropFirst().map { $0.split(separator: ",").compactMap { Double($0) } }
      #expect(line.lines[0] == "alpha,loss")
      #expect(rows.map { $0[0] } == [-1, 0, 1, 2])
      #expect(abs(rows[1][1] - losses[0]) < 1e-5 && abs(rows[2][1] - losses[1]) < 1e-5)
      let around = try run("--model \(one) --resolution 3 --test-fraction 0 --format jsonl")
      let plane = try JSONParser.parse(around.lines[1])
      #expect(plane["directions"] == "random" && plane["explained"] == nil)
    }
  }

  @Test("Wrong names are named")
  func faults() throws {
    let weight = try run("perceptron --plane-weights w1,w7 --format csv")
    #expect(weight.status == 64 && weight.messages.contains("no weight 'w7'"), "\(weight.messages)")
    let scene = try run("surface --format csv")
    #expect(scene.status == 64, "\(scene.messages)")
    let file = try run("--directions towards --towards /nowhere.json --format csv")
    #expect(file.status == 66, "\(file.messages)")
    #expect(try run("--every step --format csv").status == 64)
    #expect(try run("--towards a.json --format csv").messages.contains("directions towards"))
  }

  @Test("In sentences it says what the plane holds and where the loss is lowest")
  func sentences() throws {
    let outcome = try run("--epochs 3 --resolution 5 --plain")
    #expect(outcome.status == 0, "\(outcome.messages)")
    #expect(outcome.lines.count == 4)
    #expect(outcome.lines[1].contains("of the path"))
    #expect(outcome.lines[2].hasPrefix("lowest loss "))
  }
}
