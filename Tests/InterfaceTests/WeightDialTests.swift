import Terminal
import Testing

@testable import Interface

@Suite("WeightDial") struct WeightDialTests {
  @Test("tenths stay tenths, and the greatest numbers stay themselves")
  func tenths() {
    #expect(WeightDial.press(.right, value: 0.2) == .turned(to: 0.3))
    #expect(WeightDial.press(.left, value: 0.1) == .turned(to: 0))
    #expect(WeightDial.press(.shiftRight, value: 0.29) == .turned(to: 0.3))
    #expect(WeightDial.press(.pageUp, value: -0.3) == .turned(to: 0.7))
    #expect(WeightDial.press(.right, value: 1e308) == .turned(to: 1e308))
  }

  @Test("rows, leaving, and keys that mean nothing here")
  func others() {
    #expect(WeightDial.press(.down, value: 0) == .moved(1))
    #expect(WeightDial.press(.character("k"), value: 0) == .moved(-1))
    #expect(WeightDial.press(.escape, value: 0) == .left)
    #expect(WeightDial.press(.character("d"), value: 0) == .notMine)
    // Digits are typed, not turned.
    #expect(WeightDial.press(.character("0"), value: 7) == .notMine)
  }
}
