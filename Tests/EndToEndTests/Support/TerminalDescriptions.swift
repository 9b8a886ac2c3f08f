import Foundation
import TestSupport

/// The descriptions of terminals that tests are made with: the same wherever they run, whatever is installed.
enum TerminalDescriptions {
  /// The folder with the compiled descriptions, as `TERMINFO` names it; made once a process and taken away by the system.
  static let folder: String = {
    let folder = FileManager.default.temporaryDirectory.appending(path: "downhill-terminfo-\(getpid())").path
    let source = SourceTree.root.appending(path: "Tests/EndToEndTests/Recorded/terminals.ti").path
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      _ = try Subprogram.run("/usr/bin/env", ["tic", "-x", "-o", folder, source])
    } catch {
      fatalError("the terminal descriptions can't be compiled by tic, which comes with ncurses: \(error)")
    }
    return folder
  }()

  /// The private modes that a terminal has set when its cursor looks as usual: what its description's `cnorm` sets.
  ///
  /// Most turn the cursor on and its blinking off with it; kitty turns the blinking on.
  static func usualModes(of name: String) -> Set<Int> {
    guard let text = try? Subprogram.run("/usr/bin/env", ["infocmp", "-1", "-x", "-A", folder, name]),
      let line = text.split(separator: "\n").first(where: { $0.contains("cnorm=") })
    else { return [] }
    var modes: Set<Int> = []
    for match in line.matches(of: /\\E\[\?([0-9;]+)h/) {
      modes.formUnion(match.1.split(separator: ";").compactMap { Int($0) })
    }
    return modes
  }
}
