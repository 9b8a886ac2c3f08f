/// What a value is not that it should be, made from its place and from what should be there.
protocol JSONShapeFault: Error {
  /// Names a place in the text, such as `changes[2].step`, and what is expected there.
  init(place: String, expected: String)
}

/// A value in a JSON text and the way to it, for errors that name the place.
struct JSONCursor<Fault: JSONShapeFault> {
  private let found: JSONValue?
  /// The way to it: `layers[1].biases`; empty for the whole text.
  let place: String

  /// Stands at the whole text.
  init(_ whole: JSONValue) { self.init(whole, "") }

  private init(_ found: JSONValue?, _ place: String) {
    self.found = found
    self.place = place
  }

  /// Whether there is no value.
  var isMissing: Bool { found == nil }

  /// The member of a name, whether there is one or not.
  subscript(name: String) -> JSONCursor {
    JSONCursor(found?[name], place.isEmpty ? name : "\(place).\(name)")
  }

  /// That it is not what is expected.
  func fault(_ expected: String) -> Fault {
    Fault(place: place.isEmpty ? "the file" : place, expected: expected)
  }

  /// The value, of any kind.
  func value() throws(Fault) -> JSONValue {
    guard let found else { throw fault("there") }
    return found
  }

  /// The elements of an array.
  func list(_ expected: String = "a list") throws(Fault) -> [JSONCursor] {
    guard case .array(let values) = found else { throw fault(expected) }
    return values.enumerated().map { JSONCursor($1, "\(place)[\($0)]") }
  }

  /// The members of an object, each name once.
  func members() throws(Fault) -> [(name: String, value: JSONCursor)] {
    guard case .object(let members) = found else { throw fault("an object") }
    var names: Set<String> = []
    for (name, _) in members where !names.insert(name).inserted { throw self[name].fault("there once") }
    return members.map { ($0.0, self[$0.0]) }
  }

  /// The text of a string.
  func text(_ expected: String = "a text in quotes") throws(Fault) -> String {
    guard case .string(let text) = found else { throw fault(expected) }
    return text
  }

  /// The number.
  func number() throws(Fault) -> Double {
    guard case .number(let number) = found else { throw fault("a number") }
    return number
  }

  /// Whether it is true.
  func flag() throws(Fault) -> Bool {
    guard case .bool(let flag) = found else { throw fault("true or false") }
    return flag
  }

  /// The whole number in a range.
  func whole(_ range: ClosedRange<Int>) throws(Fault) -> Int {
    guard let value = Int(exactly: try number()), range.contains(value) else {
      throw fault("a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return value
  }

  /// The elements of an array of numbers.
  func numbers() throws(Fault) -> [Double] {
    var numbers: [Double] = []
    for cursor in try list("a list of numbers") { numbers.append(try cursor.number()) }
    return numbers
  }
}
