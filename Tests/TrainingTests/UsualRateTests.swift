import Learning
import Testing

@testable import Training

@Suite("Usual learning rates") struct UsualRateTests {
  private func race(_ pairs: [(key: String, value: String)]) throws -> [Double] {
    try Description(.race, parsing: pairs).contestants.map(\.learningRate)
  }

  @Test("Of networks they are the scene's own for gradient descent and PyTorch's for the others")
  func networks() throws {
    let names = ["sgd", "momentum", "nesterov", "qhm", "adagrad", "rmsprop", "adadelta", "adam", "adamw"]
    let rates = try race([("of", "network"), ("vary", "optimizer=\(names.joined(separator: ","))")])
    // torch.optim 2: Adagrad 0.01, RMSprop 0.01, Adadelta 1, Adam and AdamW 0.001.
    #expect(rates == [0.03, 0.003, 0.003, 0.03, 0.01, 0.01, 1, 0.001, 0.001])
  }

  @Test("On a function, the function's own for gradient descent; the others cross the picture in about 80 steps")
  func functions() throws {
    // The sphere is shown from -4 to 4 and descended at 0.1: 8 / 80 is 0.1 too.
    let sphere = try race([("of", "surface"), ("vary", "optimizer=sgd,momentum,adam,adagrad,newton")])
    #expect(sphere == [0.1, 0.01, 0.1, 0.5, 0.1])
  }

  @Test("A rate that was asked for is kept for all, and only a race over optimizers has several")
  func asked() throws {
    #expect(
      try race([("of", "surface"), ("vary", "optimizer=sgd,adam"), ("learning-rate", "0.2")]) == [0.2, 0.2])
    #expect(try race([("of", "surface"), ("optimizer", "adam"), ("vary", "seed=1,2")]).allSatisfy { $0 == 0.1 })
    let kept = try Description(.race, parsing: [("vary", "optimizer=sgd,adam"), ("learning-rate", "0.2")])
    #expect(kept.rateNotes.isEmpty)
    #expect(try Description(.race, parsing: [("vary", "optimizer=sgd,adam")]).rateNotes.count == 1)
  }

  @Test("What a race runs at is in its descriptions, so each can be had alone")
  func alone() throws {
    let race = try Description(.race, parsing: [("vary", "optimizer=sgd,adam"), ("of", "network")])
    #expect(race.contestants[1].commandLine == "downhill network --learning-rate 0.001 --optimizer adam")
    #expect(race.commandLine == "downhill race network --vary optimizer=sgd,adam")
  }

  @Test("Descents in one picture run at them too") func descents() throws {
    let run = try DescentRun(Description(.curve, parsing: [("vary", "optimizer=sgd,adadelta,adam")]))
    #expect(run.descents.map(\.learningRate)[1] == 1)
  }
}
