/// How a network does on a set of examples.
package struct Evaluation: Sendable, Equatable {
  /// The mean loss, without the regularizer; 0 for no examples.
  package var loss: Double
  /// How many examples of class a were taken for class p, at `confusion[a * classCount + p]`; empty for regression.
  package var confusion: [Int]
  /// How many classes there are; 0 for regression.
  package var classCount: Int
  /// How many examples there are.
  package var count: Int

  /// An evaluation from its numbers.
  package init(loss: Double, confusion: [Int], classCount: Int, count: Int) {
    self.loss = loss
    self.confusion = confusion
    self.classCount = classCount
    self.count = count
  }

  /// How many examples got their own class.
  package var correct: Int { (0..<classCount).reduce(0) { $0 + confusion[$1 * classCount + $1] } }

  /// The share of examples that got their own class; nil for regression and for no examples.
  package var accuracy: Double? {
    classCount > 0 && count > 0 ? Double(correct) / Double(count) : nil
  }
}
