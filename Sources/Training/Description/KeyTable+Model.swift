import Calculus
import Learning

// The keys of models and functions.

extension KeySpecification {
  /// What learns.
  static let model: [KeySpecification] = [
    .init(
      .features, .model, .words(Feature.allCases.map(\.rawValue), most: Feature.allCases.count, once: true), "LIST",
      "the inputs, computed from the two columns", in: .learning, else: .always(.words(["x1", "x2"])),
      steps: .list),
    .init(
      .hidden, .model, .integers(1...1024, most: 16), "UNITS", "units of each hidden layer, or none", in: [.network],
      else: .always(.integers([4, 2]))),
    .init(
      .activation, .model, .words(Words.activations, most: 16, once: false), "NAME",
      "of the hidden layers, one for all or one each; of a perceptron, step or sign", in: .learning + [.activations],
      else: .scenes([
        .perceptron: .words(["sign"]), .network: .words(["tanh"]), .activations: .words(["relu"]),
      ]),
      kinds: [
        .perceptron: .words(Perceptron.Activation.allCases.map(\.rawValue), most: 1, once: true),
        .activations: .words(ActivationCurve.allCases.map(\.rawValue), most: 1, once: true),
      ]),
    .init(
      .outputActivation, .model, .word(Words.outputActivations), "NAME",
      "of the output layer; goes with the loss when left out",
      in: [.network]),
    .init(
      .initializer, .model, .word(Words.initializers), "NAME", "how the first weights are drawn", in: .learning,
      else: .scenes([.network: .word("xavier-uniform")])),
    partSeed(.weightSeed, .model, "decides the first weights"),
    .init(
      .dropout, .model, .number(.belowOne), "SHARE", "the share of hidden units left out of a step", in: [.network],
      else: .always(.number(0)), steps: .share),
    .init(
      .weights, .model, .assignments(WeightOrder.names(count: Feature.allCases.count + 1)), "w1=A,w2=B,w0=C",
      "the first weights; w0 is the bias", in: [.perceptron],
      else: .unless(
        [.initializer, .weightSeed], .assignments([.init("w1", 0.2), .init("w2", 0), .init("w0", -0.1)]))),
    .init(
      .model, .model, .text(known: []), "FILE.json", "start from this model instead of new weights", in: [.network]),
  ]

  /// What is descended or evaluated.
  static let function: [KeySpecification] = [
    .init(
      .function, .function, .text(known: Words.functionsOfTwo), "F", "an expression, or the name of a function",
      in: [.curve, .surface, .graph],
      else: .scenes([.curve: .word("parabola"), .surface: .word("sphere"), .graph: .word("sin(x^2)")]),
      kinds: [.curve: .text(known: Words.functionsOfOne), .graph: .text(known: [])], steps: .choices),
    .init(
      .at, .function, .assignments(["x", "y"]), "x=A,y=B", "where the graph, or the functions, are evaluated",
      in: [.graph, .activations],
      else: .scenes([
        .graph: .assignments([.init("x", 1.5), .init("y", 1)]), .activations: .assignments([.init("x", -2)]),
      ]), kinds: [.activations: .assignments(["x"])]),
    .init(
      .start, .function, .assignments(["x", "y"]), "x=A,y=B",
      "where the descent starts; the function's own start when left out",
      in: .descending,
      else: .functions(
        [
          .curve: Words.ofFunctions(.x) { .assignments([.init("x", $0.start.x)]) },
          .surface: Words.ofFunctions(.xAndY) { .assignments([.init("x", $0.start.x), .init("y", $0.start.y)]) },
        ],
        else: [
          .curve: .assignments([.init("x", 3)]), .surface: .assignments([.init("x", 3), .init("y", -2)]),
        ]),
      kinds: [.curve: .assignments(["x"])]),
  ]
}
