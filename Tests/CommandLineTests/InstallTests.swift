import Foundation
import TestSupport
import Testing

/// What `make install` would do, without doing it.
@Suite struct InstallTests {
  private func commands(_ target: String) throws -> [[String]] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "make", "--no-print-directory", "-n", "-o", "needs-build", "-o", "build", target, "DESTDIR=/stage", "PREFIX=/usr",
    ]
    process.currentDirectoryURL = SourceTree.root
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    return String(decoding: data, as: UTF8.self).split(separator: "\n").map {
      $0.split(separator: " ").map(String.init)
    }
  }

  @Test("Everything goes below DESTDIR and PREFIX, and uninstall removes every file of it")
  func staged() throws {
    let install = try commands("install")
    let words = install.flatMap { $0 }
    let files = words.filter { $0.hasPrefix("/") && !$0.hasSuffix("/env") }
    #expect(files.allSatisfy { $0.hasPrefix("/stage/usr/") }, "\(files)")
    let folders = Set(install.filter { $0.starts(with: ["install", "-d"]) }.flatMap { $0.dropFirst(2) })
    let written = Set(files).subtracting(folders)
    #expect(written.count == 5)
    #expect(written.contains("/stage/usr/bin/downhill"))
    #expect(written.contains("/stage/usr/share/man/man1/downhill.1"))
    // Each has its folder made before.
    for file in written { #expect(folders.contains((file as NSString).deletingLastPathComponent), "\(file)") }
    let removed = Set(try commands("uninstall").flatMap { $0 }.filter { $0.hasPrefix("/") })
    #expect(removed == written)
  }
}
