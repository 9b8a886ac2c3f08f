/// A kind of file that is no table of text, told by its first bytes.
package enum ForeignFormat: String, CaseIterable, Sendable {
  case gzip, xz, bzip2, zstandard, zip
  case xlsx, ods, xls
  case npz, npy, parquet, arrow, hdf5, sqlite, rdata, pickle
  case json, html, xml, arff, pdf, image
  case utf16, utf32

  /// Tells what the beginning of a file is; nil for what may be a table.
  init?(beginning bytes: some Collection<UInt8>) {
    let start = Array(bytes.prefix(256))
    func begins(_ magic: [UInt8]) -> Bool { start.starts(with: magic) }
    func begins(_ text: String) -> Bool { start.starts(with: text.utf8) }
    if begins([0x1F, 0x8B]) {
      self = .gzip
    } else if begins([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0]) {
      self = .xz
    } else if begins("BZh"), start.count > 3, (0x31...0x39).contains(start[3]) {
      self = .bzip2
    } else if begins([0x28, 0xB5, 0x2F, 0xFD]) {
      self = .zstandard
    } else if begins([0x50, 0x4B, 3, 4]) {
      self = Self.archive(start)
    } else if begins([0xD0, 0xCF, 0x11, 0xE0]) {
      self = .xls
    } else if begins([0x93] + "NUMPY".utf8) {
      self = .npy
    } else if begins("PAR1") {
      self = .parquet
    } else if begins("ARROW1") || begins("FEA1") {
      self = .arrow
    } else if begins([0x89] + "HDF".utf8) {
      self = .hdf5
    } else if begins("SQLite format 3") {
      self = .sqlite
    } else if begins("RDX2\n") || begins("RDX3\n") || begins("RDA2\n") || begins("RDA3\n") || begins([0x58, 0x0A, 0]) {
      self = .rdata
    } else if start.count > 2, start[0] == 0x80, (2...5).contains(start[1]) {
      self = .pickle
    } else if begins("%PDF") {
      self = .pdf
    } else if begins([0x89] + "PNG".utf8) || begins([0xFF, 0xD8, 0xFF]) || begins("GIF8") {
      self = .image
    } else if begins([0xFF, 0xFE, 0, 0]) || begins([0, 0, 0xFE, 0xFF]) {
      self = .utf32
    } else if begins([0xFF, 0xFE]) || begins([0xFE, 0xFF]) {
      self = .utf16
    } else if let text = Self.text(start) {
      self = text
    } else {
      return nil
    }
  }

  /// What is in a zip archive, by the name of its first file.
  private static func archive(_ start: [UInt8]) -> ForeignFormat {
    guard start.count > 30 else { return .zip }
    let length = Int(start[26]) | Int(start[27]) << 8
    let rest = start[30...]
    let name = String(decoding: rest.prefix(length), as: UTF8.self)
    if name.hasSuffix(".npy") { return .npz }
    if name == "[Content_Types].xml" || name.hasPrefix("_rels/") || name.hasPrefix("xl/") { return .xlsx }
    if name == "mimetype", String(decoding: rest.dropFirst(length), as: UTF8.self).contains("opendocument") {
      return .ods
    }
    return .zip
  }

  /// A language of text in which no table begins like this.
  private static func text(_ start: [UInt8]) -> ForeignFormat? {
    let unmarked = start.starts(with: [0xEF, 0xBB, 0xBF]) ? start.dropFirst(3) : start[...]
    let text = String(decoding: unmarked.drop { $0 <= 0x20 }, as: UTF8.self).lowercased()
    let inner = text.dropFirst().drop(while: \.isWhitespace)
    if text.hasPrefix("{") {
      guard inner.isEmpty || inner.hasPrefix("\"") || inner.hasPrefix("}") else { return nil }
      return .json
    }
    if text.hasPrefix("[") {
      guard let next = inner.first, "{[]\"-0123456789".contains(next) || inner.hasPrefix("null") else { return nil }
      return .json
    }
    if text.hasPrefix("<!doctype html") || text.hasPrefix("<html") { return .html }
    if text.hasPrefix("<?xml") || text.hasPrefix("<!doctype") { return .xml }
    if text.hasPrefix("@relation") { return .arff }
    return nil
  }
}
