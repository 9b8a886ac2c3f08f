extension HelpTopic {
  /// What learns.
  static let models: [HelpTopic] = [
    HelpTopic(
      "Perceptron",
      words: "perceptron neuron rosenblatt sign sum dot product binary classifier linear scheme prediction"
    ) { key in
      "A perceptron adds its inputs, each times a weight, and a bias: s = w₁x₁ + w₂x₂ + w₀. The sign of s is what it says. "
        + "It learns from the examples that it gets wrong: w ← w − η ∂L/∂w. \(key(.proof)) proves whether that can succeed."
    },
    HelpTopic(
      "Decision boundary", words: "boundary decision line field region side hyperplane normal shade band bands"
    ) { key in
      "The boundary is where the model is undecided: s = 0 of a perceptron, a probability of 0.5 of a network. The shaded "
        + "bands say how sure it is on either side. The arrow w of a perceptron stands at a right angle to it."
    },
    HelpTopic(
      "Networks",
      words: "network neural net layer layers hidden unit units node mlp multilayer deep architecture depth width"
    ) { key in
      "Each unit is a sum of what comes in and an activation function on it; hidden layers bend the boundary. "
        + "\(key(.addUnit)) add and take away units, \(key(.addLayer)) layers, and the small pictures show what each unit says. "
        + "A click on a unit or a weight shows its numbers."
    },
    HelpTopic(
      "Derivatives",
      words: "derivative tangent chain rule slope partial differential dx dy dz dl dw computation graph node forward"
    ) { key in
      "A derivative says how much the result changes for a small change: the slope of the tangent. The chain rule multiplies "
        + "them along a path and adds over paths. downhill graph shows it move by move: \(key(.stepForward)) goes forward with the "
        + "values, then backward with the derivatives."
    },
    HelpTopic(
      "Softmax, sigmoid and probabilities",
      words: "softmax sigmoid probability probabilities logit logits share output outputs sure"
    ) { key in
      "A sigmoid makes a probability of one sum, softmax makes shares of several that add up to 1. The largest is the "
        + "class that is predicted. \(key(.probe)) shows them for any place in a network's picture."
    },
  ]
}
