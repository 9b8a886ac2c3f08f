/// Names that mathematics and other programs give to what is not here: a name like one of them was not mistyped, so what
/// resembles it in letters must not be offered in its place.
package enum NamesElsewhere {
  /// How to write a function that expressions don't have, where they can say it; nil for other names.
  package static func formula(for name: String) -> String? { formulas[name.lowercased()] }

  /// Whether a name means something of its own elsewhere.
  package static func isKnown(_ name: String) -> Bool {
    let name = name.lowercased()
    return formulas[name] != nil || others.contains(name)
  }

  /// Whether a name may stand for another with a slip of the finger: not where it is known elsewhere, and not where the
  /// two differ in a digit, which is never a slip (`log3`, `exp2`, `relu6`).
  package static func mayBeMistyped(_ name: String, for known: String) -> Bool {
    !isKnown(name) && name.filter(\.isNumber) == known.filter(\.isNumber)
  }

  private static let formulas = [
    "cbrt": "x^(1/3)", "exp2": "2^x", "exp10": "10^x", "sqr": "x^2", "square": "x^2", "rsqrt": "1/sqrt(x)",
    "pow": "x^y", "power": "x^y", "logit": "log(x/(1 - x))", "relu6": "min(relu(x), 6)", "leakyrelu": "max(x, x/100)",
    "softsign": "x/(1 + abs(x))", "hardtanh": "max(-1, min(x, 1))", "mish": "x*tanh(softplus(x))",
    "logsigmoid": "-softplus(-x)", "tanhshrink": "x - tanh(x)", "sinc": "sin(x)/x", "versin": "1 - cos(x)",
    "abs2": "x^2", "heaviside": "(1 + sign(x))/2", "rad": "x*pi/180", "radians": "x*pi/180", "deg": "x*180/pi",
    "degrees": "x*180/pi", "sind": "sin(x*pi/180)", "cosd": "cos(x*pi/180)", "tand": "tan(x*pi/180)",
    "sinpi": "sin(pi*x)", "cospi": "cos(pi*x)", "recip": "1/x", "neg": "-x",
  ]

  private static let others: Set<String> = [
    // Functions.
    "lg", "logb", "log3", "lgamma", "gamma", "loggamma", "digamma", "beta", "erf", "erfc", "erfi", "erfcx", "floor",
    "ceil", "ceiling", "round", "trunc", "frac", "fract", "mod", "fmod", "rem", "gcd", "lcm", "sum", "mean", "median",
    "prod", "std", "var", "norm", "clip", "clamp", "step", "hav", "haversin", "cis", "argmax", "argmin", "amax",
    "amin", "logsumexp", "logaddexp", "softmax", "softmin", "logsoftmax", "cosc", "sinhc", "airy", "bessel", "sn",
    "cn", "dn", "cot2", "fact", "factorial", "nan", "inf", "rand", "random", "and", "or", "xor", "not", "if", "sel",
    // Activation functions.
    "selu", "celu", "prelu", "rrelu", "crelu", "srelu", "telu", "lelu", "pelu", "eelu", "reglu", "geglu", "swiglu",
    "glu", "maxout", "hardswish", "hardsigmoid", "hard-sigmoid", "hard-tanh", "hard-swish", "sinusoid",
    "gaussian", "snake", "squareplus", "softshrink", "hardshrink", "softexp", "logsig", "tansig",
    // Optimizers and losses.
    "adamax", "nadam", "radam", "amsgrad", "adabelief", "adafactor", "adabound", "adahessian", "adamp", "sparse-adam",
    "sparseadam", "nadamw", "lion", "lamb", "lars", "sgdw", "sgdr", "asgd", "rprop", "ftrl", "yogi", "sophia", "muon",
    "lbfgs", "l-bfgs", "bfgs", "nag", "huber", "mae", "mape", "nll", "kl", "poisson", "focal", "smooth-l1", "l1-loss",
    "squared-hinge", "log-cosh", "logcosh",
  ]
}
