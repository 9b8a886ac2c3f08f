import Testing

@testable import Learning

@Suite("Optimizers: the published rules")
struct OptimizerTests {
  /// Parameters after three steps with gradients (1, -2), (0.5, 1), (-1, 0.25) from (1, 1) at rate 0.1.
  ///
  /// Made with `torch.optim` 2.15 in double precision.
  static let recorded: [(String, [Double])] = [
    ("sgd", [0.95, 1.075]),
    ("momentum", [0.734, 1.327]),
    ("nesterov", [0.7106, 1.3693]),
    ("adagrad", [0.9219453071262265, 1.044167529336387]),
    ("rmsprop", [0.22099701119586068, 1.4388790968032161]),
    ("adadelta", [0.999813979050262, 1.0000487871037953]),
    ("adam", [0.7957037312938717, 1.1399896814739534]),
    ("adamw", [0.7929998482545746, 1.1367661467711554]),
  ]

  @Test("three steps agree with PyTorch", arguments: recorded)
  func threeSteps(name: String, expected: [Double]) throws {
    let optimizer = try #require(Optimizer(name: name))
    var parameters = [1.0, 1.0]
    var state = OptimizerState(for: optimizer, parameterCount: 2)
    for gradient in [[1.0, -2.0], [0.5, 1.0], [-1.0, 0.25]] {
      state.update(&parameters, gradient: gradient, learningRate: 0.1, optimizer: optimizer)
    }
    #expect(state.step == 3)
    #expect(abs(parameters[0] - expected[0]) < 1e-13)
    #expect(abs(parameters[1] - expected[1]) < 1e-13)
  }

  /// The same three steps by other numbers, in exact fractions, by Tests/Oracles/qhm.py.
  ///
  /// Without a share of the mean, and
  /// where the mean is the gradient itself, it is gradient descent.
  @Test(
    "quasi-hyperbolic momentum agrees with its definition in exact fractions",
    arguments: [
      (0.999, 0.7, [0.98479024493, 1.02276215014]), (0.9, 0.5, [0.9617, 1.05385]), (0.9, 1, [0.9734, 1.0327]),
      (0.9, 0, [0.95, 1.075]), (0, 0.7, [0.95, 1.075]),
    ])
  func quasiHyperbolic(momentum: Double, nu: Double, expected: [Double]) {
    let optimizer = Optimizer.qhm(momentum: momentum, nu: nu)
    var parameters = [1.0, 1.0]
    var state = OptimizerState(for: optimizer, parameterCount: 2)
    for gradient in [[1.0, -2.0], [0.5, 1.0], [-1.0, 0.25]] {
      state.update(&parameters, gradient: gradient, learningRate: 0.1, optimizer: optimizer)
    }
    #expect(abs(parameters[0] - expected[0]) < 1e-14)
    #expect(abs(parameters[1] - expected[1]) < 1e-14)
  }

  /// Made with NumPy 2.4 by Tests/Oracles/qhm.py, derivatives by hand.
  @Test(
    "on Rosenbrock's valley it goes where NumPy goes",
    arguments: [
      (1, [-1.16758454, 1.0132308]), (10, [-1.0549596518940991, 1.060930408031328]),
      (200, [-1.0015141762726398, 1.014421249398381]),
    ])
  func rosenbrock(count: Int, expected: [Double]) {
    var w = [-1.2, 1.0]
    var state = OptimizerState(for: .qhm(), parameterCount: 2)
    for _ in 0..<count {
      let gradient = [-2 * (1 - w[0]) - 400 * w[0] * (w[1] - w[0] * w[0]), 200 * (w[1] - w[0] * w[0])]
      state.update(&w, gradient: gradient, learningRate: 0.0005, optimizer: .qhm())
    }
    #expect(abs(w[0] - expected[0]) < 1e-12)
    #expect(abs(w[1] - expected[1]) < 1e-12)
  }

  @Test("on x² + y² gradient descent multiplies the point by 1 - 2 eta", arguments: [0.1, 0.5, 0.75, 1.0])
  func sphereFactor(rate: Double) {
    var point = [3.0, -2.0]
    var state = OptimizerState(for: .sgd, parameterCount: 2)
    state.update(&point, gradient: point.map { 2 * $0 }, learningRate: rate, optimizer: .sgd)
    #expect(abs(point[0] - 3 * (1 - 2 * rate)) < 1e-15)
    #expect(abs(point[1] + 2 * (1 - 2 * rate)) < 1e-15)
  }

  @Test("each optimizer goes down the sphere", arguments: Optimizer.all.map(\.name))
  func sphere(name: String) throws {
    let optimizer = try #require(Optimizer(name: name))
    var point = [3.0, -2.0]
    var state = OptimizerState(for: optimizer, parameterCount: 2)
    let rate = ["adagrad": 1.0, "adadelta": 10.0, "qhm": 1.0][name] ?? 0.05
    for step in 0..<2000 {
      // Rules that normalize the gradient end in steps as long as the rate: let it fall.
      let factor = Schedule.cosine(epochs: 2000).factor(epoch: step)
      state.update(&point, gradient: point.map { 2 * $0 }, learningRate: rate * factor, optimizer: optimizer)
    }
    #expect(abs(point[0]) < 1e-3)
    #expect(abs(point[1]) < 1e-3)
  }

  @Test("hyper-parameters can be named, read and set", arguments: Optimizer.all.map(\.name))
  func hyperparameters(name: String) throws {
    let optimizer = try #require(Optimizer(name: name))
    for (key, value) in optimizer.hyperparameters {
      #expect(key.allows(value))
      let changed = try #require(optimizer.setting(key, to: 0.25))
      #expect(changed.hyperparameters.first { $0.name == key }?.value == 0.25)
      #expect(changed.setting(key, to: value) == optimizer)
    }
    #expect(Optimizer.sgd.setting(.momentum, to: 0.5) == nil)
    #expect(Optimizer(name: "nadam") == nil)
  }

  @Test("schedules agree with PyTorch's after 0, 3 and 10 epochs")
  func schedules() {
    // StepLR(step_size=3, gamma=0.5), ExponentialLR(0.9), CosineAnnealingLR(T_max=10) by hand.
    #expect(Schedule.constant.factor(epoch: 10) == 1)
    #expect(Schedule.step(epochs: 3, factor: 0.5).factor(epoch: 3) == 0.5)
    #expect(Schedule.step(epochs: 3, factor: 0.5).factor(epoch: 10) == 0.125)
    #expect(abs(Schedule.exponential(factor: 0.9).factor(epoch: 3) - 0.729) < 1e-15)
    #expect(Schedule.cosine(epochs: 10).factor(epoch: 0) == 1)
    #expect(abs(Schedule.cosine(epochs: 10).factor(epoch: 3) - 0.793892626146237) < 1e-14)
    #expect(Schedule.cosine(epochs: 10).factor(epoch: 10) == 0)
    #expect(Schedule.step(epochs: 0, factor: 0.5).factor(epoch: 1) == 0.5)
  }
}
