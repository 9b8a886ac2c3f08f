import Plotting

/// What an emulator paints from the sequences of a screen: each character with the colors it has in the end.
struct PaintedScreen {
  /// A cell.
  struct Cell {
    let character: Character
    let foreground: Color
    let background: Color
  }

  /// How a terminal shows colors.
  struct Emulator: Sendable {
    /// Its own foreground and background.
    var foreground: UInt32
    var background: UInt32
    /// Whether bold text of the first eight colors has the bright color of the same number.
    var brightensBold: Bool
  }

  private(set) var cells: [Cell] = []
  private let emulator: Emulator
  private var attributes: Set<Int> = []
  private var foreground: Color?
  private var background: Color?
  private var frontEntry: UInt8?

  /// Paints rows as tmux captures them: characters, and SGR sequences before those that differ from the one before.
  init(_ rows: [String], _ emulator: Emulator) {
    self.emulator = emulator
    for row in rows {
      // Every row begins with plain looks unless it says otherwise; tmux carries them over.
      var rest = row[...]
      while let character = rest.first {
        if character == "\u{1B}", let end = rest.firstIndex(of: "m") {
          select(rest[rest.index(rest.startIndex, offsetBy: 2)..<end].split(separator: ";").map { Int($0) ?? 0 })
          rest = rest[rest.index(after: end)...]
        } else {
          // Of the sets that a sequence switches between, both look the same here.
          cells.append(cell(character))
          rest = rest.dropFirst()
        }
      }
    }
  }

  private mutating func select(_ codes: [Int]) {
    var codes = codes.isEmpty ? [0] : codes
    while !codes.isEmpty {
      let code = codes.removeFirst()
      switch code {
      case 0:
        attributes = []
        (foreground, background, frontEntry) = (nil, nil, nil)
      case 1, 2, 4, 7: attributes.insert(code)
      case 22: attributes.subtract([1, 2])
      case 24, 27: attributes.remove(code - 20)
      case 30...37: set(entry: UInt8(code - 30))
      case 90...97: set(entry: UInt8(code - 82))
      case 39: (foreground, frontEntry) = (nil, nil)
      case 40...47: background = Color(indexed: UInt8(code - 40))
      case 100...107: background = Color(indexed: UInt8(code - 92))
      case 49: background = nil
      case 38, 48:
        guard let kind = codes.first else { return }
        let color: Color
        if kind == 5, codes.count >= 2 {
          color = Color(indexed: UInt8(codes[1]))
          codes.removeFirst(2)
        } else if kind == 2, codes.count >= 4 {
          color = Color(UInt32(codes[1]) << 16 | UInt32(codes[2]) << 8 | UInt32(codes[3]))
          codes.removeFirst(4)
        } else {
          return
        }
        if code == 38 { (foreground, frontEntry) = (color, nil) } else { background = color }
      default: break
      }
    }
  }

  private mutating func set(entry: UInt8) { (foreground, frontEntry) = (Color(indexed: entry), entry) }

  private func cell(_ character: Character) -> Cell {
    var front = foreground ?? Color(emulator.foreground)
    if emulator.brightensBold, attributes.contains(1), let entry = frontEntry, entry < 8 {
      front = Color(indexed: entry + 8)
    }
    var back = background ?? Color(emulator.background)
    // Half as strong, as most show it.
    if attributes.contains(2) { front = front.mixed(with: back, amount: 0.5) }
    if attributes.contains(7) { swap(&front, &back) }
    return Cell(character: character, foreground: front, background: back)
  }
}
