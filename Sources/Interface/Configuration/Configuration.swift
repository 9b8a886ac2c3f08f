import Plotting
import Terminal
import Training

/// What a person has chosen once and for all about the screen: nothing of it changes a number.
package struct Configuration: Sendable, Equatable {
  /// The names that a file may set, besides keys.
  package enum Name: String, Sendable, CaseIterable {
    case theme, palette, glyphs, color, speed, mouse

    /// What it means, and what can be chosen.
    package var help: String {
      switch self {
      case .theme: "colors: auto, \(Theme.Name.allCases.map(\.rawValue).joined(separator: ", "))"
      case .palette:
        "colors of fields, classes and heights: \(Palette.Name.allCases.map(\.rawValue).joined(separator: ", "))"
      case .glyphs: "characters: auto, \(GlyphSet.allCases.map(\.rawValue).joined(separator: ", "))"
      case .color: "auto, always or never"
      case .speed: "steps a second, max, or auto for what is usual in a scene"
      case .mouse: "yes or no"
      }
    }
  }

  /// The theme; nil to follow the terminal.
  package var theme: Theme.Name?
  /// The choice of colors.
  package var palette: Palette.Name?
  /// The characters; nil for what the terminal can.
  package var glyphs: GlyphSet?
  /// Whether to use color.
  package var color: TerminalOptions.ColorMode?
  /// How fast to play; nil for what is usual in a scene.
  package var speed: Speed?
  /// Whether to listen to the mouse.
  package var mouse: Bool?
  /// The keys of the actions whose keys are other ones, in the order of the table of actions.
  package var keys: [Action: [KeyPress]] = [:]

  /// A configuration in which nothing is set.
  package init() {}

  /// The key table with the keys of this configuration.
  package func keyTable() throws(RemappingError) -> KeyBindings {
    try KeyBindings().remapped(Action.allCases.compactMap { action in keys[action].map { (action, $0) } })
  }
}

/// What is wrong in a line of a configuration file.
package struct ConfigurationError: Error, Sendable, Equatable {
  /// What is wrong.
  package enum Problem: Sendable, Equatable {
    /// There is no `=`.
    case noValue(String)
    /// There is nothing of that name.
    case unknownName(String, suggestion: String?)
    /// The name has no such value; what it could be.
    case unknownValue(name: String, value: String, expected: String)
    /// There is no such action.
    case unknownAction(String, suggestion: String?)
    /// There is no such key on a keyboard.
    case unknownKey(String)
    /// The name was set before, in that line.
    case repeated(String, line: Int)
    /// The keys can't be given so.
    case remapping(RemappingError)
  }

  /// The line, from 1.
  package let line: Int
  /// What is wrong.
  package let problem: Problem
}

extension Configuration {
  /// The configuration as a file that reads back to it, with what each name means; keys that stand as they come are
  /// comments.
  package var text: String {
    var lines: [String] = []
    for name in Name.allCases {
      lines += ["# \(name.help)", "\(name.rawValue) = \(value(of: name))", ""]
    }
    lines.append("# keys: key.ACTION = KEY, KEY")
    for action in Action.allCases where !KeyBindings.fixed.contains(action) {
      guard let standard = KeyBindings().bindings.first(where: { $0.action == action })?.keys else { continue }
      let keys = (keys[action] ?? standard).map(\.name).joined(separator: ", ")
      lines.append("\(self.keys[action] == nil ? "# " : "")key.\(action.name) = \(keys)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func value(of name: Name) -> String {
    switch name {
    case .theme: theme?.rawValue ?? "auto"
    case .palette: (palette ?? .viridis).rawValue
    case .glyphs: glyphs?.rawValue ?? "auto"
    case .color: (color ?? .auto).rawValue
    case .speed: speed?.name ?? "auto"
    case .mouse: mouse == false ? "no" : "yes"
    }
  }
}
