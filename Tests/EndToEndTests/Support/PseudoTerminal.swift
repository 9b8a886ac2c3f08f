import CPseudoTerminal
import Glibc

/// A program running in a pseudo-terminal of its own: the bytes it sends are kept, unseen by an emulator.
///
/// All waiting is bounded and ends as soon as what is waited for has come.
final class PseudoTerminal {
  /// How a program ended.
  enum Ending: Equatable {
    case exit(Int32)
    case signal(Int32)
  }

  struct CannotStart: Error {
    let path: String
    let code: Int32
  }

  private let terminal: pt_terminal
  private var isControllerOpen = true
  private(set) var ending: Ending?
  /// Everything the program has sent.
  private(set) var output: [UInt8] = []
  /// The lines it has written to descriptor 3.
  private(set) var log: [String] = []
  private var logTail: [UInt8] = []
  /// The terminal's modes before the program started.
  let modesBefore: [UInt8]
  /// The terminal's name, as the program is told it.
  private let kind: String

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - environment: All its variables; nothing is inherited.
  ///   - hasThreads: Whether it gets threads beside its first.
  init(
    _ path: String, _ arguments: [String] = [], environment: [String: String] = [:], width: Int = 80, height: Int = 24,
    hasThreads: Bool = true
  ) throws {
    kind = environment["TERM"] ?? ""
    var variables = environment
    // The backtracer can wait for a key.
    variables["SWIFT_BACKTRACE"] = "enable=no"
    var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) } + [nil]
    var settings: [UnsafeMutablePointer<CChar>?] = variables.map { strdup("\($0)=\($1)") } + [nil]
    defer { for text in words + settings { free(text) } }
    var terminal = pt_terminal()
    var code = pt_open(Int32(width), Int32(height), &terminal)
    guard code == 0 else { throw CannotStart(path: path, code: code) }
    modesBefore = PseudoTerminal.modes(terminal.terminal)
    code = pt_start(&terminal, path, &words, &settings, hasThreads ? 0 : 1)
    guard code == 0 else { throw CannotStart(path: path, code: code) }
    self.terminal = terminal
  }

  deinit {
    if ending == nil {
      kill(terminal.program, SIGKILL)
      _ = waitForEnd(milliseconds: 2000)
    }
    hangUp()
    close(terminal.terminal)
    close(terminal.log)
  }

  // MARK: Acting

  func send(_ text: String) { send(Array(text.utf8)) }

  func send(_ bytes: [UInt8]) {
    var rest = bytes[...]
    let end = pt_milliseconds() + 5000
    while !rest.isEmpty, pt_milliseconds() < end {
      let count = rest.withUnsafeBytes { write(terminal.controller, $0.baseAddress, $0.count) }
      if count > 0 { rest = rest.dropFirst(count) } else { pump(milliseconds: 5) }
    }
  }

  func signal(_ number: Int32) { kill(terminal.program, number) }

  func resize(width: Int, height: Int) { _ = pt_resize(terminal.controller, Int32(width), Int32(height)) }

  /// Closes our end, as a terminal window that is closed does.
  func hangUp() {
    if isControllerOpen { close(terminal.controller) }
    isControllerOpen = false
  }

  // MARK: Waiting

  /// Waits until something is true of what has come.
  @discardableResult
  func wait(milliseconds: Int = 10_000, until isDone: (PseudoTerminal) -> Bool) -> Bool {
    let end = pt_milliseconds() + Int64(milliseconds)
    while !isDone(self) {
      let left = end - pt_milliseconds()
      if left <= 0 { return false }
      pump(milliseconds: Int32(min(left, 20)))
    }
    return true
  }

  /// Waits for a line of the log that begins with a text.
  @discardableResult
  func waitForLog(_ beginning: String, milliseconds: Int = 10_000) -> Bool {
    wait(milliseconds: milliseconds) { $0.log.contains { $0.hasPrefix(beginning) } }
  }

  /// Reads until nothing has come for a while.
  func waitForQuiet(_ quiet: Int = 100, milliseconds: Int = 10_000) {
    let end = pt_milliseconds() + Int64(milliseconds)
    var last = pt_milliseconds()
    while pt_milliseconds() < end, pt_milliseconds() - last < Int64(quiet) {
      if pump(milliseconds: 10) { last = pt_milliseconds() }
    }
  }

  /// Reads like a line of 9,600 bit/s for a while: 120 bytes ten times a second.
  ///
  /// - Returns: Whether the program ended meanwhile.
  func readSlowly(milliseconds: Int) -> Bool {
    let end = pt_milliseconds() + Int64(milliseconds)
    var buffer = [UInt8](repeating: 0, count: 120)
    while ending == nil, pt_milliseconds() < end {
      _ = pt_wait(-1, -1, 100)
      let count = pt_read(terminal.controller, &buffer, buffer.count)
      if count > 0 { output += buffer[..<count] }
      lookForEnd()
    }
    return ending != nil
  }

  /// Waits for the program to end; nil where it does not.
  ///
  /// - Parameter reading: Whether what it sends is read meanwhile; a terminal that has stopped reads nothing.
  func waitForEnd(milliseconds: Int = 10_000, reading: Bool = true) -> Ending? {
    let end = pt_milliseconds() + Int64(milliseconds)
    while ending == nil, pt_milliseconds() < end {
      if reading { pump(milliseconds: 5) } else { _ = pt_wait(-1, -1, 5) }
      lookForEnd()
    }
    // What it wrote last.
    if reading || ending != nil { while pump(milliseconds: 0) { continue } }
    return ending
  }

  /// Whether the program has ended.
  var hasEnded: Bool {
    lookForEnd()
    return ending != nil
  }

  private func lookForEnd() {
    var status: Int32 = 0
    var signal: Int32 = 0
    guard ending == nil, pt_ended(terminal.program, &status, &signal) != 0 else { return }
    ending = signal >= 0 ? .signal(signal) : .exit(status)
  }

  /// Reads what is there; whether anything was.
  @discardableResult
  private func pump(milliseconds: Int32) -> Bool {
    let ready = pt_wait(isControllerOpen ? terminal.controller : -1, terminal.log, milliseconds)
    var buffer = [UInt8](repeating: 0, count: 65_536)
    var hasRead = false
    if ready & 1 != 0 {
      let count = pt_read(terminal.controller, &buffer, buffer.count)
      if count > 0 {
        output += buffer[..<count]
        hasRead = true
      }
    }
    if ready & 2 != 0 {
      let count = pt_read(terminal.log, &buffer, buffer.count)
      if count > 0 {
        logTail += buffer[..<count]
        hasRead = true
        while let end = logTail.firstIndex(of: 10) {
          log.append(String(decoding: logTail[..<end], as: UTF8.self))
          logTail.removeFirst(end + 1)
        }
      }
    }
    return hasRead
  }

  // MARK: Looking

  /// What the program has sent, as text.
  var text: String { String(decoding: output, as: UTF8.self) }

  /// The modes of the terminal now, to be compared with those before.
  var modes: [UInt8] { PseudoTerminal.modes(terminal.terminal) }

  private static func modes(_ terminal: Int32) -> [UInt8] {
    var buffer = [UInt8](repeating: 0, count: 256)
    return Array(buffer[..<pt_modes(terminal, &buffer, buffer.count)])
  }

  /// The terminal's path.
  var name: String { ttyname(terminal.terminal).map { String(cString: $0) } ?? "" }

  /// Input that nobody has read: what a shell would take for typing.
  var unread: [UInt8] {
    var buffer = [UInt8](repeating: 0, count: 4096)
    return Array(buffer[..<pt_unread(terminal.terminal, &buffer, buffer.count)])
  }

  /// Processor time used so far, in milliseconds.
  var processorTime: Int? {
    guard let file = fopen("/proc/\(terminal.program)/stat", "r") else { return nil }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 1024)
    guard fgets(&line, Int32(line.count), file) != nil else { return nil }
    let text = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    // After the name in parentheses: fields 14 and 15 of proc(5) are user and system time in ticks.
    guard let end = text.lastIndex(of: ")") else { return nil }
    let fields = text[end...].split(separator: " ")
    guard fields.count > 13, let user = Int(fields[12]), let system = Int(fields[13]) else { return nil }
    return (user + system) * 1000 / sysconf(Int32(_SC_CLK_TCK))
  }

  /// The memory it holds, in bytes.
  var memory: Int? {
    guard let file = fopen("/proc/\(terminal.program)/statm", "r") else { return nil }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 256)
    guard fgets(&line, Int32(line.count), file) != nil else { return nil }
    // The second field of proc(5)'s statm, in pages.
    let fields = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self).split(
      separator: " ")
    return fields.count > 1 ? Int(fields[1]).map { $0 * sysconf(Int32(_SC_PAGESIZE)) } : nil
  }

  /// The private modes that the program has changed and not changed back, by number.
  ///
  /// Two are set in a terminal from the start, 7 (automatic margins) and 25 (the cursor), and in some of them what else
  /// belongs to the cursor; the others are not.
  var changedModes: Set<Int> {
    let changed = changedModes(fromStart: [7, 25])
    return changed.isEmpty ? [] : changedModes(fromStart: TerminalDescriptions.usualModes(of: kind).union([7, 25]))
  }

  private func changedModes(fromStart: Set<Int>) -> Set<Int> {
    var modes: Set<Int> = []
    for sequence in text.components(separatedBy: "\u{1B}[?").dropFirst() {
      let digits = sequence.prefix { $0.isNumber || $0 == ";" }
      guard let final = sequence.dropFirst(digits.count).first, final == "h" || final == "l" else { continue }
      for number in digits.split(separator: ";").compactMap({ Int($0) }) {
        if (final == "h") == fromStart.contains(number) { modes.remove(number) } else { modes.insert(number) }
      }
    }
    return modes
  }
}

extension String {
  /// The pieces between a separator.
  fileprivate func components(separatedBy separator: String) -> [String] {
    var pieces: [String] = []
    var rest = self[...]
    while let range = rest.firstRange(of: separator) {
      pieces.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    return pieces + [String(rest)]
  }
}
