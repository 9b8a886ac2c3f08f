import Foundation
import TestSupport
import Testing

/// The description with 24-bit color that is built into the program is the one whose source is kept.
@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/tic"))) struct TerminalDescriptionTests {
  @Test("Compiled, Assets/terminfo/downhill-direct.ti is what the program holds")
  func compiled() throws {
    let source = SourceTree.root.appending(path: "Assets/terminfo/downhill-direct.ti").path
    let printed = try withScratchFolder { folder in
      _ = try Subprogram.run("/usr/bin/tic", ["-x", "-o", folder.path, source])
      return try Subprogram.run("/usr/bin/infocmp", ["-x", "-Q2", "-A", folder.path, "downhill-direct"])
    }
    let compiled = printed.split(separator: "\n").filter { !$0.hasPrefix("#") }.joined()
    let code = try SourceTree.text("Sources/CNcurses/direct.c")
    let held = code.split(separator: "\n").filter { $0.hasPrefix("  \"") }
      .map { $0.drop { $0 != "\"" }.dropFirst().prefix { $0 != "\"" } }.joined()
    #expect(compiled.hasPrefix("b64:"))
    #expect(held == compiled)
  }
}
