extension NamedFunction {
  /// The named functions of two variables.
  ///
  /// Minima that no formula gives were computed with 30 digits by mpmath; they agree with the literature cited.
  package static let surfaces: [NamedFunction] = bowls + valleys + manyMinima

  private static let bowls: [NamedFunction] = [
    .surface(
      "sphere", title: "sphere", "x^2 + y^2", x: -4...4, y: -4...4, start: (3, -2), learningRate: 0.1,
      minima: [.global(0, 0, value: 0)], summary: "The round bowl: each step multiplies the point by 1 - 2 eta.",
      source: "The lecture's example; De Jong 1975, F1."),
    .surface(
      "ellipse", title: "ellipse", "x^2 + 10y^2", x: -5...5, y: -3...3, start: (-4, 2), learningRate: 0.09,
      minima: [.global(0, 0, value: 0)],
      summary: "A narrow bowl: the steep direction bounds eta (2/20), the flat one makes it slow.",
      source: "By hand: the curvatures are 2 and 20."),
    .surface(
      "booth", title: "Booth's function", "(x + 2y - 7)^2 + (2x + y - 5)^2", x: -10...10, y: -10...10,
      start: (-8, -6), learningRate: 0.05, minima: [.global(1, 3, value: 0)],
      summary: "A tilted bowl with curvatures 2 and 18, its minimum away from the origin.",
      source: "Jamil and Yang 2013, no. 17."),
    .surface(
      "matyas", title: "Matyas' function", "0.26(x^2 + y^2) - 0.48x*y", x: -10...10, y: -10...10, start: (-8, 4),
      learningRate: 1, minima: [.global(0, 0, value: 0)],
      summary: "A long flat trough, curvatures 0.04 and 1: down quickly, along it slowly.",
      source: "Jamil and Yang 2013, no. 71."),
    .surface(
      "saddle", title: "saddle", "x^2 - y^2", x: -2.5...2.5, y: -2.5...2.5, start: (2, 0.01), learningRate: 0.1,
      minima: [], summary: "No minimum: the path slides into the saddle, lingers, then leaves sideways.",
      source: "By hand: the curvatures are -2 and 2."),
    .surface(
      "monkey-saddle", title: "monkey saddle", "x^3 - 3x*y^2", x: -1.5...1.5, y: -1.5...1.5, start: (1.2, 0.05),
      learningRate: 0.05, minima: [],
      summary: "Three ways down from a point without any curvature: Newton's method finds no footing.",
      source: "Hilbert and Cohn-Vossen 1932, section 29."),
  ]

  private static let valleys: [NamedFunction] = [
    .surface(
      "rosenbrock", title: "Rosenbrock's banana", "(1 - x)^2 + 100(y - x^2)^2", x: -2...2, y: -1...3,
      start: (-1.2, 1), learningRate: 0.001, minima: [.global(1, 1, value: 0)],
      summary: "A bent valley: easy to find, slow to follow; momentum pays.",
      source: "Rosenbrock 1960, with his start."),
    .surface(
      "beale", title: "Beale's function", "(1.5 - x + x*y)^2 + (2.25 - x + x*y^2)^2 + (2.625 - x + x*y^3)^2",
      x: -4.5...4.5, y: -4.5...4.5, start: (1, 1), learningRate: 0.02, minima: [.global(3, 0.5, value: 0)],
      summary: "Flat in the middle, steep walls in the corners: one eta can't suit both.",
      source: "Beale 1958; More, Garbow and Hillstrom 1981, no. 5."),
    .surface(
      "two-valleys", title: "two valleys", "(x^2 - 1)^2 + 0.3x + y^2", x: -2...2, y: -2...2, start: (1.7, 1.5),
      learningRate: 0.05,
      minima: [
        .global(-1.0355787140888537, 0, value: -0.30542848374391597),
        .local(0.96014955551910552, 0, value: 0.29414648102826285),
      ], summary: "A local and a global minimum: a small eta is caught in the nearer valley, 0.15 jumps across.",
      source: "The roots of 4x^3 - 4x + 0.3."),
    .surface(
      "plateau", title: "plateau", "1 - exp(-(x^2 + y^2)/2) + (x^2 + y^2)/100", x: -5...5, y: -5...5,
      start: (3.5, 2.5), learningRate: 0.5, minima: [.global(0, 0, value: 0)],
      summary: "Almost flat outside a hole: small gradients crawl, adaptive steps and momentum walk.",
      source: "By hand: it depends on the distance from 0 alone, and grows with it."),
  ]

