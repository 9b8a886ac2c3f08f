import Plotting
import Testing

@testable import Terminal

@Suite struct ColorPairsTests {
  private let blue = Color(0x0072B2, index256: 25, index16: 12)
  private let red = Color(0xD55E00, index256: 166, index16: 1)

  /// Asks for pairs and keeps what was set up.
  private struct Asking {
    var pairs: ColorPairs
    var setUp: [[Int32]] = []

    init(_ pairs: ColorPairs) { self.pairs = pairs }

    mutating func choice(_ foreground: Color, _ background: Color, as role: CellRole = .fill) -> ColorPairs.Choice {
      pairs.choice(foreground: foreground, background: background, as: role) {
        setUp.append([$0, $1, $2])
        return true
      }
    }
  }

  @Test("Pairs are numbered from 1 without gaps, and each is set up once")
  func dense() {
    var asking = Asking(ColorPairs(depth: .indexed, capacity: 256))
    #expect(asking.choice(blue, .inherit).pair == 1)
    #expect(asking.choice(red, blue).pair == 2)
    #expect(asking.choice(blue, .inherit).pair == 1)
    #expect(asking.choice(.inherit, .inherit).pair == 0)
    #expect(asking.setUp == [[1, 25, -1], [2, 166, 25]])
  }

  @Test("A full table shares the foreground, or falls back on plain text, and never sets up a pair again")
  func full() {
    var asking = Asking(ColorPairs(depth: .indexed, capacity: 3))
    #expect(asking.choice(blue, .inherit).pair == 1)
    #expect(asking.choice(red, .inherit).pair == 2)
    #expect(asking.choice(red, blue).pair == 2)
    #expect(asking.choice(Color(0xFFFFFF, index256: 231, index16: 15), blue).pair == 0)
    #expect(asking.choice(blue, .inherit).pair == 1)
    #expect(asking.setUp.count == 2)
  }

  @Test("When a large table is full the color is coarser, not lost")
  func coarse() {
    var asking = Asking(ColorPairs(depth: .direct, capacity: 65_536, directReserved: 8))
    for value in UInt32(0)..<70_000 {
      _ = asking.choice(Color(value &* 239 & 0xFF_FFFF, index256: 16, index16: 0), .inherit)
    }
    let count = asking.setUp.count
    #expect(count < 65_536)
    let pair = asking.choice(Color(0xFF_8001, index256: 208, index16: 9), Color(0x00_40FE, index256: 27, index16: 4))
      .pair
    #expect(asking.setUp.last == [pair, 0xE0_A020, 0x20_60E0])
    #expect(Set(asking.setUp.map { $0[0] }) == Set(1...Int32(asking.setUp.count)))
  }

  @Test("On eight colors a color that can't be read on what is behind it gives way to one that can")
  func few() {
    var asking = Asking(ColorPairs(depth: .eight, capacity: 64))
    // xterm's blue has a contrast of 2.2 on black, its cyan one of 10.5; its yellow is the nearest to red that has 4.5.
    #expect(asking.choice(blue, .inherit, as: .text) == ColorPairs.Choice(pair: 1))
    #expect(asking.choice(red, .inherit, as: .text) == ColorPairs.Choice(pair: 2))
    // A dark grey is nearer to black than to white; on black it is the terminal's own foreground all the same.
    let grey = Color(0x626262, index256: 241, index16: 8)
    #expect(asking.choice(grey, .inherit, as: .text) == ColorPairs.Choice(pair: 0))
    #expect(asking.setUp == [[1, 6, -1], [2, 3, -1]])
    // What fills a cell is as near as can be.
    var filling = Asking(ColorPairs(depth: .eight, capacity: 64))
    #expect(filling.choice(Color(0x00007F, index256: 18, index16: 4), .inherit, as: .fill).pair == 1)
    #expect(filling.setUp == [[1, 4, -1]])
  }

  @Test("Among many colors too: the nearest to what was chosen that can be read, and lines at 3 to 1 on fields")
  func many() {
    var asking = Asking(ColorPairs(depth: .indexed, capacity: 256))
    // 5fafff on 870000, and white on 008787, 4.3 to 1: by the formula of WCAG 2.1, computed by hand from the palette.
    for (front, back, role) in [(75, 88, CellRole.text), (231, 30, .text), (33, 88, .drawing)]
      as [(UInt8, UInt8, CellRole)]
    {
      _ = asking.choice(Color(indexed: front), Color(indexed: back), as: role)
      let sent = asking.setUp.last.map { Color(indexed: UInt8($0[1])).contrast(with: Color(indexed: UInt8($0[2]))) }
      #expect((sent ?? 0) >= (role == .text ? 4.5 : 3))
      #expect(asking.setUp.last?[2] == Int32(back))
    }
    // On the terminal's own background a line is as it was chosen.
    _ = asking.choice(Color(indexed: 18), .inherit, as: .drawing)
    #expect(asking.setUp.last?[1] == 18)
    // The nearest of 256 to a color that can be read may be one that can't.
    var direct = Asking(ColorPairs(depth: .direct, capacity: 256, directReserved: 8, isDark: false))
    _ = direct.choice(red, .inherit, as: .text)
    let sent = direct.setUp.last.map { Color(UInt32($0[1])) }
    #expect(sent.map { $0.contrast(with: Color(0xFFFFFF)) >= 4.5 && $0.red > $0.blue } == true)
  }

  @Test("Each depth has its own values; without default colors the terminal's own are white on black")
  func values() {
    #expect(ColorPairs(depth: .direct, capacity: 64, directReserved: 8).value(blue, default: 7) == 0x0072B2)
    let darkest = Color(0x000003, index256: 16, index16: 0)
    #expect(ColorPairs(depth: .direct, capacity: 64, directReserved: 8).value(darkest, default: 7) == 8)
    #expect(ColorPairs(depth: .indexed, capacity: 64).value(.inherit, default: 7) == -1)
    #expect(ColorPairs(depth: .eight, capacity: 64, hasDefaults: false).value(.inherit, default: 7) == 7)
  }

  @Test("Without color everything is plain")
  func none() {
    var asking = Asking(ColorPairs(depth: .none, capacity: 256))
    #expect(asking.choice(blue, red) == ColorPairs.Choice(pair: 0))
    #expect(asking.setUp.isEmpty)
  }
}
