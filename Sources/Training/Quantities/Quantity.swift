/// The name of a number, or a word, that a run shows at a step: `w1`, `run2.loss`, `h1.3.dL/dr`, `status`.
package struct Quantity: Sendable, Hashable {
  /// What is read of a run.
  package enum Reading: Sendable, Equatable {
    case number(Double)
    case word(String)

    /// The reading as text, numbers in their shortest form.
    package var text: String {
      switch self {
      case .number(let value): value.shortestText
      case .word(let word): word
      }
    }
  }

  /// One of several runs, or branches, that are shown together.
  package enum Member: Sendable, Hashable {
    /// The whole.
    case whole
    /// A run of a race, or a descent of several, counted from 0.
    case run(Int)
    /// A branch, counted from 0.
    case branch(Int)
  }

  /// The name as it is written.
  package let name: String
  /// Whose quantity it is.
  package let member: Member
  /// The name without the member.
  package let base: String

  /// Reads a name; which ones there are depends on the scene.
  package init(_ name: String) {
    self.name = name
    let parts = name.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else {
      (member, base) = (.whole, name)
      return
    }
    if let number = Quantity.number(parts[0], after: "run"), number > 0 {
      (member, base) = (.run(number - 1), String(parts[1]))
    } else if let number = Quantity.number(parts[0], after: "branch"), number > 0 {
      (member, base) = (.branch(number - 1), String(parts[1]))
    } else {
      (member, base) = (.whole, name)
    }
  }

  /// Which unit's number it is; nil for what is no unit's, and for one of several runs.
  package var ofUnit: UnitQuantity? { member == .whole ? UnitQuantity(base) : nil }

  /// The number that follows a word at the end of a text: 12 for `run12`; nil for anything else.
  package static func number(_ text: some StringProtocol, after word: String) -> Int? {
    guard text.hasPrefix(word) else { return nil }
    let digits = text.dropFirst(word.count)
    guard !digits.isEmpty, digits.count < 7, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int(digits)
  }
}

extension Quantity {
  /// The words of a status.
  package static let statusWords = ["running", "converged", "finished", "diverged", "cycling"]

  /// The names that every run has.
  private static let common = ["step", "epoch", "status", "learning-rate", "branches"]

  /// The names that a scene has without a number in them, for suggestions and help.
  package static func names(in scene: SceneKind) -> [String] { common + scene.runType.quantityNames(in: scene) }

  /// Whether a scene's runs may have such a quantity; for a race, the scene that is raced.
  package func isKnown(in scene: SceneKind) -> Bool {
    Quantity.names(in: scene).contains(base) || scene.runType.hasQuantity(base)
  }

  /// The name that somebody may have meant.
  package func suggestion(in scene: SceneKind) -> String? {
    Spelling.nearest(to: base, among: Quantity.names(in: scene))
  }
}
