import RealModule
import Testing

@testable import Plotting

/// How colors look to eyes without one kind of cone.
///
/// Matrices of Machado, Oliveira and Fernandes, "A physiologically-based model for simulation of color vision deficiency"
/// (2009), severity 1.0, for linear RGB.
enum Deficiency: CaseIterable {
  case none, protanopia, deuteranopia, tritanopia, grey

  private var matrix: [[Double]] {
    switch self {
    case .none: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    case .protanopia:
      [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    case .deuteranopia:
      [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    case .tritanopia:
      [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    case .grey: Array(repeating: [0.2126, 0.7152, 0.0722], count: 3)
    }
  }

  /// The color as seen, in CIE L*a*b* (D65).
  func lab(_ hex: UInt32) -> SIMD3<Double> {
    let color = LinearColor(hex)
    let linear = [color.red, color.green, color.blue]
    let seen = matrix.map { row in min(max(zip(row, linear).reduce(0) { $0 + $1.0 * $1.1 }, 0), 1) }
    let toXYZ = [
      [0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041],
    ]
    let white = [0.95047, 1, 1.08883]
    let f = zip(toXYZ, white).map { row, white in
      let t = zip(row, seen).reduce(0) { $0 + $1.0 * $1.1 } / white
      return t > 216.0 / 24389 ? Double.root(t, 3) : (24389.0 / 27 * t + 16) / 116
    }
    return SIMD3(116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2]))
  }

  /// The difference of two colors as seen (CIE 1976); about 2.3 is just noticeable.
  func difference(_ first: UInt32, _ second: UInt32) -> Double {
    let delta = lab(first) - lab(second)
    return (delta * delta).sum().squareRoot()
  }
}

@Suite("Palette") struct PaletteTests {
  static let backgrounds: [UInt32] = [0x000000, 0x101010, 0x1E1E1E, 0x002B36, 0x282C34, 0xFFFFFF, 0xFDF6E3, 0xF5F5F5]

  /// A color in 24 bits and as its entry of the 256-color palette.
  private func forms(_ color: Color, on background: UInt32) -> [UInt32] {
    color.isInherited ? [background, background] : [color.value, Color.hex(ofIndexed: color.index256)]
  }

  @Test("contrast is what WCAG says")
  func contrast() {
    // The examples of WCAG 2.1's understanding documents: black on white 21, #767676 on white 4.54.
    #expect(abs(Color(0x000000).contrast(with: Color(0xFFFFFF)) - 21) < 1e-9)
    #expect(abs(Color(0x767676).contrast(with: Color(0xFFFFFF)) - 4.54) < 0.005)
    #expect(abs(Color(0xFF0000).luminance - 0.2126) < 1e-12)
    // CIE 1976: 18.42 % grey has L* = 50, and #777777 has 50.03.
    #expect(abs(Color(0x777777).lightness - 50.03) < 0.01)
  }

  @Test("entries of smaller palettes are the nearest")
  func nearest() {
    #expect(Color(0x000000).index256 == 16)
    #expect(Color(0xFFFFFF).index256 == 231)
    #expect(Color(0x5F87AF).index256 == 67)
    #expect(Color(0x808080).index256 == 244)
    #expect(Color(0xFF0000).index16 == 9)
    #expect(Color(0x0000E0).index16 == 4)
    for index in UInt8(16)...255 {
      let hex = Color.hex(ofIndexed: index)
      #expect(Color.hex(ofIndexed: Color(hex).index256) == hex)
    }
  }

  @Test("mixing ends at its ends and is even to the eye in between")
  func mixing() {
    let (black, white) = (Color(0x000000), Color(0xFFFFFF))
    #expect(black.mixed(with: white, amount: 0) == black)
    #expect(black.mixed(with: white, amount: 1) == white)
    #expect(black.mixed(with: white, amount: .nan) == black)
    // OKLab's lightness of a grey is the cube root of its luminance: a half is 0.125, which sRGB codes as 99.
    #expect(black.mixed(with: white, amount: 0.5).value == 0x636363)
  }

  @Test("the class pair is Okabe and Ito's")
  func pair() {
    let light = ClassPalette(background: 0xFFFFFF)
    #expect(light.marks[0].value == 0x0072B2)
    #expect(light.marks[1].value == 0xD55E00)
  }

  @Test("marks keep 3 : 1 on the background and on every field, in 24 bits and in 256 colors", arguments: backgrounds)
  func marksOnFields(background: UInt32) {
    let classes = ClassPalette(background: background)
    // Only backgrounds near black and white leave room for this; the others are checked on the fields alone.
    var below = Palette.diverging(background: background).colors.filter { !$0.isInherited } + classes.tints
    if Color(background).luminance < 0.02 || Color(background).luminance > 0.9 { below.append(Color(background)) }
    for mark in classes.marks {
      for field in below {
        for (upper, lower) in zip(forms(mark, on: background), forms(field, on: background)) {
          let contrast = Color(upper).contrast(with: Color(lower))
          #expect(contrast >= 3, "\(Color(upper).hexDigits) on \(Color(lower).hexDigits)")
        }
      }
    }
  }

