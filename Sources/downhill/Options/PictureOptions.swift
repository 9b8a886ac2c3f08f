import ArgumentParser

/// The options for a file with what the screen would show.
struct PictureOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "write what the screen would show at the end, as .txt, .ansi or .svg", valueName: "FILE"),
    completion: .file(extensions: StillPicture.Form.allCases.map(\.rawValue)))
  var picture: String?

  @Option(help: ArgumentHelp("the picture's columns and rows (default: 120x36)", valueName: "SIZE"))
  var size: String?

  /// The file that is written.
  var files: [NamedFile] { [NamedFile("--picture", picture, .writing)].compactMap { $0 } }

  /// Where and how large the picture is to be; nil when none was asked for.
  func still() throws(ChoiceError) -> StillPicture? {
    guard let picture else { return nil }
    guard let form = StillPicture.Form.allCases.first(where: { picture.hasSuffix(".\($0.rawValue)") }) else {
      throw ChoiceError("picture", picture, "the name ends in .txt, .ansi or .svg")
    }
    guard let size else { return StillPicture(path: picture, form: form, width: 120, height: 36) }
    let sides = size.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
    guard sides.count == 2, let width = sides[0], let height = sides[1], 1...1000 ~= width, 1...1000 ~= height else {
      throw ChoiceError("size", size, "it is like 120x36, each side from 1 to 1000")
    }
    return StillPicture(path: picture, form: form, width: width, height: height)
  }
}
