/// Which of the steps or epochs of a long run are measured: each at first, then ever fewer.
enum ThinningSchedule {
  /// Whether a number is one of them: each below `dense`, from there on every second, from twice that every fourth, and so
  /// on.
  ///
  /// - Precondition: `dense` is at least 2.
  static func includes(_ number: Int, dense: Int) -> Bool {
    var gap = 1
    while gap <= number / dense { gap *= 2 }
    return number.isMultiple(of: gap)
  }
}
