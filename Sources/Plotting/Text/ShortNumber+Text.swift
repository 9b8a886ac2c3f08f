import Basics

extension ShortNumber {
  /// The text, with − and ∞ where the glyphs allow it.
  package func text(_ glyphs: GlyphSet) -> SafeText { SafeText(glyphs.isUnicode ? printed : plain) }
}
