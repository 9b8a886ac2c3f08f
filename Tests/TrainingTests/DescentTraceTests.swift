import Basics
import Calculus
import Foundation
import Learning
import Testing

@testable import Training

/// `Recorded/descent-traces.csv` was written by PyTorch: see `Tests/Oracles/descent_traces.py`.
@Suite("Descent traces") struct DescentTraceTests {
  /// One optimizer on one function: some of its 200 steps.
  struct Trace: CustomTestStringConvertible, Sendable {
    var function: String
    var optimizer: String
    var learningRate: Double
    var places: [DescentPath.Place]

    var testDescription: String { "\(optimizer) on \(function)" }

    static let recorded: [Trace] = {
      let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Recorded/descent-traces.csv")
      let lines = (try? String(contentsOf: file, encoding: .utf8))?.split(separator: "\n").dropFirst() ?? []
      var traces: [Trace] = []
      for line in lines {
        let fields = line.split(separator: ",").map(String.init)
        let numbers = fields.dropFirst(2).map { Double($0) ?? .nan }
        if traces.last?.function != fields[0] || traces.last?.optimizer != fields[1] {
          traces.append(Trace(function: fields[0], optimizer: fields[1], learningRate: numbers[0], places: []))
        }
        traces[traces.count - 1].places.append(
          .init(step: Int(numbers[1]), point: PlanePoint(x: numbers[2], y: numbers[3]), value: numbers[4]))
      }
      return traces
    }()
  }

  @Test("200 steps are PyTorch's in double precision", arguments: Trace.recorded)
  func agreement(trace: Trace) throws {
    let function = try #require(NamedFunction.named(trace.function, .xAndY))
    let method = try #require(DescentMethod(name: trace.optimizer))
    var run = DescentRun(PlaneFunction(function), method: method, learningRate: trace.learningRate, tolerance: 0)
    var history = History()
    for place in trace.places {
      run.advance(by: place.step - run.step, history: &history)
      #expect(run.step == place.step)
      let descent = run.descents[0]
      #expect(abs(descent.point.x - place.point.x) <= 1e-9 * max(1, abs(place.point.x)), "step \(place.step)")
      #expect(abs(descent.point.y - place.point.y) <= 1e-9 * max(1, abs(place.point.y)), "step \(place.step)")
      #expect(abs(descent.value - place.value) <= 1e-9 * max(1, abs(place.value)), "step \(place.step)")
    }
    #expect(trace.places.last?.step == 200)
  }

  @Test("three functions and eight optimizers are recorded")
  func complete() {
    #expect(Trace.recorded.count == 24)
  }
}
