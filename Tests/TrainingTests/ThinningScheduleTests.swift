import Testing

@testable import Training

@Suite("ThinningSchedule") struct ThinningScheduleTests {
  @Test("Each at first, then every second, then every fourth")
  func few() {
    // Below 4 each; from 4 on every 2nd, from 8 on every 4th, from 16 on every 8th.
    let expected = [0, 1, 2, 3, 4, 6, 8, 12, 16, 24]
    #expect((0..<32).filter { ThinningSchedule.includes($0, dense: 4) } == expected)
  }

  @Test("However long the run, some are left, and nothing traps")
  func long() {
    #expect(ThinningSchedule.includes(1 << 62, dense: 64))
    #expect(!ThinningSchedule.includes(.max, dense: 2))
    let start = 1_000_000
    #expect((start...start + 2 * start / 64).contains { ThinningSchedule.includes($0, dense: 64) })
  }
}
