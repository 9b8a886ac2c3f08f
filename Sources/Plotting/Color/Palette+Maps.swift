extension Palette {
  /// The field map of two classes: the first's color (blue) for −1, through the background's own lightness at 0, to the
  /// second's (vermillion) for 1.
  ///
  /// Lightness changes one way only from the middle to either end. In the 256-color palette the entries are chosen by
  /// hand: nearest colors would not keep that order.
  ///
  /// - Parameters:
  ///   - background: The color behind the picture, 0xRRGGBB.
  ///   - pair: The colors of the two classes.
  ///   - inheriting: Whether the middle is the terminal's own background rather than that color.
  package static func diverging(
    background: UInt32, pair: ClassPalette.Pair = .blueAndVermillion, inheriting: Bool = true
  ) -> Palette {
    let classes = ClassPalette(background: background, pair: pair)
    func entries(of index: Int) -> [UInt8] {
      switch pair.order[index] {
      case 0: classes.isDark ? darkBlues : lightBlues
      case 1: classes.isDark ? darkVermillions : lightVermillions
      default: Array(repeating: classes.tints[index].index256, count: 8)
      }
    }
    func side(_ tint: Color, _ indices: [UInt8]) -> [Color] {
      indices.enumerated().map { step, index in
        // The first step is a visible one, so that the sign of a field shows at once.
        let amount = 0.2 + 0.8 * Double(step) / Double(indices.count - 1)
        return Color(
          classes.background.mixed(with: tint, amount: amount).value, index256: index, index16: tint.index16)
      }
    }
    let middle = inheriting ? Color.inherit : classes.background
    return Palette(
      .diverging,
      colors: side(classes.tints[0], entries(of: 0)).reversed() + [middle] + side(classes.tints[1], entries(of: 1)))
  }

  // From the middle outwards.
  private static let darkBlues: [UInt8] = [17, 17, 17, 18, 18, 18, 19, 19]
  private static let darkVermillions: [UInt8] = [52, 52, 52, 52, 88, 88, 88, 88]
  private static let lightBlues: [UInt8] = [195, 195, 189, 189, 189, 153, 153, 153]
  private static let lightVermillions: [UInt8] = [230, 230, 224, 224, 223, 223, 223, 223]

  /// Dark violet over green to yellow, by Smith, van der Walt and Firing (2015); 16 levels.
  package static let viridis = sequential(
    [
      0x440154, 0x46186A, 0x462F7B, 0x404286, 0x39558B, 0x31688E, 0x2A788E, 0x25888D, 0x20988A, 0x28A883, 0x35B779,
      0x57C565, 0x7CD14F, 0xA7DB34, 0xD2E229, 0xFDE725,
    ], [53, 53, 54, 54, 24, 24, 30, 30, 36, 36, 72, 77, 113, 148, 184, 220])

  /// Black over red to pale yellow, by Smith and van der Walt (2015); 16 levels.
  package static let magma = sequential(
    [
      0x000004, 0x0E0926, 0x210F48, 0x3B0F6B, 0x56157A, 0x721F81, 0x8C2980, 0xA7327C, 0xC43D74, 0xDB4D69, 0xF1605D,
      0xF88064, 0xFDA06F, 0xFEC086, 0xFDDEA1, 0xFCFDBF,
    ], [16, 16, 17, 53, 54, 54, 90, 126, 126, 168, 203, 203, 209, 216, 222, 229])

  /// Dark blue over grey to yellow, made to look alike with and without red and green, by Nuñez and others (2018); 16
  /// levels.
  package static let cividis = sequential(
    [
      0x00204D, 0x002B61, 0x0B376E, 0x2E446C, 0x45506C, 0x575C6D, 0x666971, 0x757574, 0x858378, 0x959077, 0xA69D75,
      0xB8AB70, 0xCABA69, 0xDECA5E, 0xEFDA53, 0xFFEA46,
    ], [17, 18, 237, 238, 239, 60, 242, 243, 244, 101, 143, 143, 179, 185, 221, 227])

  /// Black to white; 16 levels.
  package static let grey = sequential(
    (0..<16).map { UInt32($0 * 17) * 0x010101 },
    [16, 233, 235, 236, 238, 240, 241, 243, 245, 246, 248, 249, 251, 253, 254, 231])

  private static func sequential(_ values: [UInt32], _ indices: [UInt8]) -> Palette {
    Palette(
      .sequential,
      colors: zip(values, indices).map { Color($0, index256: $1, index16: Color.nearest16(to: $0)) })
  }

  /// The choices of colors: a map for heights, and a pair for classes that goes with it.
  package enum Name: String, Sendable, Hashable, CaseIterable {
    case viridis
    case magma
    case cividis
    case grey

    /// The map of heights and other numbers from low to high.
    package var heights: Palette {
      switch self {
      case .viridis: .viridis
      case .magma: .magma
      case .cividis: .cividis
      case .grey: .grey
      }
    }

    /// The colors of the first two classes and of the fields between them.
    package var pair: ClassPalette.Pair {
      switch self {
      case .viridis: .blueAndVermillion
      case .magma: .violetAndYellow
      case .cividis: .blueAndYellow
      case .grey: .greys
      }
    }

    /// What it looks like, in half a sentence.
    package var summary: String {
      switch self {
      case .viridis: "heights from violet over green to yellow, classes blue and vermillion"
      case .magma: "heights from black over red to yellow, classes violet and yellow"
      case .cividis: "without red and green: heights from blue to yellow, classes blue and yellow"
      case .grey: "light and dark alone, for printing"
      }
    }

    /// The one after this, for the key that goes through them.
    package var next: Name {
      let all = Name.allCases
      let index = all.firstIndex(of: self) ?? 0
      return all[(index + 1) % all.count]
    }
  }
}
