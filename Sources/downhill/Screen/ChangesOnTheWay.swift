import Training

/// What the command of a run cannot tell, where the run was changed by hand on its way.
struct ChangesOnTheWay {
  /// The changes that led to where the run stands, ascending by step.
  let changes: [(step: Int, change: Change)]
  /// How many ways the run went on.
  let branchCount: Int
  /// The key that saves a session.
  let saveKey: String

  /// How many changes are named one by one.
  private static let mostNamed = 4

  /// One line; nil where the command alone leads there again.
  var line: String? {
    var parts: [String] = []
    let noted = noted
    if !noted.isEmpty {
      var names = noted.prefix(Self.mostNamed).map { "\(Self.name($0.change)) at step \($0.step)" }
      if noted.count > Self.mostNamed { names.append("\(noted.count - Self.mostNamed) more") }
      parts.append("changed on the way: \(names.joined(separator: ", "))")
    }
    if branchCount > 1 { parts.append("this is one of \(branchCount) branches") }
    guard !parts.isEmpty else { return nil }
    return "downhill: \(parts.joined(separator: "; ")); \(saveKey) saves a session exactly as it went"
  }

  /// Those that the command leaves out: a setting changed at the start is one that it begins with.
  private var noted: [(step: Int, change: Change)] {
    changes.filter { step, change in
      if case .setting = change { step > 0 } else { true }
    }
  }

  private static func name(_ change: Change) -> String {
    switch change {
    case .setting(let key, _): key.rawValue
    case .parameter: "a weight"
    case .parameters: "the weights"
    case .dataset: "the examples"
    case .point: "the point"
    }
  }
}
