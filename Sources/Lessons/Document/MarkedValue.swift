/// A value of a YAML document with the place where it begins.
///
/// Scalars are text: what they mean is for whoever reads them to say, as on the command line.
struct MarkedValue: Sendable, Equatable {
  /// What the value is.
  enum Content: Sendable, Equatable {
    case scalar(String)
    case sequence([MarkedValue])
    case mapping([Member])
  }

  /// A key of a mapping with its value.
  struct Member: Sendable, Equatable {
    let name: String
    let place: TextPlace
    let value: MarkedValue
  }

  /// Where it begins.
  let place: TextPlace
  /// What it is.
  let content: Content

  /// The text of a scalar; nil for others.
  var text: String? { if case .scalar(let text) = content { text } else { nil } }

  /// What it is, in words for an error.
  var found: String {
    switch content {
    case .scalar(""): "nothing"
    case .scalar(let text): "'\(text)'"
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }
}

extension [MarkedValue.Member] {
  /// The value of a key; nil where it is not there.
  subscript(name: String) -> MarkedValue? { first { $0.name == name }?.value }
}
