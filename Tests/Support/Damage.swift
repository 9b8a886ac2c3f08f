import Learning

/// What happens to files on their way: pieces come in, go, are repeated or cut off, and single bytes change.
package struct Damage: Sendable {
  private let pieces: [[UInt8]]
  private let most: Int

  /// Describes damage.
  ///
  /// - Parameters:
  ///   - pieces: Texts that are put in, best those that mean something where they come; at least one.
  ///   - most: How many places of a text are damaged at most; at least one is.
  package init(_ pieces: [String], most: Int = 4) {
    self.pieces = pieces.map { Array($0.utf8) }
    self.most = most
  }

  /// A good text, damaged; it may end empty, and no UTF-8.
  package func damaged(_ good: some Sequence<UInt8>, using generator: inout SplitMix64) -> [UInt8] {
    var bytes = Array(good)
    for _ in 0...generator.index(below: most) {
      let place = generator.index(below: bytes.count + 1)
      let piece = pieces[generator.index(below: pieces.count)]
      let run = place..<min(bytes.count, place + 1 + generator.index(below: 20))
      switch generator.index(below: 16) {
      case 0...3: bytes.insert(contentsOf: piece, at: place)
      case 4...6: bytes.replaceSubrange(place..<min(bytes.count, place + 1), with: piece)
      case 7...9: bytes.removeSubrange(run)
      case 10...12: if place < bytes.count { bytes[place] = UInt8(generator.index(below: 256)) }
      case 13, 14: bytes.insert(contentsOf: bytes[run], at: generator.index(below: bytes.count + 1))
      default: bytes.removeSubrange(place...)
      }
    }
    return bytes
  }
}
