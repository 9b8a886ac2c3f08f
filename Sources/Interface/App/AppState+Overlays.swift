import Plotting
import Terminal

extension AppState {
  /// Fills a line that is being typed with what was pasted.
  mutating func paste(_ text: String) -> [Effect] {
    // A paste runs no command and presses no key: it only fills a line that is being typed.
    switch overlay {
    case .command(var line):
      line.insert(text)
      overlay = .command(line)
    case .picker(var picker):
      picker.search(appending: text)
      overlay = .picker(picker)
    case .help(var help):
      help.search(appending: text)
      overlay = .help(help)
    case .number(var line):
      line.insert(text)
      overlay = .number(line)
    case .legend(var legend):
      legend.search(appending: text)
      overlay = .legend(legend)
    case nil:
      guard !isPreviewing, let prompt = scene.prompt(context: context) else { break }
      let line = NumberLine(prompt, beginningWith: text)
      if !line.text.isEmpty { overlay = .number(line) }
    }
    return []
  }

  /// Answers a key while something lies over the page.
  mutating func pressInOverlay(_ key: KeyPress) -> [Effect] {
    switch overlay {
    case .help(var help):
      let most = help.mostScroll(in: overlayArea, bindings: helpBindings, keys: keys)
      overlay = help.press(key, most: most) ? .help(help) : nil
      return []
    case .picker(var picker):
      switch picker.press(key) {
      case .stay: overlay = .picker(picker)
      case .cancel: overlay = nil
      case .chose(let value):
        overlay = nil
        return set(picker.key, to: value)
      }
      return []
    case .command(var line):
      switch line.press(key) {
      case .stay: overlay = .command(line)
      case .cancel: overlay = nil
      case .entered(let text):
        overlay = nil
        return run(command: text)
      }
      return []
    case .legend(var legend):
      var below = self
      below.overlay = nil
      let most = legend.mostScroll(self.legend, over: overlayArea, look: look, frame: below.draw())
      overlay = legend.press(key, most: most) ? .legend(legend) : nil
      return []
    case .number(var line):
      switch line.press(key) {
      case .stay: overlay = .number(line)
      case .cancel: overlay = nil
      case .entered(let numbers):
        overlay = nil
        if case .done(let requests) = scene.answer(numbers: numbers, context: context) { return carryOut(requests) }
      }
      return []
    case nil:
      return []
    }
  }
}
