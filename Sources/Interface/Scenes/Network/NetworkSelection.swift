import Learning

/// A part of a network that can be selected.
enum NetworkSelection: Sendable, Hashable {
  /// An input feature, in use or not.
  case input(Feature)
  /// A unit by its layer, 0 the first hidden one and the last the output, and its place in it.
  case unit(layer: Int, unit: Int)

  /// The same part of another shape, or the nearest there is.
  func clamped(to network: Network) -> NetworkSelection {
    guard case .unit(let layer, let unit) = self else { return self }
    let sizes = network.hidden.map(\.units) + [network.outputs]
    let nearest = min(max(0, layer), sizes.count - 1)
    return .unit(layer: nearest, unit: min(max(0, unit), sizes[nearest] - 1))
  }

  /// Keeps which part it is.
  mutating func keep(in book: inout ViewBook) {
    var (feature, place): (String?, (layer: Int, unit: Int)?) = (nil, nil)
    switch self {
    case .input(let input): feature = input.rawValue
    case .unit(let layer, let unit): place = (layer, unit)
    }
    var kept = self
    book.keep("input", feature) { if let input = Feature(rawValue: $0) { kept = .input(input) } }
    if case .input = kept {
      self = kept
      return
    }
    var (layer, unit) = place ?? (0, 0)
    book.keep("layer", &layer)
    book.keep("unit", &unit)
    self = .unit(layer: layer, unit: unit)
  }

  /// What it is called.
  func name(in network: Network) -> String {
    switch self {
    case .input(let feature): return "input \(feature.rawValue)"
    case .unit(let layer, let unit):
      if layer < network.hidden.count { return "unit \(unit + 1) of hidden layer \(layer + 1)" }
      return network.outputs == 1 ? "the output" : "output \(unit + 1)"
    }
  }
}
