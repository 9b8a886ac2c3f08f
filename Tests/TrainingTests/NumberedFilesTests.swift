import Foundation
import TestSupport
import Testing

@testable import Training

@Suite("NumberedFiles") struct NumberedFilesTests {
  @Test("two hundred rounds of four at once: each has its own files, whole, and nothing else is left")
  func together() throws {
    let endings = [".svg", ".ansi", ".txt"]
    for round in 0..<TestShare.of(200, least: 20) {
      try withScratchFolder { folder in
        let bases = Guarded<[Int: String]>([:])
        DispatchQueue.concurrentPerform(iterations: 4) { writer in
          let bytes = [UInt8](repeating: UInt8(65 + writer), count: 2_000)
          let base = try? NumberedFiles.create(endings.map { ($0, bytes) }, named: "\(folder.path)/picture-")
          bases.withLock { $0[writer] = base ?? nil }
        }
        let made = bases.withLock { $0 }
        #expect(made.count == 4 && Set(made.values).count == 4, "round \(round): \(made)")
        for (writer, base) in made {
          for ending in endings {
            let bytes = try FileContents.read(base + ending)
            #expect(bytes == [UInt8](repeating: UInt8(65 + writer), count: 2_000))
          }
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 12)
      }
    }
  }

  @Test("a name is free where none of its files is there, not even as a link to nothing")
  func free() throws {
    try withScratchFolder { folder in
      let name = "\(folder.path)/p-"
      try Data("mine".utf8).write(to: URL(filePath: name + "1.txt"))
      try FileManager.default.createSymbolicLink(atPath: name + "2.svg", withDestinationPath: "nothing")
      let base = try NumberedFiles.create([(".svg", [1]), (".txt", [2])], named: name)
      #expect(base == name + "3")
      #expect(try String(contentsOfFile: name + "1.txt", encoding: .utf8) == "mine")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 4)
    }
  }

  @Test("where one file can't be written none is left")
  func whole() throws {
    try withScratchFolder { folder in
      #expect(throws: FileError.self) {
        // A name of 300 characters is longer than file systems have.
        try NumberedFiles.create(
          [(".svg", [1]), (String(repeating: "x", count: 300), [2])], named: "\(folder.path)/p-")
      }
      let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      #expect(left.isEmpty)
    }
  }
}

@Suite("LineFile in two programs") struct SharedLineFileTests {
  @Test("while one program writes a recording another one that names it is refused, and nothing is lost")
  func locked() throws {
    try withScratchFolder { folder in
      let path = folder.path + "/a.cast"
      do {
        let first = try LineFile(replacing: path, beginning: "{")
        try first.write("{1}\n")
        #expect(throws: FileError(path: path, fault: .inUse, purpose: .writing)) {
          try LineFile(replacing: path, beginning: "{")
        }
        try first.write("{2}\n")
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "{1}\n{2}\n")
      }
      // Once it is closed it can be replaced.
      let next = try LineFile(replacing: path, beginning: "{")
      try next.write("{3}\n")
      #expect(try String(contentsOfFile: path, encoding: .utf8) == "{3}\n")
    }
  }
}
