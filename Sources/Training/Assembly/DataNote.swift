import Learning

/// Something that a person should know about the data of a run before it begins.
package struct DataNote: Sendable, Equatable {
  /// How much it matters; they are said in this order.
  package enum Kind: Int, Sendable, Comparable {
    /// Rows that were left out.
    case leftOut
    /// Something that will go wrong, and what helps.
    case warning
    /// Something that was guessed, and can be set.
    case guess
    /// Something that was done because it was asked for.
    case fact

    /// In the order in which they are said.
    package static func < (one: Kind, other: Kind) -> Bool { one.rawValue < other.rawValue }
  }

  /// How much it matters.
  package let kind: Kind
  /// The sentence; has foreign text in it that is not yet safe to show.
  package let text: String

  /// Notes something.
  package init(_ kind: Kind, _ text: String) {
    self.kind = kind
    self.text = text
  }
}

extension [DataNote] {
  /// The notes with what matters most first, else in their order.
  var sorted: [DataNote] {
    enumerated().sorted { ($0.element.kind, $0.offset) < ($1.element.kind, $1.offset) }.map(\.element)
  }
}
