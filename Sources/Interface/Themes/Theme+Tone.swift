import Plotting
import Training

extension Theme {
  /// What a claim is told in.
  func style(_ tone: ClaimTone) -> Style {
    switch tone {
    case .good: good
    case .neutral: text
    case .warning: warning
    case .bad: bad
    }
  }
}
