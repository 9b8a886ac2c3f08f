import Glibc
import TestSupport
import Testing

/// Every terminal gets only what its description offers.
@Suite struct KnownTerminalsTests {
  /// What a terminal's description offers, read off its text in `Recorded/terminals.ti`.
  struct Known: Sendable, CustomTestStringConvertible {
    let name: String
    let depth: String
    let mouse: String
    let marksPaste: Bool
    var testDescription: String { name }

    init(_ name: String, _ depth: String, _ mouse: String, paste: Bool) {
      self.name = name
      self.depth = depth
      self.mouse = mouse
      marksPaste = paste
    }
  }

  static let described = [
    Known("xterm", "eight", "sgr", paste: true), Known("xterm-256color", "indexed", "sgr", paste: true),
    Known("xterm-direct", "direct", "sgr", paste: true), Known("xterm-mono", "none", "classic", paste: false),
    Known("screen", "eight", "classic", paste: false), Known("screen-256color", "indexed", "classic", paste: false),
    Known("tmux", "eight", "classic", paste: true), Known("tmux-256color", "indexed", "classic", paste: true),
    Known("linux", "eight", "classic", paste: false), Known("vt100", "none", "none", paste: false),
    Known("vt220", "none", "none", paste: false), Known("ansi", "eight", "none", paste: false),
    Known("rxvt-unicode-256color", "indexed", "classic", paste: false),
    Known("alacritty", "indexed", "sgr", paste: true),
    Known("konsole-256color", "indexed", "sgr", paste: true), Known("putty-256color", "indexed", "sgr", paste: true),
    Known("st-256color", "indexed", "classic", paste: true), Known("ms-terminal", "indexed", "sgr", paste: false),
    Known("cygwin", "eight", "none", paste: false), Known("sun", "none", "none", paste: false),
    Known("xterm-16color", "sixteen", "sgr", paste: true), Known("xterm-kitty", "indexed", "classic", paste: false),
    Known("foot", "indexed", "sgr", paste: false),
  ]

  private func start(_ name: String?, locale: String = "C.UTF-8") throws -> PseudoTerminal {
    var environment = ["LC_ALL": locale, "TERMINFO": TerminalDescriptions.folder]
    environment["TERM"] = name
    return try PseudoTerminal(BuiltProduct.path("ScreenProbe"), ["dark"], environment: environment)
  }

  @Test("Colors, mouse and paste as described, and the terminal comes back", arguments: described, ["C.UTF-8", "C"])
  func known(terminal known: Known, locale: String) throws {
    let terminal = try start(known.name, locale: locale)
    try #require(terminal.waitForLog("shown true"))
    terminal.waitForQuiet(30)
    let capabilities = try #require(terminal.log.first { $0.hasPrefix("capabilities") })
    #expect(capabilities.contains("fallback: nil"))
    #expect(capabilities.contains("colorDepth: Plotting.ColorDepth.\(known.depth),"))
    #expect(capabilities.contains("mouse: Terminal.TerminalCapabilities.Mouse.\(known.mouse),"))
    #expect(capabilities.contains("marksPaste: \(known.marksPaste),"))
    #expect(terminal.changedModes.contains(1006) == (known.mouse == "sgr"))
    #expect(terminal.changedModes.contains(1002) == (known.mouse != "none"))
    #expect(terminal.changedModes.contains(2004) == known.marksPaste)
    #expect(terminal.text.contains("probe 80x24"))
    if known.depth == "none" { #expect(terminal.text.firstMatch(of: /\e\[[0-9;]*[34][0-8][;m]/) == nil) }
    if locale == "C" { #expect(terminal.output.allSatisfy { $0 < 0x80 }) }
    terminal.send("q")
    #expect(terminal.waitForEnd() == .exit(0))
    WaysOutTests.expectRestored(terminal)
  }

  @Test(
    "A terminal whose description is not installed is treated as xterm-256color, and it is said",
    arguments: [
      ("wezterm", true), ("xterm-ghostty", true), ("unknown", true), ("no-such-terminal", false),
    ])
  func notInstalled(name: String, mayBeInstalled: Bool) throws {
    let terminal = try start(name)
    try #require(terminal.waitForLog("shown true"))
    let capabilities = try #require(terminal.log.first { $0.hasPrefix("capabilities") })
    if !mayBeInstalled || !capabilities.contains("fallback: nil") {
      #expect(capabilities.contains("fallback: Optional(\"xterm-256color\")"))
    }
    terminal.send("q")
    #expect(terminal.waitForEnd() == .exit(0))
    WaysOutTests.expectRestored(terminal)
  }

  @Test(
    "Where there is no terminal to speak of nothing is sent",
    arguments: [
      ("dumb", "error tooPlain(name: \"dumb\")"), ("", "error noTerminalName"), (nil, "error noTerminalName"),
    ])
  func plain(name: String?, message: String) throws {
    let terminal = try start(name)
    #expect(terminal.waitForEnd() == .exit(65))
    #expect(terminal.log.contains(message))
    #expect(terminal.output.isEmpty)
    #expect(terminal.modes == terminal.modesBefore)
  }

  @Test("Mouse reports are not asked for where the person does not want them")
  func noMouse() throws {
    let terminal = try WaysOutTests.start("no-mouse")
    #expect(terminal.changedModes.isDisjoint(with: [1000, 1002, 1003, 1005, 1006, 1015]))
  }

  @Test(
    "Absurd sizes do no harm",
    arguments: [(0, 0), (1, 1), (2, 2), (1, 24), (80, 1), (10, 5), (500, 200), (65_535, 65_535)])
  func sizes(width: Int, height: Int) throws {
    let terminal = try PseudoTerminal(
      BuiltProduct.path("ScreenProbe"), ["dark"], environment: WaysOutTests.environment, width: width,
      height: height)
    try #require(terminal.waitForLog("shown true"))
    terminal.waitForQuiet(30)
    terminal.send("q")
    #expect(terminal.waitForEnd() == .exit(0))
    WaysOutTests.expectRestored(terminal)
  }
}
