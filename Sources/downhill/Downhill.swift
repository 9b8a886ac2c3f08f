import ArgumentParser

/// The program: shows learning happen.
@main
struct Downhill: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "downhill", abstract: "See learning happen, in a terminal.", version: "0.1.0")
}
