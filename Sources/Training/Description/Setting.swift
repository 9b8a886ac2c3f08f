/// The value a key stands at.
package enum Setting: Sendable, Equatable {
  case number(Double)
  case integer(Int)
  case flag(Bool)
  /// One word, or any text.
  case word(String)
  case words([String])
  case integers([Int])
  case assignments([Assignment])
  case variation(Variation)

  /// A number given to a name: `x=3`.
  package struct Assignment: Sendable, Equatable {
    /// The name.
    package var name: String
    /// The number.
    package var value: Double

    /// Gives a number to a name.
    package init(_ name: String, _ value: Double) {
      self.name = name
      self.value = value
    }
  }

  /// A key and the values that a race gives it.
  package struct Variation: Sendable, Equatable {
    /// The key that differs between the runs.
    package var key: Key
    /// Its values, one a run.
    package var values: [Setting]

    /// Gives several values to a key.
    package init(_ key: Key, _ values: [Setting]) {
      self.key = key
      self.values = values
    }
  }

  /// The setting as it is written after a key: `0.1`, `4,2`, `w1=0.2,w2=0`.
  ///
  /// Numbers are written in the shortest form that reads back to the same value, whatever the locale.
  package var text: String {
    switch self {
    case .number(let value): value.shortestText
    case .integer(let value): "\(value)"
    case .flag(let value): value ? "true" : "false"
    case .word(let word): word
    case .words(let words): words.map(ListText.quoted).joined(separator: ",")
    case .integers(let values): values.isEmpty ? "none" : values.map { "\($0)" }.joined(separator: ",")
    case .assignments(let pairs): pairs.map { "\($0.name)=\($0.value.shortestText)" }.joined(separator: ",")
    case .variation(let variation): "\(variation.key.rawValue)=\(variation.text)"
    }
  }

  /// The setting as JSON, by its natural type.
  package var json: JSONValue {
    switch self {
    case .number(let value): .number(value)
    case .integer(let value): .number(Double(value))
    case .flag(let value): .bool(value)
    case .word(let word): .string(word)
    case .words(let words): .array(words.map(JSONValue.string))
    case .integers(let values): .array(values.map { .number(Double($0)) })
    case .assignments(let pairs): .object(pairs.map { ($0.name, .number($0.value)) })
    case .variation(let variation): .object([(variation.key.rawValue, .array(variation.values.map(\.json)))])
    }
  }
}

extension Setting.Variation {
  /// The values as text: separated by commas, or by semicolons where a value itself has commas.
  var text: String {
    values.map(\.text).joined(separator: key.isListed ? ";" : ",")
  }
}

extension Key {
  /// Whether one value of this key may have commas in it.
  var isListed: Bool {
    switch specification.kind {
    case .words, .names, .integers, .assignments, .variation: true
    // An expression has commas: min(x, y).
    case .text: self == .function
    // A comma may be the value itself.
    case .number, .integer, .flag, .word, .character: false
    }
  }
}
