import Basics
import Learning

/// What a landscape shows of a run at one step: the loss over a plane of its weights, and the path on it.
///
/// In outline there are no places, no losses and no path.
package struct LandscapePicture: Picture {
  /// What the run itself shows, for the data plane beside.
  package let subject: any Picture
  /// The plane.
  package let plane: LandscapePlane
  /// The alphas of the columns, ascending: the middles of equal parts of `rangeAlpha`.
  package let alphas: [Double]
  /// The betas of the rows, ascending: the middles of equal parts of `rangeBeta`.
  package let betas: [Double]
  /// The mean loss at each place, row by row, the lowest beta first.
  package let losses: [Double]
  /// Where the present weights are, or for a plane that does not hold them, what they are nearest to.
  package let position: PlanePlace
  /// The present loss.
  package let loss: Double
  /// The present parameters, in the order of the directions.
  package let parameters: [Double]
  /// The names of all parameters, in the same order: `w0`, `h1.1.v2`, `out.1.w0`.
  package let parameterNames: [String]
  /// The path up to the present step, the oldest first; the last point is the present one.
  package let path: [LandscapePathPoint]
  /// How many examples the losses are the mean of: all that are trained on, or an even choice of very many.
  package let exampleCount: Int

  /// The share of the path's variance that each direction explains; nil where that means nothing.
  package var explained: [Double]? { plane.explained }
  /// From the left to the right edge.
  package let rangeAlpha: ClosedRange<Double>
  /// From the lower to the upper edge.
  package let rangeBeta: ClosedRange<Double>
}

/// A point of the path of a run, seen on a plane.
package struct LandscapePathPoint: Sendable, Equatable {
  /// After which step.
  package let step: Int
  /// The place of the plane that the point is nearest to.
  package let alpha: Double
  /// The place of the plane that the point is nearest to.
  package let beta: Double
  /// The loss at the point itself.
  package let loss: Double
  /// The loss at the place of the plane.
  package let sliceLoss: Double
  /// How far the point is from the plane, in the units of the parameters.
  package let distance: Double
  /// Whether it was reached by hand: no line leads to it from the point before.
  package let isJump: Bool
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
  package static func landscape(
    columns: Int, rows: Int, view: PlaneRect? = nil, plane: LandscapeChoice? = nil,
    subject: PictureRequest = PictureRequest()
  ) -> PictureRequest {
    var request = PictureRequest(columns: columns, rows: rows, view: view)
    request.parts = [subject]
    request.plane = plane
    return request
  }
}
