import Plotting
import Training

/// A line across the scene that says how a run ended, and what to do: a claim and nothing else.
package struct Banner: Sendable, Equatable {
  package let tone: ClaimTone
  /// What happened, from the longest wording to the shortest.
  package let wordings: [SafeText]
  /// What can be done, for a second part of the line.
  package let advice: SafeText

  /// Tells a claim.
  ///
  /// - Parameter advice: What can be done, where it is not what the claim advises.
  init(_ claim: any Claim, advice: [Advice]? = nil, in context: SceneContext) {
    tone = claim.tone
    wordings = claim.wordings.map { SafeText($0) }
    self.advice = context.words(advice ?? claim.advice)
  }

  /// What happened, in full.
  package var text: SafeText { wordings.first ?? "" }
}

extension SceneContext {
  /// What can be done, with the keys for it.
  func words(_ advice: [Advice]) -> SafeText {
    SafeText(advice.map(words).filter { !$0.isEmpty }.joined(separator: " · "))
  }

  private func words(_ advice: Advice) -> String {
    switch advice {
    case .anotherStart: "\(key(.placePoints)) places another start"
    case .lowerRate(let rate): "\(key(.goToFirst)), then \(key(.learningRateDown)) to η \(rate.text)"
    case .higherRate: "\(key(.learningRateUp)) raises η"
    case .moreSteps(let count): ":steps \(count) goes on"
    case .restart: "\(key(.reset)) restarts"
    case .stepBack: "\(key(.stepBack)) goes back"
    case .compare: "\(key(.manyLines)) compares something else"
    case .openOne: "Enter opens the selected one · \(key(.undo)) comes back"
    case .getPoints: "\(key(.placePoints)) places points, \(key(.pickDataset)) chooses data"
    case .otherStarts: "\(key(.manyLines)) shows other lines"
    case .proof: "\(key(.proof)) shows why"
    case .moveWeights: "\(key(.movePoint)) moves the weights elsewhere"
    }
  }
}
