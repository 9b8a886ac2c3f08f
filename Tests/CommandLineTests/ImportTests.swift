import Foundation
import TestSupport
import Testing

/// The rule of the architecture: who may import whom.
@Suite struct ImportTests {
  /// Modules of the package and of the system that each module may import.
  static let allowed: [String: Set<String>] = [
    "Basics": [],
    "Learning": ["Basics", "RealModule"],
    "Calculus": ["Basics", "Learning", "RealModule"],
    "Plotting": ["Basics", "RealModule"],
    "Training": ["Basics", "Learning", "Calculus", "Dispatch", "Glibc"],
    "Terminal": ["Basics", "Plotting", "CNcurses", "Glibc", "Dispatch"],
    "Interface": ["Basics", "Learning", "Calculus", "Training", "Plotting", "Terminal", "Lessons", "Dispatch"],
    "Lessons": ["Learning", "Calculus", "Training", "CDemos", "Yams"],
    "downhill": [
      "Basics", "Learning", "Calculus", "Training", "Plotting", "Terminal", "Interface", "Lessons", "ArgumentParser",
      "Glibc", "Dispatch",
    ],
  ]

  @Test("Every import is in the table")
  func imports() throws {
    let sources = SourceTree.root.appending(path: "Sources")
    let files = try #require(FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
    var count = 0
    for case let file as URL in files where file.pathExtension == "swift" {
      let path = file.path.dropFirst(sources.path.count + 1).split(separator: "/").map(String.init)
      let module = path[0]
      let known = try #require(Self.allowed[module], "the module \(module) is not in the table")
      count += 1
      for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
        guard let name = Self.importedModule(line) else { continue }
        #expect(known.contains(name), "\(path.joined(separator: "/")) imports \(name)")
        if name == "CNcurses" { #expect(path.count > 2, "\(file.path): the C door is used in one folder only") }
      }
    }
    #expect(count > 50)
  }

  /// The module that a line imports, with or without attributes and kinds; nil for other lines.
  static func importedModule(_ line: Substring) -> String? {
    guard line.contains("import ") else { return nil }
    let words = line.split(separator: " ").map(String.init)
    guard let place = words.firstIndex(of: "import"), !words[..<place].contains(where: { $0.hasPrefix("/") }) else {
      return nil
    }
    let kinds: Set = ["struct", "enum", "class", "func", "protocol", "let", "var", "typealias"]
    return words[(place + 1)...].first { !kinds.contains($0) }?.split(separator: ".").first.map(String.init)
  }

  @Test(
    "An import is seen in every form",
    arguments: [
      ("import Learning", "Learning"), ("@preconcurrency import Glibc", "Glibc"),
      ("public import struct Foundation.URL", "Foundation"), ("// import Nothing", nil), ("let important = 1", nil),
    ])
  func forms(line: String, module: String?) {
    #expect(Self.importedModule(Substring(line)) == module)
  }
}