  @Test("the two classes differ for every eye, in marks and in fields", arguments: Deficiency.allCases)
  func distinguishable(deficiency: Deficiency) {
    for background in Self.backgrounds {
      let classes = ClassPalette(background: background)
      let field = Palette.diverging(background: background).colors
      let isGrey = deficiency == .grey
      for (first, second) in zip(forms(classes.marks[0], on: 0), forms(classes.marks[1], on: 0)) {
        #expect(deficiency.difference(first, second) > (isGrey ? 5 : 40))
      }
      for (first, second) in zip(forms(field[0], on: background), forms(field[16], on: background)) {
        if isGrey && !classes.isDark { continue }  // Pale fields leave grey to the boundary and the marks.
        #expect(deficiency.difference(first, second) > (isGrey ? 5 : 12), "on \(background)")
      }
    }
  }

  @Test(
    "every palette's two classes differ for every eye, in grey by marks or by fields", arguments: Palette.Name.allCases)
  func pairs(name: Palette.Name) {
    for background in Self.backgrounds {
      let classes = ClassPalette(background: background, pair: name.pair)
      let field = Palette.diverging(background: background, pair: name.pair).colors
      for deficiency in Deficiency.allCases {
        let marks = zip(forms(classes.marks[0], on: 0), forms(classes.marks[1], on: 0))
          .map { deficiency.difference($0, $1) }
        let fields = zip(forms(field[0], on: background), forms(field[16], on: background))
          .map { deficiency.difference($0, $1) }
        let told =
          deficiency == .grey
          ? min(marks[0], marks[1]) > 5 || min(fields[0], fields[1]) > 5 : marks.allSatisfy { $0 > 20 }
        #expect(told, "\(deficiency) on \(Color(background).hexDigits): marks \(marks), fields \(fields)")
        // Twice what is just noticeable: fields are large, and marks and boundary tell the classes besides.
        if deficiency != .grey { #expect(fields.allSatisfy { $0 > 5 }, "\(fields)") }
      }
    }
  }

  @Test("all ten classes differ from each other to an eye without deficiency", arguments: backgrounds)
  func allClasses(background: UInt32) {
    let classes = ClassPalette(background: background)
    for first in 0..<10 {
      for second in 0..<first {
        for pair in ClassPalette.Pair.allCases {
          let other = ClassPalette(background: background, pair: pair)
          #expect(Set(other.marks) == Set(classes.marks))
          #expect(pair == .greys || Set(other.tints) == Set(classes.tints))
        }
        #expect(Deficiency.none.difference(classes.marks[first].value, classes.marks[second].value) > 20)
        #expect(classes.marks[first].index256 != classes.marks[second].index256)
        #expect(classes.marks[first].index16 != classes.marks[second].index16)
        #expect(classes.tints[first].index256 != classes.tints[second].index256)
      }
    }
  }

  @Test("the field map changes lightness one way from the middle to each end", arguments: backgrounds)
  func diverging(background: UInt32) {
    let palette = Palette.diverging(background: background)
    #expect(palette.colors.count == 17)
    #expect(palette.colors[8].isInherited)
    for side in [Array(palette.colors[0...8].reversed()), Array(palette.colors[8...16])] {
      let own = side.map { $0.isInherited ? Color(background).lightness : $0.lightness }
      let ups = zip(own, own.dropFirst()).filter { $0 < $1 }.count
      #expect(ups == 0 || ups == 8, "\(own)")
      let indexed = side.dropFirst().map { Color(Color.hex(ofIndexed: $0.index256)).lightness }
      let isDark = ClassPalette(background: background).isDark
      #expect(zip(indexed, indexed.dropFirst()).allSatisfy { isDark ? $0 <= $1 : $0 >= $1 }, "\(indexed)")
    }
    #expect(Palette.diverging(background: background, inheriting: false).colors[8].value == background)
  }

  @Test("sequential maps get lighter with every level, in 256 colors never darker")
  func sequential() {
    for name in Palette.Name.allCases {
      let palette = name.heights
      #expect(palette.colors.count == 16)
      let own = palette.colors.map(\.lightness)
      #expect(zip(own, own.dropFirst()).allSatisfy { $0 + 1 < $1 }, "\(name) \(own)")
      let indexed = palette.colors.map { Color(Color.hex(ofIndexed: $0.index256)).lightness }
      #expect(zip(indexed, indexed.dropFirst()).allSatisfy { $0 <= $1 }, "\(name) \(indexed)")
      #expect(Set(palette.colors.map(\.index256)).count >= 10)
    }
  }

  @Test("any color is nearest to something, any class has a color")
  func total() {
    for index in [Int.min, -1, 0, 9, 10, 1_000_000, .max] {
      let classes = ClassPalette(background: 0)
      #expect(classes.marks.contains(classes.mark(of: index)))
      #expect(classes.tints.contains(classes.tint(of: index)))
    }
    for value in ScaleTests.awkward { _ = Palette.viridis.color(of: value) }
    #expect(Palette(.sequential, colors: []).color(of: 0.5) == .inherit)
    for count in 1...17 {
      for kind in [Palette.Kind.diverging, .sequential] {
        let palette = Palette(kind, colors: Array(repeating: .inherit, count: count))
        for level in -2...20 { for glyphs in GlyphSet.allCases { _ = palette.shade(of: level, glyphs: glyphs) } }
      }
    }
  }
}
