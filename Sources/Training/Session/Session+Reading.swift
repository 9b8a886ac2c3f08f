import Learning

/// Why a session file can't be used.
package struct SessionError: Error, Sendable, Equatable {
  /// What is wrong.
  package enum Problem: Sendable, Equatable {
    /// The file can't be read.
    case file(FileError)
    /// It is no JSON.
    case json(JSONError)
    /// It is JSON, but not a session's.
    case notASession
    /// It was saved by another version of the program, which writes another form.
    case version(Double)
    /// Something is missing or of another kind; where (`changes[2].step`), and what should be there.
    case shape(place: String, expected: String)
    /// The description is wrong.
    case description(DescriptionErrors)
    /// A changed setting is wrong; where.
    case setting(place: String, DescriptionError)
    /// A change can't be made where it was made.
    case change(ChangeError)
  }

  /// The file, as it was named.
  package let path: String
  /// What is wrong.
  package let problem: Problem

  /// Names a file and what is wrong with it.
  package init(path: String, problem: Problem) {
    self.path = path
    self.problem = problem
  }
}

extension Session {
  /// The largest session file that is read, in bytes.
  static let mostBytes = 1 << 26

  /// Reads a session file.
  package init(reading path: String) throws(SessionError) {
    let bytes: [UInt8]
    do throws(FileError) { bytes = try FileContents.read(path, limit: Session.mostBytes) } catch {
      throw SessionError(path: path, problem: .file(error))
    }
    try self.init(bytes, named: path)
  }

  /// Reads the text of a session file.
  ///
  /// - Parameter path: What errors call it.
  package init(_ bytes: [UInt8], named path: String) throws(SessionError) {
    let json: JSONValue
    do throws(JSONError) { json = try JSONParser.parse(bytes) } catch {
      throw SessionError(path: path, problem: .json(error))
    }
    do throws(Fault) { try self.init(json: json) } catch {
      throw SessionError(path: path, problem: error.problem)
    }
  }

  /// A problem without the file's name.
  struct Fault: JSONShapeFault {
    let problem: SessionError.Problem

    init(problem: SessionError.Problem) { self.problem = problem }

    init(place: String, expected: String) { problem = .shape(place: place, expected: expected) }
  }

  fileprivate typealias Cursor = JSONCursor<Fault>

  private init(json: JSONValue) throws(Fault) {
    guard json["downhill"] == "session" else { throw Fault(problem: .notASession) }
    let file = Cursor(json)
    let version = try file["version"].number()
    guard version == 1 else { throw Fault(problem: .version(version)) }
    let description: Description
    let members = try file["description"].value()
    do throws(DescriptionErrors) { description = try Description(json: members, mayWait: true) } catch {
      throw Fault(problem: .description(error))
    }
    self.init(description, view: try View(file["view"], of: description))
    if !file["training"].isMissing { training = try Dataset(file["training"], for: description.subject) }
    if !file["test"].isMissing { test = try Dataset(file["test"], for: description.subject) }
    if let training, let test, test.isNumeric != training.isNumeric || test.classNames != training.classNames {
      throw file["test"].fault("examples of the same kind as those that are trained on")
    }
    head = try file["head"].whole(0...Session.lastStep)
    step = try file["step"].whole(0...head)
    fingerprint = try file["fingerprint"].text()
    changes = try Past(file["changes"], of: description, head: head).changes
    if !file["common"].isMissing { commonStep = try file["common"].whole(step...Session.lastStep) }
    if !file["branches"].isMissing { branches = try Session.branches(file["branches"], of: description) }
  }

  /// Reads several branches, a parent before those that left it, and among them one without a past of its own.
  private static func branches(
    _ cursor: Cursor, of description: Description
  ) throws(Fault) -> [SavedBranch] {
    var branches: [SavedBranch] = []
    for each in try cursor.list() {
      let id = try each["id"].whole(0...Branches.most - 1)
      guard !branches.contains(where: { $0.place.id == id }) else {
        throw each["id"].fault("another than those before")
      }
      var parent: Int?
      if !branches.isEmpty {
        let other = try each["parent"].whole(0...Branches.most - 1)
        guard branches.contains(where: { $0.place.id == other }) else {
          throw each["parent"].fault("one of those before")
        }
        parent = other
      }
      let place = BranchPlace(id: id, parent: parent, forkStep: try each["fork"].whole(0...lastStep))
      var past: Past?
      if !each["changes"].isMissing {
        past = try Past(each["changes"], of: description, head: try each["head"].whole(0...lastStep))
      }
      branches.append(SavedBranch(place: place, past: past))
    }
    guard branches.count(where: { $0.past == nil }) == 1 else { throw cursor.fault("one without changes of its own") }
    return branches
  }
}

extension Session.Past {
  fileprivate init(_ cursor: Session.Cursor, of description: Description, head: Int) throws(Session.Fault) {
    var changes: [Session.Entry] = []
    for each in try cursor.list() {
      changes.append(try Session.Entry(each, of: description, steps: (changes.last?.step ?? 0)...head))
    }
    self.init(changes: changes, head: head)
  }
}

