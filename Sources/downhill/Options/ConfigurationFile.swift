import Glibc
import Interface
import Training

/// Where the configuration is read from.
struct ConfigurationFile {
  /// The file; nil where neither XDG_CONFIG_HOME nor HOME says where it would be.
  let path: String?
  /// Whether it was named on the command line, so that it must be there and right.
  let isNamed: Bool

  /// The largest file that is read, in bytes.
  private static let mostBytes = 1 << 16

  /// The file named on the command line, or else the one of the person.
  ///
  /// The XDG Base Directory Specification: `$XDG_CONFIG_HOME`, where it is an absolute path, or `~/.config`.
  init(named name: String?) {
    isNamed = name != nil
    if let name {
      path = name
    } else if let folder = ProgramEnvironment["XDG_CONFIG_HOME"], folder.hasPrefix("/") {
      path = folder + "/downhill/config"
    } else {
      path = ProgramEnvironment["HOME"].flatMap { $0.hasPrefix("/") ? $0 + "/.config/downhill/config" : nil }
    }
  }

  /// What a file says, and what is wrong with it.
  struct Contents {
    var configuration = Configuration()
    /// Whether there is a file.
    var isThere = false
    /// What is wrong; what is right holds all the same.
    var problem: ConfigurationProblem?
  }

  /// Reads the file; where there is none, everything stands as it comes.
  ///
  /// - Throws: what is wrong with a file that was named on the command line.
  func read() throws(ConfigurationProblem) -> Contents {
    var contents = Contents()
    guard let path else { return contents }
    do throws(FileError) {
      guard let bytes = try bytes(of: path) else { return contents }
      contents.isThere = true
      let (configuration, errors) = Configuration.read(String(decoding: bytes, as: UTF8.self))
      contents.configuration = configuration
      if !errors.isEmpty { contents.problem = ConfigurationProblem(path: path, file: nil, lines: errors) }
    } catch {
      contents.isThere = true
      contents.problem = ConfigurationProblem(path: path, file: error, lines: [])
    }
    if isNamed, let problem = contents.problem { throw problem }
    return contents
  }

  /// The file's bytes; nil where there is none and need not be.
  private func bytes(of path: String) throws(FileError) -> [UInt8]? {
    var status = stat()
    guard stat(path, &status) == 0 else {
      if !isNamed, errno == ENOENT || errno == ENOTDIR { return nil }
      throw FileError(path: path, fault: .system(errno))
    }
    // A pipe that nobody writes to would keep the program waiting.
    guard isNamed || status.st_mode & S_IFMT != S_IFIFO else { throw FileError(path: path, fault: .system(EINVAL)) }
    return try FileContents.read(path, limit: Self.mostBytes)
  }
}

/// What is wrong with a configuration file.
struct ConfigurationProblem: Error {
  /// The file.
  let path: String
  /// Why it can't be read; nil where it can.
  let file: FileError?
  /// What is wrong in it.
  let lines: [ConfigurationError]
}

/// The part of `ErrorWords` about configurations.
enum ConfigurationWords {
  static func words(_ problem: ConfigurationProblem) -> [String] {
    if let file = problem.file { return [ErrorWords.words(file)] }
    return problem.lines.map { "\(problem.path):\(words($0))" }
  }

  /// The line and what is wrong in it.
  static func words(_ error: ConfigurationError) -> String { "\(error.line): \(words(error.problem))" }

  static func status(_ problem: ConfigurationProblem) -> ExitStatus {
    problem.file.map(ErrorWords.status) ?? .badData
  }

  private static func words(_ problem: ConfigurationError.Problem) -> String {
    switch problem {
    case .noValue(let name): "'\(ErrorWords.excerpt(name))' has no value; write NAME = VALUE"
    case .unknownName(let name, let suggestion):
      "there is nothing called '\(ErrorWords.excerpt(name))'\(ErrorWords.suggestion(suggestion)); "
        + "choose from: \(Configuration.Name.allCases.map(\.rawValue).joined(separator: ", ")), key.ACTION"
    case .unknownValue(let name, let value, let expected):
      "\(name): there is no '\(ErrorWords.excerpt(value))'; \(expected)"
    case .unknownAction(let name, let suggestion):
      "there is no action '\(ErrorWords.excerpt(name))'\(ErrorWords.suggestion(suggestion)); "
        + "downhill --print-config lists them"
    case .unknownKey(let name):
      "there is no key '\(ErrorWords.excerpt(name))'; write x, space, shift-left, f5 or ctrl-x"
    case .repeated(let name, let line): "\(name) is set in line \(line) already"
    case .remapping(let error): words(error)
    }
  }

  static func words(_ error: RemappingError) -> String {
    switch error {
    case .owned(let key, let action):
      "\(action.name): \(key.label) belongs to terminals and multiplexers; take another key"
    case .fixed(let action): "\(action.name) has the same key for everybody"
    case .taken(let key, let action, let other, let place):
      "\(action.name): \(key.label) means \(other.name) \(words(place)); "
        + "give that another key, or take one that is free"
    }
  }

  private static func words(_ place: KeyBindings.Place) -> String {
    switch place {
    case .start: "on the start screen"
    case .scene(let scene): "in \(scene.noun)"
    case .lesson: "in a lesson"
    }
  }
}
