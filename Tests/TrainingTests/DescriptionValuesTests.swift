import Learning
import Testing

@testable import Training

@Suite struct DescriptionValuesTests {
  @Test("An optimizer has the hyper-parameters of the description, its own where they are not set")
  func optimizer() throws {
    let pairs = [(key: "optimizer", value: "adamw"), (key: "beta1", value: "0.8"), (key: "weight-decay", value: "0.1")]
    let description = try Description(.network, parsing: pairs)
    #expect(description.optimizer == .adamw(beta1: 0.8, beta2: 0.999, epsilon: 1e-8, weightDecay: 0.1))
    #expect(Description(.network).optimizer == .sgd)
    #expect(try Description(.surface, parsing: [("optimizer", "newton")]).optimizer == nil)
  }

  @Test("Every hyper-parameter of an optimizer is a key with its default", arguments: Optimizer.all.map(\.name))
  func hyperparameters(name: String) throws {
    let description = try Description(.network, parsing: [("optimizer", name)])
    #expect(description.optimizer == Optimizer(name: name))
    for (hyperparameter, value) in try #require(Optimizer(name: name)).hyperparameters {
      #expect(description.number(try #require(Key(rawValue: hyperparameter.rawValue))) == value)
    }
  }

  @Test("One activation is for all hidden layers, several are one each")
  func activations() throws {
    #expect(Description(.network).activations == [.tanh, .tanh])
    let each = try Description(.network, parsing: [("hidden", "3,2"), ("activation", "relu,gelu")])
    #expect(each.activations == [.relu, .gelu])
    #expect(try Description(.network, parsing: [("hidden", "none")]).activations == [])
  }

  @Test("A schedule takes what it needs")
  func schedule() throws {
    let step = try Description(.network, parsing: [("schedule", "step"), ("decay-every", "7")])
    #expect(step.schedule == .step(epochs: 7, factor: 0.1))
    #expect(try Description(.network, parsing: [("schedule", "cosine")]).schedule == .cosine(epochs: 100))
    #expect(Description(.network).schedule == .constant)
  }
}
