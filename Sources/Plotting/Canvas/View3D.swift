import RealModule

/// A perspective view of the box −1...1 x −1...1 x ∓`height`/2.
///
/// The eye is `distance` away from the middle; screen coordinates are in square pixels, x to the right, y down.
struct View3D: Sendable {
  /// How high the box is; its base is 2 x 2.
  static let height = 1.1
  private static let distance = 4.5

  private let sineAzimuth, cosineAzimuth, sineElevation, cosineElevation: Double
  private let centerX, centerY, scale: Double

  /// A place on the screen; `nearness` is 1 over the distance from the eye, which is linear across a triangle.
  struct Projected {
    var x, y, nearness: Double
  }

  init(azimuth: Double, elevation: Double, zoom: Double, width: Double, height: Double) {
    let turn = azimuth.isFinite ? azimuth * .pi / 180 : 0
    (sineAzimuth, cosineAzimuth) = (.sin(turn), .cos(turn))
    let tilt = (elevation.isNaN ? 0 : min(max(-90, elevation), 90)) * .pi / 180
    (sineElevation, cosineElevation) = (.sin(tilt), .cos(tilt))
    centerX = width / 2
    // How far the box reaches from its middle when a corner points to the eye, which is the most over all azimuths.
    let reach = 2.0.squareRoot()
    var top = 0.0
    var bottom = 0.0
    for away in [-reach, reach] {
      for z in [-View3D.height / 2, View3D.height / 2] {
        let distance = View3D.distance + away * cosineElevation - z * sineElevation
        let up = (z * cosineElevation + away * sineElevation) * View3D.distance / distance
        top = max(top, up)
        bottom = max(bottom, -up)
      }
    }
    // A corner at angle t from the line of sight is reach·sin t beside it and reach·cos t·cos(elevation) nearer; this
    // is the maximum over t.
    let plane = View3D.distance - View3D.height / 2 * sineElevation.magnitude
    let nearer = reach * cosineElevation
    let side = reach * View3D.distance / (plane * plane - nearer * nearer).squareRoot()
    centerY = height * top / (top + bottom)
    // A little is left free for the names.
    scale = 0.96 * min(width / (2 * side), height / (top + bottom)) * (zoom.isNaN ? 1 : min(max(0.1, zoom), 10))
  }

  func project(_ place: SIMD3<Double>) -> Projected {
    let across = place.x * cosineAzimuth - place.y * sineAzimuth
    let away = place.x * sineAzimuth + place.y * cosineAzimuth
    let up = place.z * cosineElevation + away * sineElevation
    let distance = View3D.distance + away * cosineElevation - place.z * sineElevation
    let factor = scale * View3D.distance / distance
    return Projected(x: centerX + across * factor, y: centerY - up * factor, nearness: 1 / distance)
  }
}
