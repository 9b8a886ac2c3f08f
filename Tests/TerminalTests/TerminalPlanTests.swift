import Plotting
import Testing

@testable import Terminal

/// What is used of a terminal, by description, environment and wish.
@Suite struct TerminalPlanTests {
  private func plan(
    _ name: String = "xterm-256color", colors: Int = 256, direct: Int? = nil, mouse: String = "\u{1B}[<",
    environment: Environment = Environment(), options: TerminalOptions = TerminalOptions(), isUTF8: Bool = true
  ) -> TerminalPlan {
    let description = TerminalPlan.Description(
      name: name, colors: colors, directReserved: direct, canPaste: true, mousePrefix: mouse)
    var environment = environment
    environment.term = name
    return TerminalPlan(
      description, isFallback: false, environment: environment, options: options, isUTF8: isUTF8)
  }

  @Test(
    "Depth: description, COLORTERM, NO_COLOR and the wish",
    arguments: [
      ("xterm-256color", 256, nil, nil, .auto, .indexed), ("xterm-256color", 256, "truecolor", nil, .auto, .direct),
      ("xterm-256color", 256, "24bit", nil, .auto, .direct), ("xterm-256color", 256, "TrueColor", nil, .auto, .direct),
      ("xterm-256color", 256, "yes", nil, .auto, .indexed), ("xterm-256color", 256, "", nil, .auto, .indexed),
      ("xterm-256color", 256, "truecolor", "1", .auto, .none), ("xterm-256color", 256, "truecolor", "", .auto, .direct),
      ("xterm-256color", 256, "truecolor", "1", .always, .direct), ("xterm-256color", 256, nil, "1", .always, .indexed),
      ("xterm-256color", 256, "truecolor", nil, .never, .none), ("xterm", 8, nil, nil, .auto, .eight),
      ("xterm", 8, "truecolor", nil, .auto, .direct), ("linux", 8, "truecolor", nil, .auto, .eight),
      ("xterm-16color", 16, nil, nil, .auto, .sixteen), ("rxvt-88color", 88, nil, nil, .auto, .sixteen),
      ("xterm-mono", 0, "truecolor", nil, .auto, .none), ("vt100", 0, nil, nil, .always, .none),
      ("xterm-direct", 0x100_0000, nil, nil, .auto, .direct), ("xterm-direct", 0x100_0000, nil, "1", .auto, .none),
    ] as [(String, Int, String?, String?, TerminalOptions.ColorMode, ColorDepth)])
  func depth(
    name: String, colors: Int, colorTerm: String?, noColor: String?, mode: TerminalOptions.ColorMode, depth: ColorDepth
  ) {
    var environment = Environment()
    environment.colorTerm = colorTerm
    environment.noColor = noColor
    let plan = plan(
      name, colors: colors, direct: colors == 0x100_0000 ? 8 : nil, environment: environment,
      options: TerminalOptions(colorMode: mode))
    #expect(plan.capabilities.colorDepth == depth)
    #expect(plan.usesBuiltInDirect == (depth == .direct && colors != 0x100_0000))
  }

  @Test("In GNU Screen COLORTERM is the outer terminal's word; tmux translates")
  func multiplexers() {
    var environment = Environment()
    environment.colorTerm = "truecolor"
    environment.screenSession = "1234.pts-0.host"
    #expect(plan("screen-256color", environment: environment).capabilities.colorDepth == .indexed)
    environment.tmux = "/tmp/tmux-1000/default,1,0"
    #expect(plan("screen-256color", environment: environment).capabilities.colorDepth == .direct)
  }

  @Test("Glyphs: braille in UTF-8, block characters on consoles, ASCII elsewhere, or as asked")
  func glyphs() {
    #expect(plan().capabilities.glyphs == .braille)
    #expect(plan("linux", colors: 8).capabilities.glyphs == .block)
    #expect(plan(isUTF8: false).capabilities.glyphs == .ascii)
    let asked = plan(options: TerminalOptions(glyphs: .braille), isUTF8: false)
    #expect(asked.capabilities.glyphs == .braille)
    #expect(asked.needsUTF8 && asked.capabilities.isUTF8)
    #expect(!plan(options: TerminalOptions(glyphs: .ascii), isUTF8: false).needsUTF8)
  }

  @Test(
    "COLORFGBG names the background by palette entry",
    arguments: [
      ("15;0", .dark), ("0;15", .light), ("0;default;15", .light), ("7;0", .dark), ("0;7", .light), ("15;8", .dark),
      ("0;11", .light), ("15;4", .dark), ("15;default", nil), ("", nil), ("7", nil), ("0;99", nil), (";", nil),
    ] as [(String, Brightness?)])
  func colorForegroundBackground(text: String, expected: Brightness?) {
    var environment = Environment()
    environment.colorForegroundBackground = text
    let capabilities = plan(environment: environment).capabilities
    #expect(capabilities.background == expected ?? .dark)
    #expect(capabilities.backgroundSource == (expected == nil ? .assumption : .variable("COLORFGBG")))
  }

  @Test("The background is asked for only where the answer matters and the question does no harm")
  func question() {
    #expect(plan().asksBackground)
    #expect(!plan(options: TerminalOptions(background: .light)).asksBackground)
    #expect(!plan(options: TerminalOptions(colorMode: .never)).asksBackground)
    #expect(!plan("linux", colors: 8, mouse: "\u{1B}[M").asksBackground)
    #expect(!plan("ansi", colors: 8, mouse: "").asksBackground)
    #expect(plan(options: TerminalOptions(mouse: false)).asksBackground)
  }
}
