import TestSupport
import Testing

/// What a person sees, as tmux sees it.
@Suite(.serialized, .enabled(if: TmuxScreen.isAvailable)) struct ScreenTests {
  private func start(
    _ arguments: String = "dark", environment: [String: String] = [:], width: Int = 40, height: Int = 8
  ) throws -> TmuxScreen {
    let screen = try TmuxScreen(
      "\(BuiltProduct.path("ScreenProbe")) \(arguments) 3>/dev/null", environment: environment, width: width,
      height: height)
    _ = try #require(try screen.waitFor("probe \(width)x\(height)"))
    return screen
  }

  private static let picture = [
    "probe 40x8", "η ⣿ ╭─ 漢 ă", "blue vermillion reverse dim", "", "", "", "", String(repeating: " ", count: 39) + "#",
  ]

  @Test(
    "The whole picture, wide characters and the last corner included",
    arguments: ["tmux-256color", "xterm-256color", "screen"])
  func picture(term: String) throws {
    let screen = try start(environment: ["TERM": term])
    #expect(try screen.rows() == Self.picture)
    #expect(try screen.modes() == "cursor 0 alternate 1 mouse 1 keypad 1")
  }

  /// What can't be read on what is behind it is changed so far that it can: by Tests/Oracles/readable_colors.py.
  @Test(
    "Colors and attributes, by depth",
    arguments: [
      (
        "tmux-256color", "",
        ["\u{1B}[38;5;67mblue", "\u{1B}[38;5;223m\u{1B}[48;5;25mvermillion", "\u{1B}[7mreverse", "\u{1B}[2mdim"]
      ),
      (
        "tmux-256color", "truecolor",
        [
          "\u{1B}[38;2;42;126;185mblue", "\u{1B}[38;2;253;242;237m\u{1B}[48;2;0;114;178mvermillion",
          "\u{1B}[7mreverse", "\u{1B}[2mdim",
        ]
      ),
      ("xterm-direct", "", ["\u{1B}[38;2;42;126;185mblue", "\u{1B}[7mreverse"]),
      // Of eight colors those that can be read: xterm's cyan for blue on black, black for red on cyan.
      ("xterm", "", ["\u{1B}[36mblue", "\u{1B}[30m\u{1B}[46mvermillion"]),
    ])
  func colors(term: String, colorTerm: String, expected: [String]) throws {
    let screen = try start(environment: ["TERM": term, "COLORTERM": colorTerm])
    let row = try screen.styledRows()[2]
    for piece in expected { #expect(row.contains(piece), "\(row.debugDescription)") }
  }

  @Test("NO_COLOR means none; reverse and bold stay")
  func noColor() throws {
    let screen = try start(environment: ["NO_COLOR": "1", "COLORTERM": "truecolor"])
    let rows = try screen.styledRows().joined()
    #expect(rows.firstMatch(of: /\e\[[0-9;]*[34]8;/) == nil)
    #expect(rows.contains("\u{1B}[7mreverse"))
    #expect(rows.contains("\u{1B}[1mprobe"))
  }

  @Test("Outside UTF-8 the picture is spelled in ASCII; asked for braille, it comes out all the same")
  func ascii() throws {
    let screen = try start(environment: ["LC_ALL": "C"])
    let row = try screen.rows()[1]
    #expect(row.allSatisfy { $0.isASCII })
    #expect(row.hasPrefix("n . +- ?"))
    #expect(try start("dark braille", environment: ["LC_ALL": "C"]).rows() == Self.picture)
  }

  @Test("After a storm of sizes the picture is that of a start at the last size")
  func resizeStorm() throws {
    let screen = try start()
    for step in 0..<40 { try screen.resize(width: 20 + step * 37 % 90, height: 4 + step * 17 % 40) }
    try screen.resize(width: 61, height: 13)
    let rows = try #require(try screen.waitFor("probe 61x13"))
    #expect(try rows == start(width: 61, height: 13).rows())
  }

  @Test("A stop and a return: the shell gets its terminal, the picture comes back whole")
  func stop() throws {
    let screen = try TmuxScreen(
      "PS1='ready> ' bash --norc --noprofile -i", environment: ["PROBE": BuiltProduct.path("ScreenProbe")],
      width: 60,
      height: 10)
    _ = try #require(try screen.waitFor("ready>"))
    try screen.send("stty -a > /tmp/before-$$; $PROBE dark 3>/dev/null\r")
    let picture = try #require(try screen.waitFor("probe 60x10"))
    for key in ["\u{1A}", "z"] {
      try screen.send(key)
      _ = try #require(try screen.waitFor("Stopped"))
      #expect(try screen.modes() == "cursor 1 alternate 0 mouse 0 keypad 0")
      try screen.send("clear; stty -a | cmp - /tmp/before-$$ && echo sa'me'\r")
      _ = try #require(try screen.waitFor("same"))
      try screen.send("fg\r")
      #expect(try screen.waitFor("probe 60x10") == picture)
      #expect(try screen.modes() == "cursor 0 alternate 1 mouse 1 keypad 1")
      try screen.send("x")
      _ = try #require(try screen.waitFor("ready>"))
      try screen.send("clear; $PROBE dark 3>/dev/null\r")
      _ = try #require(try screen.waitFor("probe 60x10"))
    }
    try screen.send("q")
    _ = try #require(try screen.waitFor("ready>"))
    try screen.send("rm /tmp/before-$$\r")
  }

  @Test("In the background it draws nothing, and stops like any job that wants the terminal")
  func background() throws {
    let screen = try TmuxScreen(
      "PS1='ready> ' bash --norc --noprofile -i", environment: ["PROBE": BuiltProduct.path("ScreenProbe")],
      width: 60,
      height: 10)
    _ = try #require(try screen.waitFor("ready>"))
    try screen.send("set -b; $PROBE dark 3>/dev/null &\r")
    let rows = try #require(try screen.waitFor("Stopped"))
    #expect(!rows.contains { $0.contains("probe") && !$0.contains("PROBE") })
    #expect(try screen.modes() == "cursor 1 alternate 0 mouse 0 keypad 0")
    try screen.send("fg\r")
    _ = try #require(try screen.waitFor("probe 60x10"))
    try screen.send("q")
    _ = try #require(try screen.waitFor("ready>"))
    #expect(try screen.modes() == "cursor 1 alternate 0 mouse 0 keypad 0")
  }

  @Test("The keys of each terminal arrive", arguments: ["tmux-256color", "xterm-256color", "linux", "screen"])
  func keys(term: String) throws {
    let screen = try start("dark keys", environment: ["TERM": term])
    for (bytes, key) in [
      ("\u{1B}OA", "up"), ("\u{1B}[1;2D", "shiftLeft"), ("\u{1B}[5~", "pageUp"), ("ă", #"character("\u{0103}")"#),
      ("\u{1B}", "escape"), ("\r", "enter"), ("\u{7F}", "backspace"),
    ] {
      try screen.send(bytes)
      _ = try #require(try screen.waitFor("key \(key)"), "\(term) \(key)")
    }
  }
}
