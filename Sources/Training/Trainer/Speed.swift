/// How fast a run plays: so many steps a second, or as fast as it goes.
package struct Speed: Sendable, Equatable {
  /// Steps a second; nil for as fast as it goes.
  package let stepsPerSecond: Double?

  /// Makes a speed.
  ///
  /// - Precondition: `stepsPerSecond` is positive.
  package init(stepsPerSecond: Double?) {
    precondition(stepsPerSecond ?? 1 > 0, "a speed of \(stepsPerSecond ?? 0) steps a second does not move")
    self.stepsPerSecond = stepsPerSecond
  }

  /// As fast as it goes.
  package static let unlimited = Speed(stepsPerSecond: nil)

  /// The speeds that the keys go through, slowest first.
  package static let ladder: [Speed] =
    [1, 2, 4, 8, 15, 30, 60, 125, 250, 500, 1000, 5000, 20_000, 100_000].map { Speed(stepsPerSecond: $0) } + [
      .unlimited
    ]

  /// The next faster speed of the ladder.
  package var faster: Speed {
    guard let own = stepsPerSecond else { return self }
    return Speed.ladder.first { ($0.stepsPerSecond ?? .infinity) > own } ?? .unlimited
  }

  /// The next slower speed of the ladder.
  package var slower: Speed {
    let own = stepsPerSecond ?? .infinity
    return Speed.ladder.last { ($0.stepsPerSecond ?? .infinity) < own } ?? Speed.ladder[0]
  }
}
