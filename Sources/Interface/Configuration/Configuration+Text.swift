import Terminal
import Training

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