  private static let manyMinima: [NamedFunction] = [
    .surface(
      "himmelblau", title: "Himmelblau's function", "(x^2 + y - 11)^2 + (x + y^2 - 7)^2", x: -6...6, y: -6...6,
      start: (-0.5, -1), learningRate: 0.01,
      minima: [
        .global(3, 2, value: 0), .global(-2.8051180869527449, 3.131312518250573, value: 0),
        .global(-3.7793102533777469, -3.2831859912861694, value: 0),
        .global(3.5844283403304917, -1.8481265269644036, value: 0),
      ], summary: "Four equal minima: the start decides which one is found.", source: "Himmelblau 1972."),
    .surface(
      "rastrigin", title: "Rastrigin's function", "20 + x^2 - 10cos(2pi x) + y^2 - 10cos(2pi y)", x: -5.12...5.12,
      y: -5.12...5.12, start: (-2.2, 3.4), learningRate: 0.002, minima: [.global(0, 0, value: 0)],
      summary: "A bowl full of holes: gradient descent stays in the first one.",
      source: "Rastrigin 1974; Jamil and Yang 2013."),
    .surface(
      "ackley", title: "Ackley's function",
      "-20exp(-0.2sqrt((x^2 + y^2)/2)) - exp((cos(2pi x) + cos(2pi y))/2) + e + 20", x: -5...5, y: -5...5,
      start: (2.4, 1.8), learningRate: 0.01, minima: [.global(0, 0, value: 0)],
      summary: "A funnel with ripples: small steps stop in a ripple, 0.1 stumbles down to the middle.",
      source: "Ackley 1987; Jamil and Yang 2013, no. 1."),
    .surface(
      "styblinski-tang", title: "Styblinski and Tang's function", "(x^4 - 16x^2 + 5x + y^4 - 16y^2 + 5y)/2", x: -5...5,
      y: -5...5, start: (4, -0.5), learningRate: 0.01,
      minima: [
        .global(-2.9035340277711771, -2.9035340277711771, value: -78.332331407542831),
        .local(2.746802770990837, -2.9035340277711771, value: -64.195612359055358),
        .local(-2.9035340277711771, 2.746802770990837, value: -64.195612359055358),
        .local(2.746802770990837, 2.746802770990837, value: -50.058893310567885),
      ], summary: "Four valleys of three depths: this start ends in one of the two middling ones.",
      source: "Styblinski and Tang 1990."),
    .surface(
      "six-hump-camel", title: "six-hump camel", "(4 - 2.1x^2 + x^4/3)x^2 + x*y + (4y^2 - 4)y^2", x: -2...2,
      y: -1.2...1.2, start: (1.9, 1), learningRate: 0.05,
      minima: [
        .global(0.089842013100318062, -0.71265640302073963, value: -1.0316284534898774),
        .global(-0.089842013100318062, 0.71265640302073963, value: -1.0316284534898774),
        .local(1.7036067149699808, -0.79608356867262512, value: -0.21546382438371764),
        .local(-1.7036067149699808, 0.79608356867262512, value: -0.21546382438371764),
        .local(1.6071047529201972, 0.56865145488413137, value: 2.1042503103112583),
        .local(-1.6071047529201972, -0.56865145488413137, value: 2.1042503103112583),
      ], summary: "Six minima: a small eta stays in the highest, 0.1 steps over the humps to the lowest.",
      source: "Dixon and Szego 1978."),
  ]
}
