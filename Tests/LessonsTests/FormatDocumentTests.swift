import Foundation
import TestSupport
import Testing
import Training

@testable import Lessons

/// What the page about the format says is what is read.
@Suite struct FormatDocumentTests {
  private static func page() throws -> String { try SourceTree.text("Demos/FORMAT.md") }

  @Test("The example is a lesson, and holds")
  func example() throws {
    let blocks = try Self.page().components(separatedBy: "```")
    let text = try #require(blocks.first { $0.hasPrefix("yaml\n") }).dropFirst(5)
    let lesson = try Lesson(Array(text.utf8), file: "example.yaml")
    let report = lesson.check()
    #expect(report.failures.isEmpty, "\(report.failures)")
    #expect(report.steps == 3 && report.expectations == 7)
  }

  @Test("Every action and every key of a step is on the page")
  func complete() throws {
    let page = try Self.page()
    for name in LessonReader.actionNames + LessonReader.stepNames { #expect(page.contains("`\(name)"), "\(name)") }
  }

  @Test("Every quantity with a word for a name is on the page", arguments: SceneKind.allCases)
  func quantities(scene: SceneKind) throws {
    let page = try Self.page()
    for name in Quantity.names(in: scene) where name.count > 2 && !name.contains(".") && !name.contains("/") {
      #expect(page.contains("`\(name)`"), "\(name)")
    }
  }
}
