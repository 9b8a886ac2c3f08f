/// The order in which a perceptron's weights, and all that belongs to them one by one, are written: the bias w0 last.
///
/// The lecture has it so: w1, w2, w0. Models keep the bias apart, landscapes count it first; what people read has this order everywhere.
package enum WeightOrder {
  /// The indices of so many weights, w0 counted, in that order.
  package static func indices(count: Int) -> [Int] { Array(1..<max(1, count)) + [0] }

  /// A value for each weight, in that order.
  package static func listed<Value>(_ others: [Value], bias: Value) -> [Value] { others + [bias] }

  /// A value for each weight with the weight's index, in that order.
  package static func numbered<Value>(_ others: [Value], bias: Value) -> [(index: Int, value: Value)] {
    others.enumerated().map { ($0.offset + 1, $0.element) } + [(0, bias)]
  }

  /// The names w0 to the last of so many weights, w0 counted, in that order.
  package static func names(count: Int) -> [String] { indices(count: count).map { "w\($0)" } }
}
