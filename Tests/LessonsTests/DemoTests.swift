import Foundation
import TestSupport
import Testing
import Training

@testable import Lessons

/// The lessons of the folder Demos.
@Suite struct DemoTests {
  private static let source = SourceTree.root.appending(path: "Sources/CDemos/Demos.c")

  private static var names: [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: SourceTree.root.path + "/Demos")) ?? []
    return files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
  }

  /// The C file that takes the folder in.
  private static var expectedSource: String {
    func symbol(_ name: String) -> String { "demo_" + name.map { $0.isLetter || $0.isNumber ? $0 : "_" } }
    let texts = names.map { name in
      "static const unsigned char \(symbol(name))[] = {\n#embed \"../../Demos/\(name).yaml\"\n};\n\n"
    }
    let rows = names.map { "    {\"\($0)\", \(symbol($0)), sizeof \(symbol($0))},\n" }
    return """
      // Written by `RENEW_DEMOS=1 swift test --filter DemoTests`: the files of the folder Demos, one after another.

      #include "CDemos.h"

      #pragma clang diagnostic ignored "-Wc23-extensions"

      \(texts.joined())static const Demo demos[] = {
      \(rows.joined())    {0, 0, 0},
      };

      size_t demo_count(void) { return sizeof demos / sizeof *demos - 1; }

      Demo demo_at(size_t index) { return demos[index]; }

      """
  }

  @Test("Every file of the folder is compiled in; RENEW_DEMOS=1 writes the list anew")
  func embedded() throws {
    if ProcessInfo.processInfo.environment["RENEW_DEMOS"] == "1" {
      try Self.expectedSource.write(to: Self.source, atomically: true, encoding: .utf8)
    } else {
      #expect(try String(contentsOf: Self.source, encoding: .utf8) == Self.expectedSource)
      #expect(BuiltInLessons.names == Self.names)
      for (index, name) in BuiltInLessons.names.enumerated() {
        let file = SourceTree.root.appending(path: "Demos/\(name).yaml")
        #expect(BuiltInLessons.bytes(at: index) == Array(try Data(contentsOf: file)), "\(name)")
      }
    }
  }

  @Test("Every lesson can be read and holds what it expects")
  func checked() throws {
    for (index, name) in BuiltInLessons.names.enumerated() {
      let lesson = try Lesson(BuiltInLessons.bytes(at: index), file: "\(name).yaml")
      let failures = lesson.check().failures
      #expect(failures.isEmpty, "\(name): \(failures)")
    }
  }

  @Test(
    "From lesson to lesson one goes through the whole lecture, section by section, a lab after its section's lessons")
  func order() throws {
    var lesson = try #require(BuiltInLessons.all.first)
    var way = [lesson.name]
    while let next = BuiltInLessons.lesson(after: lesson) {
      #expect(next.section >= lesson.section, "\(lesson.name), then \(next.name)")
      way.append(next.name)
      lesson = next
    }
    #expect(lesson.section == 13)
    #expect(way.count == BuiltInLessons.names.count && Set(way) == Set(BuiltInLessons.names))
    let labs = zip(way, way.dropFirst()).filter { $0.1.hasPrefix("lab-") }
    #expect(labs.map(\.0) == ["02-perceptron", "05-layers"])
  }

  @Test("Every section of the lecture has a lesson", arguments: Lesson.sections)
  func sections(section: Int) {
    #expect(BuiltInLessons.all.contains { $0.section == section && !$0.steps.isEmpty })
    #expect(BuiltInLessons.lesson(named: "\(section)")?.section == section)
  }
}
