/// Elementary functions of eight numbers at once, by rational and polynomial approximations.
///
/// The coefficients are minimax fits (linear programming on Chebyshev nodes, then rounded to single precision). The
/// error bounds are tested over the whole range, with rounding.
enum LaneFunctions {
  /// tanh x, off by at most 1e-6: x P(x²) / Q(x²) up to |x| = 7.5, constant beyond.
  @inline(__always)
  static func tanh(_ x: Lanes) -> Lanes {
    let a = x.clamped(-7.5, 7.5)
    let y = a * a
    var p = Lanes(repeating: 7.422939233947545e-06).adding(y, times: Lanes(repeating: -6.643280592300016e-09))
    p = Lanes(repeating: 0.0027292801532894373).adding(y, times: p)
    p = Lanes(repeating: 0.1274375468492508).adding(y, times: p)
    p = Lanes(repeating: 0.999999463558197).adding(y, times: p)
    var q = Lanes(repeating: 0.02298784628510475).adding(y, times: Lanes(repeating: 0.00020107087038923055))
    q = Lanes(repeating: 0.46076881885528564).adding(y, times: q)
    q = Lanes(repeating: 1).adding(y, times: q)
    return a * p / q
  }

  /// 1 / (1 + e^-x), off by at most 1e-6; for the relative size of tiny values use `logistic`.
  @inline(__always)
  static func sigmoid(_ x: Lanes) -> Lanes {
    Lanes(repeating: 0.5).adding(Lanes(repeating: 0.5), times: tanh(Lanes(repeating: 0.5) * x))
  }

  /// e^x for x up to 88, relatively off by at most 3e-7; x below -87 counts as -87.
  @inline(__always)
  static func exp(_ x: Lanes) -> Lanes {
    let a = x.clamped(-87, 88)
    // Adding 1.5 * 2^23 rounds to a whole number n, whose bits then stand at the end of the sum.
    let magic = Lanes(repeating: 12_582_912)
    let sum = magic.adding(a, times: Lanes(repeating: 1.4426950408889634))
    let n = sum - magic
    // a - n log 2, with log 2 in two parts so that the first product is exact.
    let r = a.adding(n, times: Lanes(repeating: -0.693359375)).adding(n, times: Lanes(repeating: 2.12194440e-4))
    var p = Lanes(repeating: 0.04191538318991661).adding(r, times: Lanes(repeating: 0.00829765573143959))
    p = Lanes(repeating: 0.16667574644088745).adding(r, times: p)
    p = Lanes(repeating: 0.49998894333839417).adding(r, times: p)
    p = Lanes(repeating: 0.9999997019767761).adding(r, times: p)
    p = Lanes(repeating: 1.0000001192092896).adding(r, times: p)
    let power = (unsafeBitCast(sum, to: SIMD8<UInt32>.self) &<< 23) &+ 0x3F80_0000
    return p * unsafeBitCast(power, to: Lanes.self)
  }

  /// log(1 + x) for 0 <= x <= 1, off by at most 2e-7.
  @inline(__always)
  static func logOnePlus(_ x: Lanes) -> Lanes {
    var p = Lanes(repeating: 0.8692207932472229).adding(x, times: Lanes(repeating: 0.12455014139413834))
    p = Lanes(repeating: 1).adding(x, times: p)
    var q = Lanes(repeating: 0.47585582733154297).adding(x, times: Lanes(repeating: 0.03132857754826546))
    q = Lanes(repeating: 1.3692190647125244).adding(x, times: q)
    q = Lanes(repeating: 1).adding(x, times: q)
    return x * p / q
  }

  /// log x for finite x >= 1, off by at most 1e-6: the exponent's part and that of the rest, 1 <= m < 2.
  @inline(__always)
  static func log(_ x: Lanes) -> Lanes {
    let bits = unsafeBitCast(x, to: SIMD8<UInt32>.self)
    let exponent = SIMD8<Int32>(truncatingIfNeeded: bits &>> 23) &- 127
    let rest = unsafeBitCast((bits & 0x007F_FFFF) | 0x3F80_0000, to: Lanes.self)
    return logOnePlus(rest - Lanes(repeating: 1)).adding(
      Lanes(exponent), times: Lanes(repeating: 0.6931471805599453))
  }

  /// 1 / (1 + e^-x), relatively off by at most 1e-6, and e^-|x|.
  @inline(__always)
  static func logistic(_ x: Lanes) -> (value: Lanes, decay: Lanes) {
    let decay = exp(Lanes.zero - x.magnitudes)
    let large = Lanes(repeating: 1) / (Lanes(repeating: 1) + decay)
    return (large.replacing(with: decay * large, where: x .< Lanes.zero), decay)
  }

  /// log(1 + e^x) and its derivative.
  @inline(__always)
  static func softplus(_ x: Lanes) -> (value: Lanes, derivative: Lanes) {
    let (derivative, decay) = logistic(x)
    return (Lanes.larger(x, Lanes.zero) + logOnePlus(decay), derivative)
  }

  /// The standard normal distribution function, off by at most 1e-6; 0 and 1 exactly beyond ±5.6.
  @inline(__always)
  static func normal(_ x: Lanes) -> Lanes {
    let a = (x * Lanes(repeating: 0.70710678118654757)).clamped(-4, 4)
    let y = a * a
    var p = Lanes(repeating: -1.990328883039183e-06).adding(y, times: Lanes(repeating: 1.921772607715866e-08))
    p = Lanes(repeating: 0.00015553236880805343).adding(y, times: p)
    p = Lanes(repeating: 0.004292813595384359).adding(y, times: p)
    p = Lanes(repeating: 0.05243263393640518).adding(y, times: p)
    p = Lanes(repeating: 0.21393878757953644).adding(y, times: p)
    p = Lanes(repeating: 1.1283786296844482).adding(y, times: p)
    var q = Lanes(repeating: 0.015550573356449604).adding(y, times: Lanes(repeating: 0.001097985077649355))
    q = Lanes(repeating: 0.12079714238643646).adding(y, times: q)
    q = Lanes(repeating: 0.5229259729385376).adding(y, times: q)
    q = Lanes(repeating: 1).adding(y, times: q)
    let half = Lanes(repeating: 0.5)
    return half.adding(half, times: a * p / q)
      .replacing(with: Lanes.zero, where: x .< Lanes(repeating: -5.6))
      .replacing(with: Lanes(repeating: 1), where: x .> Lanes(repeating: 5.6))
  }
}
