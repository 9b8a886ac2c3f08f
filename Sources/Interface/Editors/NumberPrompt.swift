/// What can be typed where arrows turn or move something: what the numbers are called, and where they stand.
package struct NumberPrompt: Sendable, Equatable {
  /// What each number is called: `w₁`, or `x` and `y`.
  package let names: [String]
  /// Where each stands.
  package let values: [Double]

  /// A prompt for as many numbers as there are names.
  ///
  /// - Precondition: There is at least one name, and a value for each.
  package init(_ names: [String], at values: [Double]) {
    precondition(!names.isEmpty && names.count == values.count, "\(names) at \(values)")
    self.names = names
    self.values = values
  }
}
