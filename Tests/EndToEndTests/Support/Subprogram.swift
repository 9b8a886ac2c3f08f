import CPseudoTerminal
import Glibc

/// A program that is run to its end, without a terminal.
enum Subprogram {
  /// How it failed.
  struct Failure: Error {
    let path: String
    let words: [String]
    let status: Int32
    let message: String
  }

  /// Runs a program with a plain environment and gives what it writes, errors included.
  static func run(_ path: String, _ words: [String]) throws -> String {
    var arguments: [UnsafeMutablePointer<CChar>?] = ([path] + words).map { strdup($0) } + [nil]
    let settings = ["PATH=/usr/bin:/bin", "TERM=xterm-256color", "LC_ALL=C.UTF-8", "SHELL=/bin/sh"]
    var variables: [UnsafeMutablePointer<CChar>?] = settings.map { strdup($0) } + [nil]
    defer { for text in arguments + variables { free(text) } }
    var output: Int32 = -1
    let status = pt_run(path, &arguments, &variables, 10_000, &output)
    defer { close(output) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while case let count = pt_read(output, &buffer, buffer.count), count > 0 { bytes += buffer[..<count] }
    let text = String(decoding: bytes, as: UTF8.self)
    guard status == 0 else { throw Failure(path: path, words: words, status: status, message: text) }
    return text
  }
}
