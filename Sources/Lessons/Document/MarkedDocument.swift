import Training
import Yams

/// Reads the subset of YAML that lessons are written in: one document of mappings, lists and scalars.
///
/// Anchors, aliases and tags are refused, so no document unfolds to more than its own size.
enum MarkedDocument {
  /// The most bytes a lesson may have.
  static let mostBytes = 1 << 20
  /// How deep mappings and lists may be nested.
  static let mostDepth = 16

  /// Reads a document.
  ///
  /// - Throws: the first thing that is wrong with it, and where.
  /// - Complexity: O(n) in its bytes.
  static func read(_ bytes: [UInt8]) throws(LessonFault) -> MarkedValue {
    guard bytes.count <= mostBytes else { throw LessonFault(.tooLarge(most: mostBytes), at: nil) }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw LessonFault(.notUTF8, at: invalidPlace(in: bytes))
    }
    if bytes.contains(UInt8(ascii: "&")) { try refuseAnchors(in: text) }
    guard let root = try compose(text)?.root else { throw LessonFault(.empty, at: nil) }
    return try value(root, depth: 1)
  }

  // MARK: Yams

  /// A composed document with its parser, which the anchors of the nodes belong to.
  private struct Composed {
    let root: Node
    let parser: Parser
  }

  private static func compose(_ text: String) throws(LessonFault) -> Composed? {
    do {
      // With the encoding given, no variable of the environment decides it; with the basic resolver, scalars are text.
      let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
      return try parser.singleRoot().map { Composed(root: $0, parser: parser) }
    } catch {
      throw fault(error, in: text)
    }
  }

  /// Reads the text of a file.
  ///
  /// - Throws: the same, with the file's name.
  static func read(_ bytes: [UInt8], named file: String) throws(LessonError) -> MarkedValue {
    do throws(LessonFault) { return try read(bytes) } catch {
      throw LessonError(file: file, faults: [error])
    }
  }

  /// Looks for anchors in the text as it would be without aliases.
  ///
  /// Composing a document compares the keys of its mappings, and a key that is an alias of aliases unfolds without
  /// bounds. With every asterisk replaced by a letter there are no aliases, and nothing else changes place; a
  /// name in an error gets its asterisk back.
  private static func refuseAnchors(in text: String) throws(LessonFault) {
    let letter: Character = "＊"
    let harmless = String(text.unicodeScalars.map { $0 == "*" ? letter : Character($0) })
    let composed: Composed?
    do { composed = try compose(harmless) } catch {
      guard case .repeatedKey(let name) = error.problem else { throw error }
      throw LessonFault(.repeatedKey(String(name.map { $0 == letter ? "*" : $0 })), at: error.place)
    }
    guard let composed else { return }
    try withExtendedLifetime(composed.parser) { () throws(LessonFault) in
      if let place = firstAnchor(in: composed.root) { throw LessonFault(.notAllowed("an anchor (&)"), at: place) }
    }
  }

  private static func firstAnchor(in node: Node) -> TextPlace? {
    if node.anchor != nil { return place(node.mark) }
    switch node {
    case .scalar, .alias: return nil
    case .sequence(let nodes): return nodes.lazy.compactMap(firstAnchor).first
    case .mapping(let pairs):
      return pairs.lazy.compactMap { firstAnchor(in: $0.key) ?? firstAnchor(in: $0.value) }.first
    }
  }

  private static func value(_ node: Node, depth: Int) throws(LessonFault) -> MarkedValue {
    let place = place(node.mark)
    guard depth <= mostDepth else { throw LessonFault(.tooDeep(most: mostDepth), at: place) }
    switch node {
    case .alias: throw LessonFault(.notAllowed("an alias (*)"), at: place)
    case .scalar(let scalar):
      try refuse(scalar.tag, at: place)
      return MarkedValue(place: place, content: .scalar(scalar.string))
    case .sequence(let sequence):
      try refuse(sequence.tag, at: place)
      var values: [MarkedValue] = []
      for node in sequence { values.append(try value(node, depth: depth + 1)) }
      return MarkedValue(place: place, content: .sequence(values))
    case .mapping(let mapping):
      try refuse(mapping.tag, at: place)
      var members: [MarkedValue.Member] = []
      for (key, node) in mapping {
        let name = try value(key, depth: depth + 1)
        guard let text = name.text else { throw LessonFault(.expected("a key", found: name.found), at: name.place) }
        members.append(.init(name: text, place: name.place, value: try value(node, depth: depth + 1)))
      }
      return MarkedValue(place: place, content: .mapping(members))
    }
  }

  private static let harmlessTags: Set<Tag.Name> = [.implicit, .nonSpecific, .str, .seq, .map]

  private static func refuse(_ tag: Tag, at place: TextPlace) throws(LessonFault) {
    if !harmlessTags.contains(Tag.Name(rawValue: tag.rawValue)) {
      throw LessonFault(.notAllowed("a tag (!)"), at: place)
    }
  }

  // MARK: Errors

  private static func place(_ mark: Mark?) -> TextPlace {
    TextPlace(line: max(1, mark?.line ?? 1), column: max(1, mark?.column ?? 1))
  }

  private static func fault(_ error: any Error, in text: String) -> LessonFault {
    switch error {
    case YamlError.scanner(let context, let problem, let mark, _),
      YamlError.parser(let context, let problem, let mark, _):
      return LessonFault(.syntax(words(problem, context)), at: place(mark))
    case YamlError.composer(_, let problem, let mark, _):
      if problem.contains("alias") { return LessonFault(.notAllowed("an alias (*)"), at: place(mark)) }
      if problem.contains("another document") { return LessonFault(.severalDocuments, at: place(mark)) }
      return LessonFault(.syntax(problem), at: place(mark))
    case YamlError.reader(let problem, let offset, _, _):
      return LessonFault(.syntax(problem), at: offset.map { self.place(ofCharacter: $0, in: text) })
    case YamlError.duplicatedKeysInMapping(let names, let context):
      return LessonFault(.repeatedKey(names.first ?? ""), at: place(context.mark))
    default: return LessonFault(.syntax("it can't be read"), at: nil)
    }
  }

  private static func words(_ problem: String, _ context: YamlError.Context?) -> String {
    guard let context, !context.text.isEmpty else { return problem }
    return "\(problem), \(context.text) that begins in line \(context.mark.line)"
  }

  private static func place(ofCharacter offset: Int, in text: String) -> TextPlace {
    let before = text.prefix(offset)
    let line = before.count { $0.isNewline } + 1
    return TextPlace(line: line, column: before.reversed().prefix { !$0.isNewline }.count + 1)
  }

  /// Where the first byte is that belongs to no character.
  private static func invalidPlace(in bytes: [UInt8]) -> TextPlace {
    var low = 0
    var line = 1
    while low < bytes.count {
      let end = bytes[low...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      guard String(validating: bytes[low..<end], as: UTF8.self) != nil else { break }
      low = end + 1
      line += 1
    }
    return TextPlace(line: line, column: 1)
  }
}
