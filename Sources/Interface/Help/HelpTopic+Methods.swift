import Learning

extension HelpTopic {
  /// How it is learned.
  static let methods: [HelpTopic] = [
    HelpTopic(
      "Optimizers",
      words: "optimizer optimiser newton line search \(Optimizer.all.map(\.name).joined(separator: " "))"
    ) { key in
      "\(key(.pickOptimizer)) chooses how a gradient becomes a step: sgd as it is, momentum with the past steps, adagrad, "
        + "rmsprop and adam with a rate of its own for each weight. What is the right η for one is wrong for another."
    },
    HelpTopic("Momentum", words: "momentum heavy ball velocity beta nesterov") { key in
      "Momentum adds a share β of the last step to the next: it rolls through flat valleys and small dips, and overshoots "
        + "where β is large. Its limit of stability is η·λmax < 2(1 + β)."
    },
    HelpTopic("Gradient", words: "gradient descent downhill arrow direction steepest") {
      key in
      "The gradient points where the loss grows fastest; a step goes against it. It stands at a right angle to the "
        + "contours, and is 0 at a minimum, a maximum and a saddle."
    },
    HelpTopic(
      "Activation functions",
      words: "activation relu tanh sigmoid saturated dead unit nonlinearity function"
    ) { key in
      "Without it layers of units would be one linear map. tanh and sigmoid saturate: where the slope is near 0 nothing "
        + "comes back. ReLU does not, but a unit that is negative everywhere is dead. \(key(.unitActivation)) shows the "
        + "selected unit on its function, downhill activations all of them."
    },
    HelpTopic(
      "Backpropagation", words: "backprop backpropagation chain rule backward pass delta training loop circle moves"
    ) {
      key in
      "The chain rule, backward through the layers: each unit's share in the loss from the shares of those it feeds. "
        + "\(key(.changeView)) in a network goes to the view where every number of it is stepped through."
    },
    HelpTopic("Regularization", words: "regularization l1 l2 penalty weight decay lasso ridge") {
      key in
      "l2 adds a penalty of half the sum of squared weights, l1 of their sizes: large weights have to be worth it. l2 makes "
        + "boundaries smoother, l1 sets weights to 0. The loss that is drawn is without the penalty."
    },
    HelpTopic("Dropout", words: "dropout drop units random off") { key in
      "dropout switches units off at random in every step, so that none can rely on another. The loss of a batch gets "
        + "noisy; the losses of the whole sets are measured with every unit on."
    },
    HelpTopic("Schedule", words: "schedule decay cosine anneal learning rate falls") { key in
      "schedule lets the learning rate fall over time: large steps first, small ones to settle. decay and decay-every say "
        + "how fast."
    },
  ]
}
