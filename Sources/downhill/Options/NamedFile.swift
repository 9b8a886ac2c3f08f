import Glibc
import Learning
import Training

/// A file that a command was told to read or to write.
struct NamedFile {
  /// What is done with it.
  enum Use {
    case reading, writing
  }

  /// What names it, as a person would say: `--picture`, `standard output`.
  let source: String
  /// Its name; `-` for standard input, nil for standard output.
  let path: String?
  /// What is done with it.
  let use: Use

  /// The file that an option names; nil where the option is not given.
  init?(_ source: String, _ path: String?, _ use: Use) {
    guard let path else { return nil }
    self.init(source: source, path: path, use: use)
  }

  private init(source: String, path: String?, use: Use) {
    self.source = source
    self.path = path
    self.use = use
  }

  private static let standardOutput = NamedFile(source: "standard output", path: nil, use: .writing)

  /// Looks whether two of the files are one, of which at least one is written.
  ///
  /// A name may lead to a file in many ways: through `./`, through symbolic and hard links, as a redirected stream. So it
  /// is the files that are compared, and where there is none yet, the folders that they will be in.
  ///
  /// - Throws: `SharedFile` for the first two.
  static func check(_ files: [NamedFile]) throws(SharedFile) {
    guard !files.isEmpty else { return }
    var seen: [(file: NamedFile, identity: FileIdentity)] = []
    for file in files + [standardOutput] {
      guard let identity = file.identity else { continue }
      if let other = seen.first(where: { $0.identity == identity && ($0.file.use, file.use) != (.reading, .reading) }) {
        throw SharedFile(first: other.file.source, second: file.source, path: file.path ?? other.file.path ?? "-")
      }
      seen.append((file, identity))
    }
  }

  private var identity: FileIdentity? {
    switch path {
    case nil: FileIdentity(descriptor: STDOUT_FILENO)
    case "-"?: FileIdentity(descriptor: STDIN_FILENO)
    case let path?: FileIdentity(path)
    }
  }
}

/// One file under two names.
struct SharedFile: Error, Equatable {
  /// What names it first.
  let first: String
  /// What names it too.
  let second: String
  /// Its name; hostile until made safe.
  let path: String
}

/// Which file a name leads to, whatever the name.
enum FileIdentity: Equatable {
  /// A file that is there.
  case present(device: dev_t, node: ino_t)
  /// A file that is to be made: its folder, and its name there.
  case absent(device: dev_t, folder: ino_t, name: String)

  /// So many links may follow one another; the system follows no more.
  private static let mostLinks = 40

  /// The file of a name; nil for devices and pipes, which several may use at once, and where no file can be.
  init?(_ path: String, links: Int = mostLinks) {
    var status = stat()
    if stat(path, &status) == 0 {
      self.init(status)
      return
    }
    guard errno == ENOENT, links > 0, !path.isEmpty else { return nil }
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
    // A link to a file that is not there yet.
    if let target = FileIdentity.target(of: path) {
      self.init(target.hasPrefix("/") ? target : "\(folder)/\(target)", links: links - 1)
      return
    }
    guard stat(folder, &status) == 0, !name.isEmpty else { return nil }
    self = .absent(device: status.st_dev, folder: status.st_ino, name: name)
  }

  /// The file that a stream leads to; nil where it is none.
  init?(descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    self.init(status)
  }

  private init?(_ status: stat) {
    guard status.st_mode & S_IFMT == S_IFREG else { return nil }
    self = .present(device: status.st_dev, node: status.st_ino)
  }

  /// What a symbolic link says; nil where there is none.
  private static func target(of path: String) -> String? {
    var bytes = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink(path, &bytes, bytes.count)
    return count > 0 ? String(decoding: bytes.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self) : nil
  }
}

extension Key {
  /// Whether the key's value names a file to read, or may.
  ///
  /// A text is taken for one unless it is known to be something else, so that a new key is not forgotten.
  var namesFile: Bool {
    guard case .text = specification.kind else { return false }
    return self != .function && self != .label
  }

  /// The files that a value of the key names, where it is given as an option.
  func files(in value: String) -> [NamedFile] {
    if self == .vary {
      let parts = value.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, let key = Key(rawValue: String(parts[0])), key != .vary else { return [] }
      return parts[1].split(separator: ",").flatMap { key.files(in: String($0)) }
    }
    guard namesFile, !specification.words(in: .network).contains(value) else { return [] }
    return [NamedFile("--\(rawValue)", value, .reading)].compactMap { $0 }
  }
}
