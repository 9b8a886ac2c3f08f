import Plotting
import Terminal

/// How a surface seen in perspective is turned: by the arrows, and by dragging it.
struct Turntable: Sendable, Equatable {
  /// The angle about the vertical axis, in degrees.
  private(set) var azimuth = 30.0
  /// From how high it is seen, in degrees: 0 from the side, 90 from above.
  private(set) var elevation: Double
  /// The cell where a drag was last.
  private var dragCell: Point?

  /// A surface seen from a height in degrees.
  init(elevation: Double) {
    self.elevation = elevation
  }

  /// Turns by an arrow key.
  ///
  /// - Returns: Whether the key was one.
  mutating func press(_ key: KeyPress) -> Bool {
    switch key {
    case .left: turn(across: 6, up: 0)
    case .right: turn(across: -6, up: 0)
    case .up: turn(across: 0, up: 5)
    case .down: turn(across: 0, up: -5)
    default: return false
    }
    return true
  }

  /// Turns with a drag.
  ///
  /// - Returns: Whether the event was part of one.
  mutating func drag(_ mouse: MouseEvent) -> Bool {
    let cell = Point(x: mouse.column, y: mouse.row)
    switch mouse.kind {
    case .press: dragCell = cell
    case .drag:
      if let dragCell { turn(across: 3 * Double(cell.x - dragCell.x), up: 4 * Double(cell.y - dragCell.y)) }
      dragCell = cell
    case .release: dragCell = nil
    default: return false
    }
    return true
  }

  /// Keeps how it is turned.
  mutating func keep(in book: inout ViewBook) {
    book.keep("turned", [azimuth, elevation]) { kept in
      azimuth = kept[0].truncatingRemainder(dividingBy: 360)
      elevation = min(90, max(0, kept[1]))
    }
  }

  private mutating func turn(across: Double, up: Double) {
    azimuth = (azimuth + across).truncatingRemainder(dividingBy: 360)
    elevation = min(90, max(0, elevation + up))
  }
}
