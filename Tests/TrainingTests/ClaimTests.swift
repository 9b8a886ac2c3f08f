import Basics
import Calculus
import Learning
import Testing

@testable import Training

/// What is said of thousands of random runs, held against conditions that are worked out here, from the function itself
/// and from the numbers in the very words.
@Suite("Claims") struct ClaimTests {
  /// The numbers in a text, in their order.
  private func numbers(_ text: String) -> [Double] {
    var numbers: [Double] = []
    var word = ""
    for character in text + " " {
      if character.isNumber && character.isASCII || ".−∞".contains(character)
        || (character == "e" && word.last?.isNumber == true) || (character == "-" && word.last == "e")
      {
        word.append(character)
      } else {
        let plain = String(word.map { $0 == "−" ? "-" : $0 }).split(separator: ".", omittingEmptySubsequences: true)
          .joined(separator: ".")
        if let value = Double(plain) { numbers.append(value) } else if word.contains("∞") { numbers.append(.infinity) }
        word = ""
      }
    }
    return numbers
  }

  /// The function's values on a circle, or on both sides.
  private func ring(_ function: PlaneFunction, _ point: PlanePoint, _ radius: Double) -> [Double] {
    guard function.variables == .xAndY else {
      return [function.value(at: PlanePoint(x: point.x - radius)), function.value(at: PlanePoint(x: point.x + radius))]
    }
    // Pythagorean directions, so that no sine is needed.
    let directions: [(Double, Double)] = [
      (1.0, 0.0), (0.0, 1.0), (0.6, 0.8), (0.8, 0.6), (12.0 / 13, 5.0 / 13), (5.0 / 13, 12.0 / 13),
      (8.0 / 17, 15.0 / 17), (15.0 / 17, 8.0 / 17), (7.0 / 25, 24.0 / 25), (24.0 / 25, 7.0 / 25),
      (40.0 / 41, 9.0 / 41), (9.0 / 41, 40.0 / 41), (60.0 / 61, 11.0 / 61), (11.0 / 61, 60.0 / 61),
    ]
    var values: [Double] = []
    for (a, b) in directions {
      for (x, y) in [(a, b), (-a, b), (a, -b), (-a, -b)] {
        values.append(function.value(at: PlanePoint(x: point.x + radius * x, y: point.y + radius * y)))
      }
    }
    return values
  }

  private func scale(_ point: PlanePoint) -> Double { 1 + (point.x * point.x + point.y * point.y).squareRoot() }

  /// The least value found at many places.
  private func least(_ function: PlaneFunction) -> Double {
    let places = stride(from: -6.0, through: 6, by: function.variables == .x ? 0.01 : 0.1)
    return places.reduce(.infinity) { least, x in
      let row = function.variables == .x ? [0.0] : Array(places)
      return row.reduce(least) { min($0, function.value(at: PlanePoint(x: x, y: $1))) }
    }
  }

  /// Whether what is said of a descent's end is so.
  private func isTrue(_ ending: DescentEnding, _ descent: Descent, _ function: PlaneFunction) -> Bool {
    let (point, value, slope) = (descent.point, descent.value, descent.gradient.length)
    let around = [1e-3, 1e-2, 1e-1].map { ring(function, point, $0 * scale(point)) }
    let isEnclosed = around.prefix(2).contains { $0.allSatisfy { $0 > value } }
    let isSmall = slope <= 1e-6
    // Along the bottom of a trough a function is higher by next to nothing.
    let rounding = 1e-9 * around[0].reduce(0) { Double.maximum($0, ($1 - value).magnitude) }
    switch ending.kind {
    case .globalMinimum, .oneGlobalMinimum:
      return isSmall && isEnclosed && value <= least(function) + 1e-6 * (1 + value.magnitude)
        && (ending.kind == .globalMinimum) == (function.minima.count { $0.isGlobal } <= 1)
    case .localMinimum: return isSmall && isEnclosed && least(function) < value - 1e-6
    case .minimum: return isSmall && isEnclosed
    case .minimumNearby: return isSmall && around[2].allSatisfy { $0 > value }
    case .saddle:
      return isSmall && around[1].contains { $0 < value } && around[1].contains { $0 > value }
    case .maximum: return isSmall && around[1].allSatisfy { $0 < value }
    case .downwardOneWay: return isSmall && around[1].contains { $0 < value }
    case .flat, .flatStart:
      return isSmall && (ending.kind == .flat) == (descent.step > 0) && !around[0].allSatisfy { $0 - value > rounding }
    case .nothingLower: return !isSmall && descent.method == .lineSearch
    case .target: return value <= 0.5 + 1e-4 && descent.target != nil
    case .steps: return numbers(ending.words).first == Double(descent.step)
    case .noValue: return !value.isFinite || !slope.isFinite
    case .aboveBound:
      let written = numbers(ending.words)
      guard written.count == 4 else { return false }
      return written[0] == Double(descent.step + 1) && written[2] > written[3]
    case .noBottom:
      let written = numbers(ending.words)
      guard written.count == 4 else { return false }
      return written[2] < written[1] && written[3] <= 0 && value < function.value(at: descent.start)
    case .outOfBounds: return descent.status.isDiverged
    }
  }

