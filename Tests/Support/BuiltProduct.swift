import Foundation

/// Where the programs under test are: beside the tests in the build folder.
package enum BuiltProduct {
  private static let folder: URL = {
    let tests =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
    return URL(filePath: tests).deletingLastPathComponent()
  }()

  /// The path of a program that was built with the tests.
  package static func path(_ name: String) -> String { folder.appending(path: name).path }
}
