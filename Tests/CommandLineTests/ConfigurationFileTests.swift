import Foundation
import TestSupport
import Testing

/// The configuration file as the program finds it.
@Suite struct ConfigurationFileTests {
  private func withFolder(_ body: (URL) throws -> Void) throws {
    try withScratchFolder { folder in
      try FileManager.default.createDirectory(
        at: folder.appending(path: "downhill"), withIntermediateDirectories: false)
      try body(folder)
    }
  }

  @Test("--print-config says what holds: the command line before NO_COLOR before the file")
  func precedence() throws {
    try withFolder { folder in
      try Data("theme = light\ncolor = always\npalette = grey\nkey.quit = Q\n".utf8)
        .write(to: folder.appendingPathComponent("downhill/config"))
      let variables = ["XDG_CONFIG_HOME": folder.path, "NO_COLOR": ""]
      let file = try Program.run(["--print-config"], environment: variables)
      #expect(file.status == 0 && file.messages.isEmpty)
      for line in ["theme = light", "color = always", "palette = grey", "key.quit = Q", "# key.play = space"] {
        #expect(file.lines.contains(line), "\(line)")
      }
      #expect(file.output.contains("\(folder.path)/downhill/config"))
      let quiet = try Program.run(
        ["--print-config"], environment: ["XDG_CONFIG_HOME": folder.path, "NO_COLOR": "1"])
      #expect(quiet.lines.contains("color = never"))
      let line = try Program.run(
        ["network", "--print-config", "--theme", "projector", "--color", "always", "--no-mouse", "--speed", "max"],
        environment: ["XDG_CONFIG_HOME": folder.path, "NO_COLOR": "1"])
      for text in ["theme = projector", "color = always", "palette = grey", "mouse = no", "speed = max"] {
        #expect(line.lines.contains(text), "\(text)")
      }
    }
  }

  @Test("No HOME, no file, a directory, an unreadable line: the program goes on and says so")
  func broken() throws {
    let none = try Program.run(["--print-config"], environment: ["XDG_CONFIG_HOME": "", "HOME": ""])
    #expect(none.status == 0 && none.lines.contains("theme = auto"))
    try withFolder { folder in
      let variables = ["XDG_CONFIG_HOME": folder.path]
      #expect(try Program.run(["--print-config"], environment: variables).status == 0)
      let config = folder.appendingPathComponent("downhill/config")
      try Data("theme = pink\nglyphs = ascii\n".utf8).write(to: config)
      let wrong = try Program.run(["--print-config"], environment: variables)
      #expect(wrong.status == 0 && wrong.lines.contains("glyphs = ascii") && wrong.lines.contains("theme = auto"))
      #expect(wrong.messages.contains("config:1: theme: there is no 'pink'"))
      try FileManager.default.removeItem(at: config)
      try FileManager.default.createDirectory(at: config, withIntermediateDirectories: true)
      let directory = try Program.run(["--print-config"], environment: variables)
      #expect(directory.status == 0 && directory.messages.contains("it is a directory"))
      // Without a screen nothing is read.
      let records = try Program.run(["perceptron", "--plain"], environment: variables)
      #expect(records.status == 0 && records.messages.isEmpty)
    }
  }

  @Test("--config FILE must be there and right: 66, 65")
  func named() throws {
    let missing = try Program.run(["--print-config", "--config", "nowhere"])
    #expect(missing.status == 66)
    let wrong = try Program.run(
      ["--print-config", "--config", "FILE"], file: "mine", Array("key.play = q\n\ntheme = \u{1B}[31m\n".utf8))
    #expect(wrong.status == 65)
    #expect(wrong.messages.contains("mine:1: play: q means quit"))
    #expect(wrong.messages.contains("mine:3: theme: there is no '\u{FFFD}[31m'"))
    let right = try Program.run(["--print-config", "--config", "FILE"], file: "mine", Array("speed = 30\n".utf8))
    #expect(right.status == 0 && right.lines.contains("speed = 30"))
  }
}
