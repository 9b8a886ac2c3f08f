import Glibc
import Testing

@testable import Training

@Suite("AtomicFile") struct AtomicFileTests {
  /// An empty folder of its own for a test.
  private func folder() throws -> String {
    var template = Array("/tmp/downhill-test-XXXXXX".utf8CString)
    let path = try #require(mkdtemp(&template))
    return String(cString: path)
  }

  private func names(in folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      names.append(
        withUnsafePointer(to: entry.pointee.d_name) { pointer in
          pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        })
    }
    return names.filter { $0 != "." && $0 != ".." }.sorted()
  }

  @Test("a new file, an old file and a link's file are replaced, and nothing else is left")
  func replaces() throws {
    let folder = try folder()
    let path = folder + "/model.json"
    try AtomicFile.write([1, 2, 3], to: path)
    try AtomicFile.write([4], to: path)
    #expect(try FileContents.read(path) == [4])
    symlink(path, folder + "/link")
    try AtomicFile.write([5, 6], to: folder + "/link")
    #expect(try FileContents.read(path) == [5, 6])
    #expect(names(in: folder) == ["link", "model.json"])
  }

  @Test("a directory, a missing folder and a full device are errors with the path")
  func refuses() throws {
    let folder = try folder()
    #expect(throws: FileError(path: folder, fault: .directory, purpose: .writing)) {
      try AtomicFile.write([1], to: folder)
    }
    let missing = folder + "/no/model.json"
    #expect(throws: FileError(path: missing, fault: .system(ENOENT), purpose: .writing)) {
      try AtomicFile.write([1], to: missing)
    }
    #expect(throws: FileError(path: "/dev/full", fault: .system(ENOSPC), purpose: .writing)) {
      try AtomicFile.write([1], to: "/dev/full")
    }
    #expect(names(in: folder).isEmpty)
  }
}
