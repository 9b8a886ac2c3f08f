extension ActivationsPicture {
  /// Activation functions are looked at for as long as one likes.
  package func ending(_ standing: Standing) -> (any Claim)? { nil }
}

extension LandscapePicture {
  /// How the run that the landscape is about has ended.
  package func ending(_ standing: Standing) -> (any Claim)? { subject.ending(standing) }
}

extension GraphPicture {
  /// What both passes have found, when every derivative is known.
  package func ending(_ standing: Standing) -> (any Claim)? {
    guard !standing.status.canAdvance else { return nil }
    let gradient = evaluated.gradient
    var figures = GraphEnding.Figures()
    figures.value = PrintedNumber(evaluated.value)
    figures.derivatives = (expression.usesY ? [gradient.x, gradient.y] : [gradient.x]).map { PrintedNumber($0) }
    return GraphEnding(figures)
  }
}

extension RacePicture {
  /// How the race has ended, when no member goes on.
  package func ending(_ standing: Standing) -> (any Claim)? {
    guard !standing.status.canAdvance else { return nil }
    var figures = RaceEnding.Figures()
    figures.count = entries.count
    figures.diverged = entries.count { $0.snapshot.status.isDiverged }
    return RaceEnding(figures)
  }
}

extension PerceptronPicture {
  /// How the learning has ended.
  package func ending(_ standing: Standing) -> (any Claim)? {
    var figures = PerceptronEnding.Figures()
    (figures.epochs, figures.steps) = (standing.epochs, standing.step)
    switch standing.status {
    case .running: return nil
    case .converged: figures.reason = dataset.count == 0 ? .noData : .converged
    case .finished(.epochs): figures.reason = .epochs
    case .finished(.steps): figures.reason = .steps
    case .finished(.targetLoss): figures.reason = .target
    case .finished(.noImprovement): figures.reason = .noImprovement
    case .cycling(let period): (figures.reason, figures.period) = (.cycle, period)
    case .diverged(let divergence): (figures.reason, figures.quantity) = (.divergence, divergence.quantity)
    }
    return PerceptronEnding(figures)
  }
}

extension NetworkPicture {
  /// How the training has ended.
  package func ending(_ standing: Standing) -> (any Claim)? {
    var figures = NetworkEnding.Figures()
    (figures.epochs, figures.steps) = (standing.epochs, standing.step)
    figures.loss = PrintedNumber(training.loss)
    figures.target = PrintedNumber(pace.targetLoss ?? .nan)
    (figures.batch, figures.examples) = (batchSize, dataset.count)
    switch standing.status {
    case .running, .cycling: return nil
    case .converged: figures.reason = .noData
    case .finished(.epochs): figures.reason = .epochs
    case .finished(.steps): figures.reason = .steps
    case .finished(.targetLoss): figures.reason = .target
    case .finished(.noImprovement): figures.reason = .noImprovement
    case .diverged(let divergence):
      figures.reason = .divergence
      figures.quantity = divergence.quantity
      figures.rate = PrintedNumber(divergence.learningRate, significant: 3)
      figures.bound = divergence.bound.map { PrintedNumber($0, significant: 3) }
      let digits = Stability.digits
      figures.product = divergence.curvature.map {
        PrintedNumber(divergence.learningRate * $0, significant: digits)
      }
      figures.lastProduct = standing.history[.stability].buckets.last { $0.maximum.isFinite }
        .map { PrintedNumber($0.maximum, significant: digits) }
      figures.remedy = remedy.map { PrintedNumber($0) }
    }
    return NetworkEnding(figures)
  }
}

extension DescentPicture {
  /// How the descents have ended.
  package func ending(_ standing: Standing) -> (any Claim)? { ending(standing, remedy: nil) }

  /// How the descents have ended, with what can be done about it.
  ///
  /// - Parameter remedy: A lower rate that was tried; nil for none.
  package func ending(_ standing: Standing, remedy: Double?) -> (any Claim)? {
    guard !standing.status.canAdvance else { return nil }
    let endings = descents.map { $0.ending(on: function, remedy: remedy) }
    guard descents.count > 1 else { return endings[0] }
    var figures = DescentsEnding.Figures()
    figures.count = descents.count
    for ending in endings {
      switch ending?.kind {
      case .globalMinimum, .oneGlobalMinimum, .minimum, .minimumNearby: figures.atMinimum += 1
      case .localMinimum: figures.atLocalMinimum += 1
      case .saddle, .maximum, .downwardOneWay, .flat, .flatStart, .nothingLower: figures.elsewhere += 1
      case .noValue, .aboveBound, .noBottom, .outOfBounds: figures.diverged += 1
      case .target, .steps, nil: figures.stopped += 1
      }
    }
    return DescentsEnding(figures)
  }
}

extension RunStatus {
  /// Whether a number ceased to be finite.
  package var isDiverged: Bool {
    if case .diverged = self { true } else { false }
  }
}
