import Plotting
import Terminal
import Testing

@testable import Interface
@testable import Training

@Suite("Help") struct HelpTests {
  private func found(_ text: String, _ scene: SceneKind = .network) -> String {
    var app = SteppedApp(Description(scene), width: 100, height: 60)
    app.press(.character("?"))
    app.type(text)
    return app.state.draw().text
  }

  /// What people ask, and a word that the answer has to have.
  static let questions: [(ask: String, answer: String)] = [
    ("mouse", "click"), ("batch", "mean gradient"), ("wrong", "underlined"), ("legend", "every mark"),
    ("overfit", "test loss rises"), ("overfitting", "test loss rises"), ("learning rate", "overshoots"),
    ("loss", "makes small"), ("seed", "same run"), ("test points", "hollow"), ("colors", "themes"),
    ("colour", "themes"), ("save", "session"), ("copy", "Shift"), ("quit", "quits"),
    ("epoch", "has used every"),
    ("q", "quits"), ("question", "page"), ("quadratic", "nothing is called that"), ("underline", "every mark"),
    ("parentheses", "every mark"), ("star", "global minimum"), ("at most", "(R/γ)²"), ("strip", "η·λmax"),
    ("undo", "last change"), ("nan", "overshoots further"), ("csv", "standard input"), ("momentum", "last step"),
    ("resize", "80 columns"), ("select", "Shift"), ("adam", "rmsprop"), ("dead", "saturate"), ("xor", "margin"),
  ]

  @Test("the help is asked by idea", arguments: questions)
  func ideas(ask: String, answer: String) {
    #expect(found(ask).contains(answer), "\(ask): \(found(ask))")
  }

  /// Words of the lecture, of the screen, and questions in whole sentences.
  static let words = [
    "perceptron", "neuron", "weight", "weights", "bias", "feature", "features", "input", "output", "hidden",
    "hidden layer",
    "layers", "unit", "deep network", "sign", "sum", "dot product", "separable", "linearly separable", "boundary",
    "decision boundary", "line", "binary classifier", "prediction", "score", "target", "loss function", "hinge",
    "cross-entropy", "gradient descent", "stochastic", "mini-batch", "full batch", "tangent", "derivative", "dz/dx",
    "chain rule", "computation graph", "forward", "backward", "backpropagation", "training loop", "training", "update",
    "iteration", "epochs", "minimum", "local minimum", "global minimum", "saddle", "contour", "3d", "overshoot", "relu",
    "sigmoid", "softmax", "tanh", "activation", "penguins", "example", "converges", "diverges", "memorize",
    "generalization",
    "noise", "class", "color blind", "projector", "theme", "keyboard", "scrub", "session", "branch", "undo", "fork",
    "gauge", "strip", "bands", "underline", "hollow", "ascii", "tmux", "clipboard", "gradients", "optimizers", "λmax",
    "η",
    "r2", "confusion matrix", "what does underline mean", "how do I quit", "why is it wrong", "what is a batch?",
    "standardize", "decay", "regularization", "dropout", "probability", "lesson", "race", "compare", "slow", "zoom",
  ]

  @Test("every word a student might type finds something, at the top of the list", arguments: words)
  func found(word: String) {
    let text = found(word, .perceptron)
    #expect(!text.contains("nothing is called that"), "\(word)")
  }

  @Test("scrolled too far, one key goes back")
  func scrolling() {
    var app = SteppedApp(Description(.perceptron), width: 80, height: 24)
    app.press(.character("?"))
    let first = app.state.draw().text
    #expect(first.contains("↓ more") && !first.contains("↑"))
    for _ in 0..<30 { app.press(.pageDown) }
    let last = app.state.draw().text
    #expect(last.contains("↑ more") && !last.contains("↓ more"))
    app.press(.up)
    #expect(app.state.draw().text != last)
    #expect(app.state.draw().text.contains("↑↓ more"))
    app.press(.home)
    #expect(app.state.draw().text == first)
    app.send(.mouse(MouseEvent(kind: .wheelDown, column: 40, row: 12)))
    #expect(app.state.draw().text != first)
  }

  @Test("a search may begin with any letter, and none of them closes the help")
  func letters() {
    for scalar in (0x21...0x7E).compactMap({ Unicode.Scalar($0) }) where scalar != "?" {
      var app = SteppedApp(Description(.perceptron))
      app.press(.character("?"), .character(scalar))
      guard case .help? = app.state.overlay else {
        Issue.record("\(scalar) closes the help")
        continue
      }
    }
  }

  @Test("every topic says something, names only keys that there are, and fits the narrowest screen")
  func topics() {
    let keys = KeyBindings()
    for topic in HelpTopic.all {
      let text = topic.text(keys.names)
      #expect(text.count > 60, "\(topic.title)")
      #expect(text.hasSuffix("."), "\(topic.title)")
      _ = topic.text(
        KeyBindings.Names { action in
          #expect(keys.bindings.contains { $0.action == action }, "\(topic.title): \(action)")
          return ""
        })
      #expect(
        topic.isNamed(by: topic.title.lowercased().split(separator: " ").prefix(1).map { $0.filter(\.isLetter)[...] }))
    }
    #expect(Set(HelpTopic.all.map(\.title)).count == HelpTopic.all.count)
  }

  @Test("topics name remapped keys as they are now")
  func remapped() throws {
    let keys = try KeyBindings().remapped([(.app(.legend), [.character("Q")])])
    let legend = try #require(HelpTopic.all.first { $0.isNamed(by: ["legend"]) })
    #expect(legend.text(keys.names).hasPrefix("Q explains"))
  }
}
