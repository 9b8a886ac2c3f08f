import Basics
import Learning

/// What was perhaps meant by a name that means nothing.
///
/// A name with a meaning of its own elsewhere is no slip of the finger: for it there is a formula or nothing, never the
/// name of another function.
enum NameSuggestion {
  /// A known way to write it, or nil when none is near.
  static func suggestion(for name: String, variables: Expression.Variables) -> String? {
    let letters: Set<Character> = variables == .x ? ["x", "e"] : ["x", "y", "e"]
    guard name.count <= 32 else { return nil }
    if let formula = NamesElsewhere.formula(for: name) { return formula }
    if name.count > 1, name.allSatisfy(letters.contains) { return name.map(String.init).joined(separator: "*") }
    let known = FunctionName.all + ["pi", "tau"] + letters.sorted().map(String.init)
    return nearest(to: name, among: known)
  }

  /// The known name that a mistyped one is near to, or nil.
  static func nearest(to name: String, among known: [String]) -> String? {
    guard name.utf8.count <= 32 else { return nil }
    let lowered = name.lowercased()
    if known.contains(lowered) { return lowered }
    let candidates = known.filter { NamesElsewhere.mayBeMistyped(lowered, for: $0) }
    let nearest = candidates.map { (name: $0, distance: EditDistance.between(Array(lowered), Array($0))) }.min {
      $0.distance < $1.distance
    }
    guard let nearest, name.count > 2, nearest.distance <= (name.count > 4 ? 2 : 1) else { return nil }
    return nearest.name
  }
}
