import CNcurses
import Glibc

/// The one terminal of the process, through the C door; all but waking belongs to the main thread.
enum Device {
  // MARK: Finding out

  static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  static var environment: Environment {
    Environment(
      term: variable("TERM"), colorTerm: variable("COLORTERM"), noColor: variable("NO_COLOR"),
      colorForegroundBackground: variable("COLORFGBG"), screenSession: variable("STY"), tmux: variable("TMUX"))
  }

  /// Whether a file can be opened; false where there are as many as there may be.
  static var canOpenFiles: Bool {
    let descriptor = Glibc.open("/dev/null", O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    Glibc.close(descriptor)
    return true
  }

  static var isTerminal: Bool { isatty(STDOUT_FILENO) != 0 }

  /// Takes the locale over; whether it is UTF-8.
  static func useLocale() -> Bool { nc_use_locale() }

  static func useUTF8() -> Bool { nc_use_utf8() }

  /// The description of a terminal; nil where there is none.
  static func description(of name: String) -> TerminalPlan.Description? {
    var raw = nc_description()
    guard nc_load_description(name, &raw) else { return nil }
    let mouse = withUnsafeBytes(of: raw.mouse_prefix) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    return TerminalPlan.Description(
      name: name, colors: Int(raw.colors), directReserved: raw.direct_reserved < 0 ? nil : Int(raw.direct_reserved),
      canPaste: raw.can_paste, mousePrefix: mouse, canMove: raw.can_move)
  }

  /// The key sequences of the description loaded last.
  static var keys: KeySequences {
    KeySequences(
      KeySequences.described.compactMap { capability, key in
        nc_key_bytes(capability).map { (Array(String(cString: $0).utf8), key) }
      })
  }

  // MARK: Opening and closing

  static func open(_ plan: TerminalPlan, description: String) throws(TerminalError) {
    let mouse: nc_mouse =
      switch plan.capabilities.mouse {
      case .none: NC_MOUSE_OFF
      case .classic: NC_MOUSE_CLASSIC
      case .sgr: NC_MOUSE_SGR
      }
    let result = description.withCString { name in
      var setup = nc_setup()
      setup.name = name
      setup.direct = plan.usesBuiltInDirect
      setup.color = plan.capabilities.colorDepth > .none
      setup.paste = plan.capabilities.marksPaste
      setup.mouse = Int32(mouse.rawValue)
      return nc_open(&setup)
    }
    switch result {
    case NC_OK: return
    case NC_NO_DESCRIPTION: throw .unknownTerminal(name: plan.capabilities.name)
    case NC_BUSY: throw .alreadyOpen
    case NC_NO_RESOURCES: throw .noResources
    default: throw .notATerminal
    }
  }

  static func close() { nc_close() }
  static func suspend() -> Bool { nc_suspend() }
  static func resume() -> Bool { nc_resume() }

  static var size: (width: Int, height: Int) {
    var width: Int32 = 0
    var height: Int32 = 0
    nc_size(&width, &height)
    return (Int(width), Int(height))
  }

  static func takeSize() -> Bool { nc_take_size() }

  // MARK: Pictures

  static var pairCount: Int { Int(nc_pairs()) }
  static var hasDefaultColors: Bool { nc_has_default_colors() }

  static func setUpPair(_ pair: Int32, foreground: Int32, background: Int32) -> Bool {
    nc_init_pair(pair, foreground, background)
  }

  static func erase() { nc_erase() }

  static func put(_ scalars: UnsafeBufferPointer<UInt32>, row: Int, column: Int, attributes: UInt32, pair: Int32) {
    nc_put(Int32(row), Int32(column), scalars.baseAddress, Int32(scalars.count), attributes, pair)
  }

  static func redrawAll() { nc_redraw_all() }
  static func render() -> Bool { nc_render() }

  // MARK: Bytes

  /// How sending went.
  enum Sending { case done, waiting, gone }

  static func queue(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { nc_queue($0.baseAddress, $0.count) }
    }
  }

  static func send() -> Sending {
    let left = nc_send()
    return left < 0 ? .gone : left == 0 ? .done : .waiting
  }

  /// Reads what is there into the buffer: how many bytes, nil where the terminal is gone.
  static func receive(_ buffer: UnsafeMutableBufferPointer<UInt8>) -> Int? {
    let count = nc_receive(buffer.baseAddress, buffer.count)
    return count < 0 ? nil : Int(count)
  }

  /// What ended a wait.
  struct Readiness {
    var canRead, canWrite, isWoken, isGone: Bool
  }

  /// Waits for milliseconds at most, for ever where nil.
  static func wait(_ milliseconds: Int64?) -> Readiness {
    let ready = nc_wait(milliseconds ?? -1)
    func has(_ bit: nc_readiness) -> Bool { ready & bit.rawValue != 0 }
    return Readiness(
      canRead: has(NC_READABLE), canWrite: has(NC_WRITABLE), isWoken: has(NC_WOKEN), isGone: has(NC_GONE))
  }

  static var milliseconds: Int64 { nc_milliseconds() }

  // MARK: Signals

  /// Signals and wakes since they were last taken.
  struct Signals {
    var isResized, isInterrupted, isStopped, isContinued, isWoken: Bool
  }

  static func takeSignals() -> Signals {
    let taken = nc_take_signals()
    func has(_ bit: nc_signal) -> Bool { taken & bit.rawValue != 0 }
    return Signals(
      isResized: has(NC_RESIZED), isInterrupted: has(NC_INTERRUPTED), isStopped: has(NC_STOP),
      isContinued: has(NC_CONTINUED), isWoken: has(NC_WAKE))
  }

  static func interruptAnswered() { nc_interrupt_answered() }
  static func wake() { nc_wake() }
  static func guardThread() { nc_guard_thread() }
  static func forgetDebugger() { nc_forget_debugger() }
  static func endProcess(bySignal number: Int32) -> Never { nc_end_by_signal(number) }
}
