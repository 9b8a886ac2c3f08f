import Foundation
import TestSupport
import Testing

@testable import Training
@testable import downhill

/// One file must not be two outputs, nor input and output: whichever options name it, and by whatever name.
///
/// The options are those that the program's own description says take a file, so a new one is tried as soon as it is
/// there.
@Suite struct SharedFileTests {
  /// An option or argument of a command that takes a file.
  struct Slot: Hashable, CustomStringConvertible {
    var command: String
    /// The option's name with its dashes; nil for an argument.
    var option: String?
    /// What its file's name has to end in.
    var ending: String

    var description: String { "\(command) \(option ?? "FILE")" }

    func arguments(_ path: String) -> [String] { option.map { [$0, path] } ?? [path] }
  }

  /// The outputs, by hand: the test of the lists fails where the program has another option that takes a file.
  static let outputs: Set<String> = ["--picture", "--save-model", "--record", "--path"]
  static let inputs: Set<String> = ["--data", "--model", "--towards", "--config", "--answer"]

  /// Every option that takes a file, by command, from the parser's description of itself.
  static let slots: [Slot] = {
    guard let json = try? JSONParser.parse(Downhill._dumpHelp()) else { return [] }
    var slots: [Slot] = []
    func elements(_ value: JSONValue?) -> [JSONValue] { if case .array(let list)? = value { list } else { [] } }
    func text(_ value: JSONValue?) -> String? { if case .string(let text)? = value { text } else { nil } }
    func visit(_ command: JSONValue, _ words: [String]) {
      for argument in elements(command["arguments"]) {
        guard case .object = argument["completionKind"] ?? .null, let file = argument["completionKind"]?["file"] else {
          continue
        }
        let names = elements(argument["names"]).compactMap { text($0["name"]) }
        let ending = elements(file["extensions"]).first.flatMap(text) ?? "json"
        slots.append(
          Slot(command: words.joined(separator: " "), option: names.first.map { "--\($0)" }, ending: ending))
      }
      for inner in elements(command["subcommands"]) { visit(inner, words + [text(inner["commandName"]) ?? ""]) }
    }
    if let root = json["command"] { visit(root, []) }
    return slots
  }()

  /// Two options of one command, one of them at least an output.
  static let pairs: [(Slot, Slot)] = slots.flatMap { first in
    slots.compactMap { second in
      guard first.command == second.command, first != second, outputs.contains(first.option ?? "") else { return nil }
      // Each two outputs once.
      if outputs.contains(second.option ?? ""), (second.option ?? "") < (first.option ?? "") { return nil }
      return (first, second)
    }
  }

  @Test("every option that takes a file is known as an input or as an output")
  func known() {
    #expect(Self.slots.count > 30)
    for option in Self.slots.compactMap(\.option) {
      #expect(Self.outputs.contains(option) != Self.inputs.contains(option), "\(option): what becomes of its file?")
    }
    #expect(Set(Self.slots.compactMap(\.option)) == Self.outputs.union(Self.inputs))
  }

  /// The ways in which one file can be named.
  enum Naming: CaseIterable {
    case same, dotted, absolute, symbolicLink, hardLink, danglingLink
  }

  /// Gives a body a file, and another name for it.
  private func withTwoNames(
    _ naming: Naming, endings: (String, String), _ body: (_ file: String, _ other: String) throws -> Void
  ) throws {
    try withScratchFolder { folder in
      let name = "a.\(endings.0)"
      let file = folder.appending(path: name)
      let contents = Data("x1,x2,y\n0,0,A\n1,1,B\n".utf8)
      if naming != .danglingLink { try contents.write(to: file) }
      var other = "\(folder.path)/b.\(endings.1)"
      switch naming {
      case .same, .absolute: other = file.path
      case .dotted: other = "\(folder.path)/./../\(folder.lastPathComponent)/\(name)"
      case .symbolicLink, .danglingLink:
        try FileManager.default.createSymbolicLink(atPath: other, withDestinationPath: name)
      case .hardLink: try FileManager.default.linkItem(atPath: file.path, toPath: other)
      }
      try body(file.path, other)
      let left = try? Data(contentsOf: file)
      #expect(left == (naming == .danglingLink ? nil : contents), "\(naming)")
    }
  }

