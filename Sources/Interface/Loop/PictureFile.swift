import Plotting
import Training

/// The picture on the screen as files: text, ANSI and SVG.
enum PictureFile {
  /// Writes `downhill-NAME-1.txt`, `.ansi` and `.svg` into the present folder, with the next number that is free.
  ///
  /// - Returns: A line that says where, or why not.
  static func save(_ frame: Frame, plain: Frame, named name: String, look: Look) -> SafeText {
    let frame = look.written(frame)
    let svg = frame.svg(
      foreground: look.theme.isDark ? 0xDDDDDD : 0x202020, background: look.theme.isDark ? 0x101010 : 0xFFFFFF)
    let files = [(".svg", svg), (".ansi", frame.ansi(look.fileDepth)), (".txt", plain.text)]
    do throws(FileError) {
      let bytes = files.map { (ending: $0, bytes: Array($1.utf8)) }
      guard let base = try NumberedFiles.create(bytes, named: "downhill-\(name)-") else {
        return "there are \(NumberedFiles.most) pictures here already"
      }
      return "saved \(base).svg, .ansi and .txt"
    } catch {
      return look.words(error)
    }
  }
}
