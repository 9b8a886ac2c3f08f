import Calculus
import Learning

// The keys of training, and of its end.

extension KeySpecification {
  /// How it learns.
  static let training: [KeySpecification] = [
    .init(
      .loss, .training, .word(Words.losses), "NAME", "what is minimized; goes with the data when left out",
      in: [.network]),
    .init(
      .learningRate, .training, .number(.notNegative), "RATE", "how far a step goes along the gradient", in: .stepping,
      else: .functions(
        [
          .curve: Words.ofFunctions(.x) { .number($0.learningRate) },
          .surface: Words.ofFunctions(.xAndY) { .number($0.learningRate) },
        ],
        else: [.perceptron: .number(0.1), .network: .number(0.03), .curve: .number(0.1), .surface: .number(0.1)]),
      steps: .numbers(LearningRateLadder.steps), label: "learning rate"),
    .init(
      .schedule, .training, .word(["constant", "step", "exponential", "cosine"]), "NAME",
      "how the learning rate changes with the epochs", in: [.network], else: .always(.word("constant"))),
    .init(
      .decay, .training, .number(.unit), "FACTOR", "what the schedule multiplies the learning rate by", in: [.network],
      else: .words(.schedule, ["step": .number(0.1), "exponential": .number(0.99)]),
      needs: .init(key: .schedule, words: ["step", "exponential"]), steps: .share),
    .init(
      .decayEvery, .training, .integer(1...1_000_000_000), "EPOCHS",
      "epochs between two changes, or to the end of the cosine",
      in: [.network], else: .words(.schedule, ["step": .integer(30), "cosine": .integer(100)]),
      needs: .init(key: .schedule, words: ["step", "cosine"]), steps: .factor(least: 1), label: "decay every"),
    .init(
      .batchSize, .training, .integer(1...10_000_000, orWord: "full"), "N",
      "examples in a step, or full for all of them",
      in: [.network], else: .always(.integer(10)), steps: .numbers(Words.batchSizes), label: "batch size"),
    .init(
      .order, .training, .word(["given", "shuffled"]), "ORDER",
      "given keeps the data's order, shuffled draws one each epoch",
      in: .learning, else: .scenes([.perceptron: .word("given"), .network: .word("shuffled")])),
    partSeed(.orderSeed, .training, "decides the order of the examples and what dropout leaves out"),
    .init(
      .optimizer, .training, .word(Words.optimizers), "NAME", "how the gradient becomes a step",
      in: [.network] + .descending,
      else: .always(.word("sgd")),
      kinds: [
        .curve: .word(Words.optimizers + Words.descentMethods),
        .surface: .word(Words.optimizers + Words.descentMethods),
      ]),
    .init(
      .l1, .training, .number(.notNegative), "STRENGTH", "adds this times the sum of |w| to the loss", in: [.network],
      else: .always(.number(0)), steps: .numbers(Words.penalties), label: "L1"),
    .init(
      .l2, .training, .number(.notNegative), "STRENGTH", "adds this times half the sum of w^2 to the loss",
      in: [.network],
      else: .always(.number(0)), steps: .numbers(Words.penalties), label: "L2"),
  ]

  /// When it stops.
  static let stopping: [KeySpecification] = [
    .init(
      .epochs, .stopping, .integer(0...2_147_483_648), "N", "stop after so many passes over the data", in: .learning,
      else: .unless([.steps], .integer(1000))),
    .init(
      .steps, .stopping, .integer(0...9_007_199_254_740_991), "N", "stop after so many steps", in: .stepping,
      else: .scenes([.curve: .integer(100), .surface: .integer(100)]), steps: .factor(least: 10),
      label: "stops after"),
    .init(
      .stopAtLoss, .stopping, .number(.finite), "LOSS", "stop when the training loss is at most this",
      in: [.network] + .descending
    ),
    .init(
      .patience, .stopping, .integer(1...1_000_000_000), "EPOCHS",
      "stop when so many epochs brought no better loss, on the test set if there is one", in: [.network]),
  ]
}
