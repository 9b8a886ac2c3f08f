extension HelpTopic {
  /// What is learned from.
  static let data: [HelpTopic] = [
    HelpTopic(
      "Your own data",
      words:
        "csv file table dataset data set importing load stdin label columns penguins digits spiral circle moons and or built-in"
    ) {
      key in
      "--data FILE.csv reads a table, --data - standard input; --columns and --label say which columns. "
        + "\(key(.pickDataset)) chooses a built-in set, or type a file's name there."
    },
    HelpTopic("Placing points", words: "point add remove draw place paint delete example") { key in
      "\(key(.placePoints)) places points: arrows or digits move, Enter places, c changes the class, x removes the nearest. "
        + "In a perceptron's picture a click does it too."
    },
    HelpTopic("Classes", words: "class label color shape category softmax multiclass") { key in
      "Each class has a shape and a color of its own: class A, the first, is blue and round. With more than two a network "
        + "has one output a class, and softmax makes shares of them that add up to 1; the largest wins."
    },
    HelpTopic("Noise", words: "noise noisy random scatter flip") { key in
      "\(key(.pickNoise)) chooses how far the points of a generated set are moved; flip-noise is the share of labels that "
        + "are wrong on purpose. A model that gets such labels right has learned them by heart."
    },
    HelpTopic("Features", words: "feature input inputs x1 x2 product square sine engineer") { key in
      "Features are what the model sees of x₁ and x₂: themselves, squares, their product, sines. A perceptron's boundary is a "
        + "straight line in its features, so x1*x2 lets it learn XOR. \(key(.pickFeatures)) chooses them, "
        + "\(key(.toggleFeature)) switch them in a network."
    },
    HelpTopic("Standardizing", words: "standardize normalize scale scaling units mean deviation") {
      key in
      "--standardize shifts and scales each input to mean 0 and deviation 1, by the training examples alone. Inputs in the "
        + "thousands saturate units and make every learning rate too large or too small for one of the weights."
    },
    HelpTopic(
      "Training and test points",
      words: "test train training validation split holdout generalization"
    ) { key in
      "test-fraction keeps a share of the examples away from training: they are drawn hollow, and the test loss is theirs. "
        + "\(key(.showTest)) hides them. What is learned by heart helps with the training points only."
    },
    HelpTopic(
      "Models in files", words: "model json load save parameters export weights file pytorch"
    ) { key in
      "--save-model FILE.json writes a network with its weights, --model FILE.json goes on from one. The format is plain "
        + "JSON: inputs, layers with weights and biases, loss."
    },
  ]
}
