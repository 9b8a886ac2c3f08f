import Learning

/// Remembers the last surface that was worked out, so that what has not changed is not worked out again.
///
/// It is no part of a run's state: whoever asks gets the very numbers that he would work out himself.
final class LandscapeMemo: Sendable {
  private struct Surface: Sendable {
    let dataset: Dataset
    let plane: ParameterPlane
    let alphas: [Double]
    let betas: [Double]
    let losses: [Double]
  }

  private let last = Guarded<Surface?>(nil)

  /// The losses on places of a plane, row by row, those of the first beta first.
  func surface(
    _ landscape: LossLandscape, _ dataset: Dataset, _ plane: ParameterPlane, alphas: [Double], betas: [Double]
  ) -> [Double] {
    let known = last.withLock { $0 }
    if let known, known.plane == plane, known.alphas == alphas, known.betas == betas, known.dataset == dataset {
      return known.losses
    }
    let losses = landscape.surface(plane, alphas: alphas, betas: betas)
    last.withLock {
      $0 = Surface(dataset: dataset, plane: plane, alphas: alphas, betas: betas, losses: losses)
    }
    return losses
  }
}

extension LossLandscape {
  /// The losses on places of a plane, worked out on all cores: row by row, those of the first beta first.
  ///
  /// The numbers do not depend on how many cores there are.
  ///
  /// - Parameter isExact: Whether in double precision.
  package func surface(
    _ plane: ParameterPlane, alphas: [Double], betas: [Double], isExact: Bool = false
  ) -> [Double] {
    // An array made without room writes its count into the empty array that all threads share.
    guard !alphas.isEmpty, !betas.isEmpty else { return [] }
    // Rows differ in what they cost only by chance; a few for each core even that out.
    let parts = min(betas.count, 8)
    let done = Guarded<[Int: [Double]]>([:])
    Worker.perform(parts) { part in
      let rows = betas.count * part / parts..<betas.count * (part + 1) / parts
      let own = Array(betas[rows])
      let losses = [Double](unsafeUninitializedCapacity: alphas.count * own.count) { buffer, count in
        buffer.initialize(repeating: 0)
        if isExact {
          sampleExactly(plane, alphas: alphas, betas: own, into: buffer)
        } else {
          sample(plane, alphas: alphas, betas: own, into: buffer)
        }
        count = alphas.count * own.count
      }
      done.withLock { $0[part] = losses }
    }
    return done.withLock { done in (0..<parts).flatMap { done[$0] ?? [] } }
  }
}
