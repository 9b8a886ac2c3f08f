import Testing

@testable import Training

@Suite("Trajectory")
struct TrajectoryTests {
  /// A path whose only parameter is the number of the step.
  private func path(to step: Int) -> Trajectory {
    var trajectory = Trajectory(step: 0, parameters: [0], loss: 0)
    for number in stride(from: 1, through: step, by: 1) {
      trajectory.note(step: number) { ([Double(number)], Double(number)) }
    }
    return trajectory
  }

  @Test("it remembers every step of a short run")
  func short() {
    #expect(path(to: 200).points.map(\.step) == Array(0...200))
  }

  @Test("it keeps every second point when there are too many, and the first always", arguments: [256, 1000, 65_536])
  func thinned(steps: Int) {
    let trajectory = path(to: steps)
    #expect(trajectory.points.count <= Trajectory.most && trajectory.points.count > Trajectory.most / 2)
    #expect(trajectory.spacing.nonzeroBitCount == 1)
    #expect(trajectory.points.map(\.step) == Array(stride(from: 0, through: steps, by: trajectory.spacing)))
    #expect(trajectory.points.allSatisfy { $0.loss == Double($0.step) })
  }

  @Test("of several changes by hand at one step the last counts, and the learned point stays")
  func jumps() {
    var trajectory = path(to: 3)
    trajectory.jump(step: 3, parameters: [10], loss: 10)
    trajectory.jump(step: 3, parameters: [20], loss: 20)
    #expect(trajectory.points.map(\.step) == [0, 1, 2, 3, 3])
    #expect(trajectory.points.map(\.parameters) == [[0], [1], [2], [3], [20]])
    #expect(trajectory.points.map(\.isJump) == [false, false, false, false, true])
  }

  @Test("a jump whose point has been thinned away is told by the next point")
  func thinnedJump() throws {
    var trajectory = path(to: 3)
    trajectory.jump(step: 3, parameters: [20], loss: 20)
    for number in 4...300 { trajectory.note(step: number) { ([Double(number)], 0) } }
    #expect(trajectory.spacing == 2)
    #expect(trajectory.points.filter(\.isJump).map(\.step) == [4])
  }

  @Test("a copy with fewer points keeps the first, and no more than asked for", arguments: [2, 3, 16, 100])
  func fewer(most: Int) {
    let few = path(to: 200).thinned(to: most).points
    #expect(few.count <= most && few.count > most / 4)
    #expect(few.first?.step == 0)
    #expect(path(to: 200).thinned(to: 300) == path(to: 200))
  }
}
