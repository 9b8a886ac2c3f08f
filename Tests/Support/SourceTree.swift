import Foundation

/// The package's own files, as the tests were built from them.
package enum SourceTree {
  /// The folder that Package.swift is in.
  package static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// A file's text, by its path below the root.
  package static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }
}
