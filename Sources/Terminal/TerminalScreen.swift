import Plotting

/// The screen, the keyboard and the mouse of the terminal that the process runs in.
///
/// Opening it takes the terminal over: raw keys, alternate screen, hidden cursor. Closing it gives the terminal back as
/// it was, and so does everything that can end the process, signals and traps included. It never waits for a slow
/// terminal: what is shown while bytes are on their way is kept, the newest wins, and is drawn when they have gone.
///
/// Belongs to the main thread; only ``Waker`` may be called from others. A process has one at a time.
package final class TerminalScreen {
  /// What the terminal can do.
  package internal(set) var capabilities: TerminalCapabilities

  /// How many columns and rows of cells there are.
  package internal(set) var size: (width: Int, height: Int)

  var decoder: InputDecoder
  private var pairs: ColorPairs
  var question = BackgroundQuestion()
  var events: [TerminalEvent] = []
  /// What to show when the terminal has taken the bytes on their way.
  var waiting: Frame?
  var shown: Frame?
  private var row: [UInt32] = []
  var buffer = [UInt8](repeating: 0, count: 16 * 1024)
  /// When the decoder's patience ends; nil while nothing is half read.
  var settlesAt: Int64?
  var isOpen = true
  var isGone = false

  /// How long the start waits for the answer, in milliseconds.
  private static let startWait: Int64 = 8

  /// What the terminal can do, without touching it.
  ///
  /// The background is what the environment says of it, because asking would write to the terminal.
  package static func capabilities(options: TerminalOptions = TerminalOptions()) throws(TerminalError)
    -> TerminalCapabilities
  {
    try plan(options: options).plan.capabilities
  }

  private static func plan(options: TerminalOptions) throws(TerminalError) -> (
    plan: TerminalPlan, description: String, keys: KeySequences
  ) {
    let environment = Device.environment
    guard Device.isTerminal else { throw .notATerminal }
    guard let name = environment.term, !name.isEmpty else { throw .noTerminalName }
    let isUTF8 = Device.useLocale()
    let fallback = "xterm-256color"
    guard let found = Device.description(of: name) ?? Device.description(of: fallback) else {
      // Where no file can be opened nothing is known of any terminal.
      throw Device.canOpenFiles ? .unknownTerminal(name: name) : .noResources
    }
    guard found.canMove else { throw .tooPlain(name: name) }
    let plan = TerminalPlan(
      found, isFallback: found.name != name, environment: environment, options: options,
      isUTF8: isUTF8)
    return (plan, found.name, Device.keys)
  }

  /// Opens the screen.
  ///
  /// Where the terminal can say whether its background is dark or light, it is asked; the start waits 8 ms for the
  /// answer, and one that comes within 0.3 s arrives as ``TerminalEvent/background(_:)``.
  package init(options: TerminalOptions = TerminalOptions()) throws(TerminalError) {
    let (plan, description, keys) = try TerminalScreen.plan(options: options)
    if plan.needsUTF8, !Device.useUTF8() { throw .noResources }
    try Device.open(plan, description: description)
    capabilities = plan.capabilities
    size = Device.size
    decoder = InputDecoder(keys: keys, isUTF8: plan.capabilities.isUTF8)
    pairs = ColorPairs(
      depth: plan.capabilities.colorDepth, capacity: Device.pairCount, directReserved: plan.directReserved,
      hasDefaults: Device.hasDefaultColors, isDark: plan.capabilities.background == .dark)
    if plan.asksBackground, Device.queue(TerminalReply.question) {
      let now = Device.milliseconds
      question.ask(at: now)
      decoder.expectsReply = true
      waitForAnswer(until: now + TerminalScreen.startWait)
      // Heard in time: the capabilities say it.
      events.removeAll { if case .background = $0 { true } else { false } }
    }
  }

  deinit { close() }

  // MARK: Showing

  /// Shows a picture, or keeps it to be shown when the terminal has taken the one before.
  ///
  /// What sticks out of the screen is cut off; what the picture does not cover is blank.
  ///
  /// - Returns: Whether it was drawn at once.
  /// - Complexity: O(cells); bytes are sent only for what differs.
  @discardableResult
  package func show(_ frame: Frame) -> Bool {
    guard isOpen, !isGone else { return false }
    switch Device.send() {
    case .gone:
      isGone = true
      return false
    case .waiting:
      waiting = frame
      return false
    case .done:
      draw(frame)
      return true
    }
  }

  func draw(_ frame: Frame) {
    waiting = nil
    shown = frame
    pairs.isDark = capabilities.background == .dark
    var picture = frame
    if !capabilities.isUTF8 { picture.restrictToASCII() }
    Device.erase()
    let width = min(picture.width, size.width)
    picture.cells.withUnsafeBufferPointer { cells in
      for y in 0..<min(picture.height, size.height) {
        putRow(UnsafeBufferPointer(rebasing: cells[(y * picture.width)..<(y * picture.width + width)]), y: y)
      }
    }
    if !Device.render() || Device.send() == .gone { isGone = true }
  }

  /// Puts a row, as few runs of one style as it has.
  private func putRow(_ cells: UnsafeBufferPointer<Cell>, y: Int) {
    var start = 0
    while start < cells.count {
      let style = cells[start].style
      let role = cells[start].scalar.role
      var end = start
      row.removeAll(keepingCapacity: true)
      while end < cells.count, cells[end].style == style, (cells[end].scalar.role == role || cells[end].scalar == " ") {
        row.append(cells[end].scalar.value)
        end += 1
      }
      let choice = pairs.choice(
        foreground: style.foreground, background: style.background, as: role
      ) { pair, front, back in
        Device.setUpPair(pair, foreground: front, background: back)
      }
      var attributes = style.attributes
      if !choice.allowsBold { attributes.remove(.bold) }
      row.withUnsafeBufferPointer {
        Device.put($0, row: y, column: start, attributes: UInt32(attributes.rawValue), pair: choice.pair)
      }
      start = end
    }
  }

  /// Sends the whole picture again, in case something else wrote to the terminal.
  package func redraw() {
    guard isOpen, let frame = waiting ?? shown else { return }
    Device.redrawAll()
    show(frame)
  }

  /// Rings the terminal's bell, unless bytes are on their way already.
  package func bell() {
    guard isOpen, Device.send() == .done else { return }
    if Device.queue("\u{07}") { _ = Device.send() }
  }

  // MARK: Events

  /// Waits for something to happen.
  ///
  /// Uses no processor while it waits. A picture that was kept is drawn here, as soon as the terminal can take it.
  ///
  /// - Parameter timeout: How long to wait at most; nil for ever; zero only takes what is there.
  /// - Returns: What happened, in order; empty when time is over.
  package func nextEvents(timeout: Duration?) -> [TerminalEvent] {
    guard isOpen, !isGone else { return [.closed] }
    Device.interruptAnswered()
    let end = timeout.map { Device.milliseconds + TerminalScreen.milliseconds($0) }
    while true {
      let now = Device.milliseconds
      expire(now)
      if !events.isEmpty { return takeEvents() }
      let limits = [end, settlesAt].compactMap { $0 }
      let ready = Device.wait(limits.min().map { max(0, $0 - now) })
      if ready.isWoken { takeSignals() }
      if isOpen, ready.canRead { receive() }
      if isOpen, ready.canWrite { sendMore() }
      if ready.isGone { isGone = true }
      if isGone { events.append(.closed) }
      if !events.isEmpty { return takeEvents() }
      if let end, Device.milliseconds >= end {
        expire(Device.milliseconds)
        return takeEvents()
      }
    }
  }

  // MARK: Leaving

  /// Stops the process as Ctrl-Z does, with the terminal given back, until it is continued.
  ///
  /// The next events begin with ``TerminalEvent/resumed``.
  package func suspend() {
    guard isOpen, !isGone else { return }
    stop()
  }

  /// Gives the terminal back; calling it again does nothing.
  package func close() {
    guard isOpen else { return }
    isOpen = false
    if !isGone { waitForLateAnswer() }
    Device.close()
  }

  /// Leaves traps, faults and Ctrl-\ to the system from now on, unless the environment asks for Swift's backtraces.
  ///
  /// Swift's runtime would answer them with a debugger that takes the terminal for half a minute. To be called first of
  /// all, with or without a screen.
  package static func forgetDebugger() { Device.forgetDebugger() }

  /// Ends the process with a signal's own status, as if nothing had caught it, with the terminal given back.
  package static func endProcess(bySignal number: Int32) -> Never {
    Device.endProcess(bySignal: number)
  }
}
