import Foundation
import Learning
import TestSupport
import Testing

@testable import Training

/// What is kept for testing, and of what nothing can be.
@Suite("Test share") struct TestShareTests {
  private func load(_ settings: (String, String)...) throws -> AssembledRun {
    try AssembledRun(loading: Description(.network, parsing: settings.map { (key: $0.0, value: $0.1) }))
  }

  private func loadFile(_ text: String, _ settings: (String, String)...) throws -> AssembledRun {
    try withScratchFolder { folder in
      let file = folder.appending(path: "points.csv")
      try text.write(to: file, atomically: true, encoding: .utf8)
      let given = [(key: "data", value: file.path)] + settings.map { (key: $0.0, value: $0.1) }
      return try AssembledRun(loading: Description(.network, parsing: given))
    }
  }

  @Test("a gate has no test set, whatever its points and labels", arguments: ["and", "or", "xor-gate"])
  func gates(name: String) throws {
    for extra in [[], [("noise", "0.2")], [("flip-noise", "0.25")], [("seed", "9")], [("standardize", "true")]] {
      let description = try Description(
        .network, parsing: ([("data", name)] + extra).map { (key: $0.0, value: $0.1) })
      let assembled = try AssembledRun(loading: description)
      #expect(assembled.test == nil && assembled.dataset?.count == 4)
      #expect(description.testFraction == 0 && description.json["test-fraction"] == .number(0))
    }
    // A share that was asked for is kept, and what that means is said.
    let asked = try load(("data", name), ("test-fraction", "0.5"))
    #expect((1...2).contains(try #require(asked.test).count))
    #expect(asked.notes.contains { $0.text.contains("truth table") })
  }

  @Test("other data choose their own share again: the gate's is not carried over") func otherData() throws {
    var description = try Description(.network, parsing: [(key: "data", value: "xor-gate")])
    try description.change(.data, to: "circle")
    #expect(description.testFraction == 0.5)
    #expect(try AssembledRun(loading: description).test?.count == 250)
  }

  @Test("a file that is a whole truth table is trained on whole, and that is said") func fileTable() throws {
    let table = "a,b,label\n0,0,no\n0,1,yes\n1,0,yes\n1,1,no\n"
    let assembled = try loadFile(table)
    #expect(assembled.test == nil && assembled.dataset?.count == 4)
    #expect(assembled.notes.contains { $0.text.contains("truth table") })
    #expect(assembled.description.testFraction == 0)
    #expect(!assembled.description.commandLine.contains("test-fraction"))
    // The next data decide anew.
    var next = assembled.description
    try next.change(.data, to: "circle")
    #expect(next.testFraction == 0.5)
    let asked = try loadFile(table, ("test-fraction", "0.5"))
    #expect(asked.test?.count == 2 && asked.notes.contains { $0.text.contains("truth table") })
  }

  @Test("of one to three examples none is kept, of more each class keeps one", arguments: 1...7) func few(count: Int)
    throws
  {
    let rows = (0..<count).map { "\($0),\($0 * $0),\($0 == 0 ? "rare" : "usual")" }
    let assembled = try loadFile("a,b,label\n" + rows.joined(separator: "\n") + "\n")
    let training = try #require(assembled.dataset)
    #expect(training.count + (assembled.test?.count ?? 0) == count)
    #expect((assembled.test == nil) == (count < 4))
    #expect(assembled.notes.contains { $0.text.contains("too few") } == (count < 4))
    guard case .classes(let labels, let names) = training.targets else { return #expect(Bool(false)) }
    #expect(Set(labels).count == names.count)
  }

  @Test("a share that would leave a class out is cut, and that is said") func cut() throws {
    let rows = ["0,0,a", "1,5,b", "2,1,c", "3,3,d", "4,4,d"]
    let assembled = try loadFile("x,y,label\n" + rows.joined(separator: "\n") + "\n", ("test-fraction", "0.8"))
    #expect(assembled.test?.count == 1 && assembled.dataset?.count == 4)
    #expect(assembled.notes.contains { $0.text.contains("not 4") })
  }

  @Test("what makes no difference is said of every set and option", arguments: BuiltInDataset.allCases)
  func idleOptions(set: BuiltInDataset) throws {
    let scene: SceneKind = .network
    for option in DatasetOption.allCases where option != .labelNoise {
      let value =
        switch option {
        case .examples: "40"
        case .noise: "0.3"
        case .classes: set == .penguins ? "Adelie,Gentoo" : "3"
        case .columns: "flipper_length_mm,body_mass_g"
        case .label: "species"
        case .labelNoise: "0"
        }
      let description = try Description(
        scene, parsing: [(key: "data", value: set.name), (key: option.key.rawValue, value: value)])
      let notes = try AssembledRun(loading: description).notes
      #expect(
        notes.contains { $0.text.contains("\(option.key.rawValue) changes nothing") } == !set.takes(option), "\(option)"
      )
    }
  }

  @Test("labels of a file are flipped like those of a set; of numbers there are none") func flips() throws {
    let rows = (0..<20).map { "\($0),\(($0 * 7) % 20),\($0 % 2 == 0 ? "a" : "b")" }
    let table = "x,y,label\n" + rows.joined(separator: "\n") + "\n"
    func labels(_ assembled: AssembledRun) throws -> [Int] {
      guard case .classes(let labels, _) = try #require(assembled.dataset).targets else { return [] }
      return labels
    }
    let clean = try labels(loadFile(table, ("test-fraction", "0")))
    let noisy = try labels(loadFile(table, ("test-fraction", "0"), ("flip-noise", "0.3")))
    #expect(zip(clean, noisy).count { $0 != $1 } == 6)
    let tiny = try loadFile(table, ("test-fraction", "0"), ("flip-noise", "0.01"))
    #expect(try labels(tiny) == clean && tiny.notes.contains { $0.text.contains("flip-noise changes nothing") })
    #expect(throws: DataError.dataset(.noLabels, name: "plane")) { try load(("data", "plane"), ("flip-noise", "0.1")) }
    #expect(throws: DataError.self) {
      try loadFile("x,y,z\n1,2,0.5\n2,3,0.7\n", ("output-activation", "identity"), ("flip-noise", "0.5"))
    }
  }
}
