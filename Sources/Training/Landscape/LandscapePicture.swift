import Basics
import Learning

/// What a landscape shows of a run at one step: the loss over a plane of its weights, and the path on it.
///
/// In outline there are no places, no losses and no path.
public struct LandscapePicture: Picture {
  /// What the run itself shows, for the data plane beside.
  public let subject: any Picture
  /// The plane.
  public let plane: LandscapePlane
  /// The alphas of the columns, ascending: the middles of equal parts of `rangeAlpha`.
  public let alphas: [Double]
  /// The betas of the rows, ascending: the middles of equal parts of `rangeBeta`.
  public let betas: [Double]
  /// The mean loss at each place, row by row, the lowest beta first.
  public let losses: [Double]
  /// Where the present weights are, or for a plane that does not hold them, what they are nearest to.
  public let position: PlanePlace
  /// The present loss.
  public let loss: Double
  /// The present parameters, in the order of the directions.
  public let parameters: [Double]
  /// The names of all parameters, in the same order: `w0`, `h1.1.v2`, `out.1.w0`.
  public let parameterNames: [String]
  /// The path up to the present step, the oldest first; the last point is the present one.
  public let path: [LandscapePathPoint]
  /// How many examples the losses are the mean of: all that are trained on, or an even choice of very many.
  public let exampleCount: Int

  /// The share of the path's variance that each direction explains; nil where that means nothing.
  public var explained: [Double]? { plane.explained }
  /// From the left to the right edge.
  public let rangeAlpha: ClosedRange<Double>
  /// From the lower to the upper edge.
  public let rangeBeta: ClosedRange<Double>
}

/// A point of the path of a run, seen on a plane.
public struct LandscapePathPoint: Sendable, Equatable {
  /// After which step.
  public let step: Int
  /// The place of the plane that the point is nearest to.
  public let alpha: Double
  /// The place of the plane that the point is nearest to.
  public let beta: Double
  /// The loss at the point itself.
  public let loss: Double
  /// The loss at the place of the plane.
  public let sliceLoss: Double
  /// How far the point is from the plane, in the units of the parameters.
  public let distance: Double
  /// Whether it was reached by hand: no line leads to it from the point before.
  public let isJump: Bool
}

extension PictureRequest {
  /// A wish for the picture of a landscape.
  ///
  /// - Parameters:
  ///   - columns: The columns of the surface.
  ///   - rows: The rows of the surface.
  ///   - view: The rectangle in alpha (x) and beta (y); nil for one that holds the path.
  ///   - plane: Which plane; nil for the one of the description.
  ///   - subject: The wish for the picture of the run itself.
  public static func landscape(
    columns: Int, rows: Int, view: PlaneRect? = nil, plane: LandscapeChoice? = nil,
    subject: PictureRequest = PictureRequest()
  ) -> PictureRequest {
    var request = PictureRequest(columns: columns, rows: rows, view: view)
    request.parts = [subject]
    request.plane = plane
    return request
  }
}
