/// A key as the person at the keyboard thinks of it.
///
/// Letters with Control that are keys of their own on every terminal (Tab, Enter, Backspace, Escape) arrive as those.
package enum KeyPress: Sendable, Hashable {
  /// A character that was typed; never a control character.
  case character(Unicode.Scalar)
  /// Enter or Return.
  case enter
  /// Escape alone.
  case escape
  /// Tab.
  case tab
  /// Shift-Tab.
  case backTab
  /// The key that removes what is left of the cursor.
  case backspace
  /// The key that removes what is under the cursor.
  case delete
  /// Arrow up.
  case up
  /// Arrow down.
  case down
  /// Arrow left.
  case left
  /// Arrow right.
  case right
  /// Arrow left with Shift.
  case shiftLeft
  /// Arrow right with Shift.
  case shiftRight
  /// Arrow up with Shift.
  case shiftUp
  /// Arrow down with Shift.
  case shiftDown
  /// Home.
  case home
  /// End.
  case end
  /// Page up.
  case pageUp
  /// Page down.
  case pageDown
  /// Insert.
  case insert
  /// A function key by its number, from 1.
  case function(Int)
  /// A letter (in lower case) or one of @ \ ] ^ _ with Control.
  case control(Character)
}
