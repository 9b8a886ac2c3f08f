import Plotting
import Training

/// What a branch is called: a letter, and what makes it different from the others.
struct BranchLabel: Sendable, Equatable {
  /// The `id` of the branch.
  let id: Int
  /// A or B, C, D.
  let letter: Unicode.Scalar
  /// What differs: `η 0.5`.
  let name: String
  /// Whether it is the current one.
  let isCurrent: Bool

  /// Letter and name.
  var text: String { "\(Character(letter)) \(name)" }

  /// The letter of a branch.
  static func letter(_ id: Int) -> Unicode.Scalar {
    let letters = Array("ABCD".unicodeScalars)
    return letters[((id % letters.count) + letters.count) % letters.count]
  }

  /// The labels of all branches of a snapshot; none while there is only one.
  ///
  /// - Parameter start: What was carried out before anything was changed.
  static func labels(_ snapshot: Snapshot, start: Description, _ math: MathText) -> [BranchLabel] {
    guard snapshot.isForked else { return [] }
    let changed = Set(snapshot.branches.flatMap(\.settings.keys))
    let keys = Key.allCases.filter { key in
      guard changed.contains(key) else { return false }
      let values = snapshot.branches.map { value(of: key, in: $0, start: start) }
      return values.contains { $0 != values[0] }
    }
    return snapshot.branches.map { branch in
      var parts = keys.map { words($0, value(of: $0, in: branch, start: start), math) }
      if parts.isEmpty {
        parts = [branch.isTouched ? "by hand" : branch.parent.map { "like \(Character(letter($0)))" } ?? "as it was"]
      }
      return BranchLabel(
        id: branch.id, letter: letter(branch.id), name: parts.joined(separator: ", "),
        isCurrent: branch.id == snapshot.currentBranch)
    }
  }

  private static func value(of key: Key, in branch: BranchSnapshot, start: Description) -> Setting? {
    if let changed = branch.settings[key] { return changed }
    // A function may have a learning rate of its own that no description names.
    return start[key] ?? (key == .learningRate ? .number(branch.learningRate) : nil)
  }

  private static func words(_ key: Key, _ value: Setting?, _ math: MathText) -> String {
    switch (key, value) {
    case (.learningRate, .number(let rate)?): "η \(math.number(rate))"
    case (.optimizer, let method?), (.activation, let method?): method.text
    case (_, let value?): "\(key.rawValue) \(value.text)"
    case (_, nil): "usual \(key.rawValue)"
    }
  }
}

extension SceneContext {
  /// The labels of the branches; none while there is only one.
  var branchLabels: [BranchLabel] {
    guard let snapshot else { return [] }
    return BranchLabel.labels(snapshot, start: start ?? description, MathText(glyphs: look.glyphs))
  }

  /// The branches that are drawn in the background: those that are not current, the newest last.
  var otherBranches: [BranchSnapshot] { snapshot?.otherBranches ?? [] }
}

extension Theme {
  /// The color of a branch wherever it is drawn.
  func branchColor(_ id: Int) -> Color { pathColor(id) }
}
