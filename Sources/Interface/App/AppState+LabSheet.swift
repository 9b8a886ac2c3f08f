import Lessons
import Plotting
import Training

/// A lab sheet that is played: what an answer's file cannot do, a hand cannot do either.
extension AppState {
  /// Answers as `answer` does, unless that does something the lab sheet does not allow: then all stays, and is said.
  mutating func withinSheet(_ answer: (inout AppState) -> [Effect]) -> [Effect] {
    guard let player = lesson, !isPreviewing, player.isAtEnd, let allowance = player.lesson.goal?.allowance else {
      return answer(&self)
    }
    var other = self
    let effects = answer(&other)
    // Who leaves the sheet for something else leaves its rules too.
    guard other.lesson?.lesson == player.lesson,
      let refused = effects.compactMap({ refusal(of: $0, allowance, player.lesson.description) }).first
    else {
      self = other
      return effects
    }
    overlay = nil
    let list = allowance.words.isEmpty ? "nothing" : allowance.words.joined(separator: ", ")
    note = SafeText("the sheet does not allow \(refused); it allows \(list)")
    return []
  }

  /// What an effect does without being allowed; nil where all of it is.
  private func refusal(of effect: Effect, _ allowance: LessonAllowance, _ sheet: Description) -> String? {
    switch effect {
    case .trainer(let command): refusal(of: command, allowance)
    case .assemble(let other, _, _): allowance.refusal(of: other, to: sheet)
    case .assembleSession: refusal(of: .open, allowance)
    case .work, .redraw, .suspend, .quit: nil
    }
  }

  private func refusal(of deed: LessonAllowance.Deed, _ allowance: LessonAllowance) -> String? {
    allowance.allows(deed, in: description.scene) ? nil : deed.rawValue
  }

  private func refusal(of command: TrainerCommand, _ allowance: LessonAllowance) -> String? {
    switch command {
    case .play, .reach: refusal(of: .train, allowance)
    case .step(let count), .epoch(let count): count > 0 ? refusal(of: .train, allowance) : nil
    case .change(let change, _, _), .amend(let change): refusal(of: change, allowance)
    case .graft, .arrange: refusal(of: .open, allowance)
    // Back, to where it has been, and what undoes what was allowed.
    case .pause, .go, .speed, .takeBack, .succeed, .fork, .switchTo, .closeBranch, .replace, .keep, .recall, .request,
      .interrupt:
      nil
    }
  }

  private func refusal(of change: Change, _ allowance: LessonAllowance) -> String? {
    switch change {
    case .setting(let key, _): allowance.allows(key) ? nil : key.rawValue
    case .parameter, .parameters, .point: refusal(of: .weights, allowance)
    case .dataset(let edited): refusal(of: edited.count < (dataset?.count ?? 0) ? .remove : .place, allowance)
    }
  }
}