  /// The command line that gives one file to both.
  private func arguments(_ first: Slot, _ file: String, _ second: Slot, _ other: String) -> [String] {
    let words = first.command.split(separator: " ").map(String.init)
    // A session has to be named whatever is tried.
    let session = words == ["open"] && second.option != nil ? ["session.json"] : []
    return words + session + second.arguments(other) + first.arguments(file)
  }

  @Test("one file for any two options is refused, by whatever name", arguments: pairs)
  func refused(first: Slot, second: Slot) throws {
    try withScratchFolder { folder in
      let (file, other) = ("\(folder.path)/a.\(first.ending)", "\(folder.path)/b.\(second.ending)")
      let manager = FileManager.default
      // Parsing is the slow part, so it is done once, and the other name exchanged.
      let files = try #require(
        Downhill.parseAsRoot(arguments(first, file, second, other)) as? any Command
      ).files
      let dotted = "\(folder.path)/./../\(folder.lastPathComponent)/a.\(first.ending)"
      let renamed = files.compactMap { NamedFile($0.source, $0.path == other ? dotted : $0.path, $0.use) }
      #expect(throws: SharedFile.self) { try NamedFile.check(renamed) }
      try Data("x1,x2,y\n0,0,A\n1,1,B\n".utf8).write(to: URL(filePath: file))
      #expect(throws: SharedFile.self) { try NamedFile.check(renamed) }
      // Two files are none of this fault; as soon as the second is a link to the first, they are one.
      #expect(throws: Never.self) { try NamedFile.check(files) }
      try manager.createSymbolicLink(atPath: other, withDestinationPath: "a.\(first.ending)")
      #expect(throws: SharedFile.self) { try NamedFile.check(files) }
      try manager.removeItem(atPath: file)
      #expect(throws: SharedFile.self, "a link to a file that is to be made") { try NamedFile.check(files) }
      try manager.removeItem(atPath: other)
      try Data("x".utf8).write(to: URL(filePath: file))
      try manager.linkItem(atPath: file, toPath: other)
      #expect(throws: SharedFile.self, "a hard link") { try NamedFile.check(files) }
    }
  }

  @Test("the program says so in one line with status 64, and leaves the file as it was", arguments: Naming.allCases)
  func program(naming: Naming) throws {
    for (first, second) in Self.pairs where ["perceptron", "landscape", "open"].contains(first.command) {
      guard first.option == "--picture" || first.option == "--path" else { continue }
      try withTwoNames(naming, endings: (first.ending, second.ending)) { file, other in
        let outcome = try Program.run(arguments(first, file, second, other))
        #expect(outcome.status == 64, "\(first) and \(second): \(outcome.messages)")
        #expect(outcome.messages.contains("name the same file"), "\(outcome.messages)")
        #expect(outcome.messages.split(separator: "\n").count == 1)
        #expect(outcome.output.isEmpty)
      }
    }
  }

  @Test("an output that standard output or standard input is redirected to is refused too")
  func redirected() throws {
    try withScratchFolder { folder in
      let file = folder.appending(path: "a.csv.txt").path
      try Data("x1,x2,y\n0,0,A\n1,1,B\n".utf8).write(to: URL(filePath: file))
      let before = try Data(contentsOf: URL(filePath: file))
      let appended = try Program.run(["perceptron", "--format", "csv", "--picture", file], redirection: ">>'\(file)'")
      #expect(appended.status == 64)
      let read = try Program.run(["perceptron", "--data", "-", "--picture", file], redirection: "<'\(file)'")
      #expect(read.status == 64)
      #expect(try Data(contentsOf: URL(filePath: file)) == before)
    }
  }

  @Test("what is no file may be named twice, and so may a file that is only read")
  func allowed() throws {
    #expect(throws: Never.self) {
      try NamedFile.check(
        ["--picture", "--save-model"].compactMap { NamedFile($0, "/dev/null", .writing) })
      try NamedFile.check(["--data", "--model"].compactMap { NamedFile($0, "/etc/passwd", .reading) })
    }
    #expect(Key.vary.files(in: "model=a.json,b.json").compactMap(\.path) == ["a.json", "b.json"])
    #expect(Key.data.files(in: "circle").isEmpty)
  }
}
