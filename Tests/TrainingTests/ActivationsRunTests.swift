import Foundation
import Learning
import Testing

@testable import Training

@Suite("Activations run") struct ActivationsRunTests {
  private func run(_ settings: [Key: String] = [:]) throws -> ActivationsRun {
    ActivationsRun(try Description(.activations, parsing: settings.map { (key: $0.key.rawValue, value: $0.value) }))
  }

  @Test("steps move x by a tenth to the end of the axis, and the timeline comes back")
  func steps() throws {
    var timeline = Timeline(try run([.at: "x=-2", .activation: "tanh"]))
    timeline.advance(by: 3)
    let picture = try #require(timeline.present.picture(PictureRequest()) as? ActivationsPicture)
    #expect(picture.x == -1.7 && picture.curve == .tanh)
    #expect(abs(picture.value - Foundation.tanh(-1.7)) < 1e-15)
    timeline.advance(by: 1000)
    #expect((timeline.present as? ActivationsRun)?.x == 6)
    #expect(timeline.present.status == .finished(.steps) && timeline.present.step == 80)
    timeline.go(to: 20)
    #expect((timeline.present as? ActivationsRun)?.x == 0)
  }

  @Test("what is changed by hand, and what can't be")
  func changes() throws {
    var run = try run()
    try run.apply(.setting(.at, .assignments([.init("x", 99)])))
    #expect(run.x == 6)
    try run.apply(.point([.nan]))
    #expect(run.x == 0)
    try run.apply(.setting(.activation, .words(["softmax"])))
    #expect(run.curve == .softmax)
    #expect(throws: ChangeError.needsNewStart(.seed)) { try run.apply(.setting(.seed, .integer(2))) }
  }
}
