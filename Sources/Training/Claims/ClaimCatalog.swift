/// Everything that the program can say of a run, in one list.
package enum ClaimCatalog {
  /// One thing that can be said.
  package struct Row: Sendable, Equatable {
    /// `descent.saddle`.
    package let identifier: String
    /// The words, longest wording first, their numbers left open.
    package let wordings: [String]
    package let condition: String
    package let tone: ClaimTone
  }

  /// Every kind of claim of every subject.
  package static let rows: [Row] =
    rows(of: DescentEnding.self) + rows(of: DescentsEnding.self) + rows(of: NetworkEnding.self)
    + rows(of: PerceptronEnding.self) + rows(of: GraphEnding.self) + rows(of: RaceEnding.self)
    + rows(of: BoundaryMovement.self) + rows(of: RegionShare.self) + rows(of: ValueChange.self)
    + rows(of: PathShare.self) + rows(of: HeldParameters.self)
    + rows(of: SeparabilityClaim.self) + rows(of: MistakeLimit.self)
    + rows(of: RaceVerdict.self)
    + rows(of: StepClaim.self) + rows(of: DescentChange.self) + rows(of: StabilityClaim.self)
    + rows(of: MinimumLabel.self) + rows(of: BasinClaim.self)

  private static func rows<Statement: Claim>(of type: Statement.Type) -> [Row] {
    Statement.Kind.allCases.map { kind in
      Row(
        identifier: identifier(kind), wordings: Statement.wordings(of: kind, .blank), condition: kind.condition,
        tone: kind.tone)
    }
  }

  /// The name of a kind among all.
  package static func identifier<Kind: ClaimKind>(_ kind: Kind) -> String { "\(Kind.subject).\(kind.rawValue)" }
}

extension Claim {
  /// Its name in the catalog.
  package var identifier: String { ClaimCatalog.identifier(kind) }
}

/// `1 step`, `2 steps`.
func counted(_ count: Int, _ noun: String) -> String { count == 1 ? "1 \(noun)" : "\(count) \(noun)s" }