extension Session.View {
  fileprivate init(_ cursor: Session.Cursor, of description: Description) throws(Session.Fault) {
    self.init(
      panel: try cursor["panel"].text(), isEnlarged: try cursor["enlarged"].flag(), theme: try cursor["theme"].text(),
      palette: try cursor["palette"].text())
    if !cursor["speed"].isMissing {
      let rate = try cursor["speed"].number()
      guard rate >= 0 else { throw cursor["speed"].fault("a number of steps a second, or 0") }
      speed = rate
    }
    if !cursor["settings"].isMissing {
      for (name, value) in try cursor["settings"].members() {
        guard let key = Key(rawValue: name) else { throw value.fault("a setting") }
        settings[key] = try Session.Entry.setting(key, value, of: description)
      }
    }
    if !cursor["marks"].isMissing {
      for (name, value) in try cursor["marks"].members() { marks[name] = try value.mark() }
    }
  }
}

extension Session.Entry {
  fileprivate init(
    _ cursor: Session.Cursor, of description: Description, steps: ClosedRange<Int>
  ) throws(Session.Fault) {
    let change: Change
    if !cursor["setting"].isMissing {
      change = try Session.Entry.setting(cursor, of: description)
    } else if !cursor["parameter"].isMissing {
      change = .parameter(
        index: try cursor["parameter"].whole(0...Session.lastStep), value: try cursor["value"].number())
    } else if !cursor["parameters"].isMissing {
      change = .parameters(try cursor["parameters"].numbers())
    } else if !cursor["dataset"].isMissing {
      change = .dataset(try Dataset(cursor["dataset"], for: description.subject))
    } else {
      change = .point(try cursor["point"].numbers())
    }
    self.init(step: try cursor["step"].whole(steps), change: change)
  }

  private static func setting(_ cursor: Session.Cursor, of description: Description) throws(Session.Fault) -> Change {
    let name = try cursor["setting"].text()
    guard let key = Key(rawValue: name), description.takes(key) else {
      throw cursor["setting"].fault("a setting of \(description.scene.noun)")
    }
    return .setting(key, try setting(key, cursor["value"], of: description))
  }

  /// What a key is set to.
  fileprivate static func setting(
    _ key: Key, _ cursor: Session.Cursor, of description: Description
  ) throws(Session.Fault) -> Setting {
    guard description.takes(key) else { throw cursor.fault("a setting of \(description.scene.noun)") }
    guard let text = try cursor.value().settingText else { throw cursor.fault("a value") }
    do throws(DescriptionError) { return try description.setting(key, parsing: text) } catch {
      throw Session.Fault(problem: .setting(place: cursor.place, error))
    }
  }
}

extension Dataset {
  /// Reads examples.
  ///
  /// - Parameter scene: What learns from them; a perceptron tells two classes apart.
  fileprivate init(_ cursor: Session.Cursor, for scene: SceneKind) throws(Session.Fault) {
    var names: [String]?
    if !cursor["classes"].isMissing {
      let most = scene == .perceptron ? 2 : 10
      let list = try cursor["classes"].list()
      guard list.count <= most else { throw cursor["classes"].fault("at most \(most) names") }
      names = []
      for name in list { names?.append(try name.text()) }
    } else if scene == .perceptron {
      throw cursor["classes"].fault("a list of names")
    }
    var inputs: [Double] = []
    var labels: [Int] = []
    var numbers: [Double] = []
    for point in try cursor["points"].list() {
      let values = try point.numbers()
      guard values.count == 3 else { throw point.fault("three numbers") }
      inputs += values[0..<2]
      if let names {
        guard let label = Int(exactly: values[2]), names.indices.contains(label) else {
          throw point.fault("two numbers and the index of a class")
        }
        labels.append(label)
      } else {
        numbers.append(values[2])
      }
    }
    let inputNames = try cursor["inputs"].list()
    guard inputNames.count == 2 else { throw cursor["inputs"].fault("two names") }
    self.init(
      name: try cursor["name"].text(), inputNames: [try inputNames[0].text(), try inputNames[1].text()],
      inputs: inputs, targets: names.map { .classes(labels, names: $0) } ?? .numbers(numbers))
    if !cursor["standardization"].isMissing { standardization = try Standardization(cursor["standardization"]) }
    if !cursor["target"].isMissing { targetScale = try TargetScale(cursor["target"]) }
  }
}

extension JSONCursor {
  /// What a scene keeps: a flag, a number, a word, or numbers.
  fileprivate func mark() throws(Fault) -> JSONValue {
    let value = try value()
    switch value {
    case .bool, .number, .string: return value
    case .array: return .array(try numbers().map(JSONValue.number))
    case .null, .object: throw fault("a flag, a number, a word or a list of numbers")
    }
  }
}
