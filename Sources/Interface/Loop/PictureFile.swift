import Plotting
import Training

/// The picture on the screen as files: text, ANSI and SVG.
enum PictureFile {
  /// Writes `downhill-NAME-1.txt`, `.ansi` and `.svg` into the present folder, with the next number that is free.
  ///
  /// - Returns: A line that says where, or why not.
  static func save(_ frame: Frame, plain: Frame, named name: String, look: Look) -> SafeText {
    for number in 1...9999 {
      let base = "downhill-\(name)-\(number)"
      guard !AtomicFile.exists(base + ".svg") else { continue }
      do throws(FileError) {
        try AtomicFile.write(
          Array(
            frame.svg(
              foreground: look.theme.isDark ? 0xDDDDDD : 0x202020, background: look.theme.isDark ? 0x101010 : 0xFFFFFF
            ).utf8), to: base + ".svg")
        try AtomicFile.write(Array(frame.ansi(look.fileDepth).utf8), to: base + ".ansi")
        try AtomicFile.write(Array(plain.text.utf8), to: base + ".txt")
        return "saved \(base).svg, .ansi and .txt"
      } catch {
        return look.words(error)
      }
    }
    return "there are 9999 pictures here already"
  }
}