  @Test("what 2,500 random descents are said to have come to is what is around the place")
  func endings() throws {
    var random = RandomDescents(seed: 12)
    var kinds: [DescentEnding.Kind: Int] = [:]
    for number in 0..<2500 {
      let run = try random.run()
      guard let ending = run.descents[0].ending(on: run.function) else { continue }
      kinds[ending.kind, default: 0] += 1
      #expect(
        isTrue(ending, run.descents[0], run.function),
        "\(number): \(run.function.expression.text), \(run.descents[0].method.name): \(ending.words)")
    }
    let unsaid = DescentEnding.Kind.allCases.filter { kinds[$0] == nil }
    #expect(unsaid.isEmpty, "never said: \(unsaid), of \(kinds)")
  }

  @Test("what 2,500 random steps are said to do follows from slopes and curvatures found by differences")
  func steps() throws {
    var random = RandomDescents(seed: 13)
    var kinds: Set<StepClaim.Kind> = []
    var changes: Set<DescentChange.Kind> = []
    var stabilities: Set<StabilityClaim.Kind> = []
    for number in 0..<2500 {
      let run = try random.run()
      let descent = run.descents[0]
      let picture = try #require(run.picture(PictureRequest()) as? DescentPicture)
      let place = "\(number): \(run.function.expression.text) at \(descent.point.x), η \(descent.learningRate)"
      if let step = descent.lastStep, let change = DescentChange(.init(from: step.valueBefore, to: step.valueAfter)) {
        changes.insert(change.kind)
        let written = numbers(change.words)
        switch change.kind {
        case .falls: #expect(written[1] < written[0] && step.valueAfter < step.valueBefore, "\(place)")
        case .rises: #expect(written[1] > written[0] && step.valueAfter > step.valueBefore, "\(place)")
        case .stays:
          #expect((step.valueAfter - step.valueBefore).magnitude <= 2e-7 * step.valueBefore.magnitude, "\(place)")
        }
      }
      if let stability = picture.stability {
        let claim = stability.claim(method: descent.method.name)
        stabilities.insert(claim.kind)
        let written = numbers("\(claim.measured) \(claim.comparison)")
        let limit: Double? =
          switch descent.method {
          case .optimizer(.sgd): 2
          case .optimizer(.momentum(let beta)): 2 + 2 * beta
          case .optimizer(.nesterov(let beta)): (2 + 2 * beta) / (1 + 2 * beta)
          default: nil
          }
        switch claim.kind {
        case .stable, .belowBound, .leavesSaddle:
          #expect(written[0] < written[1] && stability.product < (limit ?? 0), "\(place)")
          let least = stability.smallest ?? 0
          #expect((claim.kind == .stable) == (least > 0) && (claim.kind == .leavesSaddle) == (least < 0), "\(place)")
        case .overshoots: #expect(written[0] > written[1] && stability.product > (limit ?? .infinity), "\(place)")
        case .atBound: #expect(written[0] == written[1], "\(place)")
        case .level: #expect(stability.curvature == 0, "\(place)")
        case .downward: #expect(stability.curvature < 0, "\(place)")
        case .scaled: #expect(limit == nil, "\(place)")
        case .unknown: #expect(!stability.curvature.isFinite || !stability.product.isFinite, "\(place)")
        }
      }
      guard let claim = picture.theory.claim(of: descent) else { continue }
      kinds.insert(claim.kind)
      guard run.function.variables == .x else { continue }
      // Of a curve: the slope's own slope, by a difference of exact slopes.
      let (x, width) = (descent.point.x, 1e-5 * (1 + descent.point.x.magnitude))
      let (left, right) = (
        run.function.expression.gradient(x: x - width).x, run.function.expression.gradient(x: x + width).x
      )
      let factor = 1 - descent.learningRate * (right - left) / (2 * width)
      let slack = 1e-3 * (1 + factor.magnitude)
      // Far out a difference jumps over whole waves.
      guard factor.isFinite, x.magnitude < 100 else { continue }
      switch claim.kind {
      case .rests: #expect(descent.gradient.x == 0, "\(place)")
      case .diverges: #expect(factor < -1 + slack, "\(place) \(factor)")
      case .jumps: #expect((factor + 1).magnitude <= slack, "\(place) \(factor)")
      case .downward: #expect(factor > 1 - slack && descent.gradient.x != 0, "\(place) \(factor)")
      case .downwardOneWay: Issue.record("one way of a curve: \(place)")
      case .straight: #expect((factor - 1).magnitude <= slack && descent.gradient.x != 0, "\(place) \(factor)")
      case .overshoots: #expect(factor > -1 - slack && factor < slack, "\(place) \(factor)")
      case .approaches: #expect(factor > -slack && factor < 1 + slack, "\(place) \(factor)")
      case .arrives: #expect(factor.magnitude <= slack, "\(place) \(factor)")
      }
    }
    #expect(changes.count == DescentChange.Kind.allCases.count)
    let rare: Set<StepClaim.Kind> = [.jumps]
    #expect(Set(StepClaim.Kind.allCases).subtracting(kinds).isSubset(of: rare), "\(kinds)")
    let unsaid = Set(StabilityClaim.Kind.allCases).subtracting(stabilities)
    #expect(unsaid.isEmpty, "\(unsaid)")
  }

  @Test("a rate that is advised was tried: the same descent with it neither diverges nor ends above its start")
  func remedies() throws {
    var random = RandomDescents(seed: 14)
    var (advised, silent) = (0, 0)
    for _ in 0..<2500 {
      let run = try random.run()
      let descent = run.descents[0]
      guard descent.status.isDiverged else { continue }
      guard let rate = run.remedy else {
        silent += 1
        continue
      }
      advised += 1
      #expect(rate < descent.learningRate)
      var second = DescentRun(
        run.function, start: descent.start, method: descent.method, learningRate: rate, steps: 300)
      var history = History()
      second.advance(by: 300, history: &history)
      #expect(!second.status.isDiverged && second.descents[0].value <= run.function.value(at: descent.start))
    }
    #expect(advised > 50 && silent > 50, "\(advised) and \(silent)")
    // Where there is no bottom, or no value at the start, no rate helps.
    for text in ["x^2 - y^2", "x + y", "log(x) + log(y)", "-x^4 - y^2"] {
      var run = DescentRun(
        try PlaneFunction(parsing: text, variables: .xAndY), start: PlanePoint(x: 0.5, y: -0.5), learningRate: 20)
      var history = History()
      run.advance(by: 10_000_000, history: &history)
      #expect(run.status.isDiverged && run.remedy == nil, "\(text)")
    }
  }

  @Test("a point, a memory or a value that is no number is a divergence, and the last finite step is kept")
  func finiteness() throws {
    for (text, variables) in [("x^2", Expression.Variables.xAndY), ("x^2", .x)] {
      var run = DescentRun(
        try PlaneFunction(parsing: text, variables: variables), start: PlanePoint(x: 3, y: variables == .x ? 0 : 1),
        method: .optimizer(.adam(epsilon: 0)), learningRate: 0.1, steps: 100)
      var history = History()
      run.advance(by: 1000, history: &history)
      // The derivative along y is 0, so its step is 0/0; a curve has no y.
      #expect(run.status.isDiverged == (variables == .xAndY))
      #expect(run.descents[0].point.x.isFinite && run.descents[0].point.y.isFinite)
      #expect(run.step == (variables == .xAndY ? 0 : 100))
    }
    #expect(PlaneGradient(x: 3, y: .nan).length.isNaN && PlaneGradient(x: .nan, y: 3).length.isNaN)
    var large = DescentRun(
      try PlaneFunction(parsing: "1e200x", variables: .x), method: .optimizer(.adam()), learningRate: 0.1, steps: 100)
    var history = History()
    large.advance(by: 100, history: &history)
    #expect(large.status.isDiverged, "the mean of squares is infinite")
  }
}
