import Training

extension Lesson {
  /// Reads a lesson from its text.
  ///
  /// - Parameters:
  ///   - bytes: The text, YAML in UTF-8.
  ///   - file: What it is called in errors; its last part without `.yaml` is the lesson's name.
  /// - Throws: all that is wrong with it, each fault with its place.
  package init(_ bytes: [UInt8], file: String) throws(LessonError) {
    let document = try MarkedDocument.read(bytes, named: file)
    var reader = LessonReader(file: file)
    let lesson = reader.lesson(document, file: file)
    guard reader.faults.isEmpty, let lesson else {
      throw LessonError(file: file, faults: reader.faults.sorted(by: LessonFault.comesBefore))
    }
    self = lesson
  }

  /// Reads a lesson's file.
  ///
  /// - Throws: `FileError` where it can't be read, `LessonError` with all that is wrong in it.
  package init(at path: String) throws {
    let bytes = try FileContents.read(path, limit: MarkedDocument.mostBytes + 1)
    try self.init(bytes, file: path)
  }

  /// The name of a lesson in a file.
  static func name(ofFile file: String) -> String {
    let last = file.split(separator: "/").last.map(String.init) ?? file
    for ending in [".yaml", ".yml"] where last.hasSuffix(ending) { return String(last.dropLast(ending.count)) }
    return last
  }
}

extension LessonReader {
  /// A whole lesson; nil, and faults, where something is wrong.
  fileprivate mutating func lesson(_ document: MarkedValue, file: String) -> Lesson? {
    let known = ["title", "section", "description", "steps", "goal"]
    let members = members(document, knowing: known, as: "a lesson: a mapping with a title")
    for name in ["title", "section", "description"] where members[name] == nil && faults.isEmpty {
      fault(.missing(name), at: document.place)
    }
    let title = text(members["title"])
    var section: Int?
    if let value = members["section"] { section = integer(value, in: Lesson.sections) }
    if let value = members["description"] { description = description(value) }
    let start = description
    var goal: LessonGoal?
    if let value = members["goal"] { goal = self.goal(value) }
    var steps: [LessonStep] = []
    if let value = members["steps"] {
      for element in elements(value, as: "a list of steps") { steps.append(step(element)) }
    }
    if steps.isEmpty, goal == nil, faults.isEmpty { fault(.missing("steps"), at: document.place) }
    guard let title, let section, let start else { return nil }
    return Lesson(
      name: Lesson.name(ofFile: file), file: file, title: title, section: section, description: start, steps: steps,
      goal: goal)
  }
}

extension LessonFault {
  static func comesBefore(_ left: LessonFault, _ right: LessonFault) -> Bool {
    (left.place ?? TextPlace(line: 0, column: 0)) < (right.place ?? TextPlace(line: 0, column: 0))
  }
}
