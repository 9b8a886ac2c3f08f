extension HelpTopic {
  /// How it ends.
  static let outcomes: [HelpTopic] = [
    HelpTopic(
      "Overfitting", words: "overfit overfitting overfitted memorize generalize gap early stopping"
    ) { key in
      "The training loss goes on falling while the test loss rises: noise is learned by heart, and the boundary winds "
        + "around single points. Fewer units, more examples, l2, dropout or stopping early help."
    },
    HelpTopic("Underfitting", words: "underfit underfitting too simple capacity stuck plateau") {
      key in
      "Both losses stay high: the model can't bend as the data do, or has hardly moved. More units or features, a larger η "
        + "or more epochs help."
    },
    HelpTopic("Convergence", words: "converge converged convergence end finished when does it stop") { key in
      "A perceptron has converged when an epoch had no mistake; a descent when the slope is as good as 0. A network goes on "
        + "until epochs, steps, stop-at-loss or patience end it."
    },
    HelpTopic(
      "Separable or not", words: "separable linearly proof margin bound at most cycle xor never"
    ) { key in
      "\(key(.proof)) proves whether a line can separate the classes: the widest margin γ, or a point that both classes would "
        + "have to hold. Where they are separable, at most (R/γ)² mistakes are made from zero weights; where not, the "
        + "perceptron never rests."
    },
    HelpTopic(
      "Divergence",
      words: "diverge diverged divergence nan infinity explode exploding blow up overflow"
    ) { key in
      "Each step overshoots further, until the numbers are no longer finite. It stops at the last finite step and says why. "
        + "\(key(.learningRateDown)) lowers η, \(key(.undo)) takes the change back, \(key(.goToFirst)) goes to the start."
    },
    HelpTopic(
      "Stability: η·λmax",
      words:
        "stability stable edge curvature hessian lambda eigenvalue gauge strip bar bound oscillates"
    ) { key in
      "λmax is the largest curvature of the loss: along it plain steps shrink only while η·λmax < 2. The gauge shows it "
        + "against its bound, the small strip beside it how it got there. \(key(.stability)) draws it over the whole run."
    },
    HelpTopic("Minima and saddles", words: "minimum minima local global saddle valley star") {
      key in
      "★ is a global minimum, ☆ a local one. A small η is caught in the nearest valley. At a saddle the slope is 0 too, but "
        + "it falls on two sides."
    },
    HelpTopic(
      "Loss landscape", words: "landscape surface plane weights 3d perspective contour contours"
    ) { key in
      "\(key(.landscape)) shows the loss over a plane through weight space with the path of the run on it. A plane hides the "
        + "other directions, so the path is colored by its true loss. \(key(.movePoint)) moves the weights and the boundary follows."
    },
    HelpTopic("Regression", words: "regression number predict target r2 continuous") { key in
      "The sets plane and bumps have a number as the target. The output is drawn as a field, the loss is the squared error, "
        + "and R² says how much of the variance is explained."
    },
  ]
}
