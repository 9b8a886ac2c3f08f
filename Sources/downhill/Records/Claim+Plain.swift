import Plotting
import Training

extension Claim {
  /// What it says, in plain ASCII for records and messages: the screen's own words, spelled out.
  var plainWords: String { GlyphSet.ascii.text(SafeText(words)).description }
}
