import ArgumentParser
import Plotting
import Terminal

/// `downhill doctor`: what this terminal can do, and what to do about what it can't.
struct DoctorCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "What this terminal can do, and what to do about what it can't.",
    usage: "downhill doctor",
    discussion: Examples.text([("downhill doctor", "run it where you run the rest")]))

  var files: [NamedFile] { [] }

  func carryOut(_ streams: Streams) throws {
    var lines: [String]
    do throws(TerminalError) {
      lines = DoctorCommand.lines(try TerminalScreen.capabilities(), size: Streams.terminalSize)
    } catch {
      lines = [
        "drawing     no: \(ErrorWords(error).lines.joined(separator: " "))",
        "            records, pictures and sentences work all the same",
      ]
    }
    lines += [""] + (try DoctorCommand.configurationLines(ConfigurationFile(named: nil)))
    for line in lines { try streams.output.line(line) }
  }

  /// Where the configuration is, whether there is one, and what is wrong with it.
  private static func configurationLines(_ file: ConfigurationFile) throws -> [String] {
    guard let path = file.path.map({ SafeText($0).description }) else {
      return ["config      nowhere: neither XDG_CONFIG_HOME nor HOME says where"]
    }
    let contents = try file.read()
    guard contents.isThere else {
      return ["config      none; it would be \(path)", "            -> downhill --print-config makes one to change"]
    }
    let faults = contents.problem.map(ConfigurationWords.words) ?? []
    return ["config      \(path)"] + faults.map { "            -> \(SafeText($0))" }
  }

  /// What is said about a terminal, one fact a line, advice below it.
  static func lines(_ terminal: TerminalCapabilities, size: (width: Int, height: Int)?) -> [String] {
    var lines: [String] = []
    func fact(_ name: String, _ text: String, _ advice: String? = nil) {
      lines.append(name + String(repeating: " ", count: max(1, 12 - name.count)) + SafeText(text).description)
      if let advice { lines.append(String(repeating: " ", count: 12) + "-> " + advice) }
    }
    fact(
      "terminal", terminal.name + (terminal.fallback.map { ", described as \($0)" } ?? ""),
      terminal.fallback == nil ? nil : "install ncurses-term for its own description")
    if let size {
      let isSmall = size.width < 60 || size.height < 20
      fact("size", "\(size.width) x \(size.height)", isSmall ? "80 x 24 or more shows all panels" : nil)
    }
    fact(
      "colors",
      "\(terminal.colorDepth == .direct ? "24 bit" : "\(terminal.colorDepth.rawValue)"), \(words(terminal.colorSource))",
      terminal.colorDepth < .indexed
        ? "TERM=xterm-256color has 256, COLORTERM=truecolor 24 bit, if the terminal can; --color always insists" : nil)
    fact(
      "encoding", terminal.isUTF8 ? "UTF-8" : "not UTF-8",
      terminal.isUTF8 ? nil : "with LANG=C.UTF-8 the pictures are four times as fine")
    fact("glyphs", terminal.glyphs.rawValue)
    fact("background", "\(terminal.background.rawValue), \(words(terminal.backgroundSource))")
    fact("mouse", words(terminal.mouse))
    fact("paste", terminal.marksPaste ? "told from typing" : "not told from typing")
    lines.append("")
    lines += card(terminal.glyphs)
    return lines
  }

  /// Characters that should look like what is said beside them.
  private static func card(_ glyphs: GlyphSet) -> [String] {
    switch glyphs {
    case .braille:
      [
        "braille     ⣀⣤⣶⣿⣶⣤⣀   a hill, without gaps", "blocks      ▁▂▃▄▅▆▇█  steps, from low to high",
        "lines       ╭─╮│╰─╯┏━┓ corners that meet", "marks       ● ✕ ▲ ■ ◆  a disk, a cross, three more shapes",
        "-> boxes or question marks: try --glyphs block, or another font (DejaVu Sans Mono, Cascadia)",
      ]
    case .block:
      [
        "blocks      ▁▂▃▄▅▆▇█  steps, from low to high", "lines       ┌─┐│└─┘   corners that meet",
        "-> boxes or question marks: try --glyphs ascii",
      ]
    case .ascii: ["ASCII       .:-=+*#%@  from light to dark"]
    }
  }

  private static func words(_ source: TerminalCapabilities.Source) -> String {
    switch source {
    case .option: "as asked for"
    case .variable(let name): "says \(name)"
    case .description: "says its description"
    case .reply: "says the terminal"
    case .assumption: "assumed"
    }
  }

  private static func words(_ mouse: TerminalCapabilities.Mouse) -> String {
    switch mouse {
    case .none: "none"
    case .classic: "yes, up to column 223"
    case .sgr: "yes"
    }
  }
}
