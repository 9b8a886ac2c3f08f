/// What was done with the mouse, and where.
package struct MouseEvent: Sendable, Hashable {
  /// What happened.
  package enum Kind: Sendable, Hashable {
    /// A button went down.
    case press
    /// The mouse moved with a button down.
    case drag
    /// The button went up.
    case release
    /// The wheel turned away from the person.
    case wheelUp
    /// The wheel turned towards the person.
    case wheelDown
  }

  /// A button of the mouse.
  package enum Button: Sendable, Hashable {
    /// The first button.
    case left
    /// The wheel, pressed.
    case middle
    /// The second button.
    case right
    /// Not known, as for a release in the classic protocol, or no button at all.
    case other
  }

  /// Keys held down meanwhile.
  package struct Modifiers: OptionSet, Sendable, Hashable {
    /// The keys as bits.
    package let rawValue: UInt8
    /// Makes a set from its bits.
    package init(rawValue: UInt8) { self.rawValue = rawValue }
    /// Shift; many terminals keep it for their own selection.
    package static let shift = Modifiers(rawValue: 1)
    /// Alt, or Meta.
    package static let alt = Modifiers(rawValue: 2)
    /// Control.
    package static let control = Modifiers(rawValue: 4)
  }

  /// What happened.
  package var kind: Kind
  /// The button; `.other` for the wheel.
  package var button: Button
  /// The column, from 0 at the left.
  package var column: Int
  /// The row, from 0 at the top.
  package var row: Int
  /// Keys held down.
  package var modifiers: Modifiers

  /// Makes an event.
  package init(kind: Kind, button: Button = .left, column: Int, row: Int, modifiers: Modifiers = []) {
    self.kind = kind
    self.button = button
    self.column = column
    self.row = row
    self.modifiers = modifiers
  }
}

extension MouseEvent {
  /// Reads the button code that both protocols share; nil for movement without a button and for unknown codes.
  ///
  /// - Parameters:
  ///   - code: Bits 0-1 the button, 2 Shift, 3 Alt, 4 Control, 5 movement, 6 wheel (xterm's ctlseqs, "Mouse Tracking").
  ///   - isRelease: Whether the report says that the button went up.
  ///   - column: From 0.
  ///   - row: From 0.
  init?(code: Int, isRelease: Bool, column: Int, row: Int) {
    guard (0..<128).contains(code) else { return nil }
    let kind: Kind
    var button = [Button.left, .middle, .right, .other][code & 3]
    if code & 64 != 0 {
      // 64 and 65 are the wheel; 66 and 67 turn it sideways.
      guard code & 2 == 0, code & 32 == 0, !isRelease else { return nil }
      kind = code & 1 == 0 ? .wheelUp : .wheelDown
      button = .other
    } else if isRelease {
      kind = .release
    } else if code & 32 != 0 {
      guard code & 3 != 3 else { return nil }
      kind = .drag
    } else {
      kind = code & 3 == 3 ? .release : .press
    }
    var modifiers = Modifiers()
    if code & 4 != 0 { modifiers.insert(.shift) }
    if code & 8 != 0 { modifiers.insert(.alt) }
    if code & 16 != 0 { modifiers.insert(.control) }
    self.init(kind: kind, button: button, column: column, row: row, modifiers: modifiers)
  }
}
