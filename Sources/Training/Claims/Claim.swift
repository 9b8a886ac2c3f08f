/// Something that the program says of a run and that can be true or false: a verdict, a banner, a label, a sentence.
///
/// A claim is made from its figures alone, which are the numbers as they are printed: `Kind` is chosen from them by one
/// function, so what is said and what stands beside it can't differ. The words of a claim are nowhere else.
package protocol Claim: Sendable, Equatable {
  /// The numbers it rests on, as printed.
  associatedtype Figures: ClaimFigures
  /// What can be said.
  associatedtype Kind: ClaimKind

  /// The numbers it rests on.
  var figures: Figures { get }
  /// What is said.
  var kind: Kind { get }

  /// Says what the figures bear; nil where that is nothing.
  init?(_ figures: Figures)

  /// The words for a kind, from the longest wording to the shortest; at least one.
  ///
  /// In Unicode; a set of glyphs spells them otherwise where it has to.
  static func wordings(of kind: Kind, _ figures: Figures) -> [String]
  /// What can be done about it, in the order of its use; only what helps.
  static func advice(for kind: Kind, _ figures: Figures) -> [Advice]
}

/// The numbers a claim rests on, as they are printed.
package protocol ClaimFigures: Sendable, Equatable {
  /// Figures of which every number is left open, for lists of what can be said.
  static var blank: Self { get }
}

/// One of the things that a claim can say.
package protocol ClaimKind: Sendable, Hashable, CaseIterable, RawRepresentable where RawValue == String {
  /// What claims of this kind are about, in a word.
  static var subject: String { get }
  /// When it is true, in plain words: a condition on the figures.
  var condition: String { get }
  /// How serious it is.
  var tone: ClaimTone { get }
}

/// How serious a claim is.
package enum ClaimTone: String, Sendable {
  /// All is well.
  case good
  /// Neither good nor bad.
  case neutral
  /// Not what was hoped for.
  case warning
  /// Something went wrong.
  case bad
}

extension Claim {
  /// What is said, in full.
  package var words: String { wordings.first ?? "" }
  /// What is said in as few words as there are.
  package var brief: String { wordings.last ?? "" }
  /// What is said, from the longest wording to the shortest.
  package var wordings: [String] { Self.wordings(of: kind, figures) }
  package var tone: ClaimTone { kind.tone }
  /// What can be done about it.
  package var advice: [Advice] { Self.advice(for: kind, figures) }

  /// Nothing, unless a kind of claim says otherwise.
  package static func advice(for kind: Kind, _ figures: Figures) -> [Advice] { [] }
}
