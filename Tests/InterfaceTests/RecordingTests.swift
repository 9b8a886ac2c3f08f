import Foundation
import Plotting
import Testing

@testable import Interface
@testable import Training

@Suite("Recording") struct RecordingTests {
  private func file() -> String {
    FileManager.default.temporaryDirectory.appendingPathComponent("downhill-\(UUID().uuidString).cast").path
  }

  private func lines(_ path: String) throws -> [JSONValue] {
    let text = String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
    #expect(text.hasSuffix("\n"))
    return try text.split(separator: "\n").map { try JSONParser.parse(String($0)) }
  }

  @Test("A header, then frames with times that never go back; the file is whole at any moment")
  func form() throws {
    let path = file()
    defer { unlink(path) }
    var app = SteppedApp(Description(.perceptron), width: 80, height: 24)
    let start = ContinuousClock.now
    let recording = try Recording(to: path, terminal: "xterm-256color")
    for index in 0..<12 {
      app.press(.right)
      if index == 6 { app.send(.resize(width: 60, height: 20)) }
      #expect(recording.add(app.state.draw(), depth: .indexed, at: start + .milliseconds(index * 250)) == nil)
      let lines = try lines(path)
      #expect(lines[0].text == #"{"version":2,"width":80,"height":24,"env":{"TERM":"xterm-256color"}}"#)
      var last = 0.0
      for line in lines.dropFirst() {
        guard case .array(let parts) = line, parts.count == 3, case .number(let time) = parts[0],
          case .string(let kind) = parts[1], case .string(let data) = parts[2]
        else {
          Issue.record("\(line.text)")
          return
        }
        #expect(time >= last && (kind == "o" || kind == "r" && data == "60x20"))
        last = time
      }
      #expect(last == Double(index) / 4)
    }
    #expect(recording.frameCount == 12)
    // A frame that is the same says nothing.
    let count = try lines(path).count
    #expect(recording.add(app.state.draw(), depth: .indexed) == nil)
    #expect(try lines(path).count == count)
  }

  @Test("The same frames at the same times give the same bytes")
  func deterministic() throws {
    let paths = [file(), file()]
    defer { for path in paths { unlink(path) } }
    for path in paths {
      let recording = try Recording(to: path, terminal: "x")
      var app = SteppedApp(Description(.curve), width: 80, height: 24)
      let start = ContinuousClock.now
      for index in 0..<5 {
        _ = recording.add(app.state.draw(), depth: .direct, at: start + .milliseconds(index))
        app.press(.right)
      }
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: paths[0])) == Data(contentsOf: URL(fileURLWithPath: paths[1])))
  }

  @Test("A full disk ends the recording, says so once, and nothing else")
  func full() throws {
    let recording = try Recording(to: "/dev/full", terminal: "x")
    let frame = SteppedApp(Description(.perceptron)).state.draw()
    #expect(recording.add(frame, depth: .none)?.fault == .system(ENOSPC))
    #expect(recording.add(frame, depth: .none) == nil)
    #expect(recording.failure != nil)
  }

  @Test("Another kind of file is not written over; a recording is")
  func foreign() throws {
    let path = file()
    defer { unlink(path) }
    try Data("x1,x2,label\n1,2,a\n".utf8).write(to: URL(fileURLWithPath: path))
    #expect(throws: FileError.self) { _ = try Recording(to: path, terminal: "x") }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)).count == 18)
    try Data("{\"version\":2,\"width\":8}\nold\n".utf8).write(to: URL(fileURLWithPath: path))
    let recording = try Recording(to: path, terminal: "x")
    #expect(recording.add(Frame(width: 2, height: 2), depth: .none) == nil)
    #expect(try lines(path).count == 2)
    #expect(throws: FileError.self) { _ = try Recording(to: "/", terminal: "x") }
    #expect(throws: FileError.self) { _ = try Recording(to: "/nowhere/a.cast", terminal: "x") }
  }
}
