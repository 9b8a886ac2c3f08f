extension Frame {
  /// The characters of each row, from the top; a wide character stands once, for both its cells.
  ///
  /// A character that is not safe (``SafeText``) comes out as the placeholder.
  package var rows: [String] {
    (0..<height).map { row in
      var text = String.UnicodeScalarView()
      for column in 0..<width {
        let scalar = cells[row * width + column].scalar
        if scalar != Cell.continuation { text.append(SafeText.isSafe(scalar) ? scalar : SafeText.placeholder) }
      }
      return String(text)
    }
  }

  /// The characters alone, one line a row, without blanks at the ends of lines.
  package var text: String {
    rows.map { row in
      let kept = row.unicodeScalars.reversed().drop { $0 == " " }.reversed()
      var line = String.UnicodeScalarView()
      line.append(contentsOf: kept)
      return String(line)
    }.joined(separator: "\n")
  }
}
