/// How a measurement is written.
enum Report {
  /// Prints a measurement; `flops` is how many operations a weight costs for each example.
  static func line(_ kind: String, _ network: NetworkCase, _ size: String, rate: Double, flops: Double, peak: Double) {
    let share = rate * flops * Double(network.weightCount) / peak
    print(
      kind, network.name, size, number(rate / 1e6), number(100 * share) + " %", separator: "\t")
  }

  /// A number with three significant digits or so.
  static func number(_ value: Double) -> String {
    let places: Double = value >= 100 ? 1 : value >= 10 ? 10 : value >= 1 ? 100 : 10_000
    return "\((value * places).rounded() / places)"
  }
}
