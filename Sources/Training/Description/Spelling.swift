/// Finds what somebody may have meant.
public enum Spelling {
  /// The word nearest to `text`, or nil when none is near enough to suggest.
  ///
  /// Near enough is one edit (insert, delete, replace, swap neighbors) in three characters, or a beginning of at least
  /// two characters. Letters in the wrong case cost nothing.
  ///
  /// - Complexity: O(words · text · word); text beyond 64 characters resembles nothing.
  public static func nearest(to text: String, among words: [String]) -> String? {
    guard !text.isEmpty, text.count <= 64 else { return nil }
    let wanted = Array(text.lowercased())
    var best: (word: String, distance: Int)?
    for word in words {
      let distance = distance(from: wanted, to: Array(word.lowercased()))
      guard distance <= max(1, max(wanted.count, word.count) / 3), distance < best?.distance ?? .max else { continue }
      best = (word, distance)
    }
    if let best { return best.word }
    return wanted.count < 2 ? nil : words.first { $0.lowercased().hasPrefix(text.lowercased()) }
  }

  /// The number of edits between two words (optimal string alignment).
  static func distance(from first: [Character], to second: [Character]) -> Int {
    var beforePrevious: [Int] = []
    var previous = Array(0...second.count)
    for row in first.indices {
      var current = [row + 1]
      for column in second.indices {
        let replaced = previous[column] + (first[row] == second[column] ? 0 : 1)
        var cost = min(replaced, previous[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, first[row] == second[column - 1], first[row - 1] == second[column] {
          cost = min(cost, beforePrevious[column - 1] + 1)
        }
        current.append(cost)
      }
      beforePrevious = previous
      previous = current
    }
    return previous[second.count]
  }
}

extension Key {
  /// The key that somebody may have meant.
  public static func nearest(to text: String) -> Key? {
    Spelling.nearest(to: text, among: allCases.map(\.rawValue)).flatMap(Key.init)
  }
}
