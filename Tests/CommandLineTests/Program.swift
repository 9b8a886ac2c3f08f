import Foundation
import TestSupport
import Testing

/// The built program, run with arguments as a shell would.
struct Program {
  /// What it said and how it ended.
  struct Outcome {
    let output: String
    let messages: String
    /// The exit status; of a process ended by a signal, 128 and the signal's number, as shells have it.
    let status: Int32

    var lines: [String] { output.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init) }
  }

  /// The program beside the tests in the build folder.
  static let path = BuiltProduct.path("downhill")

  /// Runs it to its end.
  ///
  /// - Parameters:
  ///   - arguments: its arguments.
  ///   - input: what it reads from standard input; empty when left out.
  ///   - redirection: what a shell does to its streams besides: `>/dev/full`, `| head -1`.
  ///   - environment: variables that differ from the tests' own.
  static func run(
    _ arguments: [String], input: [UInt8] = [], redirection: String = "", environment: [String: String] = [:]
  ) throws -> Outcome {
    try withScratchFolder { folder in
      try Data(input).write(to: folder.appending(path: "in"))
      // The redirection comes last, so it may replace the files.
      let command = #"cd "$FOLDER"; set -o pipefail; { "$0" "$@" "# + redirection + "; } <in >out 2>err"
      var variables = ProcessInfo.processInfo.environment
      variables["FOLDER"] = folder.path
      variables["SWIFT_BACKTRACE"] = "enable=no"
      variables.merge(environment) { $1 }
      let status = try spawn(["/bin/bash", "-c", command, path] + arguments, variables.map { "\($0)=\($1)" })
      func text(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
      }
      return Outcome(output: try text("out"), messages: try text("err"), status: status)
    }
  }

  /// Runs a command to its end; `Process` closes every descriptor there could be, which takes seconds.
  static func spawn(_ arguments: [String], _ environment: [String]) throws -> Int32 {
    let words = arguments.map { strdup($0) } + [nil]
    let variables = environment.map { strdup($0) } + [nil]
    defer { for word in words + variables { free(word) } }
    var process = pid_t()
    let code = posix_spawn(&process, arguments[0], nil, nil, words, variables)
    try #require(code == 0, "posix_spawn: \(code)")
    var status: Int32 = 0
    while waitpid(process, &status, 0) == -1 { try #require(errno == EINTR) }
    return (status >> 8) & 0xFF
  }

  /// Runs it on a file with these bytes, under this name, and takes the folder of the file out of what is said.
  static func run(_ arguments: [String], file name: String, _ bytes: [UInt8]) throws -> Outcome {
    try withScratchFolder { folder in
      let file = folder.appending(path: name)
      try Data(bytes).write(to: file)
      let outcome = try run(arguments.map { $0 == "FILE" ? file.path : $0 })
      return Outcome(
        output: outcome.output.replacing(folder.path + "/", with: ""),
        messages: outcome.messages.replacing(folder.path + "/", with: ""), status: outcome.status)
    }
  }
}
