import Plotting

/// What to use of a terminal, decided from its description, the environment and the person's wishes.
///
/// Pure, so that every combination can be tested.
struct TerminalPlan: Equatable {
  /// What a terminal description says, as far as it matters.
  struct Description {
    var name: String
    var colors: Int
    /// The lowest color values that are palette entries; nil without direct color.
    var directReserved: Int?
    var canPaste: Bool
    var mousePrefix: String
    /// Whether the cursor can be placed and the screen cleared.
    var canMove = true
  }

  var capabilities: TerminalCapabilities
  /// Whether to use the built-in description with 24-bit color.
  var usesBuiltInDirect: Bool
  /// With direct color, values below this stand for palette entries.
  var directReserved: Int
  /// Whether to ask for the background's color.
  var asksBackground: Bool
  /// Whether the locale must be made UTF-8 to show the glyphs asked for.
  var needsUTF8: Bool

  init(
    _ description: Description, isFallback: Bool, environment: Environment, options: TerminalOptions, isUTF8: Bool
  ) {
    let name = environment.term ?? description.name
    let color = TerminalPlan.color(description, environment: environment, mode: options.colorMode)
    needsUTF8 = !isUTF8 && options.glyphs?.isUnicode == true
    let mouse: TerminalCapabilities.Mouse =
      !options.mouse || description.mousePrefix.isEmpty
      ? .none : description.mousePrefix.hasSuffix("[<") ? .sgr : .classic
    let background = TerminalPlan.background(environment: environment, options: options)
    capabilities = TerminalCapabilities(
      name: name, fallback: isFallback ? description.name : nil, colorDepth: color.depth, colorSource: color.source,
      isUTF8: isUTF8 || needsUTF8,
      glyphs: options.glyphs ?? (isUTF8 ? TerminalPlan.isConsole(name) ? .block : .braille : .ascii),
      mouse: mouse, marksPaste: description.canPaste, background: background.brightness,
      backgroundSource: background.source)
    usesBuiltInDirect = color.depth == .direct && description.directReserved == nil
    directReserved = usesBuiltInDirect ? 8 : description.directReserved ?? 0
    // Terminals with a mouse understand the question or skip it; the Linux console prints part of it.
    asksBackground =
      options.background == nil && color.depth > .none && !description.mousePrefix.isEmpty
      && !TerminalPlan.isConsole(name)
  }

  /// Whether it is a console whose font has block characters but no braille.
  static func isConsole(_ name: String) -> Bool {
    name == "linux" || name.hasPrefix("linux-") || name == "cygwin" || name.hasPrefix("sun")
  }

  /// How many colors to use.
  static func color(
    _ description: Description, environment: Environment, mode: TerminalOptions.ColorMode
  ) -> (depth: ColorDepth, source: TerminalCapabilities.Source) {
    if mode == .never { return (.none, .option) }
    // Set to anything but nothing, by https://no-color.org
    if mode == .auto, environment.noColor?.isEmpty == false { return (.none, .variable("NO_COLOR")) }
    let described: ColorDepth =
      switch description.colors {
      case ..<8: .none
      case 8..<16: .eight
      case 16..<256: .sixteen
      case 256..<0x100_0000: .indexed
      default: description.directReserved == nil ? .indexed : .direct
      }
    let name = environment.term ?? description.name
    // GNU Screen passes the variable on from the terminal it runs in; tmux translates for it.
    let isInScreen = environment.screenSession?.isEmpty == false && environment.tmux?.isEmpty != false
    let isCapable = described == .indexed || (described == .eight && name.hasPrefix("xterm"))
    if isCapable, !isInScreen, ["truecolor", "24bit"].contains(environment.colorTerm?.lowercased() ?? "") {
      return (.direct, .variable("COLORTERM"))
    }
    return (described, .description)
  }

  /// What can be known about the background without asking the terminal.
  static func background(
    environment: Environment, options: TerminalOptions
  ) -> (brightness: Brightness, source: TerminalCapabilities.Source) {
    if let chosen = options.background { return (chosen, .option) }
    // "foreground;background" or "foreground;something;background", by palette entry; rxvt's convention. In it 7 and
    // 9...15 are light.
    let fields = environment.colorForegroundBackground?.split(separator: ";") ?? []
    if fields.count >= 2, let entry = fields.last.flatMap({ Int($0) }), (0...15).contains(entry) {
      return (entry == 7 || entry > 8 ? .light : .dark, .variable("COLORFGBG"))
    }
    return (.dark, .assumption)
  }
}
