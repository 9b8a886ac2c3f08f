import Basics

extension ShortNumber {
  /// The text, with − and ∞ where the glyphs allow it.
  public func text(_ glyphs: GlyphSet) -> SafeText { SafeText(glyphs.isUnicode ? printed : plain) }
}
