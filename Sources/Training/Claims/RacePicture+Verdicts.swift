import Calculus

extension RacePicture {
  /// What became of each member, in their order.
  package var verdicts: [RaceVerdict] {
    let scores = entries.compactMap(\.score).filter(\.isFinite)
    let lowest = PrintedNumber(scores.min() ?? .nan, significant: RaceVerdict.digits)
    return entries.map { entry in
      var figures = entry.figures
      figures.lowest = lowest
      return RaceVerdict(figures)
    }
  }
}

extension RacePicture.Entry {
  /// How many of the last values are looked at, and how far back "recent" is.
  private static let (tail, recent) = (40, 10)

  /// Its curve in numbers, as printed; the least of all members is still open.
  fileprivate var figures: RaceVerdict.Figures {
    var figures = RaceVerdict.Figures()
    let buckets = snapshot.history[judge].buckets
    (figures.step, figures.isDiverged) = (snapshot.step, snapshot.status.isDiverged)
    if let descent = (snapshot.picture as? DescentPicture)?.first {
      figures.turnsBack = descent.turnsBack
      figures.rest = rest(descent)
    }
    figures.floor = floor.map(Self.printed)
    guard let first = buckets.first, let last = buckets.last else { return figures }
    figures.start = Self.printed(snapshot.history[judge].stride == 1 ? first.last : max(first.minimum, first.maximum))
    figures.last = Self.printed(last.last)
    figures.recent = Self.printed(buckets[max(0, buckets.count - 1 - Self.recent)].last)
    figures.least = Self.printed(buckets.reduce(.infinity) { Double.minimum($0, $1.minimum) })
    figures.greatest = Self.printed(buckets.reduce(-.infinity) { Double.maximum($0, $1.maximum) })
    let tail = buckets.suffix(Self.tail + 1).map(\.last)
    figures.tailLeast = Self.printed(tail.min() ?? .nan)
    figures.tailGreatest = Self.printed(tail.max() ?? .nan)
    figures.tail = tail.count - 1
    figures.rises = zip(tail, tail.dropFirst()).count { $1 > $0 }
    return figures
  }

  private static func printed(_ value: Double) -> PrintedNumber {
    PrintedNumber(value, significant: RaceVerdict.digits)
  }

  private var floor: Double? {
    switch judge {
    case .mistakes: 0
    case .value: (snapshot.picture as? DescentPicture)?.function.knownLowest
    default: nil
    }
  }

  private func rest(_ descent: Descent) -> RaceVerdict.Figures.Rest {
    guard let picture = snapshot.picture as? DescentPicture, let ending = descent.ending(on: picture.function) else {
      return .none
    }
    switch ending.kind {
    case .globalMinimum, .oneGlobalMinimum, .minimum, .minimumNearby: return .minimum
    case .localMinimum: return .localMinimum
    case .saddle, .maximum, .downwardOneWay, .flat, .flatStart, .nothingLower: return .elsewhere
    case .target, .steps, .noValue, .aboveBound, .noBottom, .outOfBounds: return .none
    }
  }
}

extension Descent {
  /// Whether the last two steps point against one another.
  package var turnsBack: Bool {
    let path = self.path.places.suffix(3).map(\.point)
    guard path.count == 3 else { return false }
    let (acrossBefore, upBefore) = (path[1].x - path[0].x, path[1].y - path[0].y)
    let (acrossAfter, upAfter) = (path[2].x - path[1].x, path[2].y - path[1].y)
    return acrossBefore * acrossAfter + upBefore * upAfter < 0
  }
}
