import Learning

/// A landscape in double precision, for writing down: the loss over a plane of a run's weights, and the path on it.
package struct LandscapeSurface: Sendable {
  /// The plane.
  package let plane: LandscapePlane
  /// The alphas of the columns, from edge to edge.
  package let alphas: [Double]
  /// The betas of the rows, from edge to edge; of a slice the one at which it lies.
  package let betas: [Double]
  /// The mean loss at each place, row by row, the lowest beta first.
  package let losses: [Double]
  /// The path up to the present step, the present point last.
  package let path: [LandscapePathPoint]
  /// Where the present weights are.
  package let position: PlanePlace
  /// The loss there.
  package let loss: Double
}

extension LandscapeRun {
  /// How many places a surface has along each axis when nobody chose.
  package static let usualResolution = 61

  /// The landscape around the present weights over all examples that are trained on, in double precision, on all cores.
  ///
  /// - Parameter isSlice: Whether it is only the line along the first direction through the present weights.
  /// - Complexity: O(parameters) for each example and place.
  package func surface(isSlice: Bool = false) -> LandscapeSurface {
    let exact = LossLandscape(subject.landscapeModel, on: subject.dataset)
    let plane = plane()
    let path = path(on: plane.geometry, exactly: exact)
    let view = LandscapeRange(plane.kind, path: path, span: description.number(.span)).rect
    let present = subject.parameterValues
    let position = PlaneProjection(of: present, onto: plane.geometry).place
    let resolution = description.integer(.resolution) ?? Self.usualResolution
    let alphas = LandscapeRange.ends(view.minX, view.maxX, resolution)
    let betas = isSlice ? [position.beta] : LandscapeRange.ends(view.minY, view.maxY, resolution)
    return LandscapeSurface(
      plane: plane, alphas: alphas, betas: betas,
      losses: exact.surface(plane.geometry, alphas: alphas, betas: betas, isExact: true), path: path,
      position: position, loss: exact.exactLoss(at: present))
  }
}
