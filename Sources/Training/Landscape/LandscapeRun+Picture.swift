import Learning

extension LandscapeRun {
  /// The loss over the plane, the path on it, and the picture of the run itself.
  ///
  /// The surface is as fine as it is wanted, or coarser where that would hold up the training; it is worked out on all
  /// cores and kept until something has changed. In outline there is neither surface nor path, and no field of the run:
  /// none of them is drawn.
  ///
  /// - Complexity: O(parameters) for each example and place.
  package func picture(_ request: PictureRequest) -> any Picture {
    let present = subject.parameterValues
    let plane = plane(request.plane)
    let isOutline = request.isOutline
    let path = isOutline ? [] : path(on: plane.geometry, most: mostPathPoints)
    let view = request.view ?? LandscapeRange(plane.kind, path: path, span: description.number(.span)).rect
    let size = isOutline ? (columns: 0, rows: 0) : size(request)
    let alphas = LandscapeRange.middles(view.minX, view.maxX, size.columns)
    let betas = LandscapeRange.middles(view.minY, view.maxY, size.rows)
    var wish = request.parts.first ?? PictureRequest()
    wish.isPassing = request.isPassing
    if isOutline { (wish.columns, wish.rows, wish.isOutline) = (0, 0, true) }
    return LandscapePicture(
      subject: subject.picture(wish), plane: plane, alphas: alphas, betas: betas,
      losses: isOutline ? [] : memo.surface(landscape, shown, plane.geometry, alphas: alphas, betas: betas),
      position: PlaneProjection(of: present, onto: plane.geometry).place,
      loss: path.last?.loss ?? landscape.loss(at: present), parameters: present, parameterNames: names, path: path,
      exampleCount: shown.count, rangeAlpha: view.minX...view.maxX, rangeBeta: view.minY...view.maxY)
  }

  /// The plane through the present weights.
  ///
  /// - Parameter wish: Which plane; nil for the one of the description, and where the wish can't be fulfilled.
  package func plane(_ wish: LandscapeChoice? = nil) -> LandscapePlane {
    let choice = wish.flatMap { isPossible($0) ? $0 : nil } ?? choice
    let present = subject.parameterValues
    var generator = SplitMix64(seed: choice.seed, stream: 2)
    var origin = present
    let directions: LandscapeDirections
    let axisNames: [String]
    switch choice.kind {
    case .weights:
      // With the two weights themselves at 0, alpha and beta are their values.
      for index in choice.weights { origin[index] = 0 }
      directions = .parameters(choice.weights[0], choice.weights[1], of: present.count)
      axisNames = choice.weights.map { names[$0] }
    case .random:
      directions = .random(landscape.units, at: present, using: &generator)
      axisNames = ["random direction 1", "random direction 2"]
    case .principal:
      let points = trajectory.thinned(to: mostPrincipalPoints).points
      directions = .principal(of: points.map(\.parameters), around: present, using: &generator)
      axisNames = ["principal direction 1", "principal direction 2"]
    case .towards:
      directions = .towards(target ?? present, from: present, landscape.units, using: &generator)
      axisNames = ["towards the other model", "random direction"]
    }
    return LandscapePlane(
      kind: choice.kind, axisNames: axisNames, weights: choice.kind == .weights ? choice.weights : [],
      geometry: ParameterPlane(origin: origin, directions: directions), explained: directions.explained)
  }

  private func isPossible(_ choice: LandscapeChoice) -> Bool {
    switch choice.kind {
    case .weights:
      choice.weights.count == 2 && choice.weights[0] != choice.weights[1]
        && choice.weights.allSatisfy(names.indices.contains)
    case .towards: target != nil
    case .random, .principal: true
    }
  }

  /// The path seen on a plane, the present point last.
  ///
  /// - Parameters:
  ///   - exact: What the losses are worked out anew by, in double precision; nil for the ones remembered.
  ///   - most: How many of the points that are remembered are shown at most.
  package func path(
    on plane: ParameterPlane, exactly exact: LossLandscape? = nil, most: Int = Trajectory.most
  ) -> [LandscapePathPoint] {
    var points = trajectory.thinned(to: most).points
    let present = subject.parameterValues
    if points.last?.parameters != present {
      points += Trajectory(step: step, parameters: present, loss: landscape.loss(at: present)).points
    }
    let projections = points.map { PlaneProjection(of: $0.parameters, onto: plane) }
    let places = projections.map(\.place)
    let losses = exact.map { exact in points.map { exact.exactLoss(at: $0.parameters) } } ?? points.map(\.loss)
    let sliceLosses =
      exact.map { exact in places.map { exact.exactLoss(at: plane.point($0)) } }
      ?? landscape.losses(plane, at: places)
    return points.indices.map { index in
      LandscapePathPoint(
        step: points[index].step, alpha: places[index].alpha, beta: places[index].beta,
        loss: losses[index], sliceLoss: sliceLosses[index], distance: projections[index].distance,
        isJump: points[index].isJump)
    }
  }

  /// The most products of a parameter, an example and a place that a surface may take: some 15 milliseconds.
  private static let mostProducts = 400_000_000.0

  /// How many points of the path decide the principal directions: all of them up to a thousand parameters.
  ///
  /// Their inner products take points² times parameters, for every picture anew, since they are about the present point.
  private var mostPrincipalPoints: Int {
    let products = 1000 * Double(Trajectory.most * Trajectory.most)
    return Int((products / Double(names.count)).squareRoot(), within: 16...Trajectory.most)
  }

  /// How many points of the path are looked at on the plane: all of them unless that takes long.
  private var mostPathPoints: Int {
    let products = Double(names.count) * Double(max(1, shown.count))
    return Int(Self.mostProducts / 4 / products, within: 16...Trajectory.most)
  }

  private func size(_ request: PictureRequest) -> (columns: Int, rows: Int) {
    var wish = request
    if let resolution = description.integer(.resolution) { (wish.columns, wish.rows) = (resolution, resolution) }
    return wish.size(costing: Double(names.count) * Double(max(1, shown.count)), atMost: Self.mostProducts)
  }
}
