/// The order of classes, which decides about the encoding: class 0 is class A, encoded +1.
package enum ClassOrder {
  /// The indices of `labels` in the order of their classes.
  ///
  /// Two labels that are numbers: the greater comes first, so that 1 is class A and 0 or -1 class B. More labels that
  /// are numbers: ascending. Otherwise the order in which they appeared, which is the order given.
  package static func indices(of labels: [String]) -> [Int] {
    let numbers = labels.compactMap { Double($0) }
    guard numbers.count == labels.count, numbers.allSatisfy(\.isFinite) else { return Array(labels.indices) }
    let ascending = labels.indices.sorted { (numbers[$0], $0) < (numbers[$1], $1) }
    return labels.count == 2 ? ascending.reversed() : ascending
  }
}
