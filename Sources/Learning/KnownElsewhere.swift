// The names that other programs give to what is here.

extension Activation {
  /// The function of a name of ours or of another program (scikit-learn, PyTorch, Keras): `logistic`, `ReLU`, `linear`.
  package static func known(as name: String) -> Activation? {
    if let own = Activation(rawValue: name) { return own }
    return switch ForeignName.plain(name) {
    case "identity", "linear", "none": .identity
    case "relu": .relu
    case "leakyrelu": .leakyRelu
    case "elu": .elu
    case "gelu": .gelu
    case "sigmoid", "logistic", "logsig", "expit": .sigmoid
    case "tanh", "tansig": .tanh
    case "softplus": .softplus
    case "swish", "silu": .swish
    default: nil
    }
  }
}

extension OutputActivation {
  /// The function of a name of ours or of another program: `linear`, `logistic`.
  package static func known(as name: String) -> OutputActivation? {
    if let own = OutputActivation(rawValue: name) { return own }
    return switch ForeignName.plain(name) {
    case "identity", "linear", "none": .identity
    case "sigmoid", "logistic", "logsig", "expit": .sigmoid
    case "tanh", "tansig": .tanh
    case "softmax": .softmax
    default: nil
    }
  }
}

extension Loss {
  /// The loss of a name of ours or of another program: `mse`, `bce`.
  package static func known(as name: String) -> Loss? {
    if let own = Loss(rawValue: name) { return own }
    return switch ForeignName.plain(name) {
    case "mse", "mseloss", "meansquarederror", "squarederror", "squaredloss": .squaredError
    case "bce", "bceloss", "binarycrossentropy", "bcewithlogitsloss": .binaryCrossEntropy
    case "crossentropy", "crossentropyloss", "categoricalcrossentropy", "sparsecategoricalcrossentropy":
      .crossEntropy
    case "hinge": .hinge
    default: nil
    }
  }
}

extension Initializer {
  /// The initializer of a name of ours or of another program: `glorot_uniform`, `kaiming_normal`.
  package static func known(as name: String) -> Initializer? {
    if let own = Initializer(rawValue: name) { return own }
    return switch ForeignName.plain(name) {
    case "xavieruniform", "glorotuniform": .xavierUniform
    case "xaviernormal", "glorotnormal": .xavierNormal
    case "heuniform", "kaiminguniform": .heUniform
    case "henormal", "kaimingnormal": .heNormal
    case "lecunnormal": .lecunNormal
    default: nil
    }
  }
}

extension Optimizer {
  /// The optimizer of a name of ours or of another program, with its default hyper-parameters: `gradient_descent`.
  package static func known(as name: String) -> Optimizer? {
    if let own = Optimizer(name: name) { return own }
    return switch ForeignName.plain(name) {
    case "gradientdescent", "gd": .sgd
    default: nil
    }
  }
}

private enum ForeignName {
  /// A name in small letters, without the marks that programs put between words.
  static func plain(_ name: String) -> String {
    String(name.lowercased().filter { $0 != "_" && $0 != "-" && $0 != " " })
  }
}
