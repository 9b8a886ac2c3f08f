import Foundation
import Learning
import Testing
import Training

@testable import downhill

/// What `--plain` tells a person who listens, against numbers worked out by hand.
@Suite struct SpokenTests {
  private func boundary(_ bias: Double, _ first: Double, _ second: Double) -> SpokenBoundary {
    let points = Dataset(name: "", inputs: [0, 0, 1, 1], targets: .classes([0, 1], names: ["A", "B"]))
    return SpokenBoundary(bias: bias, first, second, among: points)
  }

  @Test("Where a boundary lies")
  func place() {
    // AND's last weights: 0.2 x1 + 0.1 x2 - 0.3 = 0.
    #expect(
      boundary(-0.3, 0.2, 0.1).place
        == "The boundary crosses x1 = 1.5 at x2 = 0, and x2 = 3 at x1 = 0; class A is right and above.")
    #expect(boundary(-0.1, 0.2, 0).place == "The boundary stands upright at x1 = 0.5; class A is right.")
    #expect(boundary(0.5, 0, -2).place == "The boundary lies level at x2 = 0.25; class A is below.")
    #expect(boundary(1, 0, 0).place == "There is no boundary: w1 and w2 are 0.")
    #expect(boundary(.nan, 1, 0).place == "There is no boundary: a weight is not finite.")
  }

  @Test(
    "How it has moved",
    arguments: [
      // atan(1/2) is 26.57 degrees; the distance from the origin goes from 0.5 to 0.3/√0.05 = 1.342.
      ([-0.1, 0.2, 0], [-0.3, 0.2, 0.1], "It turned by 26.6 degrees counterclockwise and moved 0.842 outward."),
      ([-0.3, 0.2, 0.1], [-0.1, 0.2, 0], "It turned by 26.6 degrees clockwise and moved 0.842 inward."),
      ([-0.1, 0.2, 0], [-0.2, 0.2, 0], "It moved 0.5 outward."),
      ([-0.1, 0.2, 0], [-0.2, 0.4, 0], "It has not moved."),
      ([0, 1, 0], [0, 0, 1], "It turned by 90 degrees counterclockwise."),
      // Across the direction of -x1 the short way: tan(1°) = 0.017455.
      ([0, -1, 0.017455], [0, -1, -0.017455], "It turned by 2 degrees counterclockwise."),
      // Upright lines at 0.5 and at -0.5: equally far, on two sides.
      (
        [-0.1, 0.2, 0], [0.1, 0.2, 0],
        "It passed over the origin: it was 0.5 from it on one side, and is 0.5 on the other. The origin has changed its class."
      ),
      // The same line with the classes exchanged.
      (
        [-0.1, 0.2, 0], [0.1, -0.2, 0], "It turned by 180 degrees counterclockwise. The origin has changed its class."
      ),
      ([0.5, 0, 0], [-0.1, 0.2, 0], "It has appeared."), ([-0.1, 0.2, 0], [1, 0, 0], "It has gone."),
      ([1, 0, 0], [2, 0, 0], "It is still not there."),
    ])
  func movement(before: [Double], after: [Double], words: String) {
    let (first, second) = (boundary(before[0], before[1], before[2]), boundary(after[0], after[1], after[2]))
    #expect(second.movement(since: first) == words)
  }

  @Test("A perceptron's boundary is told at the start, after each epoch and no more")
  func perceptron() throws {
    let lines = try Program.run(["perceptron", "--plain"]).lines
    let class0 = try #require(BuiltInDataset.and.dataset().classNames.first)
    #expect(lines.contains("The boundary stands upright at x1 = 0.5; class \(class0) is right."))
    #expect(
      lines.contains(
        "The boundary crosses x1 = 1.5 at x2 = 0, and x2 = 3 at x1 = 0; class \(class0) is right and above."))
    // The last epoch had no mistake.
    #expect(lines.dropLast().last == "The boundary has not moved.")
    #expect(lines.filter { $0.hasPrefix("The boundary") }.count == 5)
    #expect(try !Program.run(["perceptron", "--format", "text"]).output.contains("The boundary"))
  }

  @Test("Of a network: loss and accuracy, the shares of the plane, and where the classes meet")
  func network() throws {
    // z = x1 - 1, so the first class has all that lies right of 1.
    let model =
      #"{"inputs":["x1","x2"],"layers":[{"activation":"sigmoid","weights":[[1,0]],"biases":[-1]}],"#
      + #""loss":"binary-cross-entropy"}"#
    let lines = try Program.run(
      ["network", "--model", "FILE", "--epochs", "1", "--plain"], file: "m.json", Array(model.utf8)
    ).lines
    let dataset = try BuiltInDataset.circle.dataset()
    let names = dataset.classNames
    let told = try #require(lines.first { $0.hasPrefix("Along x2 = ") })
    #expect(told.hasSuffix("from left to right: class \(names[1]), class \(names[0]) from 1."))
    let upright = try #require(lines.first { $0.hasPrefix("Along x1 = ") })
    #expect(!upright.contains(" from 0") && upright.contains("from below: class "))
    let shares = try #require(lines.first { $0.hasPrefix("Of the plane in view: ") })
    let numbers = shares.split(separator: " ").compactMap { Double($0) }
    #expect(numbers.count == 2 && numbers[0] + numbers[1] == 100 && numbers[0] > 20 && numbers[0] < 50)
    let losses = lines.filter { $0.hasPrefix("Training loss ") }
    #expect(losses.count == 2)
    #expect(losses[1].contains("down from") && losses[1].contains("accuracy"))
  }

  @Test("Of a descent: the way, the fall and the slope")
  func descent() throws {
    // x² + y² from (3, -2): G = (6, -4); the step is 0.1 √52 = 0.721 long and leads to 2.4² + 1.6² = 8.32.
    let lines = try Program.run([
      "surface", "x^2 + y^2", "--start", "x=3,y=-2", "--learning-rate", "0.1", "--steps", "1", "--plain",
    ]).lines
    #expect(
      lines.contains("The ground rises by 6 per unit toward larger x and falls by 4 per unit toward larger y."))
    #expect(lines.contains("From (3, -2) to (2.4, -1.6), 0.721 far; the value fell from 13 to 8.32."))
    #expect(
      lines.contains("The ground rises by 4.8 per unit toward larger x and falls by 3.2 per unit toward larger y."))
    let curve = try Program.run([
      "curve", "x^2", "--start", "x=-1", "--learning-rate", "0.5", "--steps", "1", "--plain",
    ]).lines
    #expect(curve.contains("The ground falls by 2 per unit toward larger x."))
    #expect(curve.contains("From -1 to 0, 1 far; the value fell from 1 to 0."))
    #expect(curve.contains("The ground is level along x."))
  }

  @Test("Numbers are said with three digits, and with the direction of their change")
  func numbers() {
    #expect(SpokenNumber.text(0.30000000000000004) == "0.3")
    #expect(SpokenNumber.text([1.0 / 3, -2]) == "(0.333, -2)")
    #expect(SpokenNumber.text(0.31, since: 0.35) == "0.31, down from 0.35")
    #expect(SpokenNumber.text(0.92, since: 0.9) == "0.92, up from 0.9")
    #expect(SpokenNumber.text(0.9001, since: 0.9) == "0.9, slightly up")
    #expect(SpokenNumber.text(0.9, since: 0.9) == "0.9, as before")
    #expect(SpokenNumber.text(0.9, since: nil) == "0.9")
  }
}
