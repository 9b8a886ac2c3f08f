// What a person is told before choosing: what a thing is for, and when it fails.

extension Activation {
  /// What it is for and when it fails, in two sentences.
  package var summary: String {
    switch self {
    case .identity: "Makes a layer linear: for outputs that are numbers. Between hidden layers it adds nothing."
    case .relu:
      "The usual choice: simple, and it does not saturate. A unit that is negative everywhere is dead for good."
    case .leakyRelu: "As ReLU, with a slope of 0.01 below 0, so no unit dies. The small slope learns slowly."
    case .elu: "As ReLU, smooth below 0, with means nearer to 0. It still saturates far to the left."
    case .gelu: "A smooth ReLU, as transformers use it. It dips below 0, so it is not monotone."
    case .sigmoid: "Between 0 and 1: for probabilities. In hidden layers it saturates, and deep stacks learn slowly."
    case .tanh:
      "Between −1 and 1, around 0: good in small networks. Far from 0 it saturates, so inputs must not be large."
    case .softplus: "A smooth ReLU that is never 0. Its means are above 0, which slows learning in deep networks."
    case .swish: "Smooth, like ReLU far from 0. It dips below 0, and costs an exponential."
    }
  }
}

extension OutputActivation {
  /// What it is for and when it fails, in two sentences.
  package var summary: String {
    switch self {
    case .tanh: "One output between −1 and 1 for two classes. With squared error it hardly learns where it saturates."
    case .identity: "The sum as it is: for numbers. It can't say how likely a class is."
    case .sigmoid: "One output between 0 and 1: how likely the first class is. For two classes only."
    case .softmax: "A share for each class; they add up to 1. It needs one output a class."
    }
  }
}

extension Loss {
  /// What it is for and when it fails, in two sentences.
  package var summary: String {
    switch self {
    case .squaredError:
      "Half the squared distance: for numbers. For classes it learns slowly where the output saturates."
    case .binaryCrossEntropy: "For two classes: it punishes being sure and wrong. A few wrong labels can dominate it."
    case .crossEntropy: "For any number of classes, on softmax. A few wrong labels can dominate it."
    case .hinge: "Asks for a margin of 1 and no more, as in a support vector machine. It gives no probabilities."
    }
  }
}

extension Initializer {
  /// What it is for and when it fails, in two sentences.
  package var summary: String {
    switch self {
    case .zeros:
      "The lecture's start for one perceptron. Hidden units stay alike for ever: they get the same gradients."
    case .uniform:
      "Between −0.5 and 0.5, whatever the layer's size. Too large for wide layers, so their units saturate."
    case .xavierUniform: "For tanh and sigmoid: keeps the signal's size through the layers. Too small for ReLU."
    case .xavierNormal: "As xavier-uniform, from a bell curve. Too small for ReLU."
    case .heUniform: "For ReLU: makes up for the half that it cuts off. Too large for tanh and sigmoid."
    case .heNormal: "As he-uniform, from a bell curve. Too large for tanh and sigmoid."
    case .lecunNormal: "Keeps the size from the inputs alone. Smaller than He, so deep ReLU networks fade."
    }
  }
}

extension Feature {
  /// What it makes possible and what not, in two sentences.
  package var summary: String {
    switch self {
    case .x1: "The first input itself. Alone it makes boundaries that stand upright."
    case .x2: "The second input itself. Alone it makes boundaries that lie flat."
    case .x1Squared, .x2Squared:
      "With the other square and the inputs it makes circles and parabolas. It grows fast with large inputs."
    case .product:
      "One sign in two opposite quarters: solves XOR without hidden units. Nothing where the inputs are not around 0."
    case .sineOfX1: "Makes stripes side by side. Its period is fixed, so it only fits inputs of a few units."
    case .sineOfX2: "Makes stripes above one another. Its period is fixed, so it only fits inputs of a few units."
    }
  }
}
