import Learning
import Testing

@testable import Training

@Suite("BoundedSeries") struct BoundedSeriesTests {
  @Test("a spike of one step survives any thinning", arguments: [10, 1000, 100_000])
  func spike(length: Int) {
    var series = BoundedSeries(capacity: 64)
    for index in 0..<length { series.append(index == length / 3 ? 1000 : Double(index % 5)) }
    #expect(series.count == length)
    #expect(series.buckets.count <= 64)
    #expect(series.buckets.contains { $0.maximum == 1000 })
    let bucket = series.buckets[length / 3 / series.stride]
    #expect(bucket.maximum == 1000)
    if series.stride > 1 { #expect(bucket.minimum < 5) }
  }

  @Test("each bucket holds the least and the greatest of its own values", arguments: [1, 63, 64, 65, 129, 5000])
  func extremes(length: Int) {
    var generator = SplitMix64(seed: 3)
    let values = (0..<length).map { _ in generator.uniform(-1, 1) }
    var series = BoundedSeries(capacity: 64)
    values.forEach { series.append($0) }
    for (index, bucket) in series.buckets.enumerated() {
      let own = values[index * series.stride..<min(length, (index + 1) * series.stride)]
      #expect(bucket.minimum == own.min())
      #expect(bucket.maximum == own.max())
      #expect(bucket.last == own.last)
    }
  }

  @Test("extending is appending the same value many times", arguments: [5, 64, 100, 1000, 12_345])
  func extending(length: Int) {
    var fast = BoundedSeries(capacity: 64)
    var slow = BoundedSeries(capacity: 64)
    fast.append(7)
    slow.append(7)
    fast.extend(to: length, with: 0)
    for _ in 1..<length { slow.append(0) }
    #expect(fast == slow)
  }

  @Test("a value that is no number leaves a gap and harms no neighbor")
  func gaps() {
    var series = BoundedSeries(capacity: 2)
    series.append(1)
    series.append(.nan)
    #expect(series.buckets[1].minimum.isNaN)
    series.append(.infinity)
    #expect(series.buckets[0].minimum == 1)
    #expect(series.buckets[0].maximum == 1)
    #expect(series.buckets[1].maximum.isNaN)
  }
}
