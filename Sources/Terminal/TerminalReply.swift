/// A terminal's answer to a question.
package enum TerminalReply: Sendable, Equatable {
  /// The color of the background: red, green and blue, each 0...1.
  case background(red: Double, green: Double, blue: Double)
  /// What kind of terminal it is; sent by every terminal, so it ends a wait for answers that may never come.
  case deviceAttributes

  /// The bytes that ask for the background, and then for what every terminal answers.
  static let question = "\u{1B}]11;?\u{1B}\\\u{1B}[c"

  /// Reads the inside of an OSC sequence; nil where it is not the background's color in one of X11's forms.
  ///
  /// `11;rgb:RRRR/GGGG/BBBB` with one to four hexadecimal digits each, or `11;rgba:` with a fourth part.
  init?(operatingSystemCommand body: some Sequence<UInt8>) {
    let text = String(decoding: Array(body), as: UTF8.self)
    guard text.hasPrefix("11;rgb") else { return nil }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0] == "11;rgb" || parts[0] == "11;rgba" else { return nil }
    let channels = parts[1].split(separator: "/", omittingEmptySubsequences: false)
    guard channels.count == (parts[0] == "11;rgb" ? 3 : 4) else { return nil }
    var levels: [Double] = []
    for channel in channels.prefix(3) {
      guard (1...4).contains(channel.count), let level = UInt32(channel, radix: 16), channel.first != "+" else {
        return nil
      }
      levels.append(Double(level) / Double((1 << (4 * channel.count)) - 1))
    }
    self = .background(red: levels[0], green: levels[1], blue: levels[2])
  }

  /// Whether a background is dark or light, by its luma (ITU-R BT.709 weights on the coded values).
  static func brightness(red: Double, green: Double, blue: Double) -> Brightness {
    0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.5 ? .light : .dark
  }
}
