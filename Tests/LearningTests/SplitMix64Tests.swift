import Testing

@testable import Learning

@Suite("SplitMix64") struct SplitMix64Tests {
  /// The published first outputs for seed 1234567 (Rosetta Code's "Pseudo-random numbers/Splitmix64", also printed by
  /// the reference C program).
  @Test("gives the published sequence") func published() {
    var generator = SplitMix64(seed: 1_234_567)
    #expect(generator.next() == 6_457_827_717_110_365_317)
    #expect(generator.next() == 3_203_168_211_198_807_973)
    #expect(generator.next() == 9_817_491_932_198_370_423)
    #expect(generator.next() == 4_593_380_528_125_082_431)
    #expect(generator.next() == 16_408_922_859_458_223_821)
  }

  @Test("streams of one seed differ from each other and repeat themselves") func streams() {
    var first = SplitMix64(seed: 1, stream: 1)
    var again = SplitMix64(seed: 1, stream: 1)
    var other = SplitMix64(seed: 1, stream: 2)
    let value = first.next()
    #expect(value == again.next())
    #expect(value != other.next())
  }

  @Test("normal numbers have the mean and deviation asked for") func moments() {
    var generator = SplitMix64(seed: 7)
    let sample = (0..<100_000).map { _ in generator.normal(mean: 3, deviation: 2) }
    let mean = sample.reduce(0, +) / 100_000
    let variance = sample.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 100_000
    // Five standard errors: 2 / sqrt(100000) * 5 = 0.03; variance 4 * sqrt(2 / 100000) * 5 = 0.09.
    #expect(abs(mean - 3) < 0.03)
    #expect(abs(variance - 4) < 0.09)
  }
}
