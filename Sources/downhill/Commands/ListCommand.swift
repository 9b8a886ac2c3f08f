import ArgumentParser
import Calculus
import Interface
import Learning
import Lessons
import Plotting
import Training

/// `downhill list KIND`: what there is to choose from.
struct ListCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List what there is to choose from.",
    usage: "downhill list KIND",
    discussion: Examples.text([
      ("downhill list datasets", "the built-in data"),
      ("downhill list keys", "everything that can be set"),
    ]))

  @Argument(
    help: ArgumentHelp("one of: \(Kind.allCases.map(\.rawValue).joined(separator: ", "))", valueName: "KIND"),
    completion: .list(Kind.allCases.map(\.rawValue)))
  var kind: String

  var files: [NamedFile] { [] }

  func carryOut(_ streams: Streams) throws {
    guard let kind = Kind(rawValue: kind) else { throw UnknownKind(self.kind) }
    let rows = kind.rows
    let width = rows.map(\.name.count).max() ?? 0
    for row in rows {
      let padding = String(repeating: " ", count: width - row.name.count)
      try streams.output.line(row.meaning.isEmpty ? row.name : "\(row.name)\(padding)  \(row.meaning)")
    }
  }

  /// What can be listed.
  enum Kind: String, CaseIterable {
    case datasets, functions, activations, losses, initializers, optimizers, lessons, palettes, themes, keys

    /// The names, each with a line about it.
    var rows: [(name: String, meaning: String)] {
      switch self {
      case .datasets:
        BuiltInDataset.allCases.map { ($0.name, "\($0.title). \($0.summary)") }
      case .functions:
        (NamedFunction.all(.x) + NamedFunction.all(.xAndY)).map { function in
          let place = function.expression.variables == .x ? "curve" : "surface"
          let minima = function.minima.filter(\.isGlobal).map(\.point).map { point in
            place == "curve" ? point.x.shortestText : "(\(point.x.shortestText), \(point.y.shortestText))"
          }
          let lowest = minima.isEmpty ? "" : "; lowest at \(minima.joined(separator: ", "))"
          return (function.name, "[\(place)] \(function.expression.text)\(lowest)")
        }
      case .activations: words(of: .activation, in: [.perceptron, .network])
      case .losses: words(of: .loss, in: [.network])
      case .initializers: words(of: .initializer, in: [.network])
      case .optimizers: words(of: .optimizer, in: [.surface])
      case .lessons: BuiltInLessons.all.map { ($0.name, "\($0.section). \($0.title)") }
      case .palettes: Palette.Name.allCases.map { ($0.rawValue, $0.summary) }
      case .themes: Theme.Name.allCases.map { ($0.rawValue, $0.summary) }
      case .keys:
        Key.allCases.map { key in
          let specification = key.specification
          let scenes = specification.scenes.map(\.rawValue).joined(separator: ", ")
          return (key.rawValue, "\(specification.help) [\(scenes)]")
        }
      }
    }

    private func words(of key: Key, in scenes: [SceneKind]) -> [(name: String, meaning: String)] {
      var seen: [String] = []
      for scene in scenes {
        seen += key.specification.words(in: scene).filter { !seen.contains($0) }
      }
      return seen.map { ($0, "") }
    }
  }
}

/// A word after `list` that names nothing that can be listed.
struct UnknownKind: Error {
  /// What was written.
  let name: String
  /// The kind that may have been meant.
  let suggestion: String?
  /// What can be listed.
  let known = ListCommand.Kind.allCases.map(\.rawValue)

  init(_ name: String) {
    self.name = name
    suggestion = Spelling.nearest(to: name, among: known)
  }
}
