import Foundation
import TestSupport
import Testing

@testable import Training

@Suite("AtomicFile") struct AtomicFileTests {
  private func names(in folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  @Test("a new file, an old file and a link's file are replaced, and nothing else is left")
  func replaces() throws {
    try withScratchFolder { folder in
      let path = folder.path + "/model.json"
      try AtomicFile.write([1, 2, 3], to: path)
      try AtomicFile.write([4], to: path)
      #expect(try FileContents.read(path) == [4])
      symlink(path, folder.path + "/link")
      try AtomicFile.write([5, 6], to: folder.path + "/link")
      #expect(try FileContents.read(path) == [5, 6])
      #expect(try names(in: folder) == ["link", "model.json"])
    }
  }

  @Test("two that write at once leave the bytes of one of them, and nothing else")
  func together() throws {
    try withScratchFolder { folder in
      let path = folder.path + "/model.json"
      let contents = (0..<4).map { [UInt8](repeating: UInt8($0), count: 30_000 + $0) }
      for _ in 0..<50 {
        DispatchQueue.concurrentPerform(iterations: contents.count) { writer in
          #expect(throws: Never.self) { try AtomicFile.write(contents[writer], to: path) }
        }
        #expect(contents.contains(try FileContents.read(path)))
      }
      let left = try names(in: folder)
      #expect(left == ["model.json"])
    }
  }

  @Test("a directory, a missing folder and a full device are errors with the path")
  func refuses() throws {
    try withScratchFolder { folder in
      #expect(throws: FileError(path: folder.path, fault: .directory, purpose: .writing)) {
        try AtomicFile.write([1], to: folder.path)
      }
      let missing = folder.path + "/no/model.json"
      #expect(throws: FileError(path: missing, fault: .system(ENOENT), purpose: .writing)) {
        try AtomicFile.write([1], to: missing)
      }
      #expect(throws: FileError(path: "/dev/full", fault: .system(ENOSPC), purpose: .writing)) {
        try AtomicFile.write([1], to: "/dev/full")
      }
      let left = try names(in: folder)
      #expect(left.isEmpty)
    }
  }
}
