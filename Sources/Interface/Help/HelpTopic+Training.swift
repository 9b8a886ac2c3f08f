extension HelpTopic {
  /// What happens in a step, and what is seen of it.
  static let training: [HelpTopic] = [
    HelpTopic(
      "Wrong examples",
      words: "wrong error errors mistake mistakes misclassified incorrect underlined"
    ) { key in
      "An example that the model gets wrong is drawn bold and underlined, in the picture and in the count on its frame. "
        + "A perceptron learns from wrong examples only: the last one pulls the line."
    },
    HelpTopic(
      "Accuracy and R²",
      words: "accuracy score right percent confusion matrix r2 variance explained"
    ) { key in
      "Accuracy is the share of examples that are taken for their class, of the test points where there are any. The panel "
        + "of scores has the confusion matrix: who is taken for whom. For numbers R² says how much of their variance is met."
    },
    HelpTopic("Loss", words: "loss function cost error objective curve cross entropy hinge squared") { key in
      "The loss is what training makes small: how wrong the outputs are, averaged over the examples. The perceptron's is "
        + "max(0, −ys), networks have cross-entropy, squared error or hinge. It can fall while the accuracy stands still."
    },
    HelpTopic("Logarithmic axis", words: "log logarithm logarithmic scale axis linear") { key in
      "\(key(.logarithmicAxis)) makes the loss axis logarithmic: equal factors take equal lengths, so slow progress near 0 "
        + "shows, and steady progress is a straight line."
    },
    HelpTopic("Learning rate η", words: "learning rate eta step size lr alpha too large too small") { key in
      "η says how long a step against the gradient is. Too small, and it crawls; too large, and it overshoots, swings and "
        + "diverges. \(key(.learningRateDown)) change it while it runs; \(key(.race)) races six of them."
    },
    HelpTopic("Batch", words: "batch minibatch mini-batch stochastic sgd full size") { key in
      "A step uses the mean gradient of one batch. Batches of 1 are quick and noisy, which can shake a run out of a bad "
        + "place; full batches go straight down the loss that is drawn. batch-size sets it, full takes all examples."
    },
    HelpTopic("Step and epoch", words: "epoch step iteration pass update") { key in
      "A step is one update of the weights; an epoch has used every training example once. \(key(.stepForward)) makes a step, "
        + "\(key(.epochForward)) goes on to the end of the epoch."
    },
    HelpTopic("Seed", words: "seed random reproducible repeat same new start luck") { key in
      "One seed decides everything random: generated points, the split, first weights, the order of examples. The same seed "
        + "is the same run, bit for bit. \(key(.reset)) goes back to the same start, \(key(.reseed)) takes a new one."
    },
    HelpTopic("Weights by hand", words: "weight weights bias hand turn manual w0 w1 w2") { key in
      "\(key(.weightsByHand)) turns the weights by hand, in a network those into the selected unit: ↑↓ choose, ←→ turn, digits "
        + "type a value. The picture follows at once, and \(key(.undo)) takes a change back."
    },
    HelpTopic(
      "Initial weights",
      words: "initializer initialize initial xavier glorot he lecun zeros symmetry start"
    ) { key in
      "initializer chooses the first weights. All zeros leave the units of a layer alike for ever, because they all get the "
        + "same gradient. Xavier suits tanh and sigmoid, He suits ReLU: the signal keeps its size from layer to layer."
    },
  ]
}
