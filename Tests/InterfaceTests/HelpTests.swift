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
    let keys = KeyTable()
    for topic in HelpTopic.all {
      let text = topic.text { keys.anyName(of: $0) }
      #expect(text.count > 60, "\(topic.title)")
      #expect(text.hasSuffix("."), "\(topic.title)")
      _ = topic.text { action in
        #expect(keys.bindings.contains { $0.action == action }, "\(topic.title): \(action)")
        return ""
      }
      #expect(
        topic.isNamed(by: topic.title.lowercased().split(separator: " ").prefix(1).map { $0.filter(\.isLetter)[...] }))
    }
    #expect(Set(HelpTopic.all.map(\.title)).count == HelpTopic.all.count)
  }

  @Test("topics name remapped keys as they are now")
  func remapped() throws {
    let keys = try KeyTable().remapped([(.legend, [.character("Q")])])
    let legend = try #require(HelpTopic.all.first { $0.isNamed(by: ["legend"]) })
    #expect(legend.text { keys.anyName(of: $0) }.hasPrefix("Q explains"))
  }
}
