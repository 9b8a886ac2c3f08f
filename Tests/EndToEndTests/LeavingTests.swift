import Foundation
import TestSupport
import Testing

/// Whatever the program is at, leaving takes a second at most and keys are answered.
@Suite(.serialized) struct LeavingTests {
  /// Work without an end: what is asked for, and the keys that begin it.
  static let works: [(arguments: [String], keys: String)] = [
    (["network", "--hidden", Array(repeating: "1024", count: 16).joined(separator: ",")], "."),
    (["network", "--hidden", Array(repeating: "1024", count: 16).joined(separator: ",")], "+++++++++ "),
    (["network", "--data", "gauss", "--examples", "2000000", "--batch-size", "full", "--hidden", "64,64"], "e"),
    (["network", "--data", "spiral", "--examples", "1000000", "--hidden", "32"], "e"),
    (["landscape", "network", "--hidden", "256,256,256", "--examples", "5000", "--resolution", "501"], "e"),
    (["race", "network", "--hidden", "512,512", "--vary", "learning-rate=0.1,0.2,0.3,0.4"], "e"),
    (["perceptron", "--data", "gauss", "--noise", "1", "--examples", "1000000"], "eeee"),
  ]

  private func expectLeaving(_ terminal: PseudoTerminal, _ place: String) {
    terminal.send("q")
    #expect(terminal.waitForEnd(milliseconds: 1500) == .exit(0), "\(place)")
    WaysOutTests.expectRestored(terminal)
  }

  private func start(_ arguments: [String]) throws -> PseudoTerminal {
    let environment = WaysOutTests.environment.merging(["COLORFGBG": "15;0"]) { $1 }
    let terminal = try PseudoTerminal(
      BuiltProduct.path("downhill"), arguments, environment: environment, width: 100, height: 30)
    // A file of a hundred thousand changes is read before there is a screen.
    try #require(terminal.wait(milliseconds: 40_000) { $0.text.contains("quit") })
    terminal.send("\u{1B}[?62c")
    return terminal
  }

  @Test("In the middle of a step that takes minutes", arguments: works.indices)
  func work(index: Int) throws {
    let (arguments, keys) = Self.works[index]
    let terminal = try start(arguments)
    terminal.wait(milliseconds: 4000) { $0.text.contains("paused") }
    terminal.send(keys)
    terminal.waitForQuiet(500, milliseconds: 1000)
    expectLeaving(terminal, "\(arguments)")
  }

  @Test(
    "While it loads",
    arguments: [["--data", "gauss", "--examples", "10000000"], ["--data", "spiral", "--examples", "10000000"]])
  func loading(arguments: [String]) throws {
    expectLeaving(try start(["perceptron"] + arguments), "\(arguments)")
    expectLeaving(try start(["network"] + arguments), "\(arguments)")
  }

  @Test("While it waits for a file that nobody writes")
  func silentPipe() throws {
    try withScratchFolder { folder in
      let path = folder.appending(path: "pipe").path
      try #require(mkfifo(path, 0o600) == 0)
      let terminal = try start(["perceptron", "--data", path])
      terminal.send("?")
      #expect(terminal.wait(milliseconds: 2000) { $0.text.contains("Esc") || $0.text.contains("search") })
      terminal.send("\u{1B}")
      terminal.waitForQuiet(100, milliseconds: 500)
      expectLeaving(terminal, path)
      let other = try start(["perceptron"])
      for command in [":data \(path)\r", ":open \(path)\r", ":save \(path)\r"] {
        other.send(command)
        other.waitForQuiet(100, milliseconds: 500)
      }
      expectLeaving(other, "\(path) on the command line")
    }
  }

  @Test("With a name of a megabyte", arguments: ["label", "column"])
  func longNames(place: String) throws {
    try withScratchFolder { folder in
      let name = String(repeating: "n", count: 1_000_000)
      let header = place == "column" ? "\(name),y,label" : "x,y,label"
      let rows = (0..<8).map { "\($0),\($0 * $0 % 5),\(place == "label" ? name : "")\($0 % 2)" }
      let path = folder.appending(path: "long.csv").path
      try ([header] + rows).joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
      for scene in ["perceptron", "network"] {
        let terminal = try start([scene, "--data", path])
        terminal.send("..e?")
        terminal.waitForQuiet(200, milliseconds: 1500)
        terminal.send("\u{1B}")
        terminal.waitForQuiet(100, milliseconds: 500)
        expectLeaving(terminal, "\(scene), \(place)")
      }
    }
  }

  @Test(
    "While a session of a million steps, or of a hundred thousand changes, is gone through; and it says how far it is")
  func sessions() throws {
    try withScratchFolder { folder in
      func write(_ changes: String, head: Int, _ name: String) throws -> String {
        let path = folder.appending(path: name).path
        let text =
          #"{"downhill":"session","version":1,"description":{"scene":"network","data":"spiral"},"# + "\n"
          + #""step":\#(head),"head":\#(head),"fingerprint":"","# + "\n"
          + #""view":{"panel":"","enlarged":false,"theme":"dark","palette":"viridis"},"changes":[\#(changes)]}"#
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        return path
      }
      let long = try start(["open", try write("", head: 500_000_000, "long.json")])
      #expect(long.wait(milliseconds: 8000) { $0.text.contains("▶ to 500") }, "\(long.text.suffix(500))")
      expectLeaving(long, "500,000,000 steps")
      // Stopped where it is.
      let stopped = try start(["open", try write("", head: 500_000_000, "long.json")])
      #expect(stopped.wait(milliseconds: 8000) { $0.text.contains("▶ to 500") })
      stopped.send(" ")
      #expect(stopped.wait(milliseconds: 3000) { $0.text.contains("paused") })
      expectLeaving(stopped, "stopped")
      let changes = (1...100_000).map {
        #"{"step":\#($0),"setting":"learning-rate","value":\#(Double($0 % 7 + 1) / 100)}"#
      }
      let many = try start(["open", try write(changes.joined(separator: ",\n"), head: 200_000, "many.json")])
      many.wait(milliseconds: 8000) { $0.text.contains("▶ to 200") }
      expectLeaving(many, "100,000 changes")
    }
  }
}
