/// How far a typed word is from a known one.
package enum EditDistance {
  /// How many letters to insert, remove, replace or swap with their neighbor to get from one word to the other, no letter
  /// being touched twice: optimal string alignment (Damerau 1964; Wagner and Fischer 1974).
  ///
  /// - Complexity: O(first · second).
  package static func between(_ first: [Character], _ second: [Character]) -> Int {
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
