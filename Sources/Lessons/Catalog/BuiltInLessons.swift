import CDemos
import Training

/// The lessons that are part of the program: the files of the folder Demos, compiled into it.
package enum BuiltInLessons {
  /// Their names, in the order of their files.
  package static let names: [String] = (0..<demo_count()).map { String(cString: demo_at($0).name) }

  /// All of them, in the lecture's order: by section, a section's lab after its lessons.
  ///
  /// - Complexity: O(bytes), once.
  package static let all: [Lesson] = names.indices.compactMap { index in
    // A test reads each of them; one that could not be read would be left out.
    (try? Lesson(bytes(at: index), file: "\(names[index]).yaml")).map { (index, $0) }
  }
  .sorted { ($0.1.section, $0.0) < ($1.1.section, $1.0) }
  .map(\.1)

  /// The text of a lesson.
  package static func bytes(at index: Int) -> [UInt8] {
    let demo = demo_at(index)
    return Array(UnsafeBufferPointer(start: demo.bytes, count: demo.count))
  }

  /// The lesson somebody means: by its name, its name without the number, or its number; nil where there is none.
  package static func lesson(named text: String) -> Lesson? {
    if let exact = all.first(where: { $0.name == text || $0.topic == text }) { return exact }
    guard let number = Int(text) else { return nil }
    return all.first { $0.number == number } ?? all.first { $0.section == number }
  }

  /// The lesson after one of them; nil for the last one and for others.
  package static func lesson(after lesson: Lesson) -> Lesson? {
    guard let index = all.firstIndex(where: { $0.name == lesson.name }), all.indices.contains(index + 1) else {
      return nil
    }
    return all[index + 1]
  }

  /// The name that somebody may have meant.
  package static func nearest(to text: String) -> String? {
    Spelling.nearest(to: text, among: all.map(\.topic) + names)
  }
}

extension Lesson {
  /// The number its name begins with; nil where there is none.
  package var number: Int? { Int(name.prefix { $0.isNumber }) }

  /// Its name without the number in front.
  package var topic: String {
    let rest = name.drop { $0.isNumber }
    return rest.count < name.count && rest.hasPrefix("-") ? String(rest.dropFirst()) : name
  }
}
