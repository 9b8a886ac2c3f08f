import Testing

@testable import Plotting

/// Expected values from mpmath 1.3 with 30 digits, rounded to double.
@Suite("Elementary") struct ElementaryTests {
  private func isClose(_ value: Double, _ expected: Double) -> Bool {
    abs(value - expected) <= 4e-15 * max(abs(expected), 1e-3)
  }

  @Test(
    "the natural logarithm",
    arguments: [
      (2.0, 0.693_147_180_559_945_3), (10, 2.302_585_092_994_045_7), (0.1, -2.302_585_092_994_045_5),
      (1e300, 690.775_527_898_213_7), (.leastNonzeroMagnitude, -744.440_071_921_381_3), (1.5, 0.405_465_108_108_164_4),
    ])
  func logarithm(x: Double, expected: Double) { #expect(isClose(naturalLogarithm(x), expected)) }

  @Test("powers of ten have whole logarithms")
  func decades() {
    for exponent in -300...300 { #expect(decimalLogarithm(powerOfTen(exponent)) == Double(exponent)) }
    #expect(decimalLogarithm(0) == -.infinity)
    #expect(naturalLogarithm(-1).isNaN)
  }

  @Test(
    "the exponential",
    arguments: [
      (1.0, 2.718_281_828_459_045), (-1, 0.367_879_441_171_442_33), (0.5, 1.648_721_270_700_128_2),
      (10, 22_026.465_794_806_718),
      (700, 1.014_232_054_735_004_5e304), (0, 1),
    ])
  func exponentials(x: Double, expected: Double) {
    #expect(abs(exponential(x) / expected - 1) < 1e-13)
    #expect(exponential(.infinity) == .infinity)
    #expect(exponential(-.infinity) == 0)
    #expect(exponential(.nan).isNaN)
  }

  @Test(
    "sine and cosine",
    arguments: [
      (0.0, 0.0, 1.0), (0.5, 0.479_425_538_604_203, 0.877_582_561_890_372_7),
      (2, 0.909_297_426_825_681_7, -0.416_146_836_547_142_4),
      (-4, 0.756_802_495_307_928_3, -0.653_643_620_863_611_9), (100, -0.506_365_641_109_758_8, 0.862_318_872_287_683_9),
    ])
  func angles(x: Double, sine: Double, cosine: Double) {
    let result = sineAndCosine(x)
    #expect(abs(result.sine - sine) < 1e-14 && abs(result.cosine - cosine) < 1e-14)
  }
}
