extension NamedFunction {
  /// The named functions of one variable.
  package static let curves: [NamedFunction] = [
    .curve(
      "parabola", title: "parabola", "x^2", x: -4...4, start: 3, learningRate: 0.1, minima: [.global(0, value: 0)],
      summary: "One smooth valley: each step multiplies x by 1 - 2 eta.", source: "The lecture's first example."),
    .curve(
      "double-well", title: "double well", "(x^2 - 1)^2", x: -2...2, start: 0.1, learningRate: 0.05,
      minima: [.global(-1, value: 0), .global(1, value: 0)],
      summary: "Two equal valleys: which one is found depends on the side of the start.",
      source: "By hand: the derivative is 4x(x^2 - 1)."),
    .curve(
      "two-valleys", title: "two valleys", "(x^2 - 1)^2 + 0.3x", x: -2...2, start: 1.7, learningRate: 0.05,
      minima: [
        .global(-1.0355787140888537, value: -0.30542848374391597),
        .local(0.96014955551910552, value: 0.29414648102826285),
      ], summary: "A local and a global minimum: a small eta is caught in the nearer valley, 0.15 jumps across.",
      source: "The roots of 4x^3 - 4x + 0.3, computed with 30 digits by mpmath."),
    .curve(
      "sine-chain", title: "sine of a square", "sin(x^2)", x: -3...3, start: 1.5, learningRate: 0.05,
      minima: [
        .global(-2.170803763674803, value: -1), .global(2.170803763674803, value: -1), .local(0, value: 0),
      ], summary: "The chain rule's example: u = x^2, dz/dx = 2x cos(u).",
      source: "By hand: the square root of 3 pi / 2; at 0 the derivative 2x cos(x^2) changes its sign."),
  ]
}
