import Learning
import Plotting
import Training

extension AppState {
  /// Makes a branch from the step that is looked at, and changes settings in it.
  ///
  /// - Parameter changes: Settings that can change while the run goes on, with their values as text; nothing is forked
  ///   where one of them cannot.
  mutating func fork(changing changes: [(key: Key, text: String)] = [], by hand: Hand = .user) -> [Effect] {
    guard let snapshot else { return [] }
    guard snapshot.branches.count < Branches.most else {
      note = "\(Branches.most) branches are as many as can be told apart: \(name(of: .closeBranch)) closes one"
      return []
    }
    let planned: Description.Changes
    do { planned = try description.changing(changes) } catch {
      note = look.words(error)
      return []
    }
    if let key = planned.restarting {
      note = "\(key.rawValue) takes a new start and can't change in a branch"
      return []
    }
    guard canChange() else { return [] }
    var effects: [Effect] = [.trainer(.fork(by: hand))]
    effects += change(planned, by: hand)
    let hint = scene.kind == .graph ? "" : ", for example \(name(of: .learningRateUp)) for η"
    let step = GroupedNumber.text(snapshot.step)
    note =
      changes.isEmpty
      ? "forked at step \(step): now change something\(hint) · \(name(of: .nextBranch)) the other branch"
      : "forked at step \(step)"
    return effects
  }

  /// Switches to the next branch.
  mutating func nextBranch() -> [Effect] {
    guard let snapshot, snapshot.isForked else {
      note = "there is one branch: \(name(of: .fork)) forks another here"
      return []
    }
    let index = snapshot.branches.firstIndex { $0.id == snapshot.currentBranch } ?? 0
    return switchTo(branch: snapshot.branches[(index + 1) % snapshot.branches.count].id)
  }

  /// Switches to a branch.
  mutating func switchTo(branch id: Int) -> [Effect] {
    if let label = context.branchLabels.first(where: { $0.id == id }) { note = "branch \(SafeText(label.text))" }
    return [.trainer(.switchTo(branch: id))]
  }

  /// Closes the current branch.
  mutating func closeBranch() -> [Effect] {
    guard let snapshot, snapshot.isForked else {
      note = "there is one branch only"
      return []
    }
    let letter = Character(BranchLabel.letter(snapshot.currentBranch))
    note = "branch \(SafeText(String(letter))) is closed: \(name(of: .undo)) opens it again"
    return [.trainer(.closeBranch)]
  }

  /// Says that a change leaves behind what was known of the future.
  mutating func noteLostFuture() {
    guard let branch = snapshot?.branch, branch.step < branch.head else { return }
    let (undo, fork) = (name(of: .undo), name(of: .fork))
    note =
      "the future beyond step \(GroupedNumber.text(branch.step)) is dropped: \(undo) brings it back · \(fork) forks instead"
  }

  /// Takes over the settings and the data of the current branch of a snapshot.
  mutating func follow(_ fresh: Snapshot) -> [Effect] {
    // On the way to where a session stands every branch is passed: what it comes to is known.
    guard let branch = fresh.branch, !phase.isReturning else { return [] }
    let last = snapshot?.generation == fresh.generation ? snapshot?.branch : nil
    takeOver(branch.settings, after: last?.settings ?? [:])
    guard let origin, last?.dataset != branch.dataset else { return [] }
    let points = branch.dataset ?? origin.training
    guard points != dataset else { return [] }
    dataset = points
    findings = Findings()
    return certification()
  }

  /// Takes over what was changed in the run, where it is not what was known of it.
  ///
  /// What holds no longer, as a change that was taken back or made in another branch, stands again as it was asked for.
  mutating func takeOver(_ fresh: [Key: Setting], after last: [Key: Setting]) {
    var keys = Set(fresh.keys).union(last.keys).filter { fresh[$0] != last[$0] }
    guard !keys.isEmpty, let origin else { return }
    keys.formUnion(keys.compactMap(\.rival))
    for key in keys { description[key] = origin.description.explicit[key] }
    for key in keys { if let value = fresh[key] { description.take(key, value, since: origin.description) } }
  }

  /// Gives up what was noted of something that the trainer then refused, and says why.
  mutating func takeIn(_ refusal: Refusal) -> [Effect] {
    switch refusal.command {
    case .takeBack where refusal.reason == .nothingToTakeBack || refusal.reason == .takesAnotherRun:
      return withinSheet { $0.strayed($0.takeBackRun()) }
    case .change(let change, _, _):
      note = look.words(refusal.reason)
      return giveUp(change)
    default:
      note = look.words(refusal.reason)
      return []
    }
  }

  /// Has settings and examples again as the run has them, where a change of them was refused.
  private mutating func giveUp(_ change: Change) -> [Effect] {
    let branch = snapshot?.branch
    switch change {
    case .setting(let key, let value): takeOver(branch?.settings ?? [:], after: [key: value])
    case .dataset:
      dataset = branch?.dataset ?? origin?.training
      findings = Findings()
      return certification()
    case .parameter, .parameters, .point: break
    }
    return []
  }
}
