import CPseudoTerminal
import Foundation
import Testing

/// The description with 24-bit color that is built into the program is the one whose source is kept.
@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/tic"))) struct TerminalDescriptionTests {
  private static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  @Test("Compiled, Assets/terminfo/downhill-direct.ti is what the program holds")
  func compiled() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("downhill-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let source = Self.package.appendingPathComponent("Assets/terminfo/downhill-direct.ti").path
    _ = try Subprogram.run("/usr/bin/tic", ["-x", "-o", folder.path, source])
    let printed = try Subprogram.run("/usr/bin/infocmp", ["-x", "-Q2", "-A", folder.path, "downhill-direct"])
    let compiled = printed.split(separator: "\n").filter { !$0.hasPrefix("#") }.joined()
    let code = try String(
      contentsOf: Self.package.appendingPathComponent("Sources/CNcurses/direct.c"), encoding: .utf8)
    let held = code.split(separator: "\n").filter { $0.hasPrefix("  \"") }
      .map { $0.drop { $0 != "\"" }.dropFirst().prefix { $0 != "\"" } }.joined()
    #expect(compiled.hasPrefix("b64:"))
    #expect(held == compiled)
  }
}
