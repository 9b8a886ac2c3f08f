import Plotting

// What happens at the terminal: signals, sizes, bytes.
extension TerminalScreen {
  func takeEvents() -> [TerminalEvent] {
    defer { events = [] }
    return events
  }

  static func milliseconds(_ duration: Duration) -> Int64 {
    let (seconds, attoseconds) = duration.components
    // A wait that is cut short by rounding would be a loop without a pause.
    let rounded = (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
    return seconds < 0 ? 0 : min(seconds, 1_000_000) * 1000 + max(0, rounded)
  }

  func sendMore() {
    switch Device.send() {
    case .gone: isGone = true
    case .waiting: break
    case .done: if let frame = waiting { draw(frame) }
    }
  }

  func takeSignals() {
    let signals = Device.takeSignals()
    if signals.isInterrupted { events.append(.interrupted) }
    if signals.isStopped {
      stop()
    } else if signals.isContinued {
      resumed(Device.resume())
    }
    if signals.isResized, isOpen { takeSize() }
    if signals.isWoken { events.append(.wake) }
  }

  func takeSize() {
    _ = Device.takeSize()
    let present = Device.size
    guard present != size else { return }
    size = present
    // A picture of another size is no longer worth drawing.
    waiting = nil
    shown = nil
    events.append(.resize(width: size.width, height: size.height))
  }

  func resumed(_ isBack: Bool) {
    guard isBack else {
      isGone = true
      return
    }
    waiting = nil
    takeSize()
    events.append(.resumed)
  }

  func stop() {
    waitForLateAnswer()
    resumed(Device.suspend())
    // Being continued was part of it.
    let signals = Device.takeSignals()
    if signals.isInterrupted { events.append(.interrupted) }
    if signals.isResized { takeSize() }
    if signals.isWoken { events.append(.wake) }
  }

  // MARK: Input

  func receive() {
    // Bounded, so that an endless source does not keep events from being answered.
    for _ in 0..<8 {
      let count = buffer.withUnsafeMutableBufferPointer { Device.receive($0) }
      guard let count else {
        isGone = true
        return
      }
      if count == 0 { break }
      for index in 0..<count { decoder.feed(buffer[index]) }
      hear(decoder.take())
      if count < buffer.count { break }
    }
    settlesAt = decoder.patience.map { Device.milliseconds + Int64($0) }
  }

  /// Settles what is half read when nothing more has come in time.
  func expire(_ now: Int64) {
    if let time = settlesAt, now >= time {
      // The rest may have come while a picture was drawn.
      if Device.wait(0).canRead {
        receive()
      } else {
        decoder.giveUp()
        settlesAt = nil
        hear(decoder.take())
      }
    }
    decoder.expectsReply = question.isDue(at: now)
  }

  func hear(_ inputs: [InputDecoder.Input]) {
    for input in inputs {
      switch input {
      // Where the terminal's interrupt character is switched off or another one.
      case .key(.control("c")): events.append(.interrupted)
      case .key(let key): events.append(.key(key))
      case .paste(let text): events.append(.paste(text))
      case .reply(let reply): hear(reply)
      case .mouse(var mouse):
        mouse.column = min(mouse.column, size.width - 1)
        mouse.row = min(mouse.row, size.height - 1)
        events.append(.mouse(mouse))
      }
    }
  }

  private func hear(_ reply: TerminalReply) {
    guard let brightness = question.hear(reply, at: Device.milliseconds) else { return }
    capabilities.backgroundSource = .reply
    if brightness != capabilities.background { events.append(.background(brightness)) }
    capabilities.background = brightness
  }

  // MARK: Replies

  /// Reads until the question is answered, a signal comes or time is over.
  func waitForAnswer(until end: Int64) {
    _ = Device.send()
    while question.isDue(at: Device.milliseconds), !isGone, case let left = end - Device.milliseconds, left > 0 {
      let ready = Device.wait(left)
      if ready.isGone { isGone = true }
      // A signal is for the loop.
      if ready.isWoken { return }
      if ready.canRead { receive() }
      if ready.canWrite { _ = Device.send() }
    }
  }

  /// Waits for an answer that is still due, so that the shell does not take it for typing; at most 0.3 s.
  ///
  /// What else comes meanwhile is dropped, interrupts excepted.
  func waitForLateAnswer() {
    let kept = events
    var isInterrupted = false
    let end = Device.milliseconds + BackgroundQuestion.answerTime
    while question.isDue(at: Device.milliseconds), !isGone, Device.milliseconds < end {
      waitForAnswer(until: end)
      if Device.takeSignals().isInterrupted { isInterrupted = true }
    }
    events = kept
    if isInterrupted { events.append(.interrupted) }
  }
}
