import Foundation
import Testing

@Suite struct ActivationsRecordTests {
  // tanh x and 1 - tanh² x by the system's mathematics, in tenths from 5.7 to the end of the axis.
  @Test("Records go along the axis, step by step")
  func steps() throws {
    let outcome = try Program.run(["activations", "--activation", "tanh", "--at", "x=5.7", "--format", "jsonl"])
    #expect(outcome.status == 0)
    let records = try outcome.lines.map { line in
      try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
    #expect(records.map { $0["event"] as? String } == ["start", "step", "step", "step", "step", "end"])
    #expect(records[0]["formula"] as? String == "2 / (1 + e^-2x) - 1")
    for (number, record) in records.dropFirst().prefix(4).enumerated() {
      let x = 5.7 + 0.1 * Double(number)
      #expect(abs((record["x"] as? Double ?? .nan) - x) < 1e-12)
      #expect(abs((record["value"] as? Double ?? .nan) - tanh(x)) < 1e-12)
      #expect(abs((record["slope"] as? Double ?? .nan) - (1 - tanh(x) * tanh(x))) < 1e-12)
    }
  }

  @Test("What is no activation is refused, with what may have been meant")
  func unknown() throws {
    let outcome = try Program.run(["activations", "--activation", "softmx"])
    #expect(outcome.status == 64)
    #expect(outcome.messages.contains("softmax"))
  }
}
